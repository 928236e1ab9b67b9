"""A text that holds department names and other words run together: 市教育局牵头, 市教育局和市科协, 市教育局市科协."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.names import group_word
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable


class Glued(NamedTuple):
    """The departments and group words that a text names, each once, and the other words in it.

    `extra` holds marks only where there are no words; `helpers` are those of the departments that, by the words
    between, cooperate with the first: 市科协 in 市教育局会同市科协.
    """

    departments: tuple[str, ...]
    extra: tuple[str, ...]
    helpers: tuple[str, ...] = ()


def read_glued(text: str, department: Callable[[str], str | None], is_whole: Callable[[str], bool]) -> Glued | None:
    """The text taken apart into names, role words, conjunctions and marks; None where anything else is left.

    `department` says which one a spelling means, if any. Of two names without anything between them the second has to
    be `is_whole`, with its level: 市教育局团委 is the youth league at the bureau, 市教育局团市委 are two bodies.
    """
    folded = unicodedata.normalize("NFKC", text)
    if len(folded) > _LONGEST:
        return None
    pieces = _take_apart(folded, department, is_whole)
    if pieces is None:
        return None
    if len(folded) == len(text):
        pieces = _as_written(pieces, text)
    departments = tuple(dict.fromkeys(piece.department for piece in pieces if piece.department))
    others = [piece.text.strip() for piece in pieces if not piece.department]
    words = [other for other in others if _WORD.search(other)] or [other for other in others if other]
    return Glued(departments, tuple(dict.fromkeys(words)), _helpers(pieces)) if departments else None


def tells_role(words: tuple[str, ...]) -> bool:
    """Whether one of the words besides a name says what the department does: 牵头, 按职责分工负责; not 😀 or 和."""
    return any(_ROLES.search(word) for word in words)


def role_in_brackets(name: str) -> str | None:
    """The role that a name gives itself: 市教育局（牵头） → 牵头."""
    return next((inner for inner in in_brackets(name) if _ROLES.fullmatch(inner)), None)


def in_brackets(name: str) -> tuple[str, ...]:
    """What stands in brackets, each without further ones: 市教育局（市体育局） → 市体育局."""
    return tuple(_IN_BRACKETS.findall(unicodedata.normalize("NFKC", name)))


def split_brackets(name: str) -> tuple[str, str]:
    """A name and the brackets behind it: 县财政局（会计股） → 县财政局, （会计股）."""
    found = _FIRST_BRACKET.search(name)
    return (name[: found.start()].rstrip(), name[found.start() :]) if found else (name, "")


class _Piece(NamedTuple):
    text: str
    department: str | None
    is_group: bool = False


# Twenty names in one breath; a longer text is no list that somebody forgot to separate.
_LONGEST = 120
_WORD = pattern(r"\w")
_ROLE = (
    r"(?:牵头|负责|主责|主办|主抓|主管|承办|协办|配合|协助|参与|参加|支持|落实|实施|组织|统筹|具体|共同|联合|协同"
    r"|为主|为辅|责任|分工|分别|分头|各自"
    # 按职责分工负责, 按照各自职能: how most notices end a list.
    r"|(?:按照?|依照?|根据)(?:各自|自身|本?部门|本?单位)?的?(?:职责|职能)+(?:范围|任务)?)"
)
_ROLES = pattern(rf"{_ROLE}+(?:单位|部门|方)?")
_FIRST_BRACKET = pattern(r"[(（]")
_IN_BRACKETS = pattern(r"\(([^()]+)\)")
_OTHER = pattern(
    rf"由|请|(?:等(?:有关|相关)?(?:单位|部门)?)?{_ROLE}+(?:单位|部门|方)?|以及|会同|会(?=\w{{2}})|和|及|与|暨|并|同|跟|\d{{1,2}}(?![\d年月日])|[^\w\u4e00-\u9fff]+|_+"
)
_SHORTEST = 2
_HELPING = pattern(r"会|配合|协助|协办|协同")
_LEADING = pattern(r"牵头|主办|主责|主抓")
_DOING = pattern(rf"{_LEADING.pattern}|负责|承办")
# 各镇 and 其他各部门 are bodies, 各项工作 is none; what goes on after a conjunction is looked at by itself.
_GROUP = pattern(
    r"[各其全所有相](?:(?!和|及|与|负责|牵头|配合|职责|分工).){0,20}"
    r"(?:[镇乡街区县市州旗村地]|街道|社区|政府|办事处|单位|部门|学校|高校|院校|院所|机构|企业|协会|学会|医院|专班|党派)\)?"
)


def _take_apart(
    text: str, department: Callable[[str], str | None], is_whole: Callable[[str], bool]
) -> list[_Piece] | None:
    """The pieces from left to right, names before other words and long names before short ones."""
    dead: set[tuple[int, bool]] = set()

    def rest(at: int, after_name: bool) -> list[_Piece] | None:
        if at == len(text):
            return []
        if (at, after_name) in dead:
            return None
        for end in range(len(text), at + _SHORTEST - 1, -1):
            piece = text[at:end]
            found = department(piece) if piece[0].isalnum() else None
            if found and (not after_name or is_whole(piece)) and (more := rest(end, True)) is not None:
                return [_Piece(piece, found), *more]
            # Right behind a name 各科室 are parts of that body.
            if not after_name and _is_group(piece) and (more := rest(end, True)) is not None:
                return [_Piece(piece, piece, is_group=True), *more]
        other = _OTHER.match(text, at)
        if other and (more := rest(other.end(), False)) is not None:
            return [_Piece(other[0], None), *more]
        dead.add((at, after_name))
        return None

    return rest(0, False)


def _is_group(piece: str) -> bool:
    return bool(_GROUP.fullmatch(piece)) and group_word(piece) is not None


def _as_written(pieces: list[_Piece], text: str) -> list[_Piece]:
    """The pieces with the text's own characters, full-width ones too, so that a message shows what stands there."""
    found: list[_Piece] = []
    at = 0
    for piece in pieces:
        written = text[at : at + len(piece.text)]
        at += len(piece.text)
        found.append(_Piece(written, written if piece.is_group else piece.department, piece.is_group))
    return found


def _helpers(pieces: list[_Piece]) -> tuple[str, ...]:
    """Who cooperates: what follows 会同 or 配合 between names, and in 甲牵头乙配合 what stands between the two."""
    mains: list[str] = []
    helpers: list[str] = []
    led_from: int | None = None
    helping = False
    for piece in pieces:
        if piece.department:
            (helpers if helping else mains).append(piece.department)
        elif _HELPING.search(piece.text):
            if led_from is not None:
                helpers += mains[led_from:]
                del mains[led_from:]
            helping = bool(mains)
        elif _LEADING.search(piece.text) and helpers:
            # 甲配合乙牵头: who helps whom is for people to say.
            return ()
        elif _DOING.search(piece.text) and mains:
            led_from, helping = len(mains), False
    return tuple(dict.fromkeys(name for name in helpers if name not in mains))
