"""What a cell shows: stored texts as typed, numbers and dates in the form of the cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from math import isfinite
from typing import TYPE_CHECKING

from kepu_cli.importers.elements import local, number
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.decoding import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element


def stored_text(text: str) -> str:
    """A text as it was typed: escapes of the file format undone, line ends as line feeds, controls left out."""
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
    return plain_text(plain)


def plain_text(text: str) -> str:
    """The text with line ends as line feeds and controls left out."""
    return FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


_ESCAPE = pattern(r"_x([0-9A-Fa-f]{4})_")
_LINE_ENDS = pattern(r"\r\n?|[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Formats:
    """The number formats of a workbook: style number → id of the format, id → its code."""

    ids: tuple[int, ...]
    codes: Mapping[int, str]
    is_1904: bool

    @classmethod
    def of(cls, styles: Element | None, *, is_1904: bool) -> Formats:
        """From the root of the styles' part; `is_1904` where days count from 1904."""
        elements = tuple(styles.iter()) if styles is not None else ()
        formats = (each for each in elements if local(each.tag) == "numFmt")
        codes = {number(each, "numFmtId") or 0: each.get("formatCode", "") for each in formats}
        tables = (each for each in elements if local(each.tag) == "cellXfs")
        ids = tuple(number(each, "numFmtId") or 0 for table in tables for each in table)
        return cls(ids, codes, is_1904)

    def shown(self, stored: str, style: int) -> str:
        """A number as the cell shows it, a date in a form that plans use; as stored what is no number."""
        format_id = self.ids[style] if style < len(self.ids) else 0
        code = _BUILT_IN.get(format_id) or self.codes.get(format_id, "")
        if not _NUMBER.fullmatch(stored):
            return stored_text(stored)
        value = float(stored)
        if not isfinite(value):
            return stored.strip()
        if (parts := _date_parts(code)) and (day := self._day(value)):
            return _date_text(day, parts)
        if decimals := _DECIMALS.fullmatch(code):
            share = 100 if decimals[2] else 1
            return f"{value * share:.{len(decimals[1] or '.') - 1}f}{decimals[2] or ''}"
        return _general(stored.strip(), value)

    def _day(self, number: float) -> date | None:
        first = date(1904, 1, 1) if self.is_1904 else date(1899, 12, 30)
        return first + timedelta(days=int(number)) if 1 <= number < _LAST_DAY else None


_NUMBER = pattern(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*", re.ASCII)
_LAST_DAY = 2_957_003  # the end of 9999, whichever day is the first
_DECIMALS = pattern(r"(?:#,##)?0(\.0+)?(%?)(?:_ .*)?")
_QUIET = pattern(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_YMD, _YM, _MD = "yyyy-mm-dd", "yyyy-mm", "mm-dd"
# Those that files do not spell out; 27 to 36 and 50 to 58 as Chinese versions have them.
_BUILT_IN = {
    2: "0.00", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: _YMD, 15: _YMD, 16: _MD, 17: _YM, 22: _YMD, 27: _YM, 28: _MD,
    29: _MD, 30: _YMD, 31: _YMD, 36: _YM, 50: _YM, 51: _MD, 52: _YM, 53: _MD, 54: _MD, 57: _YM, 58: _MD,
}  # fmt: skip


def _general(stored: str, value: float) -> str:
    """A number without a format; long ones, such as ids, keep all the digits that are stored."""
    if stored.isdecimal() and len(stored) > 15:
        return stored
    return f"{value:.0f}" if value.is_integer() and abs(value) < 1e21 else f"{value:.15g}"


def _date_parts(code: str) -> str:
    """Which of y, m and d a format shows; empty where it is none of dates."""
    letters = set(_QUIET.sub("", code.partition(";")[0]).lower())
    if "general" in code.lower() or not letters & {"y", "d"}:
        return ""
    return "".join(letter for letter in "ymd" if letter in letters)


def _date_text(day: date, parts: str) -> str:
    if parts == "ymd":
        return day.isoformat()
    if parts == "md":
        return f"{day.month}月{day.day}日"
    return f"{day.year}-{day.month:02}" if parts == "ym" else str(day.year)
