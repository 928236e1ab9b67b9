"""What a file is that is neither a text, a workbook nor a document, and what a clerk can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Words

if TYPE_CHECKING:
    from collections.abc import Collection


class Kind(NamedTuple):
    what: Words
    remedy: Words


def foreign_kind(data: bytes) -> Kind | None:
    """By its first bytes; None for what may be a text. Archives and old office files are not asked for here."""
    head = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((kind for start, kind in _STARTS if head.startswith(start)), None)


def archive_kind(names: Collection[str]) -> Kind:
    """By the parts of a zip archive."""
    return next((kind for part, kind in _PARTS if part in names), _ARCHIVE)


_AS_DOCUMENT = Words("请在 Word 或 WPS 里打开，另存为 .docx", "please open it in Word or WPS and save it as .docx")
_AS_OFFICE = Words("请另存为 .docx 或 .xlsx", "please save it as .docx or .xlsx")
_COPY = Words("请打开它，把正文复制到 Word 或记事本里，保存后再读", "please copy its text to a document and read that")
_RECOGNISE = Words("请先把图里的文字识别出来，存成 .docx 或 .txt", "please have its text recognised and saved as .docx")
_UNPACK = Words("请先解压，再逐个读里面的文件", "please unpack it and read the files in it one by one")

_ARCHIVE = Kind(Words("压缩包", "an archive"), _UNPACK)
_PICTURE = Kind(Words("图片", "a picture"), _RECOGNISE)
_PAGE = Kind(Words("网页", "a web page"), _COPY)
_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"%pdf-", Kind(Words("PDF 文件", "a PDF file"), _AS_DOCUMENT)),
    (b"{\\rtf", Kind(Words("RTF 文档", "an RTF document"), _AS_DOCUMENT)),
    (b"<!doctype html", _PAGE),
    (b"<html", _PAGE),
    (b"<head", _PAGE),
    (b"<?xml", Kind(Words("XML 文件", "an XML file"), _AS_OFFICE)),
    (b"mime-version:", Kind(Words("单个文件的网页（.mht）", "a web page in one file (.mht)"), _COPY)),
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
