"""What the cells of a workbook show, and every file that is none, each with its own sentence."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.workbook.defined_name import DefinedName

from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang
from kepu_cli.importers import package
from kepu_cli.importers.drafts.draft import Reading
from kepu_cli.importers.own_tables import memory_reader
from kepu_cli.importers.own_tables.export_reader import read_export
from kepu_cli.importers.read import read_source
from kepu_cli.importers.sheet import cell_name
from kepu_cli.importers.workbook_source import MAX_ROWS, read_workbook
from tests.importers.edited import exported, saved

LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


def _shown(value: object, number_format: str = "General") -> str:
    book = Workbook()
    cell = book.worksheets[0]["B2"]
    cell.value, cell.number_format = value, number_format
    return read_workbook(saved(book), "x.xlsx")[0].text(2, 2)


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        ("一\n二 ", "General", "一\n二 "),
        ("_x005F_x000D_", "General", "_x000D_"),
        ("甲_x000D_乙", "General", "甲\n乙"),
        (3, "General", "3"),
        (3.0, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (3.1, "0.00", "3.10"),
        (0.125, "0.0%", "12.5%"),
        (1234, "#,##0.00", "1234.00"),
        (date(2026, 11, 30), "yyyy-mm-dd", "2026-11-30"),
        (date(2026, 11, 30), 'yyyy"年"m"月"d"日"', "2026-11-30"),
        (date(2026, 11, 30), 'yyyy"年"m"月"', "2026-11"),
        (date(2026, 11, 30), 'm"月"d"日"', "11月30日"),
        (True, "General", "TRUE"),
        (-1, "yyyy-mm-dd", "-1"),
    ],
)
def test_what_a_cell_shows(value: object, number_format: str, shown: str) -> None:
    assert _shown(value, number_format) == shown


@pytest.mark.parametrize(
    ("format_id", "shown"), [(31, "2026-11-30"), (57, "2026-11"), (58, "11月30日"), (14, "2026-11-30")]
)
def test_chinese_dates_that_files_do_not_spell_out(format_id: int, shown: str) -> None:
    book = Workbook()
    cell = book.worksheets[0]["A1"]
    cell.value, cell.number_format = 46356, "0.000000"
    data = _replaced(saved(book), "xl/styles.xml", b'numFmtId="164" fontId', b'numFmtId="%d" fontId' % format_id)
    assert read_workbook(data, "x.xlsx")[0].text(1, 1) == shown


def test_merged_cells_errors_and_hidden_rows() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A3"], sheet["B1"], sheet["B2"], sheet["C2"] = "甲", "丙", "#N/A", "=1+1", "=DISPIMG(1)"
    sheet.merge_cells("A1:A2")
    sheet.row_dimensions[3].hidden = True
    book.create_sheet("藏").sheet_state = "hidden"
    read, hidden = read_workbook(saved(book), "x.xlsx")
    assert [read.text(row, 1) for row in (1, 2, 3)] == ["甲", "甲", "丙"]
    assert [read.is_merged(row, 1) for row in (1, 2, 3)] == [True, True, False]
    assert [(odd.row, odd.column, odd.words.en.split(" ", 3)[2]) for odd in read.odd] == [
        (1, 2, "error"),
        (2, 2, "formula"),
        (2, 3, "picture,"),
    ]
    assert (read.hidden, hidden.hidden, hidden.name) == (False, True, "藏")
    assert read.hidden_rows == [3]


def _replaced(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The file with something else in one of its parts."""
    raw = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            assert name != part or old in content
            target.writestr(name, content.replace(old, new) if name == part else content)
    return raw.getvalue()


def _sheet_with(new: bytes) -> bytes:
    book = Workbook()
    book.worksheets[0]["A1"] = "甲"
    return _replaced(saved(book), "xl/worksheets/sheet1.xml", b"</sheetData>", new)


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>', id="last cell"),
        pytest.param(b'<row r="99999999999"><c><v>1</v></c></row></sheetData>', id="row beyond all"),
        pytest.param(b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', id="all merged"),
    ],
)
def test_far_cells_cost_nothing(new: bytes) -> None:
    (sheet,) = read_workbook(_sheet_with(new), "x.xlsx")
    assert (sheet.text(1, 1), max(sheet.rows)) == ("甲", 1)


def test_a_wrong_dimension_hides_nothing() -> None:
    data = exported()
    broken = _replaced(data, "xl/worksheets/sheet1.xml", b'<dimension ref="A1:', b'<dimension ref="A1" x="')
    assert read_workbook(broken, "x.xlsx")[0].rows == read_workbook(data, "x.xlsx")[0].rows


def test_broken_decoration_costs_nothing() -> None:
    data = exported()
    broken = _replaced(data, "xl/styles.xml", b"<fonts", b'<fills><fill/></fills><fonts x="red"')
    assert read_workbook(broken, "x.xlsx")[0].rows == read_workbook(data, "x.xlsx")[0].rows


def _bomb() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("xl/workbook.xml", b" " * (package.MAX_UNPACKED + 1))
    return raw.getvalue()


def _many_parts() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as target:
        for number in range(package.MAX_PARTS + 1):
            target.writestr(f"xl/{number}", b"")
    return raw.getvalue()


def _archive(name: str) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as target:
        target.writestr(name, b"<x/>")
    return raw.getvalue()


