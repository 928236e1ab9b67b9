"""The sheets behind the matrix, and a department's own file, as a real spreadsheet program prints them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kepu_cli.exporters.options import Options, Sheet
from kepu_cli.exporters.workbook.department_book import department_book, department_files
from kepu_cli.ledger import build_ledger
from tests.exporters.plan_samples import book, example, stress, tiny
from tests.exporters.printing import MISSING, ON_PAPER, pages_of, print_books

if TYPE_CHECKING:
    import pathlib

    from openpyxl.worksheet.worksheet import Worksheet

pytestmark = ON_PAPER

PLANS = {
    "county": lambda: example("sample-county/2026.yaml"),
    "last-year": lambda: example("sample-county/2025.yaml"),
    "shifang": lambda: example("shifang-2007/plan.yaml"),
    "wuyi": lambda: example("wuyi-policy/plan.yaml"),
    "tiny": tiny,
    "stress": stress,
}
SHEETS = (Sheet.TASKS, Sheet.COVERAGE, Sheet.STATISTICS)
SINGLE = [f"{plan}-{sheet}" for plan in PLANS for sheet in SHEETS]
DEPARTMENTS = ["county-lead", "county-towns"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Every book and its pages, all printed in one run."""
    home = tmp_path_factory.mktemp("printed")
    if MISSING:
        return home
    for name, plan in PLANS.items():
        for sheet in SHEETS:
            (home / f"{name}-{sheet}.xlsx").write_bytes(book(plan(), Options(sheets=(sheet,))))
    county = PLANS["county"]().plan
    assert county is not None
    files = department_files(county, build_ledger(county))
    for name, file in zip(DEPARTMENTS, files[-2:], strict=True):
        (home / f"{name}.xlsx").write_bytes(department_book(county, file.tasks, Options(annex="附件1")))
    print_books(sorted(path.name for path in home.glob("*.xlsx")), home)
    return home


@cache
def _sheet(folder: pathlib.Path, name: str) -> Worksheet:
    return load_workbook(folder / f"{name}.xlsx").worksheets[0]


def _texts(sheet: Worksheet) -> list[str]:
    values = (value for row in sheet.iter_rows(values_only=True) for value in row if isinstance(value, str | int))
    return [re.sub(r"\s", "", str(value)) for value in values]


def _head(sheet: Worksheet) -> str:
    """The head row as the printer draws it, from left to right."""
    row = int(str(sheet.print_title_rows).rsplit("$", 1)[1])
    return "".join(str(cell.value) for cell in sheet[row] if cell.value)


@pytest.mark.parametrize("name", [*SINGLE, *DEPARTMENTS])
def test_every_character_is_on_the_pages(name: str, folder: pathlib.Path) -> None:
    sheet, pages = _sheet(folder, name), pages_of(folder / f"{name}.pdf")
    whole = "".join(pages)
    texts = _texts(sheet)
    assert not Counter("".join(texts)) - Counter(whole)
    # Lines of a cell are not torn by those of its neighbours; short texts stand in one line.
    assert [text for text in texts if len(text) <= 5 and text not in whole] == []
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页共{len(pages)}页" in page


@pytest.mark.parametrize("name", [*SINGLE, *DEPARTMENTS])
def test_there_are_as_many_pages_as_planned(name: str, folder: pathlib.Path) -> None:
    assert len(pages_of(folder / f"{name}.pdf")) == len(_sheet(folder, name).row_breaks.brk) + 1


@pytest.mark.parametrize("name", [*SINGLE, *DEPARTMENTS])
def test_the_head_row_is_on_every_page_of_the_table(name: str, folder: pathlib.Path) -> None:
    head = _head(_sheet(folder, name))
    pages = pages_of(folder / f"{name}.pdf")
    if name.endswith("statistics"):
        # The first pages hold the charts; the table begins behind them, or on the only page.
        first = next(at for at, page in enumerate(pages) if head in page)
        pages = pages[first:]
    assert all(head in page for page in pages)


@pytest.mark.parametrize("plan", PLANS)
def test_the_chart_names_every_department(plan: str, folder: pathlib.Path) -> None:
    sheet = _sheet(folder, f"{plan}-statistics")
    names = [re.sub(r"\s", "", text) for text in _names_of(sheet)]
    whole = "".join(pages_of(folder / f"{plan}-statistics.pdf"))
    # Once in the table, once in the chart.
    assert [name for name in names if whole.count(name) < 2] == []


def _names_of(sheet: Worksheet) -> list[str]:
    start = int(str(sheet.print_title_rows).rsplit("$", 1)[1]) + 1
    return [str(sheet.cell(row, 1).value) for row in range(start, sheet.max_row + 1)]


def test_a_department_signs_below_its_last_task(folder: pathlib.Path) -> None:
    for name in DEPARTMENTS:
        *others, last = pages_of(folder / f"{name}.pdf")
        assert "负责人（签字）：单位（盖章）：日期：年月日" in last
        assert not any("签字" in page for page in others)
