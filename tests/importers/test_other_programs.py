"""An export that a real spreadsheet program has saved again is still the same plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kepu_cli.api import export
from kepu_cli.loading.load import load_file
from kepu_cli.model import Plan
from tests.exporters.printing import convert, missing
from tests.importers.edited import read_back
from tests.importers.generated import ROSTER, TEXTS, told_by
from tests.plans import EXAMPLES

if TYPE_CHECKING:
    import pathlib

pytestmark = [
    pytest.mark.paper,
    pytest.mark.skipif(bool(missing("soffice")), reason="NOT PROVEN: no spreadsheet program is installed"),
]


def _hostile() -> Plan:
    duties = [{"text": text, "id": "0012", "due": "2026-06-30", "remark": "重点；新增"} for text in TEXTS]
    long = "".join(f"第{n}句。" + "\n" * (n % 7 == 0) for n in range(600))
    actions = [{"id": "1", "name": "一", "lead": "县教育局、各镇街", "duties": [*duties, long]}]
    return Plan.read({"title": "方案", "departments": ROSTER, "region": "示例县", "actions": actions})


def _example(name: str) -> Plan:
    plan = load_file(EXAMPLES / f"{name}.yaml").plan
    assert plan is not None
    return plan


PLANS = {"county": _example("sample-county/2026"), "shifang": _example("shifang-2007/plan"), "hostile": _hostile()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Every workbook as it was saved again, all in one run."""
    home = tmp_path_factory.mktemp("saved")
    (home / "in").mkdir()
    for name, plan in PLANS.items():
        (home / "in" / f"{name}.xlsx").write_bytes(export(plan))
    convert([f"in/{name}.xlsx" for name in PLANS], home, "xlsx")
    return home


@pytest.mark.parametrize("name", PLANS)
def test_libre_office(name: str, folder: pathlib.Path) -> None:
    plan, book = PLANS[name], folder / f"{name}.xlsx"
    assert load_workbook(book)["_kepu"].sheet_state == "hidden"
    imported = read_back(book.read_bytes())
    assert imported.notes == ()
    assert told_by(imported.plan) == told_by(plan)
