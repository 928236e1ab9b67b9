"""The level that a name borrows from one before it: 科协 after 县科技局 is 县科协, 教育局 after 县委宣传部 县教育局."""

from __future__ import annotations

from typing import NamedTuple

from kepu_cli.common_names import common_names
from kepu_cli.importers.attribution.bodies import core_of, is_known, is_place, is_short, level_of, without_plate
from kepu_cli.importers.attribution.body_words import ONLY_NATIONAL, OWN, PROVINCES, VERTICAL
from kepu_cli.patterns import pattern
from kepu_cli.roster import YOUTH_LEAGUE


class Written(NamedTuple):
    """A name as it stands, and in plain characters; a group lends and borrows nothing."""

    written: str
    plain: str
    is_group: bool = False


class Whole(NamedTuple):
    """The whole name; `is_unsure` where names of two levels stand before it, or none does though others have one."""

    name: str
    is_unsure: bool = False


def whole_names(names: list[Written], region: str = "") -> list[Whole]:
    """Each name with its level. Where no name of the text has one, `region` (什邡市) gives it, if anybody told it."""
    levels = [_lent(name) for name in names]
    if not any(levels):
        here = region.strip()[-1:] if not any(_is_national(name.plain) for name in names) else ""
        return [Whole(_with_level(name, here) if here else name.written) for name in names]
    return _borrowing(names, levels)


def _borrowing(names: list[Written], levels: list[str]) -> list[Whole]:
    found: list[Whole] = []
    level, seen = "", set[str]()
    for name, lent in zip(names, levels, strict=True):
        if lent:
            level = lent
            seen = {other for other in seen if not other.endswith(lent) and not lent.endswith(other)} | {lent}
        whole = _with_level(name, level)
        borrowed = whole != name.written
        found.append(Whole(whole, (borrowed and len(seen) > 1) or (not level and _borrows(name))))
    return found


def _lent(name: Written) -> str:
    """The level that the name lends, in its own characters: 市 of 市委宣传部, 什邡市 of 什邡市教育局."""
    if name.is_group or YOUTH_LEAGUE.fullmatch(name.plain) or is_place(name.plain):
        return ""
    plain = without_plate(name.plain)
    level = level_of(plain)
    if not level or not _is_local(plain[len(level) :]):
        return ""
    start = name.plain.find(level)
    return name.written[start : start + len(level)]


def _is_local(core: str) -> bool:
    return not core.endswith(OWN) or (is_known(core) and core not in OWN)


def _with_level(name: Written, level: str) -> str:
    if not level or not _borrows(name):
        return name.written
    core = without_plate(name.plain)
    if core in common_names().party_organs:
        return f"{level}委{name.written}"
    if core == "团委":
        return f"{name.written[0]}{level}{name.written[1:]}"
    return f"{level}{name.written}"


def _borrows(name: Written) -> bool:
    """Whether the name lacks a level that it ought to have."""
    plain = without_plate(name.plain)
    if plain == "团委":
        return not name.is_group
    if name.is_group or level_of(plain) or YOUTH_LEAGUE.search(plain) or _is_national(plain) or is_place(plain):
        return False
    if plain.endswith(VERTICAL) or plain.startswith(("国网", "中共", *PROVINCES)):
        return False
    if _MANY.fullmatch(plain) or not _is_local(plain) or _PARK.match(plain) or _OWN_PLACE.match(plain):
        return False
    return is_known(plain) or is_short(plain) or plain.endswith(_GOVERNMENT) or core_of(plain) != plain


def _is_national(plain: str) -> bool:
    return plain.startswith(("中央", "国务院", "全国", "国家", "中国", "中华", "共青团中央")) or plain in ONLY_NATIONAL


# Ends of bodies that every level has one of.
_GOVERNMENT = (
    *("局", "委", "办", "厅", "室", "部", "中心", "联", "协", "会", "社", "院", "馆", "队", "站", "校", "台", "所"),
    *("政府", "人大", "政协", "公司", "领导小组"),
)
# 社区卫生服务中心, 云岭电视台: of a smaller place, or with its place inside.
_OWN_PLACE = pattern(r"社区|乡镇|街道|(?!广播|有线|教育)[一-龥]{2,4}(?:广播)?电视台$")
# Words for many bodies, which nobody's level fits.
_MANY = pattern(
    r"科研院所|高校|院校|学校|中学|小学|中小学校?|幼儿园|企业|企事业单位|医疗机构|媒体|社团|商会|协会|学会|社会组织|金融机构"
)
_PARK = pattern(r".{0,8}?(?:开发区|高新区|经开区|园区|新区|示范区)")
