"""Whole examples whose departments somebody has typed anew, each list with other signs between the names."""

from __future__ import annotations

import io
from itertools import cycle
from typing import TYPE_CHECKING

import docx
import pytest
from openpyxl import load_workbook

from kepu_cli.api import export
from kepu_cli.importers.own_tables.export_reader import Imported
from kepu_cli.importers.read import read_source
from kepu_cli.loading.load import load_file
from tests.importers.generated import told_by
from tests.plans import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

ROLES = ("牵头单位", "责任单位", "配合单位")
SIGNS = ("\n", "，", ", ", " 、 ", "；", "、\n")


def _retyped_workbook(data: bytes) -> bytes:
    book = load_workbook(io.BytesIO(data))
    signs = cycle(SIGNS)
    rows = list(book.worksheets[0].iter_rows(max_row=500))
    heads = next(row for row in rows if any(cell.value in ROLES for cell in row))
    columns = [at for at, cell in enumerate(heads) if cell.value in ROLES]
    for row in rows[rows.index(heads) + 1 :]:
        for at in columns:
            if row[at].value and "（" not in str(row[at].value):
                row[at].value = str(row[at].value).replace("、", next(signs))
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def _retyped_document(data: bytes) -> bytes:
    document = docx.Document(io.BytesIO(data))
    signs = cycle(SIGNS)
    table = document.tables[0]
    columns = [at for at, cell in enumerate(table.rows[0].cells) if cell.text in ROLES]
    cells = {id(cell._tc): cell for at in columns for cell in table.column_cells(at)[1:]}
    for cell in cells.values():
        if cell.text and "（" not in cell.text:
            cell.text = cell.text.replace("、", next(signs))
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


@pytest.mark.parametrize("name", ["sample-county/2026", "wuyi-policy/plan"])
@pytest.mark.parametrize(("suffix", "retyped"), [(".xlsx", _retyped_workbook), (".docx", _retyped_document)])
def test_other_signs_between_names_change_nothing(name: str, suffix: str, retyped: Callable[[bytes], bytes]) -> None:
    plan = load_file(EXAMPLES / f"{name}.yaml").plan
    assert plan is not None
    imported = read_source(retyped(export(plan, suffix)), f"分工表{suffix}")
    assert isinstance(imported, Imported)
    assert imported.notes == ()
    assert told_by(imported.plan) == told_by(plan)
