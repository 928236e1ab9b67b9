"""What holds for any two plans that grew out of one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.comparing.compare import compare
from kepu_cli.comparing.three_way import ChangedFact, Standing, compare_three
from tests.comparing.generated import LATER_PLANS, PLANS, examples, stirred

if TYPE_CHECKING:
    from random import Random

    from kepu_cli.model import Plan

MIRRORED = {Standing.OURS: Standing.THEIRS, Standing.THEIRS: Standing.OURS}


@examples(30)
@given(PLANS, LATER_PLANS)
def test_who_changed_nothing_has_nothing(base: Plan, other: Plan) -> None:
    assert {fact.standing for fact in compare_three(base, base, other).facts} <= {Standing.THEIRS}
    assert {fact.standing for fact in compare_three(base, other, base).facts} <= {Standing.OURS}


@examples(40)
@given(PLANS, LATER_PLANS, st.randoms(use_true_random=False))
def test_who_changed_the_same_does_not_clash(base: Plan, other: Plan, random: Random) -> None:
    assert {fact.standing for fact in compare_three(base, other, other).facts} <= {Standing.ALIKE}
    assert {fact.standing for fact in compare_three(base, other, stirred(other, random)).facts} <= {Standing.ALIKE}


@examples(70)
@given(PLANS, LATER_PLANS, LATER_PLANS)
def test_every_change_of_both_is_in_exactly_one_fact(base: Plan, ours: Plan, theirs: Plan) -> None:
    three = compare_three(base, ours, theirs)
    for side, told in (
        (three.ours, [change for fact in three.facts for change in fact.ours]),
        (three.theirs, [change for fact in three.facts for change in fact.theirs]),
    ):
        assert Counter(told) == Counter(side.changes)
    assert three.ours.changes == compare(base, ours).changes
    assert three.theirs.changes == compare(base, theirs).changes


@examples(60)
@given(PLANS, LATER_PLANS, LATER_PLANS)
def test_sides_and_standings_fit(base: Plan, ours: Plan, theirs: Plan) -> None:
    for fact in compare_three(base, ours, theirs).facts:
        assert bool(fact.ours) is (fact.standing is not Standing.THEIRS)
        assert bool(fact.theirs) is (fact.standing is not Standing.OURS)
        assert (fact.level is None) is (fact.item == ())
        assert (fact.action is None) is (fact.level is None)


@examples(70)
@given(PLANS, LATER_PLANS, LATER_PLANS)
def test_exchanged_sides_are_the_mirror(base: Plan, ours: Plan, theirs: Plan) -> None:
    """In the same order; only the words of an alike or clashing fact are taken from our side."""
    there, back = compare_three(base, ours, theirs), compare_three(base, theirs, ours)
    assert [_mirrored(fact) for fact in there.facts] == [_plain(fact) for fact in back.facts]


@examples(30)
@given(PLANS, LATER_PLANS, LATER_PLANS)
def test_facts_of_the_base_stand_in_its_order(base: Plan, ours: Plan, theirs: Plan) -> None:
    three = compare_three(base, ours, theirs)
    order = {row.path: number for number, row in enumerate(three.ours.old.rows)}
    stand = [order[fact.item] for fact in three.facts if fact.item]
    assert stand == sorted(stand)


def _plain(fact: ChangedFact) -> tuple[object, ...]:
    return fact.standing, fact.facet, fact.item, fact.which, fact.ours, fact.theirs


def _mirrored(fact: ChangedFact) -> tuple[object, ...]:
    standing = MIRRORED.get(fact.standing, fact.standing)
    return standing, fact.facet, fact.item, fact.which, fact.theirs, fact.ours
