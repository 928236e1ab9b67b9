"""How much room a text takes on paper, whichever fonts the machine has.

The official ones are missing outside China, and the substitutes are wider. All figures are for the worst of them.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from kepu_cli.text_width import display_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence

POINTS_A_UNIT = 5.25  # a column's width unit: 7 pixels of the workbook's normal font

_EM = 100
_PADDING = 4.0  # points on both sides together
_SAFETY = 0.97  # printers measure a little wider than screens


@lru_cache(maxsize=1 << 14)  # the same titles stand again and again, and a cell is measured before it is cut
def text_lines(text: str, width: float, size: float) -> tuple[str, ...]:
    """The lines of `text` in a column `width` units wide, printed in `size` points; joined they are the text again."""
    return wrap_text(text, _room(width, size), _paper_width)


def name_rows(names: Sequence[str], separator: str, width: float, size: float) -> tuple[str, ...]:
    """The joined names with a new row wherever the next whole name would not fit; a very long name has its own."""
    rows: list[str] = []
    last = len(names) - 1
    for index, name in enumerate(names):
        piece = name if index == last else name + separator
        if rows and _paper_width(rows[-1] + piece.rstrip()) <= _room(width, size):
            rows[-1] += piece
        else:
            rows.append(piece)
    return tuple(row.rstrip() for row in rows)


def turned_height(text: str, size: float) -> float:
    """Points for one line turned by a right angle."""
    return round(_paper_width(text) / _EM * size / _SAFETY + _PADDING * 2, 1)


def units(text: str, size: float) -> float:
    """The column width that holds `text` in one line."""
    return (_paper_width(text) / _EM * size / _SAFETY + _PADDING) / POINTS_A_UNIT + 0.1


def _room(width: float, size: float) -> int:
    return int((width * POINTS_A_UNIT - _PADDING) / size * _SAFETY * _EM)


def _paper_width(text: str) -> int:
    return sum(map(_hundredths, text))


@lru_cache(maxsize=8192)
def _hundredths(char: str) -> int:
    """Hundredths of the font size; the official fonts set all Latin letters at 50."""
    if display_width(char) == 0:
        return 0
    if unicodedata.east_asian_width(char) in "WFA" or char in "MW@%":
        return _EM
    return 70 if char.isupper() else 60
