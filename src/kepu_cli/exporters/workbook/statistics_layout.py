"""What goes where on the sheet of statistics: small tables, the chart beside them, the loads below. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kepu_cli.exporters.workbook import heights, paper
from kepu_cli.exporters.workbook.cells import Look
from kepu_cli.exporters.workbook.cutting import text_height
from kepu_cli.exporters.workbook.paging import Block, paginate
from kepu_cli.exporters.workbook.title import ANNEX_HEIGHT, title_height

if TYPE_CHECKING:
    from collections.abc import Sequence

# Units: label, count and share of the small tables, over them the names; the numbers share what is below the chart.
SMALL_WIDTHS = (22.0, 9.0, 11.0)
NAME_WIDTH = sum(SMALL_WIDTHS)
CHART_WIDTH = 92.0
UNITS = NAME_WIDTH + CHART_WIDTH

ROW = 22.0  # points
SPACE = 12.0
CAPTION = 28.0
CHART_LEFT = 14.0

_BAR = 15.0
_LEAST_BAR = 12.5  # programs leave out every other name where they stand closer
_CHART_FRAME = 74.0  # title, legend and axis
_LEAST_CHART = 150.0


@dataclass(frozen=True, slots=True)
class Chart:
    """The loads `start` up to (not with) `stop`, and the height of their chart."""

    start: int
    stop: int
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """`filler` is the height between the small tables and what comes below the chart.

    The first chart stands beside the small tables, each other on a page of its own. `breaks` are the positions of the
    loads that begin a page: 0 where they do not go on the first.
    """

    charts: tuple[Chart, ...]
    filler: float
    names: tuple[float, ...]
    breaks: tuple[int, ...]


def lay_out(title: str, names: Sequence[str], small_rows: int, *, annex: bool) -> Layout:
    """`small_rows` are the rows of the small tables together, their heads and what stands between included."""
    room = paper.room(UNITS) - title_height(title, UNITS) - (ANNEX_HEIGHT if annex else 0) - SPACE
    left = small_rows * ROW
    charts = tuple(_charts(len(names), room))
    beside = charts[0].height if charts else 0.0
    filler = max(beside - left, 0) + SPACE
    tall = tuple(min(max(text_height(name, NAME_WIDTH, Look.TEXT.size), ROW), heights.HIGHEST) for name in names)
    if len(charts) <= 1 and left + filler + CAPTION + ROW + sum(tall) <= room:
        return Layout(charts, filler, tall, ())
    page = paper.room(UNITS) - CAPTION - ROW
    parts = paginate([Block(tall)], first=page, later=page)
    return Layout(charts, filler, tall, tuple(part.start for part in parts))


def _charts(count: int, room: float) -> list[Chart]:
    """As many charts as needed for every name to stand beside its bar, with about as many bars each."""
    most = min(room, heights.HIGHEST) - SPACE
    pages = -(-count // max(1, int((most - _CHART_FRAME) / _LEAST_BAR)))
    starts = [count * page // pages for page in range(pages + 1)] if pages else []
    return [
        Chart(start, stop, min(max(_CHART_FRAME + _BAR * (stop - start), _LEAST_CHART), most))
        for start, stop in pairwise(starts)
    ]
