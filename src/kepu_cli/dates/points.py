"""Points in time as Chinese notices name them (6月底, 第3季度, 下旬), and the days that they stand for."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Point:
    """Whatever was named; without month, quarter and half it is a whole year. `later`: years after the known one."""

    year: int | None = None
    later: int = 0
    quarter: int | None = None
    half: str = ""
    month: int | None = None
    day: int | None = None
    day_unit: bool = False
    ten: str = ""
    edge: str = ""

    @property
    def standing(self) -> bool:
        """Whether it says where in the year it lies, or which year it is: a mere day or 旬 does not."""
        return self.month is not None or not (self.day or self.ten)


_POINT = re.compile(
    r"""(?: (?P<year>(?:19|20|21)\d\d)(?!\d)
            (?:年度?|(?=第[1-4]季|[上下]半年|[初底末终前;]|[-至到](?:19|20|21)\d\d|$))(?:年(?=[初中底末终内]))?
          | (?P<near>今年|本年|当年|明年|次年|翌年|来年)度?(?:年(?=[初中底末终内]))?
          | (?P<plain>年)(?=度?[初中底末终内])度? )?
        (?: 第?(?P<quarter>[1-4])季度?
          | (?P<half>[上下])半年
          | (?:(?P<month>\d{1,2})月份?)?
            (?: (?P<day>\d{1,2})
                (?: (?P<unit>[日号])(?:(?:[上下]午)?\d{1,2}(?:[时点](?:\d{1,2}分)?|:\d\d))?
                  | (?=前|$|[-至到]\d) )
              | (?P<ten>[上中下]{1,2})旬 )?
        )
        (?P<edge>初(?![步中级审评])|中(?![国小心学央])|[底末终])?""",
    re.VERBOSE | re.ASCII,
)
_NEXT_YEAR = frozenset("明次翌来")
_TENTHS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}


def read_point(text: str, at: int = 0) -> tuple[Point, int] | None:
    """The point at position `at` of a text in plain form, and where it ends; None if there is none."""
    found = _POINT.match(text, at)
    if found is None or not any(value for key, value in found.groupdict().items() if key != "edge"):
        return None
    year, quarter, month, day = (int(found[key]) if found[key] else None for key in ("year", "quarter", "month", "day"))
    later = int((found["near"] or " ")[0] in _NEXT_YEAR)
    named = {"half": found["half"] or "", "ten": found["ten"] or "", "edge": found["edge"] or ""}
    return Point(year, later, quarter, month=month, day=day, day_unit=bool(found["unit"]), **named), found.end()


def bounds(start: Point, end: Point, year: int) -> tuple[date, date] | None:
    """First day of `start` and last day of `end`; what names no year lies in `year`, or in the other one's.

    11月至2月 runs into the next year. None if a day does not exist or the end comes before the beginning.
    """
    finish = _completed(start, end)
    if finish is None:
        return None
    from_year = start.year or ((end.year or year) + start.later)
    to_year = end.year or from_year + (end.later if end is not start else 0)
    if finish.month and start.month and finish.month < start.month and from_year == to_year:
        from_year, to_year = _across(start, end, from_year)
    first, last = _days(start, from_year), _days(finish, to_year)
    if first is None or last is None or last[1] < first[0]:
        return None
    return first[0], last[1]


def _completed(start: Point, end: Point) -> Point | None:
    """`end` with the month it borrows: 3月1日-15日, 3月上旬-中旬; and 2026年3月-5, where 5 is a month."""
    if end.standing:
        return end
    if end.day and not start.day and not start.ten:
        return None if end.day_unit else replace(end, month=end.day, day=None)
    return replace(end, month=start.month) if start.month else None


def _across(start: Point, end: Point, year: int) -> tuple[int, int]:
    if end.year is None:
        return year, year + 1
    return (year - 1, year) if start.year is None else (year, year)


def _days(point: Point, year: int) -> tuple[date, date] | None:
    months = _months(point)
    if not 1 <= months[0] <= months[1] <= 12:
        return None
    length = calendar.monthrange(year, months[1])[1]
    first, last = date(year, months[0], 1), date(year, months[1], length)
    if point.day is not None:
        return (first.replace(day=point.day),) * 2 if 1 <= point.day <= length else None
    if point.ten:
        begin, stop = _TENTHS[point.ten[0]][0], min(_TENTHS[point.ten[-1]][1], length)
        first, last = first.replace(day=begin), last.replace(day=stop)
    return _at_edge(point, first, last) if first <= last else None


def _months(point: Point) -> tuple[int, int]:
    if point.quarter:
        return 3 * point.quarter - 2, 3 * point.quarter
    if point.half:
        return (1, 6) if point.half == "上" else (7, 12)
    return (1, 12) if point.month is None else (point.month, point.month)


def _at_edge(point: Point, first: date, last: date) -> tuple[date, date]:
    """The last day for 底; the first ten days for 初, the middle ones for 中; January and June of a year."""
    whole_year = first.month == 1 and last.month == 12
    if point.edge in ("底", "末", "终"):
        return last, last
    if point.edge == "初" and not point.ten:
        return first, first.replace(day=31 if whole_year else 10)
    if point.edge == "中" and whole_year:
        return date(first.year, 6, 1), date(first.year, 6, 30)
    if point.edge == "中" and point.month and not point.ten:
        return first.replace(day=11), first.replace(day=20)
    return first, last
