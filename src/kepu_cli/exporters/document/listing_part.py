"""A listing as a Word table: its head on every page, rows under headings that stay with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.exporters import printed_text
from kepu_cli.exporters.division_texts import SEPARATOR
from kepu_cli.exporters.document import paper
from kepu_cli.exporters.document.elements import Style, paragraph
from kepu_cli.exporters.document.marked_runs import marked_paragraph
from kepu_cli.exporters.document.styles import line_of, size_of
from kepu_cli.exporters.document.tables import Cell, Margins, Row, table
from kepu_cli.exporters.listing import cell_text
from kepu_cli.exporters.marked_cutting import lay_marked
from kepu_cli.exporters.marked_text import Marked, Piece
from kepu_cli.exporters.name_columns import listed_names, widths_for_names
from kepu_cli.exporters.plain_text import closed, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from kepu_cli.exporters.listing import Cell as ListCell
    from kepu_cli.exporters.listing import ListColumn, ListGroup, Listing

_MARGINS = Margins(along=2, across=4)
_LOWEST_ROW = 25.0  # points: one line with some air
_ROOM = paper.HEIGHT - 100  # what a page holds below a title and a head; a higher row may go on overleaf
# What a cell's margins take beyond those that the widths are reckoned with.
_AIR = (2 * _MARGINS.across - 4) / printed_text.POINTS_A_UNIT
_SIZE = size_of(Style.TEXT)


def listing_part(listing: Listing) -> BaseOxmlElement:
    """The table alone, as wide as the page."""
    separator = SEPARATOR.in_(listing.lang)
    widths = _widths(listing, separator)
    head = Row(tuple(Cell(paragraph(column.head, Style.HEAD)) for column in listing.columns), _LOWEST_ROW, head=True)
    rows = (row for group in listing.groups for row in _rows(group, listing.columns, widths, separator))
    return table(widths, (head, *rows), margins=_MARGINS, about=listing.title)


def _widths(listing: Listing, separator: str) -> list[float]:
    """Points, together as wide as the page."""
    rows = [row for group in listing.groups for row in group.rows]
    texts = {
        at: [column.head, *(cell_text(row[at], separator) for row in rows)] for at, column in enumerate(listing.columns)
    }
    spans = {at: column.span for at, column in enumerate(listing.columns)}
    total = paper.WIDTH / printed_text.POINTS_A_UNIT
    free = total - _AIR * len(texts)
    units = widths_for_names(texts, spans, listed_names(listing), separator, _SIZE, free)
    # Many columns at their narrowest are a little wider than a page.
    scale = min(1.0, total / (sum(units.values()) + _AIR * len(units)))
    return [(width + _AIR) * scale * printed_text.POINTS_A_UNIT for width in units.values()]


def _rows(group: ListGroup, columns: Sequence[ListColumn], widths: Sequence[float], separator: str) -> Iterator[Row]:
    if group.heading:
        heading = paragraph(group.heading, Style.HEAD, across="left", keep=bool(group.rows))
        yield Row((Cell(heading, columns=len(columns), shaded=True),), _LOWEST_ROW)
    for row in group.rows:
        laid = [_laid(cell, width, separator) for cell, width in zip(row, widths, strict=True)]
        cells = (_cell(one, column) for one, column in zip(laid, columns, strict=True))
        yield Row(tuple(cells), _LOWEST_ROW, split=max(one.height for one in laid) > _ROOM)


class _Laid(NamedTuple):
    """A cell's text with its lines broken between names, and how high it gets about, in points."""

    pieces: tuple[Piece, ...]
    marked: bool
    height: float


def _laid(cell: ListCell, width: float, separator: str) -> _Laid:
    units = width / printed_text.POINTS_A_UNIT - _AIR
    if isinstance(cell, Marked):
        laid = lay_marked(cell, separator, units, _SIZE)
        pieces, marked = laid.pieces, laid.shaded
    elif isinstance(cell, tuple):
        names = [closed(shown(name)) for name in cell]
        pieces, marked = (Piece("\n".join(printed_text.name_rows(names, separator, units, _SIZE))),), False
    else:
        pieces, marked = (Piece(str(cell)),), False
    text = "".join(piece.text for piece in pieces)
    return _Laid(pieces, marked, len(printed_text.text_lines(text, units, _SIZE)) * line_of(Style.TEXT))


def _cell(laid: _Laid, column: ListColumn) -> Cell:
    content = marked_paragraph(laid.pieces, Style.TEXT, across="center" if column.centred else "")
    return Cell(content, marked=laid.marked)
