"""Any file as blocks. What it is, is seen in its bytes and not in its name."""

from __future__ import annotations

import io
import re
from pathlib import PurePath
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.importers.foreign_kinds import archive_kind, foreign_kind
from kepu_cli.importers.package import DOCUMENT, EMPTY, OLE_START, WORKBOOK, ZIP_START
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.files import YAML_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.importers.blocks.block import Document
    from kepu_cli.importers.package import Form

FOREIGN = Words("{file} 是{what}，读不了；{remedy}", "{file} is {what} and cannot be read; {remedy}")

A_PLAN = Words(
    "{file} 已经是方案文件，不用读入；检查请用 kepu validate，整理请用 kepu fmt",
    "{file} is a plan already; please check it with kepu validate, or tidy it with kepu fmt",
)


def read_document(data: bytes, file: str) -> Document:
    """Raises KepuError for what cannot be read, with one sentence that says what to do."""
    from kepu_cli.importers.blocks.docx_blocks import read_docx
    from kepu_cli.importers.blocks.text_blocks import read_text
    from kepu_cli.importers.blocks.workbook_blocks import read_sheets

    if not data.strip(_NOTHING):
        raise KepuError(say(EMPTY, file=file))
    names = _part_names(data) if data.startswith(_ANY_ZIP) else ()
    if data.startswith((ZIP_START, OLE_START)):
        form = _old_form(data, file) if data.startswith(OLE_START) else _zip_form(names)
        if form is DOCUMENT:
            return read_docx(data, file)
        if form is WORKBOOK:
            return read_sheets(data, file)
    kind = archive_kind(names) if data.startswith(_ANY_ZIP) else foreign_kind(data)
    if kind is not None:
        raise KepuError(say(FOREIGN, file=file, what=_set_off(kind.what), remedy=kind.remedy))
    if PurePath(file).suffix.lower() in YAML_SUFFIXES:
        raise KepuError(say(A_PLAN, file=file))
    return read_text(data, file)


# White space and the marks at the start of a text.
_NOTHING = b" \t\r\n\xef\xbb\xbf\xff\xfe\0"
_ANY_ZIP = b"PK\x03\x04", b"PK\x05\x06"
# The name of a part stands in the clear before it, in a torn file too.
_OFFICE_PART = pattern(rb"PK\x03\x04.{26}(word/|xl/)", re.DOTALL)
_OLD_DOCUMENT, _OLD_SHEETS = "WordDocument".encode("utf-16-le"), "Workbook".encode("utf-16-le")
_SHEETS_SUFFIX = pattern(r"\.(?:xl\w*|ett?)", re.IGNORECASE)


def _set_off(what: Words) -> Words:
    """A blank between Chinese and Latin letters."""
    return what._replace(zh=f" {what.zh}") if what.zh[0].isascii() else what


def _part_names(data: bytes) -> tuple[str, ...]:
    """Those of an archive; of a torn one those that are still to be found."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist())
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return tuple(part[1].decode() for part in _OFFICE_PART.finditer(data))


def _zip_form(names: Iterable[str]) -> Form | None:
    forms = {"word": DOCUMENT, "xl": WORKBOOK}
    return next((forms[folder] for name in names if (folder := name.partition("/")[0]) in forms), None)


def _old_form(data: bytes, file: str) -> Form:
    """An old file, or a new one that is locked, which shows only in its name what it is."""
    if _OLD_DOCUMENT in data:
        return DOCUMENT
    return WORKBOOK if _OLD_SHEETS in data or _SHEETS_SUFFIX.fullmatch(PurePath(file).suffix) else DOCUMENT
