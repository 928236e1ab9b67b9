"""Phases overlap, leave a hole, or stand in the wrong order.

In the hole nobody has anything to do; in the overlap the summary is due before the work is.

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

from kepu_cli.dates.due import Stretch, parse_stretch
from kepu_cli.findings import Issue, Severity, Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Path
    from kepu_cli.rules.anatomy import Subject

CODE = "K504"
NAME = "phases"
SEVERITY = Severity.WARNING
TITLE = Words("实施阶段重叠或中断", "Phases overlap or leave a hole")
WHY = Words(
    "空出来的日子没有安排；重叠的日子里，事情没做完就要总结。",
    "In a hole nothing is to be done; in an overlap the summary is due before the work is.",
)
WHOLE_PLAN = False

OVERLAP = Words("{here}与{before}重叠", "{here} overlaps {before}")
HOLE = Words("{before}与{here}之间空了{hole}", "between {before} and {here} nothing is planned: {hole}")
ORDER = Words("{here}早于{before}，却排在后面", "{here} is earlier than {before} but stands after it")
HINT = Words("请改其中一个的时间，让两个阶段接上", "change one of the two so that they meet")
HINT_ORDER = Words("请按时间先后排列", "put the phases in order of time")

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = timedelta(days=1)


class _Phase(NamedTuple):
    path: Path
    name: str
    days: Stretch


def check(subject: Subject) -> Iterator[Issue]:
    phases = list(_phases(subject))
    for before, here in pairwise(phases):
        # A phase without readable days stands between them (K502), or the years cannot be compared.
        if before is None or here is None or before.days.recurring != here.days.recurring:
            continue
        if issue := _issue(before, here):
            yield issue


def _phases(subject: Subject) -> Iterator[_Phase | None]:
    for position, phase in enumerate(subject.plan.phases):
        days = parse_stretch(phase.time, subject.plan.first_year) if phase.time.strip() else None
        yield _Phase(("phases", position, "time"), phase.name, days) if days else None


def _issue(before: _Phase, here: _Phase) -> Issue | None:
    facts = {"before": _spell_phase(before), "here": _spell_phase(here)}
    if here.days.first < before.days.first:
        return Issue(here.path, say(ORDER, **facts), say(HINT_ORDER), also=before.path)
    if here.days.first <= before.days.last:
        return Issue(here.path, say(OVERLAP, **facts), say(HINT), also=before.path)
    if here.days.first > before.days.last + _DAY:
        hole = _spell_days(before.days.last + _DAY, here.days.first - _DAY)
        return Issue(here.path, say(HOLE, hole=hole, **facts), say(HINT), also=before.path)
    return None


def _spell_phase(phase: _Phase) -> Words:
    days = _spell_days(phase.days.first, phase.days.last)
    return Words(f"“{phase.name}”（{days.zh}）", f"“{phase.name}” ({days.en})")


def _spell_days(first: date, last: date) -> Words:
    """The year is told only where the days lie in two: recurring stretches stand in a year of no meaning."""
    if first == last:
        return Words(f"{first.month}月{first.day}日", f"{first.day} {_MONTHS[first.month - 1]}")
    later = ("次年", " of the next year") if last.year > first.year else ("", "")
    return Words(
        f"{first.month}月{first.day}日—{later[0]}{last.month}月{last.day}日",
        f"{first.day} {_MONTHS[first.month - 1]} to {last.day} {_MONTHS[last.month - 1]}{later[1]}",
    )
