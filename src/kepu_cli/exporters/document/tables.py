"""Tables of fixed widths with thin borders, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.exporters.document.elements import element
from kepu_cli.exporters.plain_text import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

_TWIPS = 20  # a point's
_SHADE = "F2F2F2"
_CHANGED_SHADE = "FFF2CC"  # prints as a very light grey
_UPRIGHT, _TURNED = "tbRlV", "btLr"
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


class Margins(NamedTuple):
    """Points between a cell's edges and its text: above and below, left and right."""

    along: float
    across: float


@dataclass(frozen=True, slots=True)
class Cell:
    """`joins` None: alone; True: begins a cell over the rows below, False: goes on with the one above.

    `marked` is the ground of what has changed. `vertical` is for heads: Chinese stands upright, Latin lies (`turned`).
    """

    content: BaseOxmlElement
    joins: bool | None = None
    columns: int = 1
    top: bool = False
    shaded: bool = False
    marked: bool = False
    vertical: bool = False
    turned: bool = False
    margins: Margins | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """`height` in points is the least; a row that may `split` goes on overleaf; a `head` is on every page."""

    cells: tuple[Cell, ...]
    height: float
    split: bool = False
    head: bool = False


def table(widths: Sequence[float], rows: Iterable[Row], *, margins: Margins, about: str) -> BaseOxmlElement:
    """`widths` in points; `about` is what a screen reader says of the table."""
    grid = element("tblGrid", *(element("gridCol", w=_twips(width)) for width in widths))
    made = element("tbl", _settings(widths, margins, about), grid)
    for row in rows:
        made.append(_row(row, widths))
    return made


def _settings(widths: Sequence[float], margins: Margins, about: str) -> BaseOxmlElement:
    line: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0, "color": "000000"}
    return element(
        "tblPr",
        element("tblW", w=sum(map(_twips, widths)), type="dxa"),
        element("jc", val="center"),
        element("tblBorders", *(element(edge, **line) for edge in _EDGES)),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *_edges(margins)),
        element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        element("tblCaption", val=shown(about)),
    )


def _edges(margins: Margins) -> list[BaseOxmlElement]:
    sides = (("top", margins.along), ("left", margins.across), ("bottom", margins.along), ("right", margins.across))
    return [element(side, w=_twips(points), type="dxa") for side, points in sides]


def _row(row: Row, widths: Sequence[float]) -> BaseOxmlElement:
    settings = element("trPr")
    if not row.split:
        settings.append(element("cantSplit"))
    settings.append(element("trHeight", val=_twips(row.height), hRule="atLeast"))
    if row.head:
        settings.append(element("tblHeader"))
    made = element("tr", settings)
    at = 0
    for cell in row.cells:
        made.append(_cell(cell, widths[at : at + cell.columns]))
        at += cell.columns
    return made


def _cell(cell: Cell, widths: Sequence[float]) -> BaseOxmlElement:
    # The order of the settings is laid down.
    settings = element("tcPr", element("tcW", w=sum(map(_twips, widths)), type="dxa"))
    if cell.columns > 1:
        settings.append(element("gridSpan", val=cell.columns))
    if cell.joins is not None:
        settings.append(element("vMerge", val="restart" if cell.joins else "continue"))
    if cell.shaded or cell.marked:
        settings.append(element("shd", val="clear", color="auto", fill=_CHANGED_SHADE if cell.marked else _SHADE))
    if cell.margins is not None:
        settings.append(element("tcMar", *_edges(cell.margins)))
    if cell.vertical:
        settings.append(element("textDirection", val=_TURNED if cell.turned else _UPRIGHT))
    settings.append(element("vAlign", val="top" if cell.top else "center"))
    return element("tc", settings, cell.content)


def _twips(points: float) -> int:
    return round(points * _TWIPS)
