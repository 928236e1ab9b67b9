"""Writes a listing into a sheet: title, head row, rows under merged headings, lines above and below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from kepu_cli.exporters.marked_cutting import Laid
from kepu_cli.exporters.workbook import paper
from kepu_cli.exporters.workbook.cells import Look, Pen
from kepu_cli.exporters.workbook.listing_layout import lay_out
from kepu_cli.exporters.workbook.title import write_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from kepu_cli.exporters.listing import ListColumn, Listing
    from kepu_cli.exporters.workbook.cells import Looks
    from kepu_cli.exporters.workbook.listing_layout import Layout, Lines, SheetRow


_MARKED_LOOKS = {
    (True, True): Look.MARKED_CENTRED,
    (True, False): Look.MARKED,
    (False, True): Look.CENTRED,
    (False, False): Look.TEXT,
}


def write_listing(sheet: Worksheet, looks: Looks, listing: Listing) -> None:
    """Fills the sheet; KepuError names a row whose text no cell can hold."""
    layout = lay_out(listing)
    pen = Pen(sheet, looks)
    width = len(listing.columns)
    title = write_title(pen, listing.title, annex=listing.annex, columns=width, units=layout.units)
    above = _write_lines(pen, layout.intro, title + 1, width)
    head = _write_lines(pen, layout.above, above, width)
    _write_head(pen, layout, listing.columns, head)
    last = _write_rows(pen, layout.rows, listing.columns, head + 1)
    if layout.below_on_new_page:
        paper.break_after(sheet, last)
    end = _write_lines(pen, layout.below, last + 1, width) - 1
    _finish(sheet, listing, rows=(above if listing.intro else title, head, last, end))


def _write_lines(pen: Pen, lines: Lines, row: int, width: int) -> int:
    """Returns the row after the last line."""
    for text, height in zip(lines.texts, lines.heights, strict=True):
        pen.span((row, 1), (row, width), text, Look.LINE)
        pen.sheet.row_dimensions[row].height = height
        row += 1
    return row


def _write_head(pen: Pen, layout: Layout, columns: Sequence[ListColumn], row: int) -> None:
    for position, (column, width) in enumerate(zip(columns, layout.widths, strict=True), start=1):
        pen.write(row, position, column.head, Look.HEAD)
        pen.sheet.column_dimensions[get_column_letter(position)].width = width
    pen.sheet.row_dimensions[row].height = layout.head_height


def _write_rows(pen: Pen, rows: Sequence[SheetRow], columns: Sequence[ListColumn], first: int) -> int:
    """Returns the last row written."""
    for at, row in enumerate(rows, start=first):
        if row.new_page:
            paper.break_after(pen.sheet, at - 1)
        if row.heading:
            pen.span((at, 1), (at, len(columns)), row.heading, Look.GROUP)
        for position, (cell, column) in enumerate(zip(row.cells, columns, strict=False), start=1):
            if isinstance(cell, Laid):
                look = _MARKED_LOOKS[cell.shaded, column.centred]
                pen.write_pieces(at, position, cell.pieces, look)
            else:
                pen.write(at, position, cell, Look.CENTRED if column.centred else Look.TEXT)
        pen.sheet.row_dimensions[at].height = row.height
    return first + len(rows) - 1


def _finish(sheet: Worksheet, listing: Listing, *, rows: tuple[int, int, int, int]) -> None:
    """`rows` are the first that is repeated, the head's, the table's last, and the last of all."""
    first, head, last, end = rows
    width = len(listing.columns)
    sheet.freeze_panes = f"A{head + 1}"
    for selection in sheet.sheet_view.selection:
        selection.activeCell = selection.sqref = f"A{head + 1}"
    sheet.sheet_view.zoomScale = 100
    if last > head and not any(group.heading for group in listing.groups):
        # Sorting and filtering would tear merged headings from their rows.
        sheet.auto_filter.ref = f"A{head}:{get_column_letter(width)}{last}"
    paper.set_up_paper(sheet, repeat=(first, head), last=(end, width), lang=listing.lang)
    paper.name_table(sheet, listing.name, first=(head, 1), last=(last, width))
