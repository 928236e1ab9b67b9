"""Department names as texts: splitting a list, comparing spellings, recognising group words. Knows no roster."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import lru_cache

from kepu_cli.patterns import pattern


class GroupWord(StrEnum):
    """What a word that names no single department stands for."""

    MEMBERS = "members"  # 各成员单位: the whole roster
    CLASS = "class"  # 各镇街: a class of bodies, which a plan may declare as a group
    VAGUE = "vague"  # 有关单位: nobody in particular


def split_names(text: str) -> tuple[str, ...]:
    """The names in a list written as one text, in order: split at 、，,；; and line breaks, never inside brackets.

    Group words that contain a separator (各区、县级市) stay whole. Marks for "none" (无, /, —) are left out.
    """
    return _known_split(text) if len(text) <= _LONGEST_KEPT else _long_split(text)


def _split(text: str) -> tuple[str, ...]:
    pieces: list[str] = []
    start = 0
    for cut, end in _cuts(text):
        pieces.append(text[start:cut])
        start = end
    pieces.append(text[start:])
    names = (piece.strip(_EDGES) for piece in pieces)
    return tuple(name for name in names if name and name not in _NONE_MARKS)


def has_wide_brackets(text: str) -> bool:
    """A list in full-width brackets (【县教育局，县科协】), which to YAML are a text like any other."""
    return text.strip().startswith(("【", "［", "〔"))


def normal(text: str) -> str:
    """The form in which two spellings are compared: compatibility characters, white space and invisibles folded."""
    return _known_normal(text) if len(text) <= _LONGEST_KEPT else _normal(text)


def _normal(text: str) -> str:
    folded = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    # What can be printed holds no invisibles; to ask each character would be most of the work.
    return folded if folded.isprintable() else "".join(char for char in folded if unicodedata.category(char) != "Cf")


def without_open_end(name: str) -> tuple[str, bool]:
    """The name without a trailing 等 (等单位, 等36个部门), and whether there was one."""
    match = _OPEN_END.search(name)
    return (name[: match.start()].rstrip(), True) if match else (name, False)


def group_word(name: str) -> GroupWord | None:
    """What kind of group word a name is, or None for the name of a single body."""
    plain = normal(name)
    if _MEMBERS.fullmatch(plain):
        return GroupWord.MEMBERS
    if _VAGUE.search(plain) or _OPEN_END.fullmatch(plain):
        return GroupWord.VAGUE
    return GroupWord.CLASS if _CLASS.search(plain) or is_kind(plain) else None


def is_kind(plain: str) -> bool:
    """县直机关, 市属企业, 人民团体: all bodies of a kind. For names in their normal form."""
    return bool(_KINDS.fullmatch(plain))


# Plans say the same few names over and over. Nobody's are longer; thousands of long texts would fill the memory.
_LONGEST_KEPT = 500
_known_split = lru_cache(maxsize=4096)(_split)
# A long list is asked for once for each of its names.
_long_split = lru_cache(maxsize=8)(_split)
_known_normal = lru_cache(maxsize=4096)(_normal)
_EDGES = " \t\r\n\u3000\u00a0。.、，,；;"
_NONE_MARKS = frozenset({"无", "暂无", "/", "—", "——", "-", "--", "－"})
_SEPARATOR = pattern(r"[、，,；;\r\n\t]")
# A blank parts names, too, where two Chinese characters stand on both sides.
_SEPARATOR_OR_BLANK = pattern(r"[、，,；;\r\n\t]|(?<=[\u4e00-\u9fff]{2})[ \u3000]+(?=[\u4e00-\u9fff]{2})")
# 各区、县级市; 各市（州）、县（市、区）政府; 各乡镇人民政府、街道办事处: one group, although it holds separators.
_AREA = r"(?:县级市|自治[州县]|街道|开发区|[省市州县区旗乡镇]+)(?:[(（][^()（）]*[)）])?(?:(?:人民)?政府|办事处)?"
_KEEP_WHOLE = pattern(rf"各(?:有关|相关|地级以上)?{_AREA}(?:、{_AREA})+(?=[、，,；;。\s]|$)")
_BLANKS = frozenset(" \u3000")
# The first signs of what holds separators of its own.
_PROTECTING = frozenset("(（各")
_BRACKETS = pattern(r"[(（][^()（）]*[)）]")
_OPEN_END = pattern(
    r"等(?:(?:国务院|[省市州县区]级?直?)?(?:相关|有关)?(?:成员)?(?:单位|部门)|[\d一二三四五六七八九十]+多?[个家](?:单位|部门))?"
    r"(?:参加|参与|配合)?[。.]?$"
)
_MEMBERS = pattern(
    r"(?:领导小组)?(?:(?:其[他它余])?各|其[他它余]|全体|所有)(?:领导小组)?成员单位|领导小组成员单位|成员单位"
)
_VAGUE = pattern(
    r"^各?(?:有关|相关)|^社会各界$|^(?:行业)?主管部门$|^(?:行业|业务|职能)部门$"
    r"|(?:有关|相关).{0,4}(?:单位|部门|方面|企业|学校|高校|院校|院所|机构|协会|乡镇|镇街|街道|地区|区县|县区|县级市|市|县)$"
)
# 各界人士联合会 is a single body.
_CLASS = pattern(r"^各(?!界.*[会局办委]$).|^.{1,8}各.*(?:单位|部门|专班|党派|乡镇|镇街|街道)$")
# After a place or without one.
_KINDS = pattern(
    r"(?:[\u4e00-\u9fff]{1,6})?[省市县区州旗](?:[级直]属?|属)(?:国有)?(?:单位|部门|机关|企业|学校|高校)"
    r"|中央属?(?:国有)?企业|(?:直属|下属|所属|派驻|派出|基层|二级)(?:单位|机构)|群团组织|人民团体|新闻媒体|金融机构"
)


def _cuts(text: str) -> list[tuple[int, int]]:
    """Where the list is cut: (start, end) of each separator outside brackets and outside protected group words."""
    separator = _SEPARATOR if _BLANKS.isdisjoint(text) else _SEPARATOR_OR_BLANK
    cuts = [match.span() for match in separator.finditer(text)]
    if not cuts or _PROTECTING.isdisjoint(text):
        return cuts
    whole = [match.span() for protected in (_BRACKETS, _KEEP_WHOLE) for match in protected.finditer(text)]
    return [cut for cut in cuts if not any(start <= cut[0] < end for start, end in whole)]
