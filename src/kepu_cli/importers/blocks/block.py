"""A document as a sequence of blocks: paragraphs and tables in their order, each with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Said, Words


class Place(NamedTuple):
    """Where something stands: `where` says it as a clerk finds it (第 12 行, 第 3 段, Sheet1!B7), `order` sorts it."""

    file: str
    where: Words
    order: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `text` is what is typed, line breaks kept; `number` the marker that Word makes by itself (（一）).

    `level` is the heading level that its style gives, from 1; None for body text and plain text files.
    `aside`: it stands outside of the running text, at the end of the blocks: a footnote.
    """

    text: str
    place: Place
    number: str = ""
    level: int | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, merged or not; a merged one covers `rows` × `columns` positions of the grid and stands in each.

    `row` and `column` are its upper left corner, from 1.
    """

    text: str
    row: int
    column: int
    place: Place
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangular grid: `rows[r][c]` is the cell there, the same object wherever a merged cell reaches.

    `name` is the sheet's name; "" in a document.
    """

    rows: tuple[tuple[Cell, ...], ...]
    place: Place
    name: str = ""

    def cells(self) -> Iterator[Cell]:
        """Each cell once, row by row."""
        for at, row in enumerate(self.rows, start=1):
            yield from (cell for column, cell in enumerate(row, start=1) if (cell.row, cell.column) == (at, column))


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read. `notes` tell what the reader decided: tracked changes taken, hidden rows met."""

    file: str
    blocks: tuple[Block, ...]
    notes: tuple[Said, ...] = ()
