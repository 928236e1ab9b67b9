"""How a sheet stands on paper: A4 landscape, one page wide, heads repeated, pages numbered, room to bind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from kepu_cli.exporters.printed_text import POINTS_A_UNIT
from kepu_cli.findings import Lang, Words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FOOTER = Words(zh="第 &P 页 共 &N 页", en="Page &P of &N")

_A4 = 9
_LONG, _SHORT = 841.9, 595.3  # points
# Inches. The left edge is bound when the table goes alone, the upper one when it lies among upright pages.
_LEFT, _RIGHT, _TOP, _BOTTOM = 0.98, 0.71, 0.87, 0.75

WIDTH = _LONG - 72 * (_LEFT + _RIGHT)
HEIGHT = _SHORT - 72 * (_TOP + _BOTTOM)
_HELD_BACK = 0.97  # printers differ in how much of a page they fill


def room(units: float) -> float:
    """The height in points that a page offers to a sheet `units` wide, which is made smaller if it is too wide."""
    return HEIGHT * max(1.0, units * POINTS_A_UNIT / WIDTH) * _HELD_BACK


def set_up_paper(
    sheet: Worksheet, *, repeat: tuple[int, int], last: tuple[int, int], lang: Lang, one_page: bool = False
) -> None:
    """`repeat` are the first and last of the rows printed on every page, `last` is the last cell (row, column).

    The sheet is one page wide, and as long as it needs unless `one_page`.
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, int(one_page)
    sheet.page_margins = PageMargins(left=_LEFT, right=_RIGHT, top=_TOP, bottom=_BOTTOM, header=0.5, footer=0.43)
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = f"{repeat[0]}:{repeat[1]}"
    sheet.print_area = f"A1:{sheet.cell(*last).coordinate}"
    footer = HeaderFooterItem(center=_HeaderFooterPart(FOOTER.in_(lang), font="宋体,Regular", size=12))
    sheet.HeaderFooter = HeaderFooter(oddFooter=footer)


def break_after(sheet: Worksheet, row: int) -> None:
    """A page ends after the row."""
    # Not `row_breaks.append`, which makes and checks the whole list anew for each page.
    breaks: list[Break] = sheet.row_breaks.brk
    breaks.append(Break(id=row))


def name_table(sheet: Worksheet, name: str, *, first: tuple[int, int], last: tuple[int, int]) -> None:
    """A name in the workbook for the rectangle between two cells, given as (row, column)."""
    title = sheet.title.replace("'", "''")
    area = ":".join(f"${get_column_letter(column)}${row}" for row, column in (first, last))
    book = sheet.parent
    assert book is not None
    book.defined_names[name] = DefinedName(name, attr_text=f"'{title}'!{area}")
