"""The source line of a finding with carets under what is meant, for CJK text and for lines longer than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.printable import printable
from kepu_cli.reports.screen import Ink
from kepu_cli.text_width import display_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Place
    from kepu_cli.reports.screen import Screen

# A line longer than this is cut around the place that is meant, on a terminal of unknown width.
_FRAME_WIDTH = 120


def frame(place: Place, line: str, ink: Ink, screen: Screen) -> Iterator[str]:
    """The source line, cut around the place where it is too long, and a caret line under it; a blank one has none."""
    if not line.strip():
        return
    number = str(place.line)
    room = (screen.width or _FRAME_WIDTH) - max(len(number), 5) - 3
    column = place.column - 1
    before, meant, after = line[:column], line[column : column + place.width], line[column + place.width :]
    before, meant, after = printable(before.replace("\t", " ")), printable(meant), printable(after.rstrip())
    before = _last_columns(before, max(room - display_width(meant) - 10, room // 3))
    rest = first_columns(meant + after, room - display_width(before))
    carets = min(display_width(meant), room - display_width(before)) or 1
    gutter = screen.paint(f"{number:>5} | ", Ink.DIM)
    yield f"{gutter}{before}{rest}"
    margin = screen.paint(" " * max(len(number), 5) + " | ", Ink.DIM)
    yield f"{margin}{' ' * display_width(before)}{screen.paint('^' * carets, ink)}"


def first_columns(text: str, room: int) -> str:
    """The text, its end cut off and marked where it is wider than `room` columns."""
    if display_width(text) <= room:
        return text
    kept = 0
    for at, char in enumerate(text):
        kept += display_width(char)
        if kept > room - 3:
            return text[:at] + "..."
    return text


def _last_columns(text: str, room: int) -> str:
    if display_width(text) <= room:
        return text
    kept = 0
    for at in range(len(text) - 1, -1, -1):
        kept += display_width(text[at])
        if kept > room - 3:
            return "..." + text[at + 1 :]
    return text
