"""Tables for the tests: laid out in a workbook as offices lay them out, and what was read of them in a few words."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from kepu_cli.findings import Lang, Words
from kepu_cli.importers.blocks.block import Cell, Place, Table
from kepu_cli.importers.blocks.grid import rectangle
from kepu_cli.importers.blocks.workbook_blocks import read_sheets
from kepu_cli.importers.tables.read import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kepu_cli.findings import Said
    from kepu_cli.importers.drafts.draft import DraftItem
    from kepu_cli.importers.tables.result import TableReading

UP, LEFT = "↑", "←"


def read(rows: Sequence[Sequence[str]], **options: Any) -> TableReading:
    """What is read of the table that a workbook holds."""
    reading = read_table(table(rows), **options)
    assert reading is not None
    return reading


def table(rows: Sequence[Sequence[str]]) -> Table:
    """A sheet with these rows, saved and read: ↑ is merged with the cell above, ← with the one to the left."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    width = max(map(len, rows))
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    for at, row in enumerate(full, start=1):
        for column, text in enumerate(row, start=1):
            if text and text not in (UP, LEFT):
                sheet.cell(at, column).value = text
                sheet.cell(at, column).data_type = "s"
                last_row, last_column = _corner(full, at - 1, column - 1)
                if (last_row, last_column) != (at, column):
                    sheet.merge_cells(start_row=at, start_column=column, end_row=last_row, end_column=last_column)
    raw = io.BytesIO()
    book.save(raw)
    (found,) = read_sheets(raw.getvalue(), "分工表.xlsx").blocks
    assert isinstance(found, Table)
    return found


def _corner(rows: Sequence[Sequence[str]], row: int, column: int) -> tuple[int, int]:
    """The last row and column, from 1, of the cell that begins here."""
    last_column = column
    while last_column + 1 < len(rows[row]) and rows[row][last_column + 1] == LEFT:
        last_column += 1
    last_row = row
    while last_row + 1 < len(rows) and rows[last_row + 1][column] == UP:
        last_row += 1
    return last_row + 1, last_column + 1


def plain(rows: Sequence[Sequence[str]]) -> Table:
    """A table without merged cells, such as a text file has."""
    cells = [
        Cell(text, at, column, place(at, column))
        for at, row in enumerate(rows, 1)
        for column, text in enumerate(row, 1)
    ]
    return Table(rectangle(cells, place), place(1, 1))


def place(row: int, column: int) -> Place:
    return Place("任务.txt", Words(f"第 {row} 行", f"line {row}"), row * 100 + column)


def outline(reading: TableReading) -> list[str]:
    """A line for each action and, set in, each duty: number, text, who does it, and all else that is told of it."""
    lines = []
    for action in reading.actions:
        lines.append(_line(action))
        lines += [f"  {_line(duty)}" for duty in action.duties]
    return lines


def _line(item: DraftItem) -> str:
    roles: dict[str, list[str]] = {}
    for attribution in item.attributions:
        for named in attribution.names:
            roles.setdefault(_ROLES[named.role.value], []).append(named.name)
    told = [f"{role}={'、'.join(names)}" for role, names in roles.items()]
    fields = (
        ("领导", item.leader),
        ("时限", item.due),
        ("类别", item.kind),
        ("备注", item.remark),
        *item.extra.items(),
    )
    told += [f"{name}={text}" for name, text in fields if text]
    head = f"{item.number} {item.text}" if item.number else item.text
    return " | ".join([head, *told])


_ROLES = {"lead": "牵头", "responsible": "责任", "support": "配合"}


def told(said: Iterable[Said]) -> list[str]:
    return [each.in_(Lang.ZH) for each in said]
