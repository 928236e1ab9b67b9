"""A workbook as blocks: each sheet that is shown, a table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.importers.blocks.block import Cell, Document, Place, Table
from kepu_cli.importers.blocks.grid import rectangle
from kepu_cli.importers.blocks.line import INVISIBLE
from kepu_cli.importers.blocks.streaming import TOO_LONG
from kepu_cli.importers.blocks.text_source import MAX_TEXT
from kepu_cli.importers.blocks.workbook_notes import notes_beside, sheet_notes
from kepu_cli.importers.sheet import cell_name
from kepu_cli.importers.workbook_source import read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.findings import Said
    from kepu_cli.importers.sheet import Sheet


def read_sheets(data: bytes, file: str) -> Document:
    """Raises KepuError for what is no workbook, broken, or too large."""
    tables: list[Table] = []
    notes: list[Said] = []
    order = 0
    for sheet in read_workbook(data, file):
        shown = _SheetTable.of(sheet, file, order)
        if sheet.hidden or not shown.texts:
            notes += sheet_notes(sheet)
            continue
        table = shown.table()
        notes += sheet_notes(sheet, shown.covered_in(table))
        tables.append(table)
        order += 1 + len(table.rows) * len(table.rows[0])
    return Document(file, tuple(_bounded(tables, file)), (*notes, *notes_beside(data, file)))


@dataclass(frozen=True, slots=True)
class _SheetTable:
    """`rows` and `columns` are those with anything in them; the others are left out of the table."""

    sheet: Sheet
    file: str
    first_order: int
    texts: dict[tuple[int, int], str]
    rows: Sequence[int]
    columns: Sequence[int]

    @classmethod
    def of(cls, sheet: Sheet, file: str, first_order: int) -> _SheetTable:
        texts = {
            (row, column): bare
            for row, cells in sheet.rows.items()
            for column, text in cells.items()
            if (bare := text.strip(INVISIBLE + "\n"))
        }
        rows, columns = sorted({row for row, _ in texts}), sorted({column for _, column in texts})
        return cls(sheet, file, first_order, texts, rows, columns)

    def table(self) -> Table:
        cells = [*self._merged(), *self._single()]
        place = Place(self.file, Words(self.sheet.name, self.sheet.name), self.first_order)
        return Table(rectangle(cells, self._place), place, self.sheet.name)

    def covered_in(self, table: Table) -> list[str]:
        """The cells whose texts a merged cell hides."""
        return [
            cell_name(self.rows[cell.row - 1], self.columns[cell.column - 1])
            for cell in self._single()
            if (owner := table.rows[cell.row - 1][cell.column - 1]).text != cell.text
            or (owner.row, owner.column) != (cell.row, cell.column)
        ]

    def _merged(self) -> Iterator[Cell]:
        for area in self.sheet.merged:
            rows = _within(self.rows, area.first_row, area.last_row)
            columns = _within(self.columns, area.first_column, area.last_column)
            if len(rows) * len(columns) > 1:
                at = rows.start + 1, columns.start + 1
                text = self.texts.get((area.first_row, area.first_column), "")
                yield Cell(text, *at, self._place(*at), len(rows), len(columns))

    def _single(self) -> Iterator[Cell]:
        row_at = {row: at for at, row in enumerate(self.rows, start=1)}
        column_at = {column: at for at, column in enumerate(self.columns, start=1)}
        for (row, column), text in self.texts.items():
            at = row_at[row], column_at[column]
            yield Cell(text, *at, self._place(*at))

    def _place(self, row: int, column: int) -> Place:
        """Of a position in the table."""
        where = f"{self.sheet.name}!{cell_name(self.rows[row - 1], self.columns[column - 1])}"
        return Place(self.file, Words(where, where), self.first_order + (row - 1) * len(self.columns) + column)


def _within(kept: Sequence[int], first: int, last: int) -> range:
    """The indices of those from `first` to `last`."""
    return range(bisect_left(kept, first), bisect_right(kept, last))


def _bounded(tables: Sequence[Table], file: str) -> Sequence[Table]:
    if sum(len(cell.text) for table in tables for cell in table.cells()) > MAX_TEXT:
        raise KepuError(say(TOO_LONG, file=file))
    return tables
