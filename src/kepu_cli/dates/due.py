"""Due dates and stretches of time, as clerks write them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.dates.clauses import Clause, read_clauses
from kepu_cli.dates.points import Point, bounds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

LONGEST = 200  # characters; whatever is longer is prose that landed in the wrong field
_ANY_YEAR = 2001  # carries stretches of no known year; not a leap year
_ANY_LEAP_YEAR = 2000  # tells whether a day exists in some year


class DueKind(StrEnum):
    ONCE = "once"
    RECURRING = "recurring"
    ONGOING = "ongoing"


@dataclass(frozen=True, slots=True)
class Due:
    """What a due text says; `last` is never before `first`.

    `first` is None for a text that only sets a limit (6月底前); both are None where the year is not known.
    """

    text: str
    kind: DueKind
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Stretch:
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
    clauses = _clauses(text)
    year, last_year = _sane(year), _sane(last_year)
    said = list(_days(clauses, year, year if last_year in (None, year) else None))
    if not said or len(said) < len(clauses):
        return None
    kind = next(kind for kind in DueKind if any(one.kind is kind for one in said))
    told = [one for one in said if one.kind is kind]
    lasts = [one.last for one in told if one.last]
    return Due(text, kind, told[0].first, max(lasts) if len(lasts) == len(told) else None)


def parse_stretch(text: str, year: int | None) -> Stretch | None:
    """The days that a phase takes, or None if `text` names no beginning and end.

    A recurring stretch, and one of an unknown year, lies in 2001, so that such stretches can be compared with one
    another; one across the turn of the year ends in 2002. 全年 and 常年 are the whole year.
    """
    clauses = [Clause(Point(), Point()) if clause.all_year else clause for clause in _clauses(text)]
    recurring = any(clause.recurring for clause in clauses)
    base = _ANY_YEAR if recurring else _sane(year) or _ANY_YEAR
    said = list(_days(clauses, base, base))
    if not said or len(said) < len(clauses) or any(one.first is None or one.last is None for one in said):
        return None
    firsts, lasts = [one.first for one in said if one.first], [one.last for one in said if one.last]
    return Stretch(firsts[0], max(lasts), recurring)


class _Days(NamedTuple):
    kind: DueKind
    first: date | None
    last: date | None


def _clauses(text: str) -> list[Clause]:
    return [] if len(text) > LONGEST else read_clauses(text)


def _sane(year: int | None) -> int | None:
    return year if year is not None and 1900 <= year < 2200 else None


def _days(clauses: list[Clause], every: int | None, once: int | None) -> Iterator[_Days]:
    """The days of each clause, up to the first one that cannot be; a later clause takes over 每年 and the year."""
    recurring = False
    for clause in clauses:
        own_year = clause.year
        recurring = clause.recurring or (recurring and own_year is None)
        days = _of_clause(clause, recurring, every if recurring else once)
        if days is None:
            return
        yield days
        if own_year is not None:
            once = own_year


def _of_clause(clause: Clause, recurring: bool, year: int | None) -> _Days | None:
    if clause.start is None or clause.end is None:
        return _Days(DueKind.ONGOING, None, None)
    found = bounds(clause.start, clause.end, year or _ANY_LEAP_YEAR)
    if found is None:
        return None
    known = year is not None or clause.year is not None
    first = found[0] if known and not clause.by else None
    last = found[1] if known and not clause.opened else None
    if clause.opened:
        return _Days(DueKind.ONGOING, first, last)
    return _Days(DueKind.RECURRING if recurring else DueKind.ONCE, first, last)