def _declared(declaration: bytes) -> bytes:
    return _replaced(exported(), "xl/workbook.xml", b"<workbook", declaration + b"<workbook")


def _other(schema: int | None) -> bytes:
    book = load_workbook(io.BytesIO(exported()))
    book["_kepu"]["B3"].value = schema
    return saved(book)


def _spoilt(cell: str, value: str) -> bytes:
    book = load_workbook(io.BytesIO(exported()))
    book["_kepu"][cell].value = value
    return saved(book)


def _without_table() -> bytes:
    book = load_workbook(io.BytesIO(exported()))
    for sheet in book.worksheets:
        if sheet.title != "_kepu":
            sheet.delete_rows(1, sheet.max_row)
    return saved(book)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", package.EMPTY, id="empty"),
        pytest.param(b" \n", package.EMPTY, id="blank"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, package.OLD_FORM, id="xls"),
        pytest.param(LOCKED, package.LOCKED, id="locked"),
        pytest.param("序号,任务\n1,办展览".encode(), package.NO_WORKBOOK, id="csv"),
        pytest.param(b"<html><table>", package.NO_WORKBOOK, id="html"),
        pytest.param(b"%PDF-1.7", package.NO_WORKBOOK, id="pdf"),
        pytest.param(_archive("word/document.xml"), package.NO_WORKBOOK, id="docx"),
        pytest.param(_archive("content.xml"), package.NO_WORKBOOK, id="ods"),
        pytest.param(_archive("xl/workbook.bin"), package.NO_WORKBOOK, id="xlsb"),
        pytest.param(_archive("a.txt"), package.NO_WORKBOOK, id="zip"),
        pytest.param(b"PK\x03\x04" + b"\0" * 100, package.BROKEN, id="no zip"),
        pytest.param(exported()[:4000], package.BROKEN, id="cut off"),
        pytest.param(b"x" * (package.MAX_PACKED + 1), package.TOO_LARGE, id="too large"),
        pytest.param(_bomb(), package.BOMB, id="bomb"),
        pytest.param(_many_parts(), package.BOMB, id="many parts"),
        pytest.param(_declared(b'<!DOCTYPE a [<!ENTITY b "c">]>'), package.BROKEN, id="entities"),
        pytest.param(_declared(b'<?xml version="1.0" encoding="cp037"?>'), package.BROKEN, id="odd encoding"),
        pytest.param(_replaced(exported(), "xl/workbook.xml", b"</workbook>", b""), package.BROKEN, id="torn XML"),
        pytest.param(_other(1), memory_reader.OTHER_VERSION, id="older"),
        pytest.param(_other(99), memory_reader.OTHER_VERSION, id="newer"),
        pytest.param(_other(None), memory_reader.DAMAGED, id="without version"),
        pytest.param(_spoilt("D6", "{"), memory_reader.DAMAGED, id="torn record"),
        pytest.param(_spoilt("D6", '{"id": []}'), memory_reader.DAMAGED, id="wrong record"),
        pytest.param(_spoilt("D6", "[" * 100_000), memory_reader.DAMAGED, id="deep record"),
        pytest.param(_spoilt("B7", "x"), memory_reader.DAMAGED, id="no row"),
        pytest.param(_spoilt("C7", "999999999"), memory_reader.DAMAGED, id="row beyond all"),
        pytest.param(_spoilt("A7", "actions/x"), memory_reader.DAMAGED, id="no path"),
        pytest.param(_spoilt("A7", "actions/9/duties/1"), memory_reader.DAMAGED, id="item without action"),
    ],
)
def test_every_other_file_has_its_sentence(data: bytes, words: object) -> None:
    with pytest.raises(KepuError) as caught:
        read_export(data, "分工表.xlsx")
    assert caught.value.said.words is words
    assert "分工表.xlsx" in caught.value.sentence(Lang.ZH)
    assert "{" not in caught.value.sentence(Lang.EN)


def test_a_workbook_of_somebody_else_remembers_no_plan() -> None:
    assert read_export(saved(Workbook()), "分工表.xlsx") is None


def test_a_foreign_workbook_may_call_its_cells_as_we_call_our_sheet() -> None:
    book = Workbook()
    for row in (("重点任务", "牵头单位"), ("青少年行动", "县教育局")):
        book.worksheets[0].append(row)
    book.defined_names["_kepu"] = DefinedName("_kepu", attr_text="Sheet!$A$1")
    reading = read_source(saved(book), "任务.xlsx")
    assert isinstance(reading, Reading)
    assert [action.text for plan in reading.plans for action in plan.actions] == ["青少年行动"]


def test_a_workbook_without_its_table() -> None:
    with pytest.raises(KepuError, match="no division of labour is found"):
        read_export(_without_table(), "分工表.xlsx")


def test_too_many_rows() -> None:
    rows = b"".join(b'<row r="%d"><c><v>1</v></c></row>' % row for row in range(2, MAX_ROWS + 2))
    with pytest.raises(KepuError, match="more than"):
        read_workbook(_sheet_with(rows + b"</sheetData>"), "x.xlsx")


@pytest.mark.parametrize(("place", "name"), [((1, 1), "A1"), ((7, 26), "Z7"), ((7, 27), "AA7"), ((1, 703), "AAA1")])
def test_cell_names(place: tuple[int, int], name: str) -> None:
    assert cell_name(*place) == name
