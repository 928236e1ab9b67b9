"""What holds for the comparison of any two plans."""

from __future__ import annotations

import pathlib
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given
from hypothesis import strategies as st

from kepu_cli.comparing.changes import Change, Fate, Verb
from kepu_cli.comparing.compare import compare
from kepu_cli.comparing.sameness import text_key
from kepu_cli.findings import Lang
from kepu_cli.loading.load import load_bytes
from kepu_cli.model import Plan, Role
from kepu_cli.writing.plan import plan_yaml
from tests.comparing.generated import (
    ACTIONS,
    LATER_PLANS,
    PLANS,
    Succession,
    examples,
    items_of,
    items_stirred,
    stirred,
    successions,
)
from tests.comparing.two_plans import WOMEN, plan, told

if TYPE_CHECKING:
    from random import Random

    from kepu_cli.comparing.comparison import Comparison


@given(PLANS)
def test_a_plan_does_not_differ_from_itself(some: Plan) -> None:
    assert_nothing_to_tell(compare(some, some))


@examples(60)
@given(PLANS, st.randoms(use_true_random=False))
def test_the_order_of_names_and_targets_tells_nothing(some: Plan, random: Random) -> None:
    assert_nothing_to_tell(compare(some, stirred(some, random)))


@examples(60)
@given(PLANS, st.randoms(use_true_random=False))
def test_the_order_of_items_and_members_tells_nothing(some: Plan, random: Random) -> None:
    """For items that can be told apart, by number or name."""
    assume(_all_distinct(some))
    comparison = compare(some, items_stirred(some, random))
    assert comparison.changes == ()
    assert comparison.shifts == ()
    assert comparison.proposals == ()


@examples(30)
@given(PLANS, st.sampled_from(Lang), st.sampled_from(Lang))
def test_the_language_of_the_keys_tells_nothing(some: Plan, one: Lang, other: Lang) -> None:
    assume(all(item.label for item in items_of(some)))  # a duty has to say something in a file
    assert_nothing_to_tell(compare(_written(some, one), _written(some, other)))


@examples(30)
@given(successions())
def test_comparing_twice_tells_the_same(both: Succession) -> None:
    one, other = compare(both.old, both.new), compare(both.old, both.new)
    assert one.changes == other.changes
    assert one.shifts == other.shifts
    assert one.carried == other.carried
    assert one.proposals == other.proposals
    assert one.doubts == other.doubts


OPPOSITE = {
    Verb.ADDED: Verb.REMOVED,
    Verb.JOINED: Verb.LEFT,
    Verb.MEMBER_ADDED: Verb.MEMBER_REMOVED,
}
OPPOSITE |= {there: here for here, there in OPPOSITE.items()}


@examples(80)
@given(PLANS, PLANS)
def test_back_is_the_mirror_of_forth(old: Plan, new: Plan) -> None:
    """With verbs, before and after, old and new places exchanged, both ways tell the same.

    For plans without reforms and 原编号, which have a direction. Left out is the role of a former lead that stays on:
    it is told beside the new leads, and from the other side the leads alone tell it.
    """
    forth, back = compare(old, new), compare(new, old)
    assert Counter(map(_facts, _without_stayers(forth.changes))) == Counter(
        (OPPOSITE.get(verb, verb), department, role, after, before, there, here, field)
        for verb, department, role, before, after, here, there, field in map(_facts, _without_stayers(back.changes))
    )


@examples(80)
@given(PLANS, PLANS)
def test_the_shifts_back_are_the_mirror_of_those_forth(old: Plan, new: Plan) -> None:
    forth, back = compare(old, new).shifts, compare(new, old).shifts
    assert Counter((one.department, one.before, one.after, one.old, one.new) for one in forth) == Counter(
        (one.department, one.after, one.before, one.new, one.old) for one in back
    )


@examples(50)
@given(ACTIONS)
def test_an_action_in_front_is_one_addition(actions: list[Any]) -> None:
    numbered = [{**each, "id": str(number + 1), "name": f"行动{number}"} for number, each in enumerate(actions)]
    renumbered = [{**each, "id": str(number + 2)} for number, each in enumerate(numbered)]
    # What refers to a duty of another action by the action's number means another one now.
    for each in _with_covers(numbered):
        assume("二/1" not in each["covers"])
    changes = compare(plan(numbered), plan([{"id": "1", "name": "新", "lead": WOMEN}, *renumbered])).changes
    assert told(changes) == [f"added {WOMEN} → 新"]


