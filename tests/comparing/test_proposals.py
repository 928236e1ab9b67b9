"""Which reworded duties are proposed as one, and which pairs of the same boilerplate are not: row by row."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest

from kepu_cli.comparing.changes import Verb
from kepu_cli.comparing.compare import compare
from kepu_cli.comparing.likeness import LOWEST_SCORE
from tests.comparing.reworded import BACKGROUND, FAIR_QUESTIONS, MISSED, OF_ONE_PATTERN, OTHER, SAME
from tests.comparing.two_plans import plan

if TYPE_CHECKING:
    from kepu_cli.comparing.comparison import Comparison


def rows(table: dict[str, tuple[str, str]]) -> list[Any]:
    return [pytest.param(*pair, id=name) for name, pair in table.items()]


@pytest.mark.parametrize(("old", "new"), rows(SAME) + rows(FAIR_QUESTIONS))
def test_the_same_in_other_words_is_proposed(old: str, new: str) -> None:
    assert proposed(compared((old,), (new,))) == {(text(old), text(new))}


@pytest.mark.parametrize(("old", "new"), rows(OTHER) + rows(OF_ONE_PATTERN) + rows(MISSED))
def test_another_duty_in_like_words_is_not(old: str, new: str) -> None:
    assert proposed(compared((old,), (new,))) == set()


@pytest.mark.parametrize("table", [SAME, SAME | OTHER], ids=["alone", "among strangers"])
def test_a_year_of_rewording_everything(table: dict[str, tuple[str, str]]) -> None:
    """With all of them in one plan each finds its own, and the strangers find nobody."""
    comparison = compared(tuple(old for old, _ in table.values()), tuple(new for _, new in reversed(table.values())))
    wanted = {(text(old), text(new)) for old, new in SAME.values()}
    assert proposed(comparison) == wanted


@pytest.mark.parametrize(("old", "new"), rows(SAME))
def test_the_same_departments_make_surer(old: str, new: str) -> None:
    (score,) = (each.score for each in compared((old,), (new,)).proposals)
    kept = " | ".join((*new.split(" | ")[:2], old.split(" | ")[2]))
    (higher,) = (each.score for each in compared((old,), (kept,)).proposals)
    assert LOWEST_SCORE <= score <= higher <= 100


def test_departments_that_stand_at_the_action_count_too() -> None:
    """Most plans name them there, and their duties have them from there."""
    missed = [
        name
        for name, (old, new) in SAME.items()
        if proposed(compare(*(plan(_led_by_their_actions(row)) for row in (old, new)))) != {(text(old), text(new))}
    ]
    assert missed == []


def test_what_a_person_took_for_one_is_not_asked_again() -> None:
    old, new = SAME["feudal superstition"]
    before, after = plan(_actions((old,))), _actions((new,))
    (proposal,) = compare(before, plan(after)).proposals
    next(each for each in after if each["duties"])["duties"][0]["formerly"] = proposal.reference
    again = compare(before, plan(after))
    assert again.proposals == ()
    assert [change.verb for change in again.changes] == [Verb.CHANGED]


def test_a_number_in_common_is_not_trusted_where_the_texts_differ() -> None:
    """The duty that took over the number is paired by it; the reworded one further down is proposed."""
    old = duties(("1", "征集本土科普短视频", "县科协"), ("2", "办好科普专栏", "县融媒体中心"))
    new = duties(
        ("1", "更新科普长廊", "县科协"),
        ("2", "办好科普专栏", "县融媒体中心"),
        ("3", "征集展播本土科普短视频", "县科协"),
    )
    (proposal,) = compare(plan(old), plan(new)).proposals
    assert (proposal.old.name, proposal.new.name) == ("征集本土科普短视频", "征集展播本土科普短视频")
    assert (proposal.reference, proposal.is_paired) == ("1", True)


def test_a_place_in_the_list_that_is_another_ones_number_is_no_reference() -> None:
    """The second action has no number; 2 would mean the first one."""
    old = [{"id": "二", "name": "科普信息化提升工程"}, {"name": "征集本土科普短视频"}]
    new = [{"id": "三", "name": "科普信息化提升工程"}, {"name": "征集展播本土科普短视频"}]
    (proposal,) = compare(plan(old), plan(new)).proposals
    assert (proposal.old.name, proposal.reference) == ("征集本土科普短视频", "")


def test_a_reworded_duty_under_its_number_needs_no_proposal() -> None:
    old, new = duties(("1", "征集本土科普短视频", "县科协")), duties(("1", "征集展播本土科普短视频", "县科协"))
    assert compare(plan(old), plan(new)).proposals == ()


def duties(*given: tuple[str, str, str]) -> list[Any]:
    """A plan's actions: one, with these duties by number, text and lead."""
    items = [{"id": number, "text": text, "lead": lead} for number, text, lead in given]
    return [{"id": "一", "name": "科普信息化", "duties": items}]


@lru_cache
def compared(old: tuple[str, ...], new: tuple[str, ...]) -> Comparison:
    """Two plans of these duties beside those that stay; nothing has a number."""
    one, other = (plan(_actions((*BACKGROUND, *duties)), departments=[]) for duties in (old, new))
    return compare(one, other)


def _actions(duties: tuple[str, ...]) -> list[Any]:
    """Always the same actions, with their duties among these."""
    found: dict[str, list[Any]] = {name: [] for name in dict.fromkeys(row.split(" | ")[0] for row in BACKGROUND)}
    for action, text, departments in (row.split(" | ") for row in duties):
        lead, *others = departments.split("、")
        found[action].append({"text": text, "lead": lead, "responsible": others})
    return [{"name": name, "duties": given} for name, given in found.items()]


def _led_by_their_actions(row: str) -> list[Any]:
    actions = _actions((*BACKGROUND, row))
    for action in actions:
        for duty in action["duties"]:
            duty |= {"lead": "", "responsible": []}
        action["lead"] = "县科协"
    return actions


def proposed(comparison: Comparison) -> set[tuple[str, str]]:
    return {(each.old.name, each.new.name) for each in comparison.proposals}


def text(row: str) -> str:
    return row.split(" | ")[1]
