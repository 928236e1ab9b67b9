"""The tables of a comparison as Markdown: a heading a group, so that each small table reads by itself in a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters.division_texts import SEPARATOR
from kepu_cli.exporters.marked_text import Emphasis, Marked
from kepu_cli.exporters.plain_text import shown
from kepu_cli.markdown_text import inert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kepu_cli.exporters.changes.parts import Part
    from kepu_cli.exporters.listing import Cell, ListColumn, ListGroup, Listing
    from kepu_cli.exporters.marked_text import MarkedLine, Piece


def render(parts: Sequence[Part]) -> bytes:
    """The .md file's bytes: UTF-8, line feeds."""
    first = parts[0].listing
    blocks = [f"# {_text(first.title)}", *map(_paragraph, first.intro)]
    for part in parts:
        blocks += [f"## {_text(part.name)}", *_listing(part.listing)]
    return ("\n\n".join(filter(None, blocks)) + "\n").encode()


def _listing(listing: Listing) -> Iterator[str]:
    separator = SEPARATOR.in_(listing.lang)
    for group in listing.groups:
        if group.rows:
            if group.heading:
                yield f"### {_text(group.heading)}"
            yield _table(listing.columns, group, separator)
        else:
            yield _paragraph(group.heading)
    yield from map(_paragraph, listing.below)


def _table(columns: Sequence[ListColumn], group: ListGroup, separator: str) -> str:
    ruler = [":-:" if column.centred else "---" for column in columns]
    rows = (_line(_cell(cell, separator) for cell in row) for row in group.rows)
    return "\n".join((_line(_text(column.head) for column in columns), _line(ruler), *rows))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell, separator: str) -> str:
    if isinstance(cell, Marked):
        return "<br>".join(_marked(line, separator) for line in cell.lines)
    return _text(separator.join(cell) if isinstance(cell, tuple) else str(cell))


def _marked(line: MarkedLine, separator: str) -> str:
    return _text(line.label) + (separator if line.names else "").join(map(_piece, line.pieces))


def _piece(piece: Piece) -> str:
    """Struck through as HTML, which closes whatever characters stand at its edges."""
    text = _text(piece.text)
    return f"<del>{text}</del>" if text and piece.emphasis is Emphasis.GONE else text


def _text(text: str) -> str:
    return "<br>".join(map(inert, shown(text).replace("\t", " ").strip().split("\n")))


def _paragraph(text: str) -> str:
    """A text that would begin a list, a rule or a heading begins with a character spelled out."""
    made = _text(text)
    return f"&#{ord(made[0])};{made[1:]}" if made[:1] in tuple("-+=0123456789") else made
