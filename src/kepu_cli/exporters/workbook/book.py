"""The workbook of a plan: the sheets that were asked for, and a hidden one that tells where they came from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kepu_cli.exporters.options import SHEET_WORDS, Sheet
from kepu_cli.exporters.workbook import division_sheet, listing_sheet, matrix_sheet, memory_sheet, statistics_sheet
from kepu_cli.exporters.workbook.cells import Looks
from kepu_cli.exporters.workbook.container import new_book, packed
from kepu_cli.exporters.workbook.sheet_names import safe_sheet_names
from kepu_cli.memory import SHEET as MEMORY_SHEET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from kepu_cli.exporters.listing import Listing
    from kepu_cli.exporters.workbook.division_sheet import Printed
    from kepu_cli.findings import Lang
    from kepu_cli.memory import Memory
    from kepu_cli.views.division import DivisionTable
    from kepu_cli.views.matrix import Matrix
    from kepu_cli.views.statistics import Statistics


@dataclass(frozen=True, slots=True)
class BookInfo:
    """`annex` is the label above the first title such as 附件1, "" for none."""

    title: str
    year: str
    lang: Lang
    annex: str = ""


@dataclass(frozen=True, slots=True)
class More:
    """What the sheets behind the matrix show."""

    tasks: Listing
    coverage: Listing
    statistics: Statistics


def workbook(
    info: BookInfo,
    division: DivisionTable,
    matrix: Matrix,
    more: More | None = None,
    sheets: Sequence[Sheet] = (Sheet.DIVISION, Sheet.MATRIX),
    memory: Memory | None = None,
) -> bytes:
    """The file's bytes, the same for the same input; KepuError when a text is too long for a cell.

    The sheets stand in the order in which they are asked for; those of `more` only with it. With a memory the
    workbook can be read back.
    """
    book = new_book(info.title, info.year)
    looks = Looks(book)
    tables = _Tables(info, division, matrix, more)
    *names, hidden = safe_sheet_names((*(SHEET_WORDS[sheet].in_(info.lang) for sheet in sheets), MEMORY_SHEET))
    printed: tuple[Printed, ...] = ()
    for position, (sheet, name) in enumerate(zip(sheets, names, strict=True)):
        page = book.worksheets[0] if position == 0 else book.create_sheet()
        page.title = name
        printed += tables.write(page, looks, sheet, annex=info.annex if position == 0 else "")
    facts = (("title", info.title), ("year", info.year))
    mark = memory_sheet.fingerprint((*facts, ("annex", info.annex)), division, matrix)
    memory_sheet.write_memory(book.create_sheet(hidden), looks, facts, mark, printed, memory)
    return packed(book, info.year)


@dataclass(frozen=True, slots=True)
class _Tables:
    info: BookInfo
    division: DivisionTable
    matrix: Matrix
    more: More | None

    def write(self, page: Worksheet, looks: Looks, sheet: Sheet, *, annex: str) -> tuple[Printed, ...]:
        """Fills one sheet; only the division table tells where its rows went."""
        lang = self.info.lang
        if sheet is Sheet.DIVISION:
            return division_sheet.write_division(page, looks, self.division, lang=lang, annex=annex)
        if sheet is Sheet.MATRIX:
            matrix_sheet.write_matrix(page, looks, self.matrix, lang=lang, annex=annex)
            return ()
        assert self.more is not None
        if sheet is Sheet.STATISTICS:
            statistics_sheet.write_statistics(page, looks, self.more.statistics, lang=lang, annex=annex)
            return ()
        listing = self.more.tasks if sheet is Sheet.TASKS else self.more.coverage
        listing_sheet.write_listing(page, looks, replace(listing, annex=annex))
        return ()
