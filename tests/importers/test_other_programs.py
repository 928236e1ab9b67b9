"""An export that a real spreadsheet program has saved again is still the same plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kepu_cli.api import export
from kepu_cli.importers.own_tables.export_reader import read_export
from kepu_cli.loading.load import load_file
from kepu_cli.model import Plan
from tests.exporters.printing import convert, missing
from tests.importers.generated import ROSTER, TEXTS, told_by
from tests.plans import EXAMPLES

if TYPE_CHECKING:
    import pathlib

pytestmark = [
    pytest.mark.paper,
    pytest.mark.skipif(bool(missing("soffice")), reason="NOT PROVEN: no spreadsheet program is installed"),
]


def _saved_again(data: bytes, folder: pathlib.Path) -> bytes:
    (folder / "in").mkdir()
    (folder / "in" / "book.xlsx").write_bytes(data)
    convert(["in/book.xlsx"], folder, "xlsx")
    return (folder / "book.xlsx").read_bytes()


def _hostile() -> Plan:
    duties = [{"text": text, "id": "0012", "due": "2026-06-30", "remark": "重点；新增"} for text in TEXTS]
    long = "".join(f"第{n}句。" + "\n" * (n % 7 == 0) for n in range(600))
    actions = [{"id": "1", "name": "一", "lead": "县教育局、各镇街", "duties": [*duties, long]}]
    return Plan.read({"title": "方案", "departments": ROSTER, "region": "示例县", "actions": actions})


@pytest.mark.parametrize("name", ["sample-county/2026", "shifang-2007/plan", "hostile"])
def test_libre_office(name: str, tmp_path: pathlib.Path) -> None:
    plan = _hostile() if name == "hostile" else load_file(EXAMPLES / f"{name}.yaml").plan
    assert plan is not None
    data = _saved_again(export(plan), tmp_path)
    assert load_workbook(tmp_path / "book.xlsx")["_kepu"].sheet_state == "hidden"
    imported = read_export(data, "分工表.xlsx")
    assert imported.notes == ()
    assert told_by(imported.plan) == told_by(plan)
