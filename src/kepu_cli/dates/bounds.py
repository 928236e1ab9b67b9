"""The days that points in time stand for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kepu_cli.dates.unread import Unread, Why

if TYPE_CHECKING:
    from kepu_cli.dates.points import Point

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_TENTHS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}


def bounds(start: Point, end: Point, year: int) -> tuple[date, date] | Unread:
    """First day of `start` and last day of `end`; what names no year lies in `year`, or in the other one's.

    11月至2月 runs into the next year. Unread if a day does not exist or the end comes before the beginning.
    """
    begin, finish = _completed(start, end)
    if begin is None or finish is None:
        return Unread(Why.NO_DATE)
    from_year = begin.year or ((finish.year or year) + begin.later)
    to_year = finish.year or from_year + (finish.later if end is not start else 0)
    if finish.month and begin.month and finish.month < begin.month and from_year == to_year:
        from_year, to_year = _across(begin, finish, from_year)
    first, last = _days(begin, from_year), _days(finish, to_year)
    if isinstance(first, Unread):
        return first
    if isinstance(last, Unread):
        return last
    return Unread(Why.BACKWARDS) if last[1] < first[0] else (first[0], last[1])


def month_length(month: int, year: int | None) -> int:
    """Days of a month; of February in an unknown year the most that it can have."""
    if month != 2:
        return _LENGTHS[month - 1]
    return 29 if year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28


def _completed(start: Point, end: Point) -> tuple[Point | None, Point | None]:
    """Both with the month that one borrows: 3月1日-15日, 1日-6月3日; and 2026年3月-5, where 5 is a month."""
    if end.standing:
        return start if start.standing else start._replace(month=end.month) if end.month else None, end
    if end.day and start.standing and not start.day and not start.ten:
        return start, None if end.day_unit else end._replace(month=end.day, day=None)
    return start, end._replace(month=start.month) if start.month else None


def _across(start: Point, end: Point, year: int) -> tuple[int, int]:
    if end.year is None:
        return year, year + 1
    return (year - 1, year) if start.year is None else (year, year)


def _days(point: Point, year: int) -> tuple[date, date] | Unread:
    months = _months(point)
    if isinstance(months, Unread):
        return months
    length = month_length(months[1], year)
    first, last = date(year, months[0], 1), date(year, months[1], length)
    if point.day is not None:
        if 1 <= point.day <= length:
            return (first.replace(day=point.day),) * 2
        return Unread(Why.NO_SUCH_DAY, year, month=months[1], day=point.day, length=length)
    if point.ten:
        begin, stop = _TENTHS[point.ten[0]][0], min(_TENTHS[point.ten[-1]][1], length)
        if begin > stop:
            return Unread(Why.BACKWARDS)
        first, last = first.replace(day=begin), last.replace(day=stop)
    return _at_edge(point, first, last)


def _months(point: Point) -> tuple[int, int] | Unread:
    if point.quarter is not None:
        known = 1 <= point.quarter <= 4
        return (3 * point.quarter - 2, 3 * point.quarter) if known else _no_quarter(point.quarter)
    if point.half:
        return (1, 6) if point.half == "上" else (7, 12)
    if point.month is None:
        return 1, 12
    return (point.month, point.month) if 1 <= point.month <= 12 else Unread(Why.NO_SUCH_MONTH, month=point.month)


def _no_quarter(quarter: int) -> Unread:
    return Unread(Why.NO_SUCH_QUARTER, quarter=quarter)


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
