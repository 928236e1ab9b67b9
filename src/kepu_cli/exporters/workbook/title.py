"""The rows above a table: the annex label, if any, and the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters import printed_text
from kepu_cli.exporters.workbook import heights
from kepu_cli.exporters.workbook.cells import Look

if TYPE_CHECKING:
    from kepu_cli.exporters.workbook.cells import Pen

ANNEX_HEIGHT = 28.0

_AIR = 10.0  # points round the title


def title_height(title: str, units: float) -> float:
    """Points for the title's row over a table `units` wide."""
    look = _look(title, units)
    lines = len(printed_text.text_lines(title, units, look.size))
    return min(heights.height(lines, look.size) + _AIR, heights.HIGHEST)


def write_title(pen: Pen, title: str, *, annex: str, columns: int, units: float) -> int:
    """Writes the rows over `columns` columns and returns the title's row; the annex label stands above it."""
    row = 1
    if annex:
        pen.span((row, 1), (row, columns), annex, Look.ANNEX)
        pen.sheet.row_dimensions[row].height = ANNEX_HEIGHT
        row += 1
    pen.span((row, 1), (row, columns), title, _look(title, units))
    pen.sheet.row_dimensions[row].height = title_height(title, units)
    return row


def _look(title: str, units: float) -> Look:
    """Titles of more than two lines are set smaller."""
    return Look.TITLE if len(printed_text.text_lines(title, units, Look.TITLE.size)) <= 2 else Look.LONG_TITLE
