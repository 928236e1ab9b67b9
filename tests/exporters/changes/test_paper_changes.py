"""A comparison as real office programs print it: every character on the pages, heads repeated, nothing cut."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kepu_cli.exporters.forms import Form
from tests.exporters.changes.samples import BODIES, Years, county, hostile, stress
from tests.exporters.printing import MISSING, ON_PAPER, missing, pages_of, print_books

if TYPE_CHECKING:
    import pathlib

    from openpyxl.worksheet.worksheet import Worksheet

pytestmark = ON_PAPER

COMPARED: dict[str, tuple[Years, str | None]] = {
    "county": (county(), None),
    "letter": (county(), "县民政局"),
    "stress": (stress(), None),
    "stress-letter": (stress(), BODIES[7]),
    "same": (Years(county().new, county().new), None),
    "formula": (hostile("=1+1"), None),
}
names = pytest.mark.parametrize("name", COMPARED)
HAS_WRITER = not missing("writer")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Every book and document with its pages, all printed in one run."""
    home = tmp_path_factory.mktemp("printed")
    if MISSING:
        return home
    for form in (Form.XLSX, Form.DOCX) if HAS_WRITER else (Form.XLSX,):
        for name, (years, department) in COMPARED.items():
            (home / f"{name}-{form.name}{form.value}").write_bytes(years.paper(form, department))
    print_books(sorted(path.name for path in home.iterdir()), home)
    return home


@cache
def _sheets(folder: pathlib.Path, name: str) -> tuple[Worksheet, ...]:
    return tuple(load_workbook(folder / f"{name}-XLSX.xlsx"))


def _texts(sheets: tuple[Worksheet, ...]) -> list[str]:
    values = (value for sheet in sheets for row in sheet.iter_rows(values_only=True) for value in row)
    return [re.sub(r"\s", "", str(value)) for value in values if value is not None]


def _head(sheet: Worksheet) -> list[str]:
    row = int(str(sheet.print_title_rows).rsplit("$", 1)[1])
    return [str(cell.value) for cell in sheet[row] if cell.value]


@names
def test_every_character_of_the_workbook_is_on_its_pages(name: str, folder: pathlib.Path) -> None:
    texts, pages = _texts(_sheets(folder, name)), pages_of(folder / f"{name}-XLSX.pdf")
    assert not Counter("".join(texts)) - Counter("".join(pages))
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页共{len(pages)}页" in page


@names
def test_the_workbook_has_as_many_pages_as_planned(name: str, folder: pathlib.Path) -> None:
    planned = sum(len(sheet.row_breaks.brk) + 1 for sheet in _sheets(folder, name))
    assert len(pages_of(folder / f"{name}-XLSX.pdf")) == planned


@names
def test_each_page_of_the_workbook_has_a_head_row(name: str, folder: pathlib.Path) -> None:
    heads = [_head(sheet) for sheet in _sheets(folder, name)]
    for page in pages_of(folder / f"{name}-XLSX.pdf"):
        assert any(all(text in page for text in head) for head in heads)


@pytest.mark.skipif(not HAS_WRITER, reason="NOT PROVEN ON PAPER, programs missing: writer")
@names
def test_every_character_of_the_document_is_on_its_pages(name: str, folder: pathlib.Path) -> None:
    """Both forms say the same, but for headings that the workbook says again overleaf."""
    pages = pages_of(folder / f"{name}-DOCX.pdf")
    told = [text for text in _texts(_sheets(folder, name)) if not text.endswith("（续）")]
    # What is cut or stands on several sheets need not be there as often.
    wanted = Counter("".join(dict.fromkeys(told)))
    assert not wanted - Counter("".join(pages))
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页共{len(pages)}页" in page


@pytest.mark.parametrize("name", ["letter", "stress-letter"])
def test_a_department_signs_below_its_own_table(name: str, folder: pathlib.Path) -> None:
    pages = pages_of(folder / f"{name}-XLSX.pdf")
    assert len([page for page in pages if "负责人（签字）：单位（盖章）：日期：年月日" in page]) == 1
