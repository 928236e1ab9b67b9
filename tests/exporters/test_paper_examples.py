"""Every example as it would be sent: the whole workbook, printed by a real spreadsheet program."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kepu_cli.loading.load import load_file
from tests.exporters.plan_samples import book
from tests.exporters.printing import MISSING, ON_PAPER, pages_of, print_books, run
from tests.plans import EXAMPLES

if TYPE_CHECKING:
    import pathlib

    from kepu_cli.model import Plan

pytestmark = ON_PAPER

PLANS = {
    f"{path.parent.name}-{path.stem}": path
    for path in sorted(EXAMPLES.glob("*/*.yaml"))
    if not load_file(path).is_companion
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Every workbook and its pages, all printed in one run."""
    home = tmp_path_factory.mktemp("examples")
    if not MISSING:
        for name, path in PLANS.items():
            (home / f"{name}.xlsx").write_bytes(book(load_file(path)))
        print_books(sorted(path.name for path in home.glob("*.xlsx")), home)
    return home


@pytest.mark.parametrize("name", PLANS)
def test_every_character_of_every_sheet_is_on_the_pages(name: str, folder: pathlib.Path) -> None:
    whole = Counter("".join(pages_of(folder / f"{name}.pdf")))
    sheets = [sheet for sheet in load_workbook(folder / f"{name}.xlsx") if sheet.sheet_state == "visible"]
    assert len(sheets) == 5
    cells = (cell for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
    texts = "".join(re.sub(r"\s", "", cell) for cell in cells if isinstance(cell, str))
    assert not Counter(texts) - whole


@pytest.mark.parametrize("name", PLANS)
def test_every_item_and_department_is_on_the_pages(name: str, folder: pathlib.Path) -> None:
    plan = load_file(PLANS[name]).plan
    assert plan is not None
    whole = "".join(pages_of(folder / f"{name}.pdf"))
    assert [each for each in _named(plan) if re.sub(r"\s", "", each) not in whole] == []


@pytest.mark.parametrize("name", PLANS)
def test_pages_are_a4_landscape_and_numbered(name: str, folder: pathlib.Path) -> None:
    pages = pages_of(folder / f"{name}.pdf")
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页共{len(pages)}页" in page
    sizes = re.findall(r"size:\s+([\d.]+) x ([\d.]+)", run("pdfinfo", "-l", "999", folder / f"{name}.pdf"))
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {(842, 595)}


def _named(plan: Plan) -> set[str]:
    """Names of departments and of actions. A long measure may go on behind the next page's head."""
    items = [item for action in plan.actions for item in (action, *action.duties, *action.projects)]
    names = {name for item in items for name in (*item.lead, *item.responsible, *item.support)}
    return names | {action.name for action in plan.actions}
