"""A text that holds department names and other words run together: 市教育局牵头, 市教育局和市科协, 市教育局市科协."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Glued(NamedTuple):
    """The departments that a text names, each once, and the other words in it (marks only where there are no words)."""

    departments: tuple[str, ...]
    extra: tuple[str, ...]


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
    departments = tuple(dict.fromkeys(piece.department for piece in pieces if piece.department))
    others = [piece.text.strip() for piece in pieces if not piece.department]
    words = [other for other in others if _WORD.search(other)] or [other for other in others if other]
    return Glued(departments, tuple(dict.fromkeys(words))) if departments else None


def role_in_brackets(name: str) -> str | None:
    """The role that a name gives itself: 市教育局（牵头） → 牵头."""
    return next((inner for inner in in_brackets(name) if _ROLES.fullmatch(inner)), None)


def in_brackets(name: str) -> tuple[str, ...]:
    """What stands in brackets, each without further ones: 市教育局（市体育局） → 市体育局."""
    return tuple(_IN_BRACKETS.findall(unicodedata.normalize("NFKC", name)))


class _Piece(NamedTuple):
    text: str
    department: str | None


# Twenty names in one breath; a longer text is no list that somebody forgot to separate.
_LONGEST = 120
_WORD = re.compile(r"\w")
_ROLE = (
    r"(?:牵头|负责|主责|主办|主抓|主管|承办|协办|配合|协助|参与|参加|支持|落实|实施|组织|统筹|具体|共同|联合|协同"
    r"|为主|为辅|责任)"
)
_ROLES = re.compile(rf"{_ROLE}+(?:单位|部门|方)?")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_OTHER = re.compile(
    rf"由|请|{_ROLE}+(?:单位|部门|方)?|以及|会同|和|及|与|暨|并|同|跟|\d{{1,2}}(?![\d年月日])|[^\w\u4e00-\u9fff]+|_+"
)
_SHORTEST = 2


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
        other = _OTHER.match(text, at)
        if other and (more := rest(other.end(), False)) is not None:
            return [_Piece(other[0], None), *more]
        dead.add((at, after_name))
        return None

    return rest(0, False)
