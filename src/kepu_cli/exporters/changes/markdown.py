"""The tables of a comparison as Markdown: a heading a group, so that each small table reads by itself in a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters.division_texts import SEPARATOR
from kepu_cli.exporters.listing import cell_text
from kepu_cli.exporters.markdown_elements import in_line, paragraph, table
from kepu_cli.exporters.marked_text import Emphasis, Marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.exporters.changes.parts import Part
    from kepu_cli.exporters.listing import Cell, ListColumn, ListGroup, Listing
    from kepu_cli.exporters.marked_text import MarkedLine, Piece


def render(parts: Sequence[Part]) -> bytes:
    """The .md file's bytes: UTF-8, line feeds."""
    first = parts[0].listing
    blocks = [f"# {in_line(first.title)}", *map(paragraph, first.intro)]
    for part in parts:
        blocks += [f"## {in_line(part.name)}", *_listing(part.listing)]
    return ("\n\n".join(filter(None, blocks)) + "\n").encode()


def _listing(listing: Listing) -> Iterator[str]:
    separator = SEPARATOR.in_(listing.lang)
    for group in listing.groups:
        if group.rows:
            if group.heading:
                yield f"### {in_line(group.heading)}"
            yield _table(listing.columns, group, separator)
        else:
            yield paragraph(group.heading)
    yield from map(paragraph, listing.below)


def _table(columns: Sequence[ListColumn], group: ListGroup, separator: str) -> str:
    rows = ([_cell(cell, separator) for cell in row] for row in group.rows)
    return table((column.head for column in columns), (column.centred for column in columns), rows)


def _cell(cell: Cell, separator: str) -> str:
    if isinstance(cell, Marked):
        return "<br>".join(_marked(line, separator) for line in cell.lines)
    return in_line(cell_text(cell, separator))


def _marked(line: MarkedLine, separator: str) -> str:
    return in_line(line.label) + (separator if line.names else "").join(map(_piece, line.pieces))


def _piece(piece: Piece) -> str:
    """Struck through as HTML, which closes whatever characters stand at its edges."""
    text = in_line(piece.text)
    return f"<del>{text}</del>" if text and piece.emphasis is Emphasis.GONE else text
