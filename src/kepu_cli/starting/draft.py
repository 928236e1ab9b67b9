"""What a new plan starts with: two example actions, or those of an outline with their customary leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.common_names import common_names
from kepu_cli.numerals import chinese_numeral
from kepu_cli.references import outline_reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.model import Outline, OutlineAction, OutlineDuty


@dataclass(frozen=True, slots=True)
class DraftDuty:
    """Departments stand without their level. `asked` is False for a duty that counties normally skip."""

    text: str
    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    due: str = ""
    target: tuple[str, int] | None = None
    covers: str = ""
    asked: bool = True


@dataclass(frozen=True, slots=True)
class DraftAction:
    id: str
    name: str
    kind: str
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    duties: tuple[DraftDuty, ...]


def draft_actions(outline: Outline | None) -> tuple[DraftAction, ...]:
    """The outline's actions with the duties laid out, and one more for duties that belong to none of them."""
    if outline is None:
        return _EXAMPLE
    actions = [_outline_action(outline, action) for action in outline.actions]
    homeless = [duty for duty in outline.duties if not any(_belongs(duty, action) for action in outline.actions)]
    if homeless:
        duties = tuple(_outline_duty(outline, duty) for duty in homeless)
        actions.append(DraftAction(chinese_numeral(len(actions) + 1), _SAFEGUARD, "safeguard", (_OFFICE,), (), duties))
    return tuple(actions)


def draft_roster(actions: Iterable[DraftAction]) -> tuple[str, ...]:
    """Every department that the actions name, without its level, in protocol order."""
    cores: set[str] = set()
    for action in actions:
        cores.update(action.lead, action.responsible)
        for duty in action.duties:
            cores.update(duty.lead, duty.responsible)
    return tuple(sorted(cores, key=_rank))


def has_level(region: str) -> bool:
    """Whether the region's name says if it is a city, a county or a district: 什邡市, not 什邡."""
    return region[-1:] in _LEVELS


def department_in(region: str, core: str) -> str:
    """A department's name with the region's level: 教育局 → 县教育局, 组织部 → 县委组织部, 团委 → 团县委."""
    level = region[-1:] if region[-1:] in _LEVELS else ""
    if core == _YOUTH_LEAGUE:
        return f"团{level}委" if level else core
    return f"{level}委{core}" if level and core in common_names().party_organs else level + core


def sector_of(core: str) -> str:
    """The model's sector for a department without its level."""
    if core in _MASS:
        return "mass"
    return "party" if core in common_names().party_organs else "government"


_LEVELS = "市县区州盟旗省"
_YOUTH_LEAGUE = "团委"
_OFFICE = "科协"
# In the order in which notices list them.
_MASS = ("总工会", _YOUTH_LEAGUE, "妇联", _OFFICE)
_GOVERNMENT = (
    "发展和改革局", "教育局", "科技局", "民政局", "财政局", "人力资源和社会保障局", "人事局", "劳动和社会保障局",
    "农业农村局", "农业局", "卫生健康局", "应急管理局", "外办",
)  # fmt: skip
_PARTY = ("组织部", "宣传部")
_SECTORS = ("party", "government", "mass")
_PROTOCOL = (*_PARTY, *_GOVERNMENT, *_MASS)
# What holds the rest together is not one of an outline's own actions.
_SAFEGUARD = "组织实施和保障"

_EXAMPLE = (
    DraftAction(
        "一", "青少年科学素质提升行动", "action", ("教育局",), ("团委", "科协"),
        (
            DraftDuty("请科学家和科技工作者进校园宣讲"),
            DraftDuty("举办青少年科技创新大赛", ("科协",), ("教育局", "团委"), "4月底前", ("作品", 100)),
        ),
    ),
    DraftAction(
        "二", "老年人科学素质提升行动", "action", ("卫生健康局",), ("民政局", "科协"),
        (
            DraftDuty("开展智能手机使用培训", ("民政局",), ("科协",), "11月底前"),
            DraftDuty("组织健康科普讲座", ("卫生健康局",), ("科协",), "持续推进"),
        ),
    ),
)  # fmt: skip


def _outline_action(outline: Outline, action: OutlineAction) -> DraftAction:
    duties = tuple(_outline_duty(outline, duty) for duty in outline.duties if _belongs(duty, action))
    return DraftAction(action.id, action.name, action.kind or "action", action.customary_leads, (), duties)


def _belongs(duty: OutlineDuty, action: OutlineAction) -> bool:
    return bool(action.prefix) and duty.id.startswith(f"{action.prefix}/")


def _outline_duty(outline: Outline, duty: OutlineDuty) -> DraftDuty:
    return DraftDuty(duty.text, covers=outline_reference(outline, duty), asked=not duty.optional)


def _rank(core: str) -> tuple[int, int, str]:
    place = _PROTOCOL.index(core) if core in _PROTOCOL else len(_PROTOCOL)
    return _SECTORS.index(sector_of(core)), place, core
