"""The workbook on paper, as a real spreadsheet program prints it: nothing may be cut off."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from kepu_cli.exporters.workbook.book import workbook
from tests.exporters.printing import MISSING, ON_PAPER, pages_of, print_books, run
from tests.exporters.workbook_samples import INFO, county, one_row, stress, tiny

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable

    from kepu_cli.views.division import DivisionTable
    from kepu_cli.views.matrix import Matrix

    Sample = Callable[[], tuple[DivisionTable, Matrix]]

pytestmark = ON_PAPER


def _long() -> tuple[DivisionTable, Matrix]:
    return one_row("".join(f"第{n}句。" for n in range(700)), action="".join(f"行动{n}，" for n in range(120)))


SAMPLES: dict[str, Sample] = {"county": county, "tiny": tiny, "stress": stress}
EVERY = pytest.mark.parametrize("name", SAMPLES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Every book and its pages, all printed in one run."""
    home = tmp_path_factory.mktemp("printed")
    if not MISSING:
        for name, sample in (SAMPLES | {"long": _long}).items():
            (home / f"{name}.xlsx").write_bytes(workbook(INFO, *sample()))
        print_books(sorted(path.name for path in home.glob("*.xlsx")), home)
    return home


@EVERY
def test_every_character_is_on_the_pages(name: str, folder: pathlib.Path) -> None:
    _all_printed(SAMPLES[name](), folder / f"{name}.pdf")


def test_texts_longer_than_a_page_too(folder: pathlib.Path) -> None:
    pages = pages_of(folder / "long.pdf")
    body = "".join(page for page in pages if "矩阵" not in page)
    assert body.count("句。") == 700
    # A sentence may go from one page to the next, with the head between.
    assert sum(f"第{n}句。" not in body for n in range(700)) < len(pages)
    assert sum(f"行动{n}，" not in body for n in range(120)) < len(pages)
    assert "行动0" in pages[0]


def _all_printed(sample: tuple[DivisionTable, Matrix], pdf: pathlib.Path) -> None:
    pages = pages_of(pdf)
    text = "".join(pages)
    table, matrix = sample
    short = {*matrix.departments, *(block.action for block in table.blocks)}
    everything = [*matrix.departments, *(row.label for row in matrix.rows)]
    for block in table.blocks:
        for row in block.rows:
            names = [name for listed in row.names.values() for name in listed]
            short.update(names)
            everything += [*row.texts.values(), *names]
    assert [each for each in short if re.sub(r"\s", "", each) not in text] == []
    # Long texts may go on behind the next page's head, so they are compared by how often each character occurs.
    lost = Counter(re.sub(r"\s", "", "".join(everything))) - Counter(text)
    assert not lost
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页共{len(pages)}页" in page
    assert INFO.annex in pages[0]
    assert sum(table.title in page for page in pages) >= 1


@EVERY
def test_pages_are_a4_landscape_and_as_many_as_planned(name: str, folder: pathlib.Path) -> None:
    facts = run("pdfinfo", folder / f"{name}.pdf")
    width, height = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", facts).groups()  # type: ignore[union-attr]
    assert (round(float(width)), round(float(height))) == (842, 595)
