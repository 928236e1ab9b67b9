"""A new workbook, and a finished one as bytes: the same for the same content, whenever and wherever it is made."""

from __future__ import annotations

import io
import tempfile
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Font
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.writer.excel import ExcelWriter

from kepu_cli.errors import KepuError
from kepu_cli.exporters.timeless_zip import moment, repacked
from kepu_cli.exporters.workbook.cells import storable
from kepu_cli.findings import Words, say

NO_TEMPORARY = Words(
    zh="临时文件夹 {folder} 写不进去，可能已满，表格没有生成",
    en="the folder for temporary files, {folder}, cannot be written or is full; no workbook was made",
)


def new_book(title: str, year: str) -> Workbook:
    """A workbook with its properties and one sheet."""
    book = Workbook()
    # Column widths are counted in digits of the normal font: one whose digits are as wide on every system.
    normal = Font(name="Arial", size=10)
    book._fonts = IndexedList([normal])  # type: ignore[attr-defined]
    book._named_styles["Normal"].font = normal  # type: ignore[attr-defined]
    when = moment(year).replace(tzinfo=None)
    title = storable(title)
    book.properties = DocumentProperties(
        title=title, subject=storable(year), creator="kepu", created=when, modified=when
    )
    return book


def packed(book: Workbook, year: str) -> bytes:
    """The file's bytes; KepuError where there is no room even for temporary files."""
    raw = io.BytesIO()
    try:
        with ZipFile(raw, "w", ZIP_STORED) as archive:
            # Not `Workbook.save`, which stamps the present time.
            ExcelWriter(book, archive).write_data()
    except OSError as problem:  # sheets pass through a temporary file even on their way into memory
        raise KepuError(say(NO_TEMPORARY, folder=tempfile.gettempdir())) from problem
    return repacked(raw, moment(year))
