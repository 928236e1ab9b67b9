"""A listing in a sheet, read back: rows under headings, pages, and the lines around them."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kepu_cli.errors import KepuError
from kepu_cli.exporters import printed_text
from kepu_cli.exporters.workbook import cells, paper
from kepu_cli.exporters.workbook.cells import Looks
from kepu_cli.exporters.workbook.container import new_book, packed
from kepu_cli.exporters.workbook.listing_sheet import write_listing
from kepu_cli.findings import Lang
from tests.exporters.listing_samples import listing, rows

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kepu_cli.exporters.listing import Listing


def _sheet(made: Listing) -> Worksheet:
    book = new_book("清单", "2026")
    write_listing(book.worksheets[0], Looks(book), made)
    return load_workbook(io.BytesIO(packed(book, "2026"))).worksheets[0]


def _texts(sheet: Worksheet) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_headings_rows_and_lines() -> None:
    sheet = _sheet(
        listing(
            ("甲", rows(2)),
            ("乙：没有任务", []),
            above=("单位：市科协",),
            below=("日期：",),
            annex="附件1",
            below_gap=20,
        )
    )
    assert _texts(sheet) == [
        ["附件1", None, None],
        ["一张清单", None, None],
        ["单位：市科协", None, None],
        ["序号", "内容", "单位"],
        ["甲", None, None],
        [1, "落实各项举措1", "市教育局、市科协"],
        [2, "落实各项举措2", "市教育局、市科协"],
        ["乙：没有任务", None, None],
        ["日期：", None, None],
    ]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert merged == {f"A{row}:C{row}" for row in (1, 2, 3, 5, 8, 9)}
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", None)
    assert sheet.print_title_rows == "$2:$4"
    assert sheet.print_area == "'Sheet'!$A$1:$C$9"
    assert sheet["A5"].fill.fill_type == "solid"
    assert sheet["A9"].border.left.style is None


def test_without_headings_the_rows_can_be_filtered() -> None:
    sheet = _sheet(listing(("", rows(3))))
    assert sheet.auto_filter.ref == "A2:C5"
    assert sheet.parent is not None
    assert sheet.parent.defined_names["things"].attr_text == "'Sheet'!$A$2:$C$5"


def _pages(sheet: Worksheet) -> list[tuple[int, int]]:
    ends = [0, *(each.id for each in sheet.row_breaks.brk), sheet.max_row]
    return [(start + 1, end) for start, end in pairwise(ends)]


GROUPS = st.lists(
    st.tuples(st.sampled_from(["甲", "乙" * 30, "丙" * 700]), st.lists(st.integers(1, 900), max_size=14)), max_size=8
)


@given(GROUPS, st.booleans(), st.integers(0, 2))
@settings(max_examples=40)
def test_pages_hold_their_rows_and_no_heading_ends_one(
    raw: list[tuple[str, list[int]]], headed: bool, below: int
) -> None:
    groups = [
        (heading if headed else "", [(at, "内容" * (size // 2 + 1), ("市科协",)) for at, size in enumerate(sizes)])
        for heading, sizes in raw
    ]
    sheet = _sheet(listing(*groups, below=("签字：",) * below, below_gap=20))
    high = {row: sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)}
    assert all(height is not None and height <= 409.5 for height in high.values())
    units = sum(each.width for each in sheet.column_dimensions.values())
    scale = min(1, paper.WIDTH / (units * printed_text.POINTS_A_UNIT))
    first, last = (int(each.strip("$")) for each in str(sheet.print_title_rows).split(":"))
    for start, end in _pages(sheet):
        printed = {*range(start, end + 1), *range(first, last + 1)}
        assert sum(float(high[row] or 0) for row in printed) * scale <= paper.HEIGHT
        is_heading = sheet.cell(end, 1).font.name == "黑体" and sheet.cell(end, 1).font.size == 12 and end > last
        follows = end < sheet.max_row and isinstance(sheet.cell(end + 1, 1).value, int)
        assert not (is_heading and follows and sheet.cell(end + 1, 1).value == 0)


def test_a_group_that_goes_on_repeats_its_heading() -> None:
    sheet = _sheet(listing(("甲", rows(40)), ("乙", rows(3))))
    starts = [start for start, _ in _pages(sheet)][1:]
    assert starts
    assert [sheet.cell(row, 1).value for row in starts] == ["甲（续）"] * len(starts)
    for area in sheet.merged_cells.ranges:
        assert area.min_row == area.max_row


def test_what_stands_below_is_never_alone_on_a_page() -> None:
    for count in range(10, 40):
        sheet = _sheet(listing(("", rows(count)), below=("签字", "日期"), below_gap=40))
        start, end = _pages(sheet)[-1]
        assert end - start >= 2


def test_a_row_longer_than_a_page_goes_on() -> None:
    text = "".join(f"第{n}句。" for n in range(900))
    names = tuple(f"市第{n}办公室" for n in range(400))
    sheet = _sheet(listing(("甲", [(1, text, names)]), ("乙", rows(1))))
    body = [row for row in _texts(sheet)[2:] if row[1] or row[2]]
    assert "".join(str(row[1] or "") for row in body[:-1]) == text
    assert "".join(str(row[2] or "") for row in body[:-1]).replace("\n", "") == "、".join(names)


def test_a_long_heading_is_whole_and_short_overleaf() -> None:
    heading = "".join(f"单位{n}、" for n in range(400))
    sheet = _sheet(listing((heading, rows(60))))
    told = [str(row[0]) for row in _texts(sheet)[2:] if isinstance(row[0], str)]
    assert "".join(each for each in told if not each.endswith("（续）")) == heading
    assert {each for each in told if each.endswith("（续）")} == {heading[:40] + "…（续）"}


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("=+-@\t'\"<&>\x00\x1b\ud800\ufffe_xA0\n\r😀👨‍👩‍👧𠮷𪚥字、，。 "),
        st.characters(),
    ),
    max_size=80,
)


@given(HOSTILE, HOSTILE, st.lists(HOSTILE.filter(str.strip), max_size=3))
@settings(max_examples=60)
def test_every_text_is_stored_as_a_text(heading: str, text: str, names: list[str]) -> None:
    sheet = _sheet(listing((heading, [(1, text, tuple(names))])))
    stored = [cell for row in sheet.iter_rows(min_row=3) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in stored} <= {"s", "n"}
    row = next(cell.row for cell in stored if cell.value == 1)
    value: Any = sheet.cell(row, 2).value
    assert (value or "") == _read_back(cells.storable(text))


def _read_back(stored: str) -> str:
    from openpyxl.utils.escape import unescape

    # Reading undoes the escape that keeps _x000D_ as it was typed, and takes the tabs of XML for what they are.
    return unescape(stored)


def test_a_text_no_cell_can_hold_names_its_row() -> None:
    with pytest.raises(KepuError) as caught:
        _sheet(listing(("甲", [(7, "字" * 32_768, ())])))
    assert "7 字" in caught.value.sentence(Lang.ZH)
    with pytest.raises(KepuError):
        _sheet(listing(("字" * 32_768, [])))
