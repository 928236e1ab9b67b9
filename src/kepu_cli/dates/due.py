"""Due dates and stretches of time, as clerks write them."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.dates.bounds import bounds
from kepu_cli.dates.clauses import Clause, read_clauses
from kepu_cli.dates.points import Point
from kepu_cli.dates.unread import Unread, Why

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

LONGEST = 200  # characters; whatever is longer is prose that landed in the wrong field
ANY_YEAR = 2001  # carries stretches of no known year; not a leap year
_ANY_LEAP_YEAR = 2000  # tells whether a day exists in some year


class DueKind(StrEnum):
    ONCE = "once"
    RECURRING = "recurring"
    ONGOING = "ongoing"


class Due(NamedTuple):
    """What a due text says; `last` is never before `first`.

    `first` is None for a text that only sets a limit (6月底前); both are None where the year is not known.
    """

    text: str
    kind: DueKind
    first: date | None
    last: date | None


class Stretch(NamedTuple):
    """The days of a phase, both included."""

    first: date
    last: date
    recurring: bool


def parse_due(text: str, year: int | None, last_year: int | None = None) -> Due | None:
    """The due date in `text`, or None if it holds none or names a day that does not exist.

    `year` is the plan's year, or the first one of its period with `last_year` the last. In a period a text without
    a year has no days, for nobody said which year; a recurring one has those of the first year. Of several
    milestones, the first gives the beginning and the latest the end. 12月前 counts December in, as most writers do.
    """
    due = read_due(text, year, last_year)
    return None if isinstance(due, Unread) else due


def parse_stretch(text: str, year: int | None) -> Stretch | None:
    """The days that a phase takes, or None if `text` names no beginning and end.

    A recurring stretch, and one of an unknown year, begins in 2001 (`ANY_YEAR`), so that such stretches can be
    compared with one another; one across the turn of the year ends in 2002. 全年 and 常年 are the whole year.
    """
    stretch = read_stretch(text, year)
    return None if isinstance(stretch, Unread) else stretch


def read_due(text: str, year: int | None, last_year: int | None = None) -> Due | Unread:
    """As `parse_due`, with the reason where there is no date."""
    return Unread(Why.TOO_LONG) if len(text) > LONGEST else _read_due(text, year, last_year)


# Many items of a plan end on the same day.
@lru_cache(maxsize=1024)
def _read_due(text: str, year: int | None, last_year: int | None) -> Due | Unread:
    year, last_year = _sane(year), _sane(last_year)
    said = _days(read_clauses(text), year, year if last_year in (None, year) else None)
    if isinstance(said, Unread):
        return said
    kind = next(kind for kind in DueKind if any(one.kind is kind for one in said))
    told = [one for one in said if one.kind is kind]
    lasts = [one.last for one in told if one.last]
    last = max(lasts) if len(lasts) == len(told) else None
    return Due(text, kind, _beginning(said[0], told[0], last), last)


def read_stretch(text: str, year: int | None) -> Stretch | Unread:
    """As `parse_stretch`, with the reason where there is no stretch."""
    if len(text) > LONGEST:
        return Unread(Why.TOO_LONG)
    clauses = [_timeless(clause) for clause in read_clauses(text)]
    recurring = any(clause.recurring for clause in clauses)
    base = ANY_YEAR if recurring else _sane(year) or ANY_YEAR
    said = _days([_in_any_year(clause) for clause in clauses] if base == ANY_YEAR else clauses, base, base)
    if isinstance(said, Unread):
        return said.in_any_year() if said.year == ANY_YEAR else said
    first, lasts = said[0].first, [one.last for one in said if one.last]
    if said[-1].last is None or not lasts:
        return Unread(Why.NO_END)
    if first is None:
        return Unread(Why.NO_BEGINNING)
    if recurring and not (first.year == ANY_YEAR and max(lasts).year <= ANY_YEAR + 1):
        return Unread(Why.NO_DATE)  # something yearly and a day of one year: neither is the phase's time
    return Stretch(first, max(lasts), recurring) if first <= max(lasts) else Unread(Why.BACKWARDS)


class _Days(NamedTuple):
    kind: DueKind
    first: date | None
    last: date | None


def _sane(year: int | None) -> int | None:
    return year if year is not None and 1900 <= year < 2200 else None


def _days(clauses: Sequence[Clause], every: int | None, once: int | None) -> list[_Days] | Unread:
    """The days of each clause, or why one has none; a later clause takes over 每年 and the year."""
    recurring = False
    said: list[_Days] = []
    for clause in clauses:
        own_year = clause.year
        recurring = clause.recurring or (recurring and own_year is None)
        days = _of_clause(clause, recurring, every if recurring else once)
        if isinstance(days, Unread):
            return days
        said.append(days)
        if own_year is not None:
            once = own_year
    return said or Unread(Why.NO_DATE)


def _of_clause(clause: Clause, recurring: bool, year: int | None) -> _Days | Unread:
    if clause.unread:
        return clause.unread
    clause = _in_any_year(clause) if recurring else clause
    if clause.start is None or clause.end is None:
        return _Days(DueKind.ONGOING, None, None)
    known = year is not None or clause.year is not None
    found = bounds(clause.start, clause.end, year or _ANY_LEAP_YEAR)
    if isinstance(found, Unread):
        return found if known and not recurring else found.in_any_year()
    first = found[0] if known and not clause.by else None
    last = found[1] if known and not clause.opened else None
    if clause.opened:
        return _Days(DueKind.ONGOING, first, last)
    return _Days(DueKind.RECURRING if recurring else DueKind.ONCE, first, last)


def _timeless(clause: Clause) -> Clause:
    """For a phase: 全年 is the whole year, and 2021—2025年每年4月 is April of any year."""
    if clause.all_year:
        return Clause(Point(), Point())
    if clause.recurring and clause.start and clause.end:
        return clause._replace(start=clause.start._replace(year=None), end=clause.end._replace(year=None))
    return clause


def _in_any_year(clause: Clause) -> Clause:
    """29 February, where no year is named, as the end of February: what comes every year comes in 2026 too."""
    if clause.start is None or clause.end is None:
        return clause
    start, end = clause.start, clause.end
    return clause._replace(start=_at_february_end(start, start.month), end=_at_february_end(end, start.month))


def _at_february_end(point: Point, borrowed: int | None) -> Point:
    if point.year is None and point.day == 29 and (point.month or borrowed) == 2:
        return point._replace(month=2, day=None, day_unit=False, edge="底")
    return point


def _beginning(opening: _Days, told: _Days, last: date | None) -> date | None:
    """6月起试点，12月底前完成: what begins in an open clause and ends in a later one begins in the first."""
    if opening.kind is DueKind.ONGOING and opening.first and last and opening.first <= last:
        return opening.first
    return told.first
