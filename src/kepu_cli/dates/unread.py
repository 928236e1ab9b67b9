"""Why a text gives no date."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Why(StrEnum):
    NO_DATE = "no-date"  # words, but none that name a time
    TOO_LONG = "too-long"
    NO_SUCH_DAY = "no-such-day"  # 2月30日
    NO_SUCH_MONTH = "no-such-month"  # 13月
    NO_SUCH_QUARTER = "no-such-quarter"  # 第五季度
    BACKWARDS = "backwards"  # 5月至3月 of one year
    GLUED = "glued"  # 3月下旬5月上旬: the dash was lost
    EITHER = "either"  # 3月或者10月
    SLIP = "slip"  # 12月低前: a character that is none of time stands for one that sounds or looks like it
    NO_BEGINNING = "no-beginning"  # a stretch of time that only ends: 3月底前
    NO_END = "no-end"  # a stretch of time that only begins, or goes on for good: 6月起


class Unread(NamedTuple):
    """The reason, with the day, month or quarter that does not exist; `year` only where it is known.

    `length` is the number of days that the month has, 29 for February of an unknown year. `slip` is what is misspelt,
    `meant` what it probably should be.
    """

    why: Why
    year: int | None = None
    quarter: int = 0
    month: int = 0
    day: int = 0
    length: int = 0
    slip: str = ""
    meant: str = ""

    def in_any_year(self) -> Unread:
        """The same where the year does not matter or is not known."""
        return self._replace(year=None, length=29 if self.month == 2 and self.length else self.length)