@examples(40)
@given(PLANS, LATER_PLANS)
def test_changes_come_in_the_order_of_the_new_plan(old: Plan, new: Plan) -> None:
    stand = [change.action.path for change in compare(old, new).changes if change.action and not change.action.gone]
    assert stand == sorted(stand)


@examples(40)
@given(PLANS, LATER_PLANS)
def test_changes_of_one_item_come_in_the_order_of_the_verbs(old: Plan, new: Plan) -> None:
    order = list(Verb)
    for one, other in pairwise(compare(old, new).changes):
        if (
            one.level
            and (one.item, one.level) == (other.item, other.level)
            and Verb.REMOVED not in (one.verb, other.verb)
        ):
            assert order.index(one.verb) <= order.index(other.verb)


@examples(60)
@given(successions())
def test_no_change_is_told_twice(both: Succession) -> None:
    """Neither as a whole nor as the same fact at the same item."""
    changes = compare(both.old, both.new).changes
    assert len(set(changes)) == len(changes)
    facts = Counter(
        (change.verb, change.item, change.old, change.new, change.departments, change.before, change.field, change.role)
        for change in changes
        if not change.followers
    )
    assert facts.most_common(1)[0][1] == 1 if facts else True


@examples(80)
@given(successions())
def test_what_follows_is_not_told_at_the_follower_too(both: Succession) -> None:
    """What an item has from its action is told at the action."""
    changes = compare(both.old, both.new).changes
    own = {(change.item, change.verb, change.departments, change.after) for change in changes if not change.followers}
    for change in changes:
        for follower in change.followers:
            assert (follower.path, change.verb, change.departments, change.after) not in own


@examples(60)
@given(successions())
def test_no_body_is_both_reformed_and_gone(both: Succession) -> None:
    """Nor does its successor join where it went on with a task."""
    comparison = compare(both.old, both.new)
    reformed = {change.before[0] for change in comparison.changes if change.verb is Verb.REFORMED}
    out = {name for change in comparison.changes if change.verb is Verb.MEMBER_REMOVED for name in change.departments}
    come = {name for change in comparison.changes if change.verb is Verb.MEMBER_ADDED for name in change.departments}
    assert not reformed & out
    assert not {name for body in reformed for name in both.successors[body]} & come
    for change in comparison.changes:
        for name in reformed.intersection(change.departments) if change.verb is Verb.LEFT else ():
            holders = {entry.department for entry in comparison.new.of(change.item)}
            assert not holders & set(both.successors[name])


def assert_nothing_to_tell(comparison: Comparison) -> None:
    assert comparison.changes == ()
    assert comparison.shifts == ()
    assert comparison.proposals == ()
    assert comparison.doubts == ()
    assert all(each.fate is Fate.CONTINUED for each in comparison.carried)
    assert comparison.pairs == {row.path: row.path for row in comparison.old.rows}


def _facts(change: Change) -> tuple[Any, ...]:
    """Where nothing is written the one side has the item's path and the other nothing: that is no difference."""
    role = None if change.verb is Verb.ROLE_CHANGED else change.role
    old, new = (None if path is None else path[:4] for path in (change.old, change.new))
    return change.verb, change.departments, role, change.before, change.after, old, new, change.field


def _without_stayers(changes: tuple[Change, ...]) -> list[Change]:
    relieved = {(change.item, bool(change.followers)) for change in changes if change.verb is Verb.LEAD_CHANGED}
    return [
        change
        for change in changes
        if not (
            change.verb is Verb.ROLE_CHANGED
            and (change.item, bool(change.followers)) in relieved
            and change.before == (Role.LEAD,)
        )
    ]


def _with_covers(actions: list[Any]) -> list[Any]:
    return [
        each
        for action in actions
        for each in (action, *action.get("duties", []), *action.get("projects", []))
        if "covers" in each
    ]


def _all_distinct(some: Plan) -> bool:
    """No two items of one level have one name, and each has one; a number in the list tells nothing of them."""
    for level in ((), ("duties",), ("projects",)):
        items = [one for action in some.actions for key in level for one in getattr(action, key)] or some.actions
        labels = [text_key(item.label) for item in items]
        if "" in labels or len(set(labels)) != len(labels):
            return False
    # Without an id, duty 1 is the first in the list: in another order a project takes up another one.
    return not any(item.covers for item in items_of(some))


def _written(some: Plan, lang: Lang) -> Plan:
    loaded = load_bytes(plan_yaml(some, lang).encode(), "plan.yaml", pathlib.Path())
    assert loaded.plan is not None
    return loaded.plan
