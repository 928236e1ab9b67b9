"""What holds for the changes between any two plans."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kepu_cli.comparing.changes import Change, Verb
from kepu_cli.comparing.compare import compare
from kepu_cli.model import Plan, Role
from tests.comparing.two_plans import EDUCATION, FARMING, ROSTER, SCIENCE, WOMEN, plan, told

if TYPE_CHECKING:
    from random import Random

NAMES = (EDUCATION, SCIENCE, WOMEN, FARMING, "县供销社", "各成员单位", "有关单位", "县科技局")
DUES = ("", "6月底前", "2025年6月底前", "2025-06-30", "持续推进", "每年6月底前", "按要求", "3月至5月", "12月")
TEXTS = ("办展览", "办好展览", "培训教师", "办2025年科普日", "下乡 ", "下乡。", "")
ITEM_FIELDS = {
    **{role.value: st.lists(st.sampled_from(NAMES), max_size=3, unique=True) for role in Role},
    "due": st.sampled_from(DUES),
    "targets": st.dictionaries(st.sampled_from(("场次", "人次")), st.sampled_from(("20", "20场", "30")), max_size=2),
    "leader": st.sampled_from(("", "李副县长")),
}


def items(key: str) -> st.SearchStrategy[list[Any]]:
    """Up to four duties or projects, with or without ids, no id twice."""
    item: st.SearchStrategy[Any] = st.fixed_dictionaries(
        {key: st.sampled_from(TEXTS), "id": st.sampled_from(("", "1", "2", "3", "K-4"))}, optional=ITEM_FIELDS
    )
    return st.lists(item, max_size=4).filter(_has_unique_ids)


def _has_unique_ids(drawn: list[Any]) -> bool:
    written = [each["id"] for each in drawn if each["id"]]
    return len(set(written)) == len(written)


ACTIONS = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(("", "一", "二", "三")), "name": st.sampled_from(("甲", "乙", "丙", ""))},
        optional=ITEM_FIELDS | {"duties": items("text"), "projects": items("name")},
    ),
    min_size=1,
    max_size=3,
).filter(_has_unique_ids)
ROSTERS = st.lists(st.sampled_from([EDUCATION, WOMEN, FARMING]), unique=True).map(lambda some: [ROSTER[1], *some])
PLANS = st.builds(lambda actions, roster, title: plan(actions, departments=roster, title=title), ACTIONS, ROSTERS,
                  st.sampled_from(("方案", "2025年方案", "规划")))  # fmt: skip


@given(PLANS)
def test_a_plan_does_not_differ_from_itself(some: Plan) -> None:
    assert compare(some, some) == ()


@given(PLANS, st.randoms(use_true_random=False))
def test_the_order_of_names_and_targets_tells_nothing(some: Plan, random: Random) -> None:
    assert compare(some, _shuffled(some, random)) == ()


OPPOSITE = {
    Verb.ADDED: Verb.REMOVED,
    Verb.JOINED: Verb.LEFT,
    Verb.MEMBER_ADDED: Verb.MEMBER_REMOVED,
}
OPPOSITE |= {there: here for here, there in OPPOSITE.items()}


@settings(max_examples=200)
@given(PLANS, PLANS)
def test_back_is_the_mirror_of_forth(old: Plan, new: Plan) -> None:
    """With verbs, before and after, old and new places exchanged, both ways tell the same.

    For plans without reforms and 原编号, which have a direction. Left out is the role of a former lead that stays on:
    it is told beside the new leads, and from the other side the leads alone tell it.
    """
    forth, back = compare(old, new), compare(new, old)
    assert Counter(map(_facts, _without_stayers(forth))) == Counter(
        (OPPOSITE.get(verb, verb), department, role, after, before, there, here)
        for verb, department, role, before, after, here, there in map(_facts, _without_stayers(back))
    )


def _facts(change: Change) -> tuple[Any, ...]:
    role = None if change.verb is Verb.ROLE_CHANGED else change.role
    return change.verb, change.department, role, change.before, change.after, change.old, change.new


def _without_stayers(changes: tuple[Change, ...]) -> list[Change]:
    relieved = {change.item for change in changes if change.verb is Verb.LEAD_CHANGED}
    return [
        change
        for change in changes
        if not (change.verb is Verb.ROLE_CHANGED and change.item in relieved and change.before == Role.LEAD)
    ]


@given(ACTIONS)
def test_an_action_in_front_is_one_addition(actions: list[Any]) -> None:
    numbered = [{**each, "id": str(number + 1), "name": f"行动{number}"} for number, each in enumerate(actions)]
    renumbered = [{**each, "id": str(number + 2)} for number, each in enumerate(numbered)]
    changes = compare(plan(numbered), plan([{"id": "1", "name": "新", "lead": WOMEN}, *renumbered]))
    assert told(changes) == [f"added {WOMEN} → 新"]


@given(PLANS, PLANS)
def test_changes_come_in_the_order_of_the_new_plan(old: Plan, new: Plan) -> None:
    stand = [change.action.path for change in compare(old, new) if change.action and not change.action.gone]
    assert stand == sorted(stand)


def _shuffled(some: Plan, random: Random) -> Plan:
    data = some.model_dump(mode="json", exclude_defaults=True)
    return Plan.model_validate(_stirred(data, random) | {"year": "2025"})


def _stirred(value: Any, random: Random, key: str = "") -> Any:
    """The same plan with its name lists and all mappings in another order."""
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {each: _stirred(value[each], random, each) for each in keys}
    if isinstance(value, list):
        stirred = [_stirred(each, random) for each in value]
        if key in set(Role):
            random.shuffle(stirred)
        return stirred
    return value
