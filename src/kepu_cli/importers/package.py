"""The outside of an office file: what kind of file it is, and its parts, none of them larger than is good for us."""

from __future__ import annotations

import io
import re
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

EMPTY = Words(
    "{file} 是空的，可能没有下载或保存完整", "{file} is empty; it may not have been downloaded or saved whole"
)
TOO_LARGE = Words(
    "{file} 太大了（最多 {limit} MB），请只留要读的表再试",
    "{file} is too large (at most {limit} MB); please keep only the sheets to be read",
)
BOMB = Words(
    "{file} 解开后大得不正常，没有读；请在 Excel 或 WPS 里打开，另存为 .xlsx 再试",
    "{file} unpacks to an unreasonable size and was not read; please save it as .xlsx again in Excel or WPS",
)
OLD_FORM = Words(
    "{file} 是旧版表格（.xls、.et），请在 Excel 或 WPS 里打开，另存为 .xlsx",
    "{file} is a workbook of the old form (.xls, .et); please open it in Excel or WPS and save it as .xlsx",
)
LOCKED = Words(
    "{file} 设了打开密码，请去掉密码，另存为 .xlsx 再试",
    "{file} is locked with a password; please remove it and save the file as .xlsx",
)
NO_WORKBOOK = Words(
    "{file} 不是 .xlsx 工作簿（{what}），请在 Excel 或 WPS 里另存为 .xlsx",
    "{file} is no .xlsx workbook ({what}); please save it as .xlsx in Excel or WPS",
)
BROKEN = Words(
    "{file} 不完整或已损坏，读不了；请在 Excel 或 WPS 里打开检查，另存为 .xlsx 再试",
    "{file} is incomplete or damaged; please open it in Excel or WPS and save it as .xlsx again",
)

MAX_PACKED: Final = 20 * 1024 * 1024
MAX_UNPACKED: Final = 40 * 1024 * 1024
MAX_RATIO: Final = 100
MAX_PARTS: Final = 2000

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_KINDS: tuple[tuple[bytes, Words], ...] = (
    (b"%PDF-", Words("PDF 文件", "a PDF file")),
    (b"{\\rtf", Words("RTF 文档", "an RTF document")),
    (b"\x89PNG", Words("图片", "a picture")),
    (b"\xff\xd8\xff", Words("图片", "a picture")),
    (b"Rar!", Words("压缩包", "an archive")),
    (b"7z\xbc\xaf", Words("压缩包", "an archive")),
    (b"\x1f\x8b", Words("压缩包", "an archive")),
)
_PAGE, _TEXT = Words("网页", "a web page"), Words("文本或 CSV 文件", "a text or CSV file")
_ARCHIVES: tuple[tuple[str, Words], ...] = (
    ("word/document.xml", Words("Word 文档", "a Word document")),
    ("ppt/presentation.xml", Words("幻灯片", "a presentation")),
    ("xl/workbook.bin", Words(".xlsb 工作簿", "a .xlsb workbook")),
    ("content.xml", Words(".ods 等格式的文档", "an OpenDocument file")),
)
_ARCHIVE = Words("压缩包", "an archive")
# Whoever can declare entities can make a page of text of two lines, or ask for other files.
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']""")
_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii")
# What a damaged archive or part raises, wherever reading meets the damage.
_DAMAGE = (
    BadZipFile, zlib.error, ElementTree.ParseError, EOFError, NotImplementedError, RuntimeError, ValueError,
    LookupError, OSError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook by name. No part with declarations of its own is ever parsed."""

    file: str
    archive: ZipFile

    def tree(self, name: str) -> Element | None:
        """The root of a part; None where there is no such part."""
        data = self._read(name)
        return None if data is None else ElementTree.fromstring(data)  # noqa: S314 - declares nothing

    def events(self, name: str) -> Iterator[tuple[str, Element]]:
        """The starts and ends of a part's elements, for parts too large to be kept whole."""
        data = self._read(name)
        return iter(()) if data is None else ElementTree.iterparse(io.BytesIO(data), ("start", "end"))  # noqa: S314

    def _read(self, name: str) -> bytes | None:
        try:
            data = self.archive.read(name)
        except KeyError:
            return None
        if _declares(data):
            raise KepuError(say(BROKEN, file=self.file))
        return data


@contextmanager
def open_package(data: bytes, file: str) -> Iterator[Package]:
    """The parts of an .xlsx file. Raises KepuError that says what else it is, or that it is broken or too large."""
    _ensure_zip(data, file)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _ensure_harmless(archive, len(data), file)
            yield Package(file, archive)
    except _DAMAGE as error:
        words = LOCKED if isinstance(error, RuntimeError) and "encrypted" in str(error) else BROKEN
        raise KepuError(say(words, file=file)) from error


def _ensure_zip(data: bytes, file: str) -> None:
    if not data.strip():
        raise KepuError(say(EMPTY, file=file))
    if len(data) > MAX_PACKED:
        raise KepuError(say(TOO_LARGE, file=file, limit=MAX_PACKED // 1024**2))
    if data.startswith(_OLE):
        raise KepuError(say(LOCKED if _ENCRYPTED in data else OLD_FORM, file=file))
    if not data.startswith(_ZIP):
        raise KepuError(say(NO_WORKBOOK, file=file, what=_kind(data)))


def _kind(data: bytes) -> Words:
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:20].lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        return _PAGE
    return next((words for start, words in _KINDS if head.startswith(start)), _TEXT)


def _ensure_harmless(archive: ZipFile, packed: int, file: str) -> None:
    entries = archive.infolist()
    # An entry is read no further than the size that it declares.
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_PARTS or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(packed, 100_000):
        raise KepuError(say(BOMB, file=file))
    names = {entry.filename for entry in entries}
    if "xl/workbook.xml" not in names:
        what = next((words for name, words in _ARCHIVES if name in names), _ARCHIVE)
        raise KepuError(say(NO_WORKBOOK, file=file, what=what))


def _declares(part: bytes) -> bool:
    """Whether it has declarations, or an encoding in which nobody would see them."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in part[:8]:
        return True
    encoding = _ENCODING.match(part.removeprefix(b"\xef\xbb\xbf"))
    return bool(_DECLARES.search(part)) or (encoding is not None and encoding[1].lower() not in _ENCODINGS)
