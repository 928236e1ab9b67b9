"""What a file is that is neither a text, a workbook nor a document, and what a clerk can do about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Words
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Collection


class Kind(NamedTuple):
    what: Words
    remedy: Words


def foreign_kind(data: bytes) -> Kind | None:
    """By its first bytes; None for what may be a text. Archives and old office files are not asked for here."""
    head = _head(data)
    if _MAIL_HEAD.match(head) and b"mime-version:" in head:
        return _MAIL
    return next((kind for start, kind in _STARTS if head.startswith(start)), None)


def archive_kind(names: Collection[str]) -> Kind:
    """By the parts of a zip archive."""
    return next((kind for part, kind in _PARTS if part in names), _ARCHIVE)


def _head(data: bytes) -> bytes:
    """The beginning in small letters, one byte a letter, without what may stand before it: blanks and remarks."""
    head = data[:_ENOUGH]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    return _REMARKS.sub(b"", head.removeprefix(b"\xef\xbb\xbf")).lower()


_ENOUGH = 4000
_REMARKS = pattern(rb"\A(?:\s+|<!--.*?-->)+", re.DOTALL)
_MAIL_HEAD = pattern(rb"[a-z][a-z-]*:")

_AS_DOCUMENT = Words("请在 Word 或 WPS 里打开，另存为 .docx", "please open it in Word or WPS and save it as .docx")
_AS_OFFICE = Words("请另存为 .docx 或 .xlsx", "please save it as .docx or .xlsx")
_COPY = Words("请打开它，把正文复制到 Word 或记事本里，保存后再读", "please copy its text to a document and read that")
_RECOGNISE = Words("请先把图里的文字识别出来，存成 .docx 或 .txt", "please have its text recognised and saved as .docx")
_UNPACK = Words("请先解压，再逐个读里面的文件", "please unpack it and read the files in it one by one")

_ARCHIVE = Kind(Words("压缩包", "an archive"), _UNPACK)
_PICTURE = Kind(Words("图片", "a picture"), _RECOGNISE)
_PAGE = Kind(Words("网页", "a web page"), _COPY)
_MAIL = Kind(Words("邮件或单个文件的网页（.eml、.mht）", "a mail or a web page in one file (.eml, .mht)"), _COPY)
_JSON = Kind(
    Words("JSON 文件", "a JSON file"),
    Words("kepu 导出的 .xlsx、.docx 可以读回来", "a .xlsx or .docx that kepu exported can be read back"),
)
_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"%pdf-", Kind(Words("PDF 文件", "a PDF file"), _AS_DOCUMENT)),
    (b"{\\rtf", Kind(Words("RTF 文档", "an RTF document"), _AS_DOCUMENT)),
    (b"<!doctype html", _PAGE),
    (b"<html", _PAGE),
    *((b"<" + tag, _PAGE) for tag in (b"head", b"meta", b"body", b"table", b"div", b"style", b"title", b"p>")),
    *((b"{" + gap + b'"', _JSON) for gap in (b"", b" ", b"\n  ", b"\r\n  ", b"\n\t")),
    *((b"[" + gap + b"{", _JSON) for gap in (b"", b"\n  ", b"\r\n  ", b"\n\t")),
    (b"<?xml", Kind(Words("XML 文件", "an XML file"), _AS_OFFICE)),
    (b"\x89png", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"gif8", _PICTURE),
    (b"ii*\0", _PICTURE),
    (b"mm\0*", _PICTURE),
    (b"rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
)
_PARTS: tuple[tuple[str, Kind], ...] = (
    ("word/document.xml", Kind(Words("Word 文档", "a Word document"), _AS_DOCUMENT)),
    ("xl/workbook.xml", Kind(Words("Excel 工作簿", "an Excel workbook"), _AS_OFFICE)),
    ("ppt/presentation.xml", Kind(Words("幻灯片", "a presentation"), _COPY)),
    ("xl/workbook.bin", Kind(Words(".xlsb 工作簿", "a .xlsb workbook"), _AS_OFFICE)),
    ("OFD.xml", Kind(Words("OFD 版式文件", "an OFD file"), _COPY)),
    ("content.xml", Kind(Words(".ods、.odt 等格式的文件", "an OpenDocument file"), _AS_OFFICE)),
)
