"""How much a comparison has to do: counted in calls, so that no clock is asked. Twice the plan is twice the work."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
import rapidfuzz.fuzz
from benchmarks.two_years import duty_texts

from kepu_cli.comparing.compare import compare
from kepu_cli.comparing.three_way import compare_three
from tests.comparing.two_plans import EDUCATION, ROSTER, plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from kepu_cli.model import Plan

SMALL, DOUBLE = 300, 600
# The longer texts' weights and sorted lists grow a little faster than the plan.
NEARLY_TWICE = 2.2


def two_years(items: int, reworded: int, **fields: Any) -> tuple[Plan, Plan]:
    """Twenty duties an action; of a hundred duties some are reworded, and all have these fields."""
    return _plan([*duty_texts(items, 0)], fields), _plan([*duty_texts(items, reworded)], fields)


def _plan(texts: list[str], fields: dict[str, Any]) -> Plan:
    return plan(
        [
            {
                "name": f"片区{at}",
                "lead": EDUCATION,
                "duties": [{"text": text} | fields for text in texts[at : at + 20]],
            }
            for at in range(0, len(texts), 20)
        ],
        departments=ROSTER,
    )


@pytest.mark.parametrize("reworded", [0, 10, 100])
def test_work_grows_with_the_plan(reworded: int) -> None:
    work = [calls_of(compare, *two_years(items, reworded)) for items in (SMALL, DOUBLE)]
    assert work[1] < NEARLY_TWICE * work[0]


@pytest.mark.parametrize(
    "fields",
    [{"responsible": "各成员单位"}, {"due": "6月底前", "targets": {"场次": "20"}}, {"covers": ["纲要/1"]}],
    ids=["group words", "dues and targets", "covers"],
)
def test_work_grows_with_the_plan_whatever_the_items_have(fields: dict[str, Any]) -> None:
    work = [calls_of(compare, *two_years(items, 10, **fields)) for items in (SMALL, DOUBLE)]
    assert work[1] < NEARLY_TWICE * work[0]


def test_work_grows_with_the_plan_where_all_went_over_to_another_body() -> None:
    """Every duty's lead changed, and every duty has it from its action."""
    work = []
    for items in (SMALL, DOUBLE):
        old, new = two_years(items, 0)
        moved = [action.with_(lead=("县妇联",)) for action in new.actions]
        work.append(calls_of(compare, old, new.with_(actions=tuple(moved))))
    assert work[1] < NEARLY_TWICE * work[0]


def test_work_grows_with_the_plan_where_all_clash() -> None:
    """Both sides reworded everything, or one dropped every action that the other worked on."""
    work = []
    for items in (SMALL, DOUBLE):
        base, ours = two_years(items, 100)
        theirs = _plan([*duty_texts(items, 0)], {"due": "6月底前"})
        gone = base.with_(actions=base.actions[:1])
        work.append(calls_of(compare_three, base, ours, theirs) + calls_of(compare_three, base, gone, theirs))
    assert work[1] < NEARLY_TWICE * work[0]


@pytest.mark.parametrize(("reworded", "most"), [(0, 0), (10, 3), (100, 10)])
def test_few_texts_are_laid_side_by_side(monkeypatch: pytest.MonkeyPatch, reworded: int, most: int) -> None:
    """No more than so many an item: not each of the old with each of the new."""
    calls = counted_ratios(monkeypatch)
    comparison = compare(*two_years(DOUBLE, reworded, responsible="县妇联"))
    assert len(comparison.proposals) == DOUBLE * reworded // 100
    assert len(calls) <= most * DOUBLE


def test_words_that_all_items_share_do_not_bring_them_all_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but boilerplate: no two are alike by chance, and nobody compares each with each."""
    calls = counted_ratios(monkeypatch)
    old = [f"进一步加强科普工作队伍建设第{number}项" for number in range(400)]
    new = [f"切实推进科普阵地建设工作第{number}条" for number in range(400)]
    compare(_plan(old, {}), _plan(new, {}))
    assert len(calls) <= 10 * len(old)


def counted_ratios(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Every two texts whose likeness is asked for from now on."""
    calls: list[tuple[str, ...]] = []
    ratio = rapidfuzz.fuzz.ratio

    def counting(*texts: str, **options: Any) -> float:
        calls.append(texts)
        return ratio(*texts, **options)

    monkeypatch.setattr(rapidfuzz.fuzz, "ratio", counting)
    return calls


def calls_of(work: Callable[..., object], *arguments: object) -> int:
    """How many functions are called, Python's own and those in C."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work(*arguments)
    finally:
        sys.setprofile(before)
    return counted
