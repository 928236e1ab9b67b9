"""Plans drawn at random, small enough to collide: names, numbers, group words, projects, references to last year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import settings
from hypothesis import strategies as st

from kepu_cli.model import Plan, Role
from tests.comparing.two_plans import EDUCATION, FARMING, REVIVAL, SCIENCE, WOMEN, plan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from kepu_cli.model import Item

CULTURE, TOURISM, SPORTS, UNION = "县文体局", "县文旅局", "县体育局", "县妇女儿童联合会"
NAMES = (
    EDUCATION, SCIENCE, WOMEN, FARMING, REVIVAL, CULTURE, "县供销社", "县科技局", "各成员单位", "各镇街", "有关单位",
)  # fmt: skip
DUES = ("", "6月底前", "2025年6月底前", "2025-06-30", "持续推进", "每年6月底前", "按要求", "3月至5月", "12月")
TEXTS = ("办展览", "办好展览", "培训教师", "办2025年科普日", "下乡 ", "下乡。", "")
ITEM_FIELDS = {
    **{role.value: st.lists(st.sampled_from(NAMES), max_size=3, unique=True) for role in Role},
    "due": st.sampled_from(DUES),
    "targets": st.dictionaries(st.sampled_from(("场次", "人次")), st.sampled_from(("20", "20场", "30")), max_size=2),
    "leader": st.sampled_from(("", "李副县长")),
    "remark": st.sampled_from(("", "新增")),
    "covers": st.lists(st.sampled_from(("1", "2", "二/1", "办展览", "纲要/1")), max_size=2, unique=True),
    "unassigned_because": st.sampled_from(("", "由办公室兜底")),
}
HISTORY = {"formerly": st.lists(st.sampled_from(("1", "2", "3", "一/1", "二", "K-4", "无")), max_size=2, unique=True)}


def items(key: str, fields: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[list[Any]]:
    """Up to four duties or projects, with or without ids, no id twice."""
    item: st.SearchStrategy[Any] = st.fixed_dictionaries(
        {key: st.sampled_from(TEXTS), "id": st.sampled_from(("", "1", "2", "3", "K-4"))}, optional=dict(fields)
    )
    return st.lists(item, max_size=4).filter(_has_unique_ids)


def _has_unique_ids(drawn: list[Any]) -> bool:
    written = [each["id"] for each in drawn if each["id"]]
    return len(set(written)) == len(written)


def actions(fields: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[list[Any]]:
    """One to three actions with their duties and projects."""
    return st.lists(
        st.fixed_dictionaries(
            {"id": st.sampled_from(("", "一", "二", "三")), "name": st.sampled_from(("甲", "乙", "丙", ""))},
            optional={**fields, "duties": items("text", fields), "projects": items("name", fields)},
        ),
        min_size=1,
        max_size=3,
    ).filter(_has_unique_ids)


ACTIONS = actions(ITEM_FIELDS)
ACTIONS_WITH_HISTORY = actions(ITEM_FIELDS | HISTORY)
_SCIENCE_BUREAU = {"name": SCIENCE, "short": "县科技局"}
ROSTERS = st.lists(st.sampled_from([EDUCATION, WOMEN, FARMING, REVIVAL, CULTURE]), unique=True).map(
    lambda some: [_SCIENCE_BUREAU, *some]
)
GROUPS = st.sampled_from(({}, {"各镇街": ["甲镇"]}, {"各镇街": ["甲镇", "乙街道"]}))
_TITLES = st.sampled_from(("方案", "2025年方案", "规划"))


def _plan(actions: list[Any], roster: list[Any], groups: Any, title: str, year: str = "2025") -> Plan:
    return plan(actions, year, departments=roster, groups=groups, title=title)


PLANS = st.builds(_plan, ACTIONS, ROSTERS, GROUPS, _TITLES)
LATER_PLANS = st.builds(_plan, ACTIONS_WITH_HISTORY, ROSTERS, GROUPS, _TITLES)


class Succession(NamedTuple):
    """Two plans and what a reform between them made of the bodies of the old one."""

    old: Plan
    new: Plan
    successors: Mapping[str, tuple[str, ...]]


_REFORMS: dict[str, tuple[tuple[str, ...], Any]] = {
    "merged": ((FARMING,), {"names": REVIVAL, "until": "2025", "how": "合并"}),
    "split": ((TOURISM, SPORTS), {"names": CULTURE, "until": "2025", "how": "拆分"}),
    "renamed": ((UNION,), {"names": WOMEN, "until": "2025", "how": "更名"}),
}


@st.composite
def successions(draw: st.DrawFn) -> Succession:
    """Any two plans, with any of a merger, a split and a change of name between them.

    A body that was split is not named in the new plan: nobody could say which of its successors is meant.
    """
    old = draw(st.builds(_plan, ACTIONS, ROSTERS, GROUPS, _TITLES))
    chosen = draw(st.sets(st.sampled_from(sorted(_REFORMS))))
    roster: dict[str, Any] = {SCIENCE: _SCIENCE_BUREAU}
    roster |= {name: name for name in draw(st.permutations([EDUCATION, WOMEN, FARMING, REVIVAL, CULTURE]))}
    successors: dict[str, tuple[str, ...]] = {}
    for kind in sorted(chosen):
        names, past = _REFORMS[kind]
        roster.pop(past["names"])
        roster |= {name: {"name": name, "formerly": past} for name in names}
        successors[past["names"]] = names
    known = {*NAMES, TOURISM, SPORTS, UNION} - ({CULTURE} if "split" in chosen else set())
    bodies = st.sampled_from(sorted(known))
    fields = ITEM_FIELDS | {role.value: st.lists(bodies, max_size=3, unique=True) for role in Role}
    later = draw(actions(fields | HISTORY))
    return Succession(old, _plan(later, list(roster.values()), draw(GROUPS), "方案", "2026"), successors)


def stirred(some: Plan, random: Random) -> Plan:
    """The same plan with its lists of names and all its mappings in another order."""
    data = some.written()
    stirred_data: dict[str, Any] = _stirred(data, random)
    return Plan.read(stirred_data | {"year": str(some.year)})


def _stirred(value: Any, random: Random, key: str = "") -> Any:
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {each: _stirred(value[each], random, each) for each in keys}
    if isinstance(value, list):
        shuffled = [_stirred(each, random) for each in value]
        if key in set(Role):
            random.shuffle(shuffled)
        return shuffled
    return value


def items_stirred(some: Plan, random: Random) -> Plan:
    """The same items in another order, each under its action, and the members in another order."""
    data = some.written()
    for action in data["actions"]:
        for key in ("duties", "projects"):
            random.shuffle(action.get(key, []))
    for key in ("actions", "departments"):
        random.shuffle(data.get(key, []))
    return Plan.read(data | {"year": str(some.year)})


def items_of(some: Plan) -> list[Item]:
    """All of them, in order."""
    return [item for action in some.actions for item in (action, *action.duties, *action.projects)]


def examples(number: int) -> settings:
    """So many in a usual run; exploring has its own number."""
    usual = settings()
    return settings(usual, max_examples=max(number, usual.max_examples) if usual.max_examples > _USUAL else number)


_USUAL = 100  # hypothesis' own number
