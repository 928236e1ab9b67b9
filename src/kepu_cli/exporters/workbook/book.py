"""The workbook of a plan: the division table, the matrix, and a hidden sheet that tells where it came from."""

from __future__ import annotations

import io
import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Font
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.writer.excel import ExcelWriter

from kepu_cli.errors import KepuError
from kepu_cli.exporters.workbook import division_sheet, identity_sheet, matrix_sheet
from kepu_cli.exporters.workbook.cells import Looks, storable
from kepu_cli.findings import Lang, Words, say

if TYPE_CHECKING:
    from kepu_cli.views.division import DivisionTable
    from kepu_cli.views.matrix import Matrix

NO_TEMPORARY = Words(
    zh="临时文件夹 {folder} 写不进去，可能已满，表格没有生成",
    en="the folder for temporary files, {folder}, cannot be written or is full; no workbook was made",
)


@dataclass(frozen=True, slots=True)
class BookInfo:
    """`annex` is the label above the title such as 附件1, "" for none."""

    title: str
    year: str
    lang: Lang
    annex: str = ""


def workbook(info: BookInfo, division: DivisionTable, matrix: Matrix) -> bytes:
    """The file's bytes, the same for the same input; KepuError when a text is too long for a cell."""
    book = _new_book(info)
    looks = Looks(book)
    sheet = book.worksheets[0]
    sheet.title = division_sheet.SHEET.in_(info.lang)
    printed = division_sheet.write_division(sheet, looks, division, lang=info.lang, annex=info.annex)
    sheet = book.create_sheet(matrix_sheet.SHEET.in_(info.lang))
    matrix_sheet.write_matrix(sheet, looks, matrix, lang=info.lang)
    facts = (("title", info.title), ("year", info.year))
    mark = identity_sheet.fingerprint((*facts, ("annex", info.annex)), division, matrix)
    identity_sheet.write_identity(book.create_sheet(identity_sheet.SHEET), looks, facts, mark, printed)
    return _bytes(book, _moment(info.year))


def _new_book(info: BookInfo) -> Workbook:
    book = Workbook()
    # Column widths are counted in digits of the normal font: one whose digits are as wide on every system.
    normal = Font(name="Arial", size=10)
    book._fonts = IndexedList([normal])  # type: ignore[attr-defined]
    book._named_styles["Normal"].font = normal  # type: ignore[attr-defined]
    moment = _moment(info.year).replace(tzinfo=None)
    title = storable(info.title)
    book.properties = DocumentProperties(
        title=title, subject=storable(info.year), creator="kepu", created=moment, modified=moment
    )
    return book


def _moment(year: str) -> datetime:
    """The time the file claims: SOURCE_DATE_EPOCH, else New Year of the plan's year, never the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdecimal() and len(epoch) <= 10:
        told = datetime.fromtimestamp(int(epoch), UTC)
        if 1980 <= told.year <= 2107:  # what a zip file can say
            return told
    known = year.isascii() and year.isdecimal() and len(year) <= 4 and 1980 <= int(year) <= 2107
    return datetime(int(year) if known else 1980, 1, 1, tzinfo=UTC)


def _bytes(book: Workbook, moment: datetime) -> bytes:
    raw = io.BytesIO()
    try:
        with ZipFile(raw, "w", ZIP_STORED) as archive:
            # Not `Workbook.save`, which stamps the present time.
            ExcelWriter(book, archive).write_data()
    except OSError as problem:  # sheets pass through a temporary file even on their way into memory
        raise KepuError(say(NO_TEMPORARY, folder=tempfile.gettempdir())) from problem
    return _timeless(raw, moment)


def _timeless(raw: io.BytesIO, moment: datetime) -> bytes:
    """The same entries in the same order, all with one time and one system, compressed."""
    packed = io.BytesIO()
    with ZipFile(raw) as source, ZipFile(packed, "w") as archive:
        for name in source.namelist():
            entry = ZipInfo(name, moment.timetuple()[:6])
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, source.read(name), compresslevel=6)
    return packed.getvalue()
