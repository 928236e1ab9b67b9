"""Sheets as tables: merged cells whole, blank rows gone, what is hidden or lost told."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.comments import Comment

from kepu_cli.findings import Lang
from kepu_cli.importers.blocks.block import Document, Table
from kepu_cli.importers.blocks.read import read_document
from tests.importers.blocks.word_files import grid, unzipped, zipped
from tests.importers.edited import saved


def _read(book: Workbook) -> Document:
    return read_document(saved(book), "台账.xlsx")


def _only_table(document: Document) -> Table:
    (table,) = document.blocks
    assert isinstance(table, Table)
    return table


def _told(document: Document) -> list[str]:
    return [note.in_(Lang.ZH) for note in document.notes]


def _book(*rows: list[object]) -> Workbook:
    book = Workbook()
    book.worksheets[0].title = "任务表"
    for row in rows:
        book.worksheets[0].append(row)
    return book


def test_a_sheet_is_a_table_of_what_is_in_it() -> None:
    book = _book(["　标题 ", None, None], [], ["序号", None, "任务"], [1, None, "展览\n讲座"], [" ", None, "\u3000"])
    table = _only_table(_read(book))
    assert (table.name, grid(table)) == ("任务表", [["标题", ""], ["序号", "任务"], ["1", "展览\n讲座"]])
    cell = table.rows[2][1]
    assert (cell.row, cell.column, cell.place.where) == (3, 2, ("任务表!C4", "任务表!C4"))
    orders = [each.place.order for each in table.cells()]
    assert orders == sorted(set(orders))


def test_merged_cells_stand_in_each_of_their_places() -> None:
    book = _book(["标题", None, None], ["甲", 1, 2], [None, 3, 4], [None, None, None], [None, 5, 6])
    sheet = book.worksheets[0]
    for area in ("A1:C1", "A2:A5"):
        sheet.merge_cells(area)
    table = _only_table(_read(book))
    assert grid(table) == [["标题"] * 3, ["甲", "1", "2"], ["甲", "3", "4"], ["甲", "5", "6"]]
    merged = table.rows[3][0]
    assert (merged.row, merged.rows, merged.columns, merged.place.where.zh) == (2, 3, 1, "任务表!A2")
    assert merged is table.rows[1][0]


def test_what_is_hidden_is_told() -> None:
    book = _book(["序号", "任务", "备注"], [1, "展览", "内部"])
    sheet = book.worksheets[0]
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    for name, state in (("草稿", "hidden"), ("底稿", "veryHidden"), ("空的", "hidden")):
        other = book.create_sheet(name)
        other.sheet_state = state
        if name != "空的":
            other["A1"] = "旧"
    document = _read(book)
    assert grid(_only_table(document)) == [["序号", "任务", "备注"], ["1", "展览", "内部"]]
    assert _told(document) == [
        "工作表“任务表”里隐藏的 1 行也读入了：第 2 行",
        "工作表“任务表”里隐藏的 1 列也读入了：C 列",
        "工作表“草稿”是隐藏的，没有读入；需要的话请取消隐藏再读",
        "工作表“底稿”是隐藏的，没有读入；需要的话请取消隐藏再读",
    ]


def test_what_has_no_value_is_told() -> None:
    book = _book(["#N/A", "=1+1", "甲"])
    assert _told(_read(book)) == [
        "任务表!A1 是错误值 #N/A，当作空的",
        "任务表!B1 是公式，但没有存下结果，当作空的；请在 Excel 或 WPS 里打开，保存一次再读",
    ]


def test_comments_are_told() -> None:
    book = _book(["甲"])
    book.worksheets[0]["A1"].comment = Comment("请核实", "某某")
    assert _told(_read(book)) == ["有 1 条批注，没有读入：请核实"]


def test_values_far_away_and_under_merged_cells_are_told() -> None:
    book = _book(["甲", "乙"])
    sheet = book.worksheets[0]
    sheet["A2"], sheet["B2"], sheet["XFD1"], sheet["A5000"], sheet["B5000"] = "丙", "丁", 1, "远", 2
    files = unzipped(saved(book))
    name = "xl/worksheets/sheet1.xml"
    merged = b'</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    files[name] = files[name].replace(b"</sheetData>", merged)
    document = read_document(zipped(files), "台账.xlsx")
    assert _told(document) == [
        "工作表“任务表”的合并单元格下面压着看不见的内容，没有读入：B1、A2、B2",
        "工作表“任务表”里位置太靠右或隔了很多空行的 3 格没有读入",
    ]


def test_several_sheets_keep_their_order() -> None:
    book = _book(["甲"])
    book.create_sheet("空")
    book.create_sheet("二")["B2"] = "乙"
    document = _read(book)
    assert [block.name for block in document.blocks if isinstance(block, Table)] == ["任务表", "二"]
    assert document.blocks[0].place.order < document.blocks[1].place.order
    assert document.notes == ()
