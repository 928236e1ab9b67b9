"""Workbooks that other programs wrote, or nobody should have: what stands in them is read, what cannot be is told."""

from __future__ import annotations

import io
import zipfile

from tests.hostile.imported import BOMB, OUTSIDE, TASK, changed, refused, taken
from tests.hostile.office_files import TASKS, document, table, text_cell, workbook
from tests.importers.blocks.word_files import unzipped, zipped

SHEET = "xl/worksheets/sheet1.xml"


def _tasks(*cells: str) -> list[tuple[str, ...]]:
    """The table with one task more."""
    return [*TASKS, cells]


def _cells(*cells: str) -> bytes:
    """The usual table with a row of cells as XML."""
    return table(more=f'<row r="{len(TASKS) + 1}">{"".join(cells)}</row>')


def _due(style: str, value: str) -> bytes:
    """A table whose third column holds a number that a style makes a date."""
    head = "".join(map(text_cell, ("序号", "工作任务", "完成时限", "牵头单位")))
    row = f'{text_cell("1")}{text_cell("开齐开足科学课")}<c s="1"><v>{value}</v></c>{text_cell("县教育局")}'
    styles = f'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{style}</styleSheet>'
    rows = f'<sheetData><row r="1">{head}</row><row r="2">{row}</row></sheetData>'
    return workbook(rows, more={"xl/styles.xml": styles})


def _built_in(number: int) -> str:
    return f'<cellXfs><xf numFmtId="0"/><xf numFmtId="{number}"/></cellXfs>'


def _password() -> bytes:
    """A zip whose entries say that they are encrypted."""
    raw = bytearray(table())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = raw.find(mark)
        while found >= 0:
            raw[found + at] |= 1
            found = raw.find(mark, found + 4)
    return bytes(raw)


def _without_sheets() -> bytes:
    files = unzipped(table())
    book = files["xl/workbook.xml"]
    start, end = book.index(b"<sheets>"), book.index(b"</sheets>")
    return zipped(files | {"xl/workbook.xml": book[: start + 8] + book[end:]})


def _macros(data: bytes) -> bytes:
    raw = io.BytesIO(data)
    with zipfile.ZipFile(raw, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"Attribute VB_Name")
    return raw.getvalue()


