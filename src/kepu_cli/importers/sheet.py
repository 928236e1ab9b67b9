"""A sheet of a workbook, or a table of a document, as a grid of texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.findings import Words


class Area(NamedTuple):
    """A merged rectangle, rows and columns from 1, ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Odd(NamedTuple):
    """A cell whose value is none."""

    row: int
    column: int
    words: Words
    value: str = ""


@dataclass(slots=True)
class Sheet:
    """`rows` holds the texts of cells that are not blank: row → column → text, both from 1."""

    name: str
    hidden: bool
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)  # first and last
    unread: int = 0  # cells too far to the right, or behind too many blank rows
    odd: list[Odd] = field(default_factory=list)
    _owners: dict[int, dict[int, tuple[int, int]]] = field(default_factory=dict)

    def text(self, row: int, column: int) -> str:
        """What the cell shows, below a merged one what that shows."""
        own_row, own_column = self.owner(row, column)
        return self.rows.get(own_row, {}).get(own_column, "")

    def owner(self, row: int, column: int) -> tuple[int, int]:
        """The cell that holds the text: the first of a merged area, else the cell itself."""
        return self._owners_in(column).get(row, (row, column))

    def is_merged(self, row: int, column: int) -> bool:
        return row in self._owners_in(column)

    def _owners_in(self, column: int) -> Mapping[int, tuple[int, int]]:
        if column not in self._owners:
            owners: dict[int, tuple[int, int]] = {}
            last = max(self.rows, default=0)
            for area in self.merged:
                if area.first_column <= column <= area.last_column:
                    for row in range(area.first_row, min(area.last_row, last) + 1):
                        owners[row] = (area.first_row, area.first_column)
            self._owners[column] = owners
        return self._owners[column]


def cell_name(row: int, column: int) -> str:
    """`E7`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
