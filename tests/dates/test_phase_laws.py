"""What holds for the phases of any plan (K504): told once, and in whatever order they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from kepu_cli.checking import check
from kepu_cli.rules.k504_phases import HOLE, ORDER, OVERLAP
from tests.plans import load

if TYPE_CHECKING:
    from kepu_cli.findings import Finding

# First and last month; yearly phases may run over New Year.
MONTHS = st.tuples(st.integers(1, 12), st.integers(1, 12))
LINES = st.lists(MONTHS.map(lambda span: (min(span), max(span))), max_size=6)
RINGS = st.lists(MONTHS, min_size=2, max_size=5)


@given(LINES)
def test_holes_and_overlaps_of_one_year_are_those_of_its_days(spans: list[tuple[int, int]]) -> None:
    found = _found([f"{first}月至{last}月" for first, last in spans])
    taken = [month for first, last in spans for month in range(first, last + 1)]
    holes = {m for m in range(min(taken), max(taken)) if m not in taken} if taken else set()
    assert len(_told(found, HOLE)) == sum(month - 1 not in holes for month in holes)
    assert bool(_told(found, OVERLAP)) is (len(taken) > len(set(taken)))
    firsts = [first for first, _ in spans]
    assert bool(_told(found, ORDER)) is (firsts != sorted(firsts))


@given(RINGS)
@example([(3, 10), (11, 2)])
@example([(1, 7), (7, 1)])
@example([(1, 12), (3, 4)])
def test_holes_and_overlaps_of_every_year_are_those_of_a_ring(spans: list[tuple[int, int]]) -> None:
    found = _found([_yearly(*span) for span in spans])
    each = [[(first - 1 + step) % 12 for step in range((last - first) % 12 + 1)] for first, last in spans]
    taken = [month for months in each for month in months]
    holes = set(range(12)) - set(taken)
    # One phase that holds all others has no hole between it and another.
    between = all(set(months) != set(taken) for months in each)
    assert len(_told(found, HOLE)) == between * sum((month - 1) % 12 not in holes for month in holes)
    assert bool(_told(found, OVERLAP)) is (len(taken) > len(set(taken)))


@given(RINGS, st.integers(0, 4))
def test_a_cycle_may_be_told_from_any_of_its_phases(spans: list[tuple[int, int]], start: int) -> None:
    spans = sorted(dict(spans).items())
    turn = start % len(spans)
    assert _told(_found([_yearly(*span) for span in spans[turn:] + spans[:turn]]), ORDER) == []


@given(LINES, st.randoms(use_true_random=False))
def test_the_written_order_changes_nothing_but_the_order(spans: list[tuple[int, int]], random: st.DataObject) -> None:
    spans = sorted(set(spans))
    times = [f"{first}月至{last}月" for first, last in spans]
    mixed = times.copy()
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert _days(_found(times)) == _days(_found(mixed))


@given(st.lists(st.one_of(MONTHS.map(lambda span: _yearly(*span)), st.sampled_from(["6月", "2027年3月", "待定", ""]))))
def test_no_place_is_told_twice(times: list[str]) -> None:
    for period in (None, (2026, 2030)):
        places = [finding.path for finding in _found(times, period)]
        assert len(places) == len(set(places))


def _yearly(first: int, last: int) -> str:
    return f"每年{first}月至{'次年' if last < first else ''}{last}月"


def _found(times: list[str], period: tuple[int, int] | None = None) -> list[Finding]:
    phases = "\n".join(f"  - {{名称: 阶段{at}, 时间: '{time}'}}" for at, time in enumerate(times, 1))
    years = f"起止: {period[0]}—{period[1]}" if period else "年度: 2026"
    plan = f"方案: 示例方案\n{years}\n地区: 示例县\n成员单位: [县科协]\n重点任务: [名称: 任务甲]\n实施阶段:\n{phases}\n"
    loaded = load(plan)
    assert loaded.plan is not None
    return list(check(loaded, only=frozenset({"K504"})).findings)


def _told(found: list[Finding], words: object) -> list[Finding]:
    return [finding for finding in found if finding.message.words is words]


def _days(found: list[Finding]) -> list[str]:
    """The days told, without the names of the phases: these are numbered as they are written."""
    facts = [finding.message.facts for finding in found if "days" in finding.message.facts]
    return sorted(str(fact["days"]) for fact in facts)