ROWS = (
    taken("a dimension of one cell", "a.xlsx", table(before='<dimension ref="A1"/>'), TASK, "组织科技创新大赛"),
    taken(
        "the last cell of a sheet",
        "a.xlsx",
        table(more='<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        TASK,
        says="没有读入",
    ),
    taken(
        "a row beyond all rows",
        "a.xlsx",
        table(more='<row r="99999999999"><c><v>1</v></c></row>'),
        TASK,
        says="没有读入",
    ),
    *(
        taken(f"a merged area {area}", "a.xlsx", table(after=f'<mergeCells><mergeCell ref="{area}"/></mergeCells>'))
        for area in ("A5:A1048576", "E1:XFD1", "A2:A3", "B2:A1", "A:A", "1:1", "abc", "")
    ),
    refused(
        "a merged area over the whole sheet",
        "merged",
        table(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "合并单元格下面压着",
    ),
    refused("laughs in a sheet", "a.xlsx", changed(table(), SHEET, "<worksheet", BOMB + "<worksheet"), "已损坏"),
    refused(
        "laughs in shared texts", "a.xlsx", changed(table(), "xl/sharedStrings.xml", "<sst", BOMB + "<sst"), "已损坏"
    ),
    refused(
        "a file of the computer in a sheet",
        "a.xlsx",
        changed(table(), SHEET, "<worksheet", OUTSIDE + "<worksheet"),
        "已损坏",
    ),
    refused(
        "a file of the computer in the workbook",
        "a.xlsx",
        changed(table(), "xl/workbook.xml", "<workbook", OUTSIDE + "<workbook"),
        "已损坏",
    ),
    refused("a zip with a password", "a.xlsx", _password(), "密码"),
    refused("a workbook without sheets", "a.xlsx", _without_sheets(), "已损坏"),
    refused("a workbook cut off", "a.xlsx", table()[:-100], "已损坏"),
    taken("a CSV file called workbook", "a.xlsx", "\n".join(map(",".join, TASKS)), TASK),
    taken("a Word file called workbook", "a.xlsx", document(), TASK),
    taken("a workbook with macros", "a.xlsm", _macros(table()), TASK),
    taken(
        "a formula without a result",
        "a.xlsx",
        _cells("<c><v>3</v></c>", "<c><f>A1</f></c>", text_cell("县科协")),
        TASK,
        says="B4 是公式，但没有存下结果",
    ),
    taken(
        "a formula with a result",
        "a.xlsx",
        _cells("<c><v>3</v></c>", '<c t="str"><f>A1</f><v>科普进社区</v></c>', text_cell("县科协")),
        "科普进社区",
    ),
    taken(
        "a picture in a cell",
        "a.xlsx",
        _cells("<c><v>3</v></c>", '<c t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'),
        TASK,
        never=("DISPIMG",),
        says="B4 是图片",
    ),
    *(
        taken(
            f"an error {error}",
            "a.xlsx",
            _cells("<c><v>3</v></c>", text_cell("科普进社区"), f'<c t="e"><v>{error}</v></c>'),
            "科普进社区",
            says="C4 ",
        )
        for error in ("#REF!", "#DIV/0!", "#N/A", "#VALUE!")
    ),
    taken(
        "line ends as Excel spells them",
        "a.xlsx",
        table(_tasks("3", "科普_x000D_\n进社区\r\n进学校", "县科协", "")),
        "科普",
        never=("_x000D_", "\r"),
    ),
    taken(
        "a text that looks spelled", "a.xlsx", table(_tasks("3", "科普_x005F_x0041_进社区", "县科协", "")), "_x0041_"
    ),
    taken(
        "blanks of every kind",
        "a.xlsx",
        table(_tasks("3", "\u3000\xa0科普进社区\u200b \ufeff", "\u3000县科协\xa0", "\u200b县教育局")),
        ": 科普进社区\n",
        "县科协",
        never=("\u200b", "\ufeff", "\xa0"),
    ),
    taken(
        "numbers for ids",
        "a.xlsx",
        _cells("<c><v>12.0</v></c>", text_cell("科普进社区"), text_cell("县科协")),
        "编号: 12\n",
        never=("12.0",),
    ),
    taken("an id with zeros", "a.xlsx", table(_tasks("003", "科普进社区", "县科协", "")), "003"),
    taken(
        "an id of eighteen digits",
        "a.xlsx",
        _cells("<c><v>123456789012345678</v></c>", text_cell("科普进社区"), text_cell("县科协")),
        "123456789012345678",
    ),
    *(
        taken(
            f"names parted by {sign!r}",
            "a.xlsx",
            table(_tasks("3", "科普", "县科协", sign.join(("县教育局", "县科协")))),
            "责任单位: 县教育局、县科协",
        )
        for sign in ("、", "，", "；", ";", "/", " ", "\u3000", "\n", ",")
    ),
    taken(
        "a list in brackets",
        "a.xlsx",
        table(_tasks("3", "科普", "县教育局（基教股、德育股）", "县科协等有关单位")),
        "基教股",
    ),
    *(
        taken(
            f"the built-in date {number}",
            "a.xlsx",
            _due(_built_in(number), "46285"),
            "月" if number == 58 else "2026",
            never=("46285",),
        )
        for number in (14, 27, 31, 36, 50, 57, 58)
    ),
    *(
        taken(f"a date of serial {value}", "a.xlsx", _due(_built_in(31), value), TASK, never=("1900", "inf"))
        for value in ("-1", "2958466", "1e999", "99999999999999", "abc")
    ),
    taken("an id that is no reference", "a.xlsx", _cells('<c r="7"><v>1</v></c>', '<c r=""><v>2</v></c>'), TASK),
)
