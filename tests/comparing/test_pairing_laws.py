"""What holds for the pairs of any two plans: the items that are one, what became of each, what is only proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given

from kepu_cli.comparing.changes import Fate, Mentioned, Verb
from kepu_cli.comparing.compare import compare
from kepu_cli.comparing.likeness import LOWEST_SCORE
from kepu_cli.comparing.sameness import text_key
from kepu_cli.model import Plan
from tests.comparing.generated import LATER_PLANS, PLANS, Succession, examples, successions

if TYPE_CHECKING:
    from kepu_cli.comparing.comparison import Comparison


@examples(60)
@given(PLANS, PLANS)
def test_the_proposals_back_are_those_forth(old: Plan, new: Plan) -> None:
    """Each may see candidates that the other does not, but never another score for the same two items."""
    forth, back = (
        {(one.path, other.path): score for one, other, score in pairs}
        for pairs in (
            [(each.old, each.new, each.score) for each in compare(old, new).proposals],
            [(each.new, each.old, each.score) for each in compare(new, old).proposals],
        )
    )
    assert all(forth[both] == back[both] for both in forth.keys() & back.keys())


@examples(60)
@given(successions())
def test_every_old_item_is_carried_exactly_once(both: Succession) -> None:
    comparison = compare(both.old, both.new)
    assert [each.old.path for each in comparison.carried] == [row.path for row in comparison.old.rows]
    gone = {change.item for change in comparison.changes if change.verb is Verb.REMOVED}
    for each in comparison.carried:
        is_over = each.fate in (Fate.DROPPED, Fate.FINISHED)
        assert is_over is (not each.into)
        # A duty that became a project is gone from its place, and goes on all the same.
        assert is_over is (each.old.path in gone and not each.into)
        assert bool(each.because) is (each.fate is Fate.FINISHED)


@examples(60)
@given(successions())
def test_pairs_join_items_one_to_one(both: Succession) -> None:
    comparison = compare(both.old, both.new)
    old, new = ({row.path: row for row in ledger.rows} for ledger in (comparison.old, comparison.new))
    assert len(set(comparison.pairs.values())) == len(comparison.pairs)
    assert all(new[here].level is old[there].level for here, there in comparison.pairs.items())
    into = {each.old.path: [one.path for one in each.into] for each in comparison.carried}
    assert all(here in into[there] for here, there in comparison.pairs.items())
    added = {change.item for change in comparison.changes if change.verb is Verb.ADDED}
    assert added == new.keys() - comparison.pairs.keys()


@examples(50)
@given(PLANS, LATER_PLANS)
def test_proposals_are_of_items_that_nothing_sure_pairs(old: Plan, new: Plan) -> None:
    comparison = compare(old, new)
    for each in comparison.proposals:
        assert LOWEST_SCORE <= each.score <= 100
        assert each.level is _level_of(each.old, comparison) is _level_of(each.new, comparison)
        assert comparison.pairs.get(each.new.path) != each.old.path
        for mine, theirs in (_pair_of_new(each.new, comparison), _pair_of_old(each.old, comparison)):
            if mine is not None:
                assert each.is_paired
                assert text_key(mine) != text_key(theirs)


@examples(50)
@given(PLANS, LATER_PLANS)
def test_no_item_is_in_two_proposals(old: Plan, new: Plan) -> None:
    proposals = compare(old, new).proposals
    assert len({each.old.path for each in proposals}) == len({each.new.path for each in proposals}) == len(proposals)


@examples(100)
@given(PLANS, LATER_PLANS)
def test_a_proposal_taken_up_is_a_pair_the_next_time(old: Plan, new: Plan) -> None:
    """Written as 原编号 at the new item, the reference that a proposal gives pairs the two."""
    for each in [one for one in compare(old, new).proposals if one.reference][:1]:
        data = new.written() | {"year": str(new.year)}
        item: Any = data
        for step in each.new.path:
            item = item[step]
        item["formerly"] = [each.reference]
        again = compare(old, Plan.read(data))
        assert again.pairs[each.new.path] == each.old.path


def _level_of(one: Mentioned, comparison: Comparison) -> Any:
    rows = {(row.path, row.label): row.level for row in (*comparison.old.rows, *comparison.new.rows)}
    return rows[one.path, one.name]


def _pair_of_new(one: Mentioned, comparison: Comparison) -> tuple[str | None, str]:
    labels = {row.path: row.label for row in comparison.old.rows}
    paired = comparison.pairs.get(one.path)
    return (None if paired is None else labels[paired]), one.name


def _pair_of_old(one: Mentioned, comparison: Comparison) -> tuple[str | None, str]:
    labels = {row.path: row.label for row in comparison.new.rows}
    paired = {there: here for here, there in comparison.pairs.items()}.get(one.path)
    return (None if paired is None else labels[paired]), one.name
