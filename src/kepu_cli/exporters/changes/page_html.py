"""The tables of a comparison as one web page that needs nothing else: to look at, to send, to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.exporters.division_texts import SEPARATOR
from kepu_cli.exporters.marked_text import Marked, MarkedLine, Piece
from kepu_cli.exporters.web_page import web_page
from kepu_cli.findings import Lang

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.exporters.changes.parts import Part
    from kepu_cli.exporters.listing import Cell, ListColumn


def render(parts: Sequence[Part], lang: Lang) -> bytes:
    """The .html file's bytes."""
    return web_page("changes-page", {"chinese": lang is Lang.ZH, "tables": [_table(part) for part in parts]})


class PageCell(NamedTuple):
    """Lines of pieces; of names each carries its separator, so that no line begins with it."""

    lines: tuple[MarkedLine, ...]
    shaded: bool
    centred: bool


class PageGroup(NamedTuple):
    heading: str
    rows: tuple[tuple[PageCell, ...], ...]


class PageTable(NamedTuple):
    name: str
    title: str
    intro: tuple[str, ...]
    heads: tuple[str, ...]
    groups: tuple[PageGroup, ...]
    below: tuple[str, ...]


def _table(part: Part) -> PageTable:
    listing = part.listing
    separator = SEPARATOR.in_(listing.lang)
    groups = tuple(
        PageGroup(group.heading, tuple(_row(row, listing.columns, separator) for row in group.rows))
        for group in listing.groups
    )
    heads = tuple(column.head for column in listing.columns)
    return PageTable(listing.name, listing.title, listing.intro, heads, groups, listing.below)


def _row(row: Sequence[Cell], columns: Sequence[ListColumn], separator: str) -> tuple[PageCell, ...]:
    return tuple(_cell(cell, column, separator) for cell, column in zip(row, columns, strict=True))


def _cell(cell: Cell, column: ListColumn, separator: str) -> PageCell:
    if isinstance(cell, Marked):
        lines = tuple(_separated(line, separator) if line.names else line for line in cell.lines)
        return PageCell(lines, cell.shaded, column.centred)
    if isinstance(cell, tuple):
        pieces = tuple(map(Piece, cell))
        return PageCell((_separated(MarkedLine(pieces, names=True), separator),), shaded=False, centred=column.centred)
    return PageCell((MarkedLine((Piece(str(cell)),)),), shaded=False, centred=column.centred)


def _separated(line: MarkedLine, separator: str) -> MarkedLine:
    last = len(line.pieces) - 1
    pieces = (
        piece if at == last else piece._replace(text=piece.text + separator) for at, piece in enumerate(line.pieces)
    )
    return line._replace(pieces=tuple(pieces))
