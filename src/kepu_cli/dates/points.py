"""Points in time as Chinese notices name them: 6月底, 第3季度, 下旬, 明年."""

from __future__ import annotations

import re
from typing import NamedTuple

from kepu_cli.patterns import pattern


class Point(NamedTuple):
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
        return self.month is not None or not (self.day is not None or self.ten)

    @property
    def whole_year(self) -> bool:
        return not (self.quarter is not None or self.half or self.month is not None or self.edge) and self.standing


_POINT = pattern(
    r"""
    (?: (?P<year>(?:19|20|21)\d\d)(?!\d)
        (?:年度?|(?=第\d季|[上下]半年|[初底末终前;]|[-至到](?:19|20|21)\d\d|$))(?:年(?=[初中底末终内]))?
      | (?P<near>今年|本年|当年|明年|次年|翌年|来年)度?(?:年(?=[初中底末终内]))?
      | (?P<plain>年)(?=度?[初中底末终内])度? )?
    (?: 第?(?P<quarter>\d{1,2})季度?
      | (?P<half>[上下])半年
      | (?:(?P<month>\d{1,2})月份?)?
        (?: (?P<day>\d{1,2})
            (?: (?P<unit>[日号])(?:(?:[上下]午)?\d{1,2}(?:[时点](?:\d{1,2}分)?|:\d\d))?
              | (?=前|$|[-至到]\d) )
          | (?P<ten>[上中下]{1,2})旬 )?
    )
    (?P<edge>初(?![步中级审评])|中(?![国小心学央])|[底末终])?""",
    re.ASCII | re.VERBOSE,
)
_NEXT_YEAR = frozenset("明次翌来")


def read_point(text: str, at: int = 0) -> tuple[Point, int] | None:
    """The point at position `at` of a text in plain form, and where it ends; None if there is none."""
    found = _POINT.match(text, at)
    if found is None or not any(value for key, value in found.groupdict().items() if key != "edge"):
        return None
    year, quarter, month, day = (int(found[key]) if found[key] else None for key in ("year", "quarter", "month", "day"))
    later = int((found["near"] or " ")[0] in _NEXT_YEAR)
    named = {"half": found["half"] or "", "ten": found["ten"] or "", "edge": found["edge"] or ""}
    return Point(year, later, quarter, month=month, day=day, day_unit=bool(found["unit"]), **named), found.end()
