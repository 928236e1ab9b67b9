"""K504 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    实施阶段:
      - {名称: 组织实施, 时间: 4—11月}
      - {名称: 总结验收, 时间: 11—12月}
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    实施阶段:
      - {名称: 组织实施, 时间: 4—10月}
      - {名称: 总结验收, 时间: 11—12月}
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.dates.due import ANY_YEAR, Stretch, parse_stretch
from kepu_cli.findings import Issue, Severity, Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Path
    from kepu_cli.model import Plan
    from kepu_cli.rules.anatomy import Subject

CODE = "K504"
NAME = "phases"
SEVERITY = Severity.WARNING
TITLE = Words("实施阶段重叠、中断或次序颠倒", "Phases overlap, leave a hole or stand in the wrong order")
WHY = Words(
    "空出来的日子没有安排；重叠的日子里，事情没做完就要总结。每年都有的阶段首尾相接地看；第一个阶段之前、最后一个之后不算空档。",
    "In a hole nothing is to be done; in an overlap the summary is due before the work is. "
    "Phases that come every year are seen as a ring; else the days before the first and after the last are no hole.",
)
WHOLE_PLAN = False

OVERLAP = Words("{here}与{before}重叠：{days}", "{here} overlaps {before}: {days}")
HOLE = Words("{before}与{here}之间，{days}没有安排", "between {before} and {here} nothing is planned: {days}")
ORDER = Words("{here}早于{before}，却排在后面", "{here} is earlier than {before} but stands after it")
HINT = Words("请改其中一个的时间，让两个阶段接上", "change one of the two so that they meet")
HINT_INSIDE = Words(
    "如果只是那个阶段里的一步，请写进它的“内容”，不必单列",
    "if it is a step of that phase, put it into that phase's text",
)
HINT_ORDER = Words("请按时间先后排列", "put the phases in order of time")

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = timedelta(days=1)
_YEAR = 365  # days of the year that recurring stretches lie in


class _Phase(NamedTuple):
    position: int
    name: str
    days: Stretch
    year: int | None  # in which a day needs no year: the plan's own, or the one that stands for any

    @property
    def path(self) -> Path:
        return ("phases", self.position, "time")


class _Reach(NamedTuple):
    """The phase that lasts longest so far, and its last day, which for a yearly phase may be last year's."""

    phase: _Phase
    last: date


class _Times(NamedTuple):
    """The phases with readable times, by what can be compared, and the positions of the others."""

    once: list[_Phase]
    undated: list[_Phase]  # of a plan over several years, without one: which year is meant, nobody said
    yearly: list[_Phase]
    unread: list[int]


def check(subject: Subject) -> Iterator[Issue]:
    times = _times(subject.plan)
    mixed = bool(times.yearly) and bool(times.once or times.undated)
    for line in (times.once, times.undated):
        yield from _disorder(line, [phase.days.first.toordinal() for phase in line])
        yield from _gaps(_swept(line), times.unread, holes=not mixed)
    ring = times.yearly
    # A cycle may be told from any of its phases on.
    yield from _disorder(ring, [(phase.days.first - ring[0].days.first).days % _YEAR for phase in ring])
    yield from _gaps(_swept(ring, around=True), [], holes=not mixed and not times.unread)


def _times(plan: Plan) -> _Times:
    times = _Times([], [], [], [])
    year = plan.first_year if plan.first_year == plan.last_year else None
    for position, phase in enumerate(plan.phases):
        days = parse_stretch(phase.time, year) if phase.time.strip() else None
        if days is None:
            times.unread.append(position)
        elif days.recurring:
            times.yearly.append(_Phase(position, phase.name, days, ANY_YEAR))
        elif year is None and days.first.year == ANY_YEAR:
            times.undated.append(_Phase(position, phase.name, days, ANY_YEAR))
        else:
            times.once.append(_Phase(position, phase.name, days, year))
    return times


def _disorder(phases: list[_Phase], begins: list[int]) -> Iterator[Issue]:
    for (before, first), (here, second) in pairwise(zip(phases, begins, strict=True)):
        if second < first:
            facts = {"before": _spell_phase(before), "here": _spell_phase(here)}
            # At the phase as a whole: its time may have a finding of its own.
            yield Issue(("phases", here.position), say(ORDER, **facts), say(HINT_ORDER), also=before.path)


def _swept(phases: list[_Phase], *, around: bool = False) -> Iterator[tuple[_Reach, _Phase]]:
    """Every phase in the order of time, with what reaches farthest before it; `around` also over New Year."""
    reach: _Reach | None = None
    if around and len(phases) > 1:
        longest = max(phases, key=lambda phase: (phase.days.last, phase.days.last - phase.days.first))
        reach = _Reach(longest, longest.days.last.replace(year=longest.days.last.year - 1))
    # Of two that begin together the longer one first: the other is a step of it.
    for here in sorted(phases, key=lambda phase: (phase.days.first, -phase.days.last.toordinal())):
        if reach and reach.phase is not here:
            yield reach, here
        if reach is None or here.days.last > reach.last:
            reach = _Reach(here, here.days.last)


def _gaps(swept: Iterator[tuple[_Reach, _Phase]], unread: list[int], *, holes: bool) -> Iterator[Issue]:
    for reach, here in swept:
        begun, last = here.days.first, reach.last
        if begun <= last:
            words, days = OVERLAP, (begun, min(last, here.days.last))
            hint = HINT_INSIDE if here.days.last <= last else HINT
        elif begun > last + _DAY and holes and not _parted(reach.phase, here, unread):
            words, days, hint = HOLE, (last + _DAY, begun - _DAY), HINT
        else:
            continue
        facts = {"before": _spell_phase(reach.phase), "here": _spell_phase(here), "days": _spell(*days, here.year)}
        yield Issue(here.path, say(words, **facts), say(hint), also=reach.phase.path)


def _parted(one: _Phase, other: _Phase, unread: list[int]) -> bool:
    """Whether a phase stands between them that may fill the hole: its days cannot be read."""
    low, high = sorted((one.position, other.position))
    return any(low < position < high for position in unread)


def _spell_phase(phase: _Phase) -> Words:
    days = _spell(phase.days.first, phase.days.last, phase.year)
    return Words(f"“{phase.name}”（{days.zh}）", f"“{phase.name}” ({days.en})")


def _spell(first: date, last: date, year: int | None) -> Words:
    """The days; with their years unless they begin in `year`, or in the one that stands for any."""
    named = year not in (first.year, ANY_YEAR)
    if first == last:
        return Words(_zh(first, named=named), _en(first, named=named))
    two_years = last.year != first.year
    zh, en = _zh(last, named=named and two_years), _en(last, named=named)
    if two_years and not named:
        zh, en = f"次年{zh}", f"{en} of the next year"
    return Words(f"{_zh(first, named=named)}至{zh}", f"{_en(first, named=named and two_years)} to {en}")


def _zh(day: date, *, named: bool) -> str:
    return (f"{day.year}年" if named else "") + f"{day.month}月{day.day}日"


def _en(day: date, *, named: bool) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if named else "")
