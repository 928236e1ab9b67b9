"""The hidden sheet `_kepu`: which plan the workbook shows, and what it takes to read it back."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from kepu_cli.exporters.workbook.cells import Look, Pen
from kepu_cli.memory import SCHEMA, memory_records, path_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from kepu_cli.exporters.workbook.cells import Looks
    from kepu_cli.exporters.workbook.division_sheet import Printed
    from kepu_cli.memory import Memory
    from kepu_cli.views.division import DivisionTable
    from kepu_cli.views.matrix import Matrix

    Cells = tuple[str | int | None, ...]

_LONGEST = 15_000  # characters a cell, well below what one can hold however they are stored


def write_memory(
    sheet: Worksheet,
    looks: Looks,
    facts: Sequence[tuple[str, str]],
    fingerprint: str,
    printed: Sequence[Printed],
    memory: Memory | None = None,
) -> None:
    """Key and value a row; then a row for each row of the division table: its id, first and last sheet row.

    With a memory every item has such a row, sheet rows only where it is printed, and what is remembered of it behind
    them as JSON; rows for the plan, its members, groups and outlines follow. A long JSON goes on in the next cell.
    """
    pen = Pen(sheet, looks)
    places = {path_text(each.row.path): (each.first, each.last) for each in printed}
    rows: list[Cells] = [*facts, ("schema", SCHEMA), ("fingerprint", fingerprint), ("row", "first", "last")]
    rows += [(path, *place) for path, place in places.items()] if memory is None else _remembered(memory, places)
    for number, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            pen.write(number, column, value, Look.PLAIN)
    sheet.sheet_state = "hidden"


def fingerprint(facts: Sequence[tuple[str, str]], division: DivisionTable, matrix: Matrix) -> str:
    """SHA-256 of all that the visible sheets show, the same on every machine."""
    blocks = [
        [block.path, block.number, block.action, [[row.path, row.texts, row.names] for row in block.rows]]
        for block in division.blocks
    ]
    rows = [[row.path, row.number, row.label, row.is_action, row.marks] for row in matrix.rows]
    shown = [facts, [division.title, division.columns, blocks], [matrix.title, matrix.departments, rows]]
    text = json.dumps(shown, ensure_ascii=True, sort_keys=True, default=dict)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _remembered(memory: Memory, places: dict[str, tuple[int, int]]) -> Iterator[Cells]:
    for what, first, last, data in memory_records(memory, places):
        yield what, first, last, *_json(data)


def _json(data: Any) -> Iterator[str]:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    yield from (text[start : start + _LONGEST] for start in range(0, len(text), _LONGEST))
