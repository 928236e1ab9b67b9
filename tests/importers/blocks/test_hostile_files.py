"""Files that are broken, foreign or meant to harm: a document or one sentence, soon and in little memory."""

from __future__ import annotations

import io
import random
from contextlib import suppress
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, strategies
from openpyxl import Workbook

from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang
from kepu_cli.importers import package, workbook_source
from kepu_cli.importers.blocks import grid, streaming
from kepu_cli.importers.blocks.block import Document
from kepu_cli.importers.blocks.read import read_document
from kepu_cli.importers.blocks.text_source import MAX_TEXT
from tests.importers.blocks.word_files import p, unzipped, word_file, zipped
from tests.importers.edited import saved

if TYPE_CHECKING:
    from collections.abc import Callable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def _refused(data: bytes, file: str = "来件") -> KepuError:
    with pytest.raises(KepuError) as caught:
        read_document(data, file)
    for lang in Lang:
        sentence = caught.value.sentence(lang)
        assert file in sentence
        assert "{" not in sentence
        assert "\n" not in sentence
    return caught.value


@pytest.mark.parametrize(
    ("data", "file", "words"),
    [
        pytest.param(b"", "a.docx", "是空的", id="empty"),
        pytest.param(b"\xef\xbb\xbf \r\n", "a.txt", "是空的", id="blank"),
        pytest.param(b"\0" * 500, "a.docx", "是空的", id="zeros"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), "a.doc", "旧版文档（.doc、.wps）", id="doc"),
        pytest.param(OLE + "Workbook".encode("utf-16-le"), "a.xls", "旧版表格（.xls、.et）", id="xls"),
        pytest.param(OLE, "a.ET", "旧版表格（.xls、.et）", id="et"),
        pytest.param(OLE, "a.wps", "旧版文档（.doc、.wps）", id="wps"),
        pytest.param(
            OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "去掉密码，另存为 .docx", id="locked docx"
        ),
        pytest.param(
            OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "去掉密码，另存为 .xlsx", id="locked xlsx"
        ),
        pytest.param(b"%PDF-1.7", "a.docx", "PDF 文件，读不了；请在 Word 或 WPS 里打开", id="pdf"),
        pytest.param(b"{\\rtf1", "a.doc", "RTF 文档", id="rtf"),
        pytest.param(b"\x89PNG\r\n", "a.png", "图片，读不了；请先把图里的文字识别出来", id="picture"),
        pytest.param(b"\n<!DOCTYPE html><p>", "a.xls", "网页，读不了；请打开它，把正文复制", id="page"),
        pytest.param(b"MIME-Version: 1.0", "a.doc", ".mht", id="page in one file"),
        pytest.param(b"<?xml version='1.0'?><w/>", "a.xml", "XML 文件", id="xml"),
        pytest.param(b"Rar!\x1a", "a.rar", "请先解压", id="rar"),
        pytest.param(zipped({"a.txt": "甲"}), "a.zip", "请先解压", id="zip"),
        pytest.param(zipped({"a.docx": word_file(p("甲"))}), "a.zip", "请先解压", id="zip of documents"),
        pytest.param(zipped({}), "a.zip", "请先解压", id="empty zip"),
        pytest.param(zipped({"content.xml": ""}), "a.odt", "另存为 .docx 或 .xlsx", id="odt"),
        pytest.param(zipped({"ppt/presentation.xml": ""}), "a.pptx", "幻灯片", id="pptx"),
        pytest.param(zipped({"OFD.xml": ""}), "a.ofd", "OFD", id="ofd"),
        pytest.param(zipped({"xl/workbook.bin": ""}), "a.xlsb", "另存为 .xlsx", id="xlsb"),
        pytest.param(b"PK\x03\x04" + b"\0" * 100, "a.docx", "压缩包", id="no zip"),
    ],
)
def test_every_other_file_has_its_sentence(data: bytes, file: str, words: str) -> None:
    assert words in _refused(data, file).sentence(Lang.ZH)


