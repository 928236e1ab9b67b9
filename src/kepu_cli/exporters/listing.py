"""A listing: rows of texts under optional headings, with a title above and lines below. It knows no plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.exporters.marked_text import Marked

if TYPE_CHECKING:
    from kepu_cli.exporters.column_widths import Span
    from kepu_cli.findings import Lang

# A text, a number, names between which alone a line may break, or a text with marks on what changed.
Cell = str | int | tuple[str, ...] | Marked


class ListColumn(NamedTuple):
    head: str
    span: Span
    centred: bool = False


class ListGroup(NamedTuple):
    """Rows under a heading that spreads over the width; `again` is the heading where the rows go on overleaf.

    Without a heading the rows follow one another; a heading may stand without rows.
    """

    heading: str
    rows: tuple[tuple[Cell, ...], ...]
    again: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """`above` are lines between the title and the head row, `below` lines that stay with the last row.

    With an `intro`, lines below the title that are told once, the pages behind the first repeat the head row alone.
    A row has a cell for each column. `name` is what the table is called inside the workbook, in Latin letters.
    """

    name: str
    title: str
    columns: tuple[ListColumn, ...]
    groups: tuple[ListGroup, ...]
    lang: Lang
    annex: str = ""
    above: tuple[str, ...] = ()
    intro: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    below_gap: float = 0


def cell_text(cell: Cell, separator: str) -> str:
    """All that a cell says, its names joined, without marks."""
    if isinstance(cell, Marked):
        return cell.text(separator)
    return separator.join(cell) if isinstance(cell, tuple) else str(cell)
