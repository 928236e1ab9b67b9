"""What other programs' files are called, and the one sentence that says what to do with each."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang
from kepu_cli.importers.blocks.read import read_document
from kepu_cli.importers.workbook_source import read_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
FILES = {
    "a.pdf": (b"%PDF-1.7\n", "a.pdf 是 PDF 文件，读不了；请在 Word 或 WPS 里打开，另存为 .docx"),
    "a.ppt": (
        OLE + "PowerPoint Document".encode("utf-16-le"),
        "a.ppt 是旧版幻灯片（.ppt、.dps），读不了；请打开它，把文字复制到 Word 或记事本里，保存后再读",
    ),
    "saved.html": (b"<!-- saved from --><!-- twice -->\n<HTML>", "saved.html 是网页，读不了；请打开它"),
    "web.xls": (b"<table><tr><td>1</td></tr></table>", "web.xls 是网页，读不了"),
    "wide.doc": ("<html xmlns:o='urn'>".encode("utf-16"), "wide.doc 是网页，读不了"),
    "wps.mht": (b"From: <Saved by WPS>\r\nSubject: x\r\nMIME-Version: 1.0\r\n", "wps.mht 是邮件或单个文件的网页"),
    "a.eml": (b"Received: from x\r\nMIME-Version: 1.0\r\n", "a.eml 是邮件或单个文件的网页"),
    "a.json": (b'{\n  "title": "x"}', "a.json 是 JSON 文件，读不了；kepu 导出的 .xlsx、.docx 可以读回来"),
    "list.json": (b'[{"id": 1}]', "list.json 是 JSON 文件"),
    "plan.yaml": ("方案: 甲\n".encode(), "plan.yaml 已经是方案文件，不用读入；检查请用 kepu validate"),
    "a.exe": (b"MZ\x90\0\x03\0\0\0\xff\xfe\xfa", "a.exe 不是文字文件，读不了；请确认选对了文件"),
    "big.txt": (("科" * 1_000_001).encode(), "big.txt 超过 100 万字，太长了；请只留方案的正文再试"),
}


@pytest.mark.parametrize("name", FILES)
def test_one_sentence(name: str) -> None:
    data, start = FILES[name]
    with pytest.raises(KepuError) as caught:
        read_document(data, name)
    chinese, english = (caught.value.sentence(lang) for lang in (Lang.ZH, Lang.EN))
    assert chinese.startswith(start)
    assert english.startswith(name)
    assert "\n" not in chinese + english


@pytest.mark.parametrize("text", ["From: 县科协\n一、办展览\n", "<一>办展览\n", "{一}办展览\n", "[一]办展览\n"])
def test_texts_that_begin_like_something_else(text: str) -> None:
    assert len(read_document(text.encode(), "来件.txt").blocks) == text.count("\n")


def test_a_drawing_with_very_many_strokes_is_quick() -> None:
    drawing = "┌" + "─" * 3000 + "┐\n" + ("│" * 3000 + "\n") * 30
    start = time.perf_counter()
    assert read_document(drawing.encode(), "框.txt").blocks
    assert time.perf_counter() - start < 4


_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def _workbook(rows: str, *, styles: str = "<styleSheet/>", sheets: str = '<sheet name="甲" r:id="r1"/>') -> bytes:
    related = "".join(
        f'<Relationship Id="r{at}" Type="x/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate((("worksheet", "sheet1.xml"), ("styles", "styles.xml")), start=1)
    )
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as package:
        package.writestr("xl/workbook.xml", f'<workbook {_MAIN} xmlns:r="r"><sheets>{sheets}</sheets></workbook>')
        package.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>')
        package.writestr("xl/sheet1.xml", f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>")
        package.writestr("xl/styles.xml", styles)
    return raw.getvalue()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1" s="1"><v>3</v></c>', "3"),
        ('<c r="A1" s="99999"><v>3</v></c>', "3"),
        ('<c r="A1" s="red"><v>3</v></c>', "3"),
        ('<c r="A1"><v>三项</v></c>', "三项"),
        ('<c r="A1"><v>nan</v></c>', "nan"),
        ('<c r="A1" t="d"><v>2026-06-30T00:00:00</v></c>', "2026-06-30"),
        ('<c r="A1"><v>1.50E1</v></c>', "15"),
    ],
)
def test_an_odd_style_or_number_costs_no_value(cell: str, text: str) -> None:
    styles = '<styleSheet><fills><fill/></fills><cellXfs><xf/><xf numFmtId="abc"/></cellXfs></styleSheet>'
    (sheet,) = read_workbook(_workbook(f"<row>{cell}</row>", styles=styles), "表.xlsx")
    assert sheet.rows == {1: {1: text}}


ROW = '<row r="{}"><c><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("rows", "sheets"),
    [
        (ROW.format(1), ""),
        (ROW.format(1), '<sheet name="甲" r:id="r9"/>'),
        (ROW.format("-5"), '<sheet name="甲" r:id="r1"/>'),
        (ROW.format("1_0"), '<sheet name="甲" r:id="r1"/>'),
        (ROW.format("0"), '<sheet name="甲" r:id="r1"/>'),
        (ROW.format(2) + ROW.format(2), '<sheet name="甲" r:id="r1"/>'),
    ],
    ids=["no sheets", "a sheet that is not there", "below zero", "no number", "zero", "a row twice"],
)
def test_what_cannot_be_told_is_damage(rows: str, sheets: str) -> None:
    with pytest.raises(KepuError) as caught:
        read_workbook(_workbook(rows, sheets=sheets), "表.xlsx")
    assert caught.value.sentence(Lang.ZH).startswith("表.xlsx 不完整或已损坏，读不了；请在 Excel 或 WPS 里打开检查")
