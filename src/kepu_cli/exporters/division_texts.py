"""What stands in the cells of the division table, the same in every form it is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Lang, Words
from kepu_cli.views.division import NAME_COLUMNS, Column

if TYPE_CHECKING:
    from kepu_cli.views.division import DivisionBlock, DivisionRow, DivisionTable

SEPARATOR = Words(zh="、", en="; ")
# Behind what stands again where a page or a stretch of rows begins.
CONTINUED = Words(zh="（续）", en=" (cont.)")

# Short entries that people look for down the column.
CENTRED = frozenset({Column.NUMBER, Column.LEADER, Column.DUE})


def merged_columns(table: DivisionTable) -> tuple[Column, ...]:
    """The columns with one cell for a whole block; the number is the action's unless rows have numbers of their own."""
    numbered = any(row.texts.get(Column.NUMBER) for block in table.blocks for row in block.rows)
    headed = {Column.ACTION} if numbered else {Column.NUMBER, Column.ACTION}
    return tuple(column for column in table.columns if column in headed)


def heading(block: DivisionBlock) -> dict[Column, str]:
    """The texts of a block's merged columns."""
    return {Column.NUMBER: block.number, Column.ACTION: block.action}


def cell_text(row: DivisionRow, column: Column, lang: Lang) -> str:
    """The text of a cell that is not merged, names joined."""
    if column in NAME_COLUMNS:
        return SEPARATOR.in_(lang).join(row.names.get(column, ()))
    return row.texts.get(column, "")