def _plain_docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("甲", style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "乙"
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


def _plain_xlsx() -> bytes:
    book = Workbook()
    book.worksheets[0]["A1"] = "甲"
    return saved(book)


MAKERS = pytest.mark.parametrize("make", [_plain_docx, _plain_xlsx])


@MAKERS
def test_a_file_cut_off_anywhere(make: Callable[[], bytes]) -> None:
    data = make()
    for twentieth in range(1, 20):
        _refused(data[: len(data) * twentieth // 20])


@MAKERS
def test_a_file_without_one_of_its_parts(make: Callable[[], bytes]) -> None:
    files = unzipped(make())
    for name in files:
        _document_or_sentence(zipped({other: content for other, content in files.items() if other != name}))


@MAKERS
def test_a_file_whose_relations_point_elsewhere(make: Callable[[], bytes]) -> None:
    files = unzipped(make())
    for name in files:
        if name.endswith(".rels"):
            for target in (b"../NULL", b"document.xml", b"/xl/workbook.xml", b"http://x.cn/", b""):
                wrong = files[name].replace(b'Target="', b'Target="' + target + b'" x="')
                _document_or_sentence(zipped(files | {name: wrong}))


@MAKERS
def test_a_file_with_bytes_turned_over(make: Callable[[], bytes]) -> None:
    chance = random.Random(7)
    files = unzipped(make())
    for name, content in files.items():
        if name.startswith(("docProps", "customXml", "word/theme")):
            continue
        for _ in range(3):
            at = chance.randrange(max(len(content), 1))
            _document_or_sentence(
                zipped(files | {name: content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]})
            )
    data = make()
    for _ in range(60):
        at = chance.randrange(len(data))
        _document_or_sentence(data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :])


def _document_or_sentence(data: bytes) -> None:
    with suppress(KepuError):
        assert isinstance(read_document(data, "来件"), Document)


LAUGHS = '<!DOCTYPE a [<!ENTITY a "哈"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE])
def test_declarations_are_never_read(declaration: str) -> None:
    assert _refused(word_file(p("&a;"), head=declaration)).said.words is package.BROKEN


def _nested(start: str, end: str, depth: int) -> bytes:
    return word_file(start * depth + p("底") + end * depth)


CELL = "<w:tbl><w:tr><w:tc>", "</w:tc><w:tc/></w:tr></w:tbl>"
CONTROL = "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"
BOX = "<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"
RUN = "<w:p><w:ins>", "</w:ins></w:p>"


@pytest.mark.parametrize("pair", [CELL, CONTROL, BOX, RUN])
def test_what_is_nested_is_read_up_to_a_depth(pair: tuple[str, str]) -> None:
    levels = pair[0].count("<")
    most = (streaming.MAX_DEPTH - 5) // levels
    assert "底" in str(read_document(_nested(*pair, most), "来件").blocks)
    for depth in (most + 3, 10_000):
        assert _refused(_nested(*pair, depth)).said.words is streaming.TOO_DEEP


def _wide_table(rows: int) -> bytes:
    first = f"<w:tr>{'<w:tc/>' * 63}</w:tr>"
    return word_file(f"<w:tbl>{first}{'<w:tr><w:tc/></w:tr>' * rows}</w:tbl>")


EVEN = [
    pytest.param(lambda: word_file("<w:p/>" * 1_000_000), id="paragraphs"),
    pytest.param(lambda: word_file(f"<w:tbl>{'<w:tr/>' * 1_000_000}</w:tbl>"), id="rows"),
    pytest.param(lambda: word_file(p("字" * 2_000_000)), id="text"),
    pytest.param(lambda: _sheet("<row/>" * 1_000_000), id="rows of a sheet"),
    pytest.param(lambda: word_file(p("甲"), styles="<w:style/>" * 600_000), id="styles"),
]


@pytest.mark.parametrize("make", EVEN)
def test_what_unpacks_to_far_more_is_not_read(make: Callable[[], bytes]) -> None:
    assert _refused(make()).said.words is package.BOMB


@pytest.mark.parametrize(
    ("make", "words"),
    [
        pytest.param(
            lambda: word_file("".join(f'<w:p a="{at}"/>' for at in range(60_000))), streaming.TOO_LONG, id="paragraphs"
        ),
        pytest.param(
            lambda: word_file(p("".join(map(str, range(MAX_TEXT // 6 + 20_000))))), streaming.TOO_LONG, id="a paragraph"
        ),
        pytest.param(lambda: _wide_table(4_000), grid.TOO_MANY_CELLS, id="wide table"),
    ],
)
def test_documents_without_end(make: Callable[[], bytes], words: object) -> None:
    assert _refused(make()).said.words is words


def _sheet(inner: str) -> bytes:
    files = unzipped(_plain_xlsx())
    name = "xl/worksheets/sheet1.xml"
    return zipped(files | {name: files[name].replace(b"</sheetData>", inner.encode() + b"</sheetData>")})


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', id="last cell"),
        pytest.param('<row r="99999999999"><c><v>1</v></c></row>', id="row beyond all"),
        pytest.param("".join(f'<row r="{row}"/>' for row in range(2, 1_000_002)), id="a million empty rows"),
    ],
)
def test_far_and_empty_rows_cost_nothing(inner: str) -> None:
    assert "甲" in str(read_document(_sheet(inner), "来件").blocks)


def test_a_row_with_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_source, "MAX_HELD", 1_000)
    assert _refused(_sheet(f'<row r="2">{"<c/>" * 1_100}</row>')).said.words is package.BROKEN


def test_a_table_with_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "MAX_HELD", 1_000)
    assert _refused(word_file(f"<w:tbl>{'<w:tr/>' * 1_100}</w:tbl>")).said.words is streaming.TOO_LONG
    assert read_document(word_file("<w:p/>" * 1_100), "来件").blocks == ()


def test_a_sheet_with_few_cells_far_apart() -> None:
    letters = [chr(ord("A") + at) for at in range(26)]
    wide = "".join(f'<c r="{first}{second}2"><v>1</v></c>' for first in letters[:8] for second in letters)
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(3, 1_500))
    assert _refused(_sheet(f'<row r="2">{wide}</row>{rows}')).said.words is grid.TOO_MANY_CELLS


@given(strategies.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"):
        _document_or_sentence(start + data)


@given(strategies.text(alphabet="┌┬┐├┼┤└┴┘│─|+-= \t\n#*`[]()\\<>甲1", max_size=120))
def test_any_drawing_keeps_its_words(text: str) -> None:
    try:
        document = read_document(("字\n" + text).encode(), "来件.txt")
    except KepuError:
        return
    read = "".join(_all_texts(document))
    assert read.count("甲") == text.count("甲")
    assert read.count("1") == text.count("1")


def _all_texts(document: Document) -> list[str]:
    return [part.text for block in document.blocks for part in (block.cells() if hasattr(block, "cells") else (block,))]
