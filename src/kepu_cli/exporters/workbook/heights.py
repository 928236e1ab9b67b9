"""How high a row of a sheet must be so that nothing is cut: spreadsheet programs do not grow merged rows.

The figures are for the worst of the fonts that may be there: the substitutes have more air between lines.
"""

from __future__ import annotations

from kepu_cli.text_width import display_width

HIGHEST = 405.0  # Excel refuses rows above 409.5 points

_LINE = 1.47  # line height over font size, as in the substitutes; the official fonts need 1.2
_PADDING = 4.0  # points above and below together


def height(lines: int, size: float) -> float:
    """Points for so many lines."""
    return round(lines * size * _LINE + _PADDING + 2, 1)


def lines_within(points: float, size: float) -> int:
    """How many lines so many points hold, at least one."""
    return max(1, int((points - _PADDING - 2) / (size * _LINE)))


def stacked_height(text: str, size: float) -> float:
    """Points for characters set one under the other."""
    return round(sum(display_width(char) > 0 for char in text) * size * _LINE + _PADDING * 2, 1)
