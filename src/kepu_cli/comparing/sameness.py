"""What counts as unchanged between two plans: numbers, texts, due dates and targets, however they are spelled."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.dates.clauses import read_clauses
from kepu_cli.dates.due import LONGEST, parse_due
from kepu_cli.names import normal
from kepu_cli.numerals import in_digits
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from datetime import date

    from kepu_cli.dates.due import Due
    from kepu_cli.model import Plan, Target

# The keys are asked for again and again, of the same few thousand texts.
_MANY = 1 << 15


class Years(NamedTuple):
    """The year of the old and of the new plan; None for a plan over several years, or without any."""

    old: int | None
    new: int | None


def years_of(old: Plan, new: Plan) -> Years:
    """A period of one single year is that year."""
    return Years(*(plan.first_year if plan.first_year == plan.last_year else None for plan in (old, new)))


@lru_cache(maxsize=_MANY)
def id_key(written: str) -> str:
    """An id for comparing: 一 is 1, （二） is 2, 十一、 is 11; 3.10 stays apart from 3.1."""
    return in_digits(normal(written).strip(_ID_EDGES))


@lru_cache(maxsize=_MANY)
def text_key(text: str) -> str:
    """A text for comparing: white space, width, case and the full stop at its end do not count."""
    return normal(text).rstrip(_ENDS)


@lru_cache(maxsize=_MANY)
def name_key(name: str) -> str:
    """A department's name for comparing."""
    return normal(name)


def yearless_key(text: str, year: int | None) -> str:
    """The same with the plan's own year taken out: 2025年科普日 in a plan for 2025, 2026年科普日 in one for 2026."""
    return re.sub(rf"(?<!\d){year}(?!\d)", "\0", text_key(text)) if year else text_key(text)


def same_text(old: str, new: str, years: Years) -> bool:
    """Nothing but the spelling, or the plan's own year, differs."""
    if old == new:
        return True
    return text_key(old) == text_key(new) or yearless_key(old, years.old) == yearless_key(new, years.new)


def same_title(old: str, new: str) -> bool:
    """As for texts, with all years out: a title may name a period."""
    return _ANY_YEAR_DIGITS.sub("\0", text_key(old)) == _ANY_YEAR_DIGITS.sub("\0", text_key(new))


def same_due(old: str, new: str, years: Years) -> bool:
    """The same days in other words, or the same days of the year where each lies in its own plan's year.

    2026年12月底前 is 2026-12-31; 2025年11月底前 in a plan for 2025 became 2026年11月底前 in the next because the
    plan moved on, and nobody has to be told; so it is with January of the year after. Texts with several milestones,
    or without a date, count as texts.
    """
    if same_text(old, new, years):
        return True
    before, after = _single_due(old, years.old), _single_due(new, years.new)
    if before is None or after is None or before.kind is not after.kind:
        return False
    return _same_days(before, after, Years(None, None)) or _same_days(before, after, _known(years))


def same_target(old: Target, new: Target) -> bool:
    """Value and unit agree; last year's value does not count.

    5,000人次 is 5000 with the unit 人次, 2万元 is 20000元; a unit that one of them leaves out makes no difference.
    """
    before, after = _amount(old), _amount(new)
    if before == after:
        return True
    here, there = _PLAIN_AMOUNT.fullmatch(before), _PLAIN_AMOUNT.fullmatch(after)
    if here is None or there is None:
        return False
    return here[1] == there[1] and "" in (here[2], there[2])


_ID_EDGES = "()[]<>、.。,:;第项条 "
_ENDS = "。.;,、!"
_ANY_YEAR_DIGITS = pattern(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
# Carries the dates of a plan without a single year, so that 12月底前 and 12月31日前 can still be compared.
_NO_YEAR = 2000
_NUMBER = pattern(r"(\d+(?:\.\d+)?)([万亿]?)", re.ASCII)
_TIMES = {"": 1, "万": 10**4, "亿": 10**8}
# A number with its unit; 以上, 左右 behind it are no unit.
_PLAIN_AMOUNT = pattern(r"(\d+(?:\.\d+)?)((?![以左余多]|\+)\D*)", re.ASCII)


def _single_due(text: str, year: int | None) -> Due | None:
    if len(text) > LONGEST or len(read_clauses(text)) > 1:
        return None
    return parse_due(text, year or _NO_YEAR)


def _known(years: Years) -> Years:
    return Years(years.old or _NO_YEAR, years.new or _NO_YEAR)


def _same_days(old: Due, new: Due, years: Years) -> bool:
    """With years: days of the year, each within its plan's; without: days as they are."""
    if _day(old.last, years.old) != _day(new.last, years.new):
        return False
    if old.first and new.first:
        return _day(old.first, years.old) == _day(new.first, years.new)
    # 12月底前 names no beginning, 2026-12-31 begins where it ends: that alone is no other date.
    return all(due.first is None or _in_one_month(due.first, due.last) for due in (old, new))


def _day(day: date | None, year: int | None) -> tuple[int, int, int] | None:
    """Year, month, day; in the plan's `year` and the next counted from it, with the last of February as one day."""
    if day is None or year is None or day.year - year not in (0, 1):
        return (day.year, day.month, day.day) if day else None
    return day.year - year, day.month, 29 if (day.month, day.day) == (2, 28) else day.day


def _in_one_month(first: date, last: date | None) -> bool:
    return last is not None and (first.year, first.month) == (last.year, last.month)


def _amount(target: Target) -> str:
    text = normal(target.value + target.unit).replace(",", "")
    return _NUMBER.sub(lambda match: f"{(Decimal(match[1]) * _TIMES[match[2]]).normalize():f}", text)
