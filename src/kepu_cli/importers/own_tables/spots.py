"""How a person finds a cell again: by its name on a sheet, by its row and column in a document's table."""

from __future__ import annotations

from dataclasses import dataclass

from kepu_cli.findings import Words
from kepu_cli.importers.sheet import cell_name
from kepu_cli.views.division import COLUMN_WORDS, Column


@dataclass(frozen=True, slots=True)
class Spots:
    """Says where something stands, as a fact of a message; `sheet` is None for a table in a document."""

    sheet: str | None

    def cell(self, row: int, position: int, column: Column | None = None) -> str | Words:
        """`任务分工表!E7`, 表格第 7 行“责任单位”: row and position from 1; `column` is what its column is, if known."""
        if self.sheet is not None:
            return f"{self.sheet}!{cell_name(row, position)}"
        if column in _OF_THE_ROW:
            return Words(f"表格第 {row} 行", f"row {row} of the table")
        if column is None:
            return Words(f"表格第 {row} 行第 {position} 列", f"row {row}, column {position} of the table")
        words = COLUMN_WORDS[column]
        return Words(f"表格第 {row} 行“{words.zh}”", f"row {row} of the table, “{words.en}”")

    def title(self, head: int) -> str | Words:
        """What stands above the head in that row."""
        return Words("文档", "the head of the document") if self.sheet is None else f"{self.sheet}!A{head - 1}"


# What makes a row a task: the row alone says enough.
_OF_THE_ROW = frozenset((Column.NUMBER, Column.ACTION, Column.MEASURE))
