"""Workbooks and documents for `import`, written by hand, since no program writes what is tried here."""

from __future__ import annotations

import io
import zipfile
from random import Random
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.importers.blocks.word_files import p, unzipped, word_file, zipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HEAD = ("序号", "工作任务", "牵头单位", "责任单位")
TASKS = (HEAD, ("1", "开齐开足科学课", "县教育局", "县科协"), ("2", "组织科技创新大赛", "县科协", "县教育局"))
NOTICE = """\
示例县2026年全民科学素质工作要点

一、青少年科学素质提升行动
1.开齐开足科学课。（县教育局牵头，县科协负责）
2.组织科技创新大赛。（县科协牵头，县教育局配合）
"""
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def workbook(sheet: str, shared: Sequence[str] = (), more: Mapping[str, str] | None = None) -> bytes:
    """A workbook of one sheet, with what stands in it, its shared texts, and more parts such as xl/styles.xml."""
    own = (("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml"))
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _relations((("officeDocument", "xl/workbook.xml"),)),
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="分工" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(own),
        "xl/worksheets/sheet1.xml": f"<worksheet {_MAIN}>{sheet}</worksheet>",
        "xl/sharedStrings.xml": f"<sst {_MAIN}>{''.join(map(_shared, shared))}</sst>",
        "xl/styles.xml": f"<styleSheet {_MAIN}/>",
    }
    return zipped(files | dict(more or {}))


def table(rows: Sequence[Sequence[str]] = TASKS, *, before: str = "", after: str = "", more: str = "") -> bytes:
    """A workbook with those texts from A1 on; `before` and `after` are XML around its cells, `more` among its rows."""
    inner = "".join(f'<row r="{at}">{"".join(map(text_cell, row))}</row>' for at, row in enumerate(rows, start=1))
    return workbook(f"{before}<sheetData>{inner}{more}</sheetData>{after}")


def text_cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def document(more: str = "", **parts: str) -> bytes:
    """A Word file with a notice, then the XML `more`, then what ends every body."""
    return word_file("".join(map(p, NOTICE.splitlines())) + more + "<w:sectPr/>", **parts)


def with_part(data: bytes, size: int, *, noise: int = 0) -> bytes:
    """The file with one part more, of so many bytes; the first `noise` of them cannot be packed."""
    raw = io.BytesIO(data)
    with zipfile.ZipFile(raw, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("media/image1.png", Random(1).randbytes(noise) + b"\0" * (size - noise))
    return raw.getvalue()


def packed_to(data: bytes, size: int) -> bytes:
    """The file with one part more, so that it is just so large."""
    empty = len(_stored(data, b""))
    return _stored(data, Random(1).randbytes(size - empty))


def unpacked_size(data: bytes) -> int:
    return sum(map(len, unzipped(data).values()))


def _stored(data: bytes, content: bytes) -> bytes:
    raw = io.BytesIO(data)
    with zipfile.ZipFile(raw, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("media/image1.png", content)
    return raw.getvalue()


def _shared(text: str) -> str:
    return f"<si><t>{escape(text)}</t></si>"


def _relations(named: Sequence[tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(named)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'
