"""The hidden sheet `_kepu`: which plan the workbook shows, and which row of it each printed row is."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from kepu_cli.exporters.workbook.cells import Look, Pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from kepu_cli.exporters.workbook.cells import Looks
    from kepu_cli.exporters.workbook.division_sheet import Printed
    from kepu_cli.views.division import DivisionTable
    from kepu_cli.views.matrix import Matrix

SHEET = "_kepu"
SCHEMA = 1


def write_identity(
    sheet: Worksheet, looks: Looks, facts: Sequence[tuple[str, str]], fingerprint: str, printed: Sequence[Printed]
) -> None:
    """Key and value a row, then a row for each row of the division table: its id, first and last sheet row."""
    pen = Pen(sheet, looks)
    head: list[tuple[str | int, ...]] = [*facts, ("schema", SCHEMA), ("fingerprint", fingerprint)]
    rows: list[tuple[str | int, ...]] = [("row", "first", "last")]
    rows += [("/".join(map(str, each.row.path)), each.first, each.last) for each in printed]
    for number, values in enumerate([*head, *rows], start=1):
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
