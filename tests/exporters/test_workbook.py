"""The workbook, read back with openpyxl: what the cells hold and how the sheets are set up."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kepu_cli.errors import KepuError
from kepu_cli.exporters import printed_text
from kepu_cli.exporters.matrix_texts import ROLES
from kepu_cli.exporters.workbook import cells, paper
from kepu_cli.exporters.workbook.book import workbook
from kepu_cli.exporters.workbook.matrix_layout import LEGEND_HEIGHT, SUM_HEIGHT, lay_out
from kepu_cli.exporters.workbook.paging import Block, paginate
from kepu_cli.exporters.workbook.title import title_height
from kepu_cli.findings import Lang
from kepu_cli.memory import SCHEMA
from kepu_cli.views.division import NAME_COLUMNS, Column, DivisionTable
from kepu_cli.views.matrix import Mark, Matrix, MatrixRow
from tests.exporters.workbook_samples import DEPARTMENTS, INFO, county, one_row, stress, tiny

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    Sample = Callable[[], tuple[DivisionTable, Matrix]]

EVERY = pytest.mark.parametrize("sample", [county, tiny, stress], ids=["county", "tiny", "stress"])


def _book(sample: tuple[DivisionTable, Matrix], lang: Lang = Lang.ZH, annex: str = "附件1") -> Workbook:
    return load_workbook(io.BytesIO(workbook(replace(INFO, lang=lang, annex=annex), *sample)))


def _texts(sheet: Worksheet) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def _footer(sheet: Worksheet) -> object:
    assert sheet.oddFooter is not None
    return sheet.oddFooter.center.text


def _whole(sheet: Worksheet, column: int, first: int, last: int) -> str:
    return "".join(str(sheet.cell(row, column).value or "") for row in range(first, last + 1))


def test_head_and_first_row() -> None:
    rows = _texts(_book(county())["任务分工表"])
    assert rows[0][0] == "附件1"
    assert rows[1][0] == "什邡市全民科学素质行动实施方案（2026—2030年）任务分工表"
    assert rows[2] == ["序号", "重点任务", "具体举措", "牵头领导", "牵头单位", "责任单位", "完成时限"]
    assert rows[3][:2] == [1, "青少年科学素质提升行动"]
    assert rows[3][4:] == ["市委组织部", "市委宣传部", "2026年12月底前"]
    assert rows[4][:2] == [None, None]


def test_english() -> None:
    book = _book(county(), Lang.EN, annex="")
    assert book.sheetnames[:2] == ["Division of labour", "Responsibility matrix"]
    sheet = book["Division of labour"]
    assert [cell.value for cell in sheet[2]][:3] == ["No.", "Action", "Measure"]
    assert sheet["F4"].value == "市教育和体育局;\n市公安局消防救援大队;\n市人力资源和社会保障局"
    assert _footer(sheet) == "Page &P of &N"


@EVERY
def test_every_row_stands_where_the_hidden_sheet_says(sample: Sample) -> None:
    table, _ = sample()
    book = _book((table, _))
    sheet = book["任务分工表"]
    ids = {row[0]: row[1:3] for row in _texts(book["_kepu"])[5:]}
    for block in table.blocks:
        for row in block.rows:
            first, last = ids["/".join(map(str, row.path))]
            for position, column in enumerate(table.columns, start=1):
                if column in NAME_COLUMNS:
                    whole = _whole(sheet, position, first, last)  # type: ignore[arg-type]
                    names = row.names.get(column, ())
                    assert whole.replace("\n", "") == "、".join(names)
                    # Lines break between names only.
                    assert tuple(name for name in whole.replace("\n", "").split("、") if name) == names
                    assert {name for line in whole.split("\n") for name in line.split("、") if name} == set(names)
                elif column is Column.MEASURE:
                    assert _whole(sheet, position, first, last) == row.texts[column]  # type: ignore[arg-type]


def test_an_action_is_merged_over_its_rows_and_repeated_on_the_next_page() -> None:
    sheet = _book(county())["任务分工表"]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    breaks = [each.id for each in sheet.row_breaks.brk]
    assert {"A1:G1", "A2:G2", f"A4:A{breaks[0]}", f"B4:B{breaks[0]}"} <= merged
    assert sheet.cell(breaks[0] + 1, 2).value == "青少年科学素质提升行动（续）"
    for area in sheet.merged_cells.ranges:
        assert not any(area.min_row <= each < area.max_row for each in breaks)
    starts = [sheet.cell(row, 2).value for row in range(4, sheet.max_row + 1) if sheet.cell(row, 2).value]
    assert [each for each in starts if not str(each).endswith("（续）")] == [each.action for each in county()[0].blocks]


@EVERY
def test_pages_hold_their_rows(sample: Sample) -> None:
    book = _book(sample())
    for sheet in book.worksheets[:2]:
        if sheet.page_setup.fitToHeight == 1:
            continue
        high = {row: sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)}
        assert all(height is not None and height <= 409.5 for height in high.values())
        repeated = [int(each.strip("$")) for each in str(sheet.print_title_rows).split(":")]
        units = sum(each.width for each in sheet.column_dimensions.values())
        scale = min(1, paper.WIDTH / (units * printed_text.POINTS_A_UNIT))
        ends = [0, *(each.id for each in sheet.row_breaks.brk), sheet.max_row]
        for start, end in pairwise(ends):
            rows = {*range(start + 1, end + 1), *range(repeated[0], repeated[1] + 1)}
            assert sum(high[row] for row in rows) * scale <= paper.HEIGHT


@EVERY
def test_rows_are_as_high_as_their_texts(sample: Sample) -> None:
    """Counted roughly and apart from the program: hanzi an em wide, 1.4 ems a line."""
    sheet = _book(sample())["任务分工表"]
    spans = {(area.min_row, area.min_col): area.max_row for area in sheet.merged_cells.ranges}
    for cells_ in sheet.iter_rows(min_row=4):
        for cell in cells_:
            if not isinstance(cell.value, str):
                continue
            width = sheet.column_dimensions[cell.column_letter].width * 5.25 - 4
            a_line = int(width / 11 * 2)
            lines = sum(-(-len(line.encode("gbk", "replace")) // a_line) or 1 for line in cell.value.split("\n"))
            last = spans.get((cell.row, cell.column), cell.row)
            assert sum(sheet.row_dimensions[row].height for row in range(cell.row, last + 1)) >= lines * 11 * 1.4


def test_paper() -> None:
    for sheet in _book(county()).worksheets[:2]:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert _footer(sheet) == "第 &P 页 共 &N 页"
        assert sheet.print_area.endswith(f"${sheet.max_row}")
        assert sheet.page_margins.left > sheet.page_margins.right
    division, matrix = _book(county()).worksheets[:2]
    assert (division.print_title_rows, matrix.print_title_rows) == ("$2:$3", "$1:$2")
    assert (division.freeze_panes, matrix.freeze_panes) == ("A4", "C3")
    assert division.sheet_view.selection[0].activeCell == "A4"
    assert division.auto_filter.ref is None
    assert matrix.auto_filter.ref == f"A2:AC{matrix.max_row - 3}"


def test_a_small_matrix_goes_on_one_page() -> None:
    assert _book(tiny())["责任矩阵"].page_setup.fitToHeight == 1


def test_fonts_borders_and_shared_styles() -> None:
    book = _book(county())
    sheet = book["任务分工表"]
    assert (sheet["A1"].font.name, sheet["A1"].font.size) == ("黑体", 16)
    assert (sheet["A2"].font.name, sheet["A2"].font.size) == ("方正小标宋简体", 20)
    assert (sheet["B3"].font.name, sheet["C4"].font.name) == ("黑体", "仿宋")
    # Not the merged columns: openpyxl takes the lines inside a merged cell away while reading.
    for row in sheet.iter_rows(min_row=3, min_col=3):
        for cell in row:
            assert {cell.border.left.style, cell.border.top.style, cell.border.bottom.style} == {"thin"}
    with zipfile.ZipFile(io.BytesIO(workbook(INFO, *county()))) as file:
        assert file.read("xl/styles.xml").count(b"<xf ") < 30


def test_names_properties_and_the_hidden_sheet() -> None:
    book = _book(county())
    assert book.defined_names["division_table"].attr_text == f"'任务分工表'!$A$3:$G${book['任务分工表'].max_row}"
    assert book.defined_names["responsibility_matrix"].attr_text.startswith("'责任矩阵'!$A$2:")
    assert book.properties.title == INFO.title
    hidden = book["_kepu"]
    assert hidden.sheet_state == "hidden"
    rows = _texts(hidden)
    assert [row[:2] for row in rows[:3]] == [["title", INFO.title], ["year", "2026"], ["schema", SCHEMA]]
    assert rows[3][0] == "fingerprint"
    assert rows[5] == ["actions/0/duties/0", 4, 4]


def test_rows_with_numbers_of_their_own_keep_them() -> None:
    table, matrix = county()
    rows = tuple(
        replace(row, texts={**row.texts, Column.NUMBER: f"1.{n}"}) for n, row in enumerate(table.blocks[0].rows)
    )
    table = replace(table, blocks=(replace(table.blocks[0], rows=rows),))
    sheet = _book((table, matrix))["任务分工表"]
    assert [sheet.cell(row, 1).value for row in range(4, 9)] == ["1.0", "1.1", "1.2", "1.3", "1.4"]


def test_an_empty_plan() -> None:
    book = _book((DivisionTable("表", (Column.ACTION,), ()), Matrix("矩阵", (), ())), annex="")
    assert _texts(book["任务分工表"]) == [["表"], ["重点任务"]]


HOSTILE = [
    "=1+1",
    "=cmd|'/C calc'!A0",
    "==",
    "+1",
    "-",
    "@x",
    "\t=1",
    "#N/A",
    "#REF!",
    "0012",
    "1e5",
    "TRUE",
    "＝1",
    "'a",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_a_text(text: str) -> None:
    book = _book(one_row(text, action=text, name=text))
    for sheet, where in (("任务分工表", "B4"), ("任务分工表", "C4"), ("任务分工表", "D4"), ("责任矩阵", "B3")):
        cell = book[sheet][where]
        assert (cell.value, cell.data_type) == (text, "s")
        assert bool(cell.quotePrefix) is (text[0] in "=+-@\t")


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        pytest.param("a\x00\x1b\ud800\ufffe\uffffb", "a�����b", id="forbidden in XML"),
        pytest.param("_x000D_ _x41_", "_x005F_x000D_ _x41_", id="looks escaped"),
        pytest.param("一\r\n二\r三", "一\n二\n三", id="line ends"),
        pytest.param(" 两端空格 ", " 两端空格 ", id="blanks"),
        pytest.param('<&">𠮷', '<&">𠮷', id="markup"),
    ],
)
def test_what_the_file_can_carry(text: str, stored: str) -> None:
    assert _book(one_row(text))["任务分工表"]["C4"].value == stored


def test_no_formula_stands_anywhere() -> None:
    table, matrix = one_row("=1", action="=2", name="=3")
    data = workbook(replace(INFO, title="=4", annex="=5"), replace(table, title="=6"), replace(matrix, title="=7"))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert not any(b"<f>" in file.read(name) or b't="e"' in file.read(name) for name in file.namelist())


@pytest.mark.parametrize("text", ["字" * 32_768, "𠮷" * 16_384], ids=["hanzi", "pairs"])
def test_a_text_no_cell_can_hold_names_its_row(text: str) -> None:
    with pytest.raises(KepuError) as caught:
        workbook(INFO, *one_row(text))
    assert caught.value.said.words is cells.TOO_LONG
    assert "1 行动" in caught.value.sentence(Lang.ZH)


@pytest.mark.parametrize("field", ["measure", "action"])
def test_a_text_longer_than_a_page_goes_on_over_several_rows(field: str) -> None:
    text = "".join(f"第{n}句。" for n in range(700))
    sheet = _book(one_row(text) if field == "measure" else one_row("举措", action=text))["任务分工表"]
    column = 3 if field == "measure" else 2
    assert _whole(sheet, column, 4, sheet.max_row) == text
    assert sheet.max_row > 6
    pages = -(-len(text) // 350)
    assert len(sheet.row_breaks.brk) + 1 <= pages + 8
    assert sheet.row_breaks.brk[0].id > 3, "the first page holds something"


def test_same_input_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first = workbook(INFO, *county())
    assert workbook(INFO, *county()) == first
    with zipfile.ZipFile(io.BytesIO(first)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(2026, 1, 1, 0, 0, 0)}
        assert b"2026-01-01T00:00:00Z" in file.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("epoch", "year"),
    [("1000000000", 2001), ("1", 2026), ("many", 2026), ("9" * 40, 2026)],
    ids=["told", "before zip", "no number", "too late"],
)
def test_the_time_of_the_file_is_told_from_outside(monkeypatch: pytest.MonkeyPatch, epoch: str, year: int) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with zipfile.ZipFile(io.BytesIO(workbook(INFO, *tiny()))) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {year}
    assert _book(tiny()).properties.modified.year == year


def test_the_fingerprint_changes_with_the_content() -> None:
    def fingerprint(measure: str) -> object:
        return _texts(_book(one_row(measure))["_kepu"])[3][1]

    assert fingerprint("甲") == fingerprint("甲") != fingerprint("乙")


def test_the_fingerprint_reads_any_mapping() -> None:
    def fingerprint(measure: str) -> object:
        table, matrix = one_row("甲")
        row = replace(table.blocks[0].rows[0], texts=MappingProxyType({Column.MEASURE: measure}))
        table = replace(table, blocks=(replace(table.blocks[0], rows=(row,)),))
        return _texts(_book((table, matrix))["_kepu"])[3][1]

    assert fingerprint("甲") == _texts(_book(one_row("甲"))["_kepu"])[3][1]
    assert fingerprint("甲") != fingerprint("乙")


def test_matrix_marks_sums_and_legend() -> None:
    marks = [(Mark.LEAD, Mark.LIGHT_RESPONSIBLE, None), (Mark.LIGHT_LEAD, Mark.RESPONSIBLE, Mark.SUPPORT)]
    rows = tuple(
        MatrixRow(("actions", n), str(n), f"项{n}", is_action=n == 0, marks=each) for n, each in enumerate(marks)
    )
    sheet = _book((tiny()[0], Matrix("矩阵", ("市科协", "市教育局", "Bureau X"), rows)))["责任矩阵"]
    assert _texts(sheet)[1:] == [
        ["序号", "重点任务", "市科协", "市教育局", "Bureau X", "牵头", "责任", "配合"],
        ["0", "项0", "★", "·", None, 1, 0, 0],
        ["1", "项1", "☆", "○", "△", 0, 1, 1],
        ["牵头合计", None, 1, 0, 0, 1, None, None],
        ["责任合计", None, 0, 1, 0, None, 1, None],
        ["配合合计", None, 0, 0, 1, None, None, 1],
        [
            "说明：★ 牵头\u3000○ 责任\u3000△ 配合\u3000☆ · 只承担其中一部分，或随重点任务、通过单位组承担，不计入合计",
            *[None] * 7,
        ],
    ]
    assert [sheet[where].alignment.textRotation for where in ("C2", "D2", "E2")] == [255, 255, 90]
    assert sheet["C4"].font.color.rgb != sheet["C3"].font.color.rgb
    assert [sheet[where].fill.fill_type for where in ("B3", "B4")] == ["solid", None]


def test_the_sums_never_stand_alone_on_the_last_page() -> None:
    for rows in range(30, 45):
        _, matrix = county()
        sheet = _book((tiny()[0], replace(matrix, rows=matrix.rows[:rows])))["责任矩阵"]
        last_break = max((each.id for each in sheet.row_breaks.brk), default=0)
        assert sheet.max_row - last_break >= 4 + 3


def test_the_sums_go_with_as_many_rows_as_their_page_holds() -> None:
    """Names of thirty characters, one under the other, leave room for a few high rows only."""
    _, matrix = stress()
    rows = tuple(replace(row, label="名称相当长的重点任务" * 4) for row in matrix.rows[:10])
    high = replace(matrix, departments=tuple("单" * 30 + f"{at}" for at in range(len(matrix.departments))), rows=rows)
    grid = lay_out(high, [role.words.zh for role in ROLES])
    below = SUM_HEIGHT * len(grid.roles) + LEGEND_HEIGHT
    room = paper.room(grid.units) - title_height(high.title, grid.units) - grid.head_height
    last = grid.row_heights[grid.breaks[-1] :]
    assert len(last) < 4
    assert sum(last) + below <= room


def test_a_wide_matrix_keeps_columns_that_hold_a_mark() -> None:
    sheet = _book(stress())["责任矩阵"]
    assert all(sheet.column_dimensions[letter].width >= 3 for letter in ("C", "T", "AP"))
    assert sheet.row_dimensions[2].height >= 30 * 8 * 1.4
    assert len(DEPARTMENTS) == 25


@given(
    st.lists(st.tuples(st.lists(st.floats(5, 120), min_size=1, max_size=8), st.floats(0, 180)), max_size=12),
    st.floats(200, 300),
)
def test_pagination_keeps_every_row_and_every_page(raw: list[tuple[list[float], float]], room: float) -> None:
    blocks = [Block(tuple(rows), least) for rows, least in raw]
    parts = list(paginate(blocks, first=room - 20, later=room))
    assert [(p.block, row) for p in parts for row in range(p.start, p.stop)] == [
        (index, row) for index, block in enumerate(blocks) for row in range(len(block.heights))
    ]
    used = 20.0
    for part in parts:
        used = (0 if part.new_page else used) + sum(part.heights)
        assert used <= room + 1
        assert sum(part.heights) >= blocks[part.block].least - 1


def test_no_row_of_a_block_is_left_alone_on_the_next_page() -> None:
    parts = list(paginate([Block((20.0,) * 11)], first=200, later=200))
    assert [(part.start, part.stop) for part in parts] == [(0, 8), (8, 11)]
    short = list(paginate([Block((90.0,) * 4)], first=200, later=200))
    assert [(part.start, part.stop) for part in short] == [(0, 2), (2, 4)]
