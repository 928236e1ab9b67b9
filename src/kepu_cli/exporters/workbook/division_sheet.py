"""The sheet 任务分工表: the division-of-labour table, each action's cell merged over its rows, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import get_column_letter

from kepu_cli.exporters.division_texts import CENTRED
from kepu_cli.exporters.workbook import paper
from kepu_cli.exporters.workbook.cells import Look, Pen
from kepu_cli.exporters.workbook.division_layout import lay_out
from kepu_cli.exporters.workbook.title import write_title
from kepu_cli.views.division import COLUMN_WORDS, Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from kepu_cli.exporters.workbook.cells import Looks
    from kepu_cli.exporters.workbook.division_layout import Layout, PagePart
    from kepu_cli.findings import Lang
    from kepu_cli.views.division import DivisionRow, DivisionTable

TABLE_NAME = "division_table"


class Printed(NamedTuple):
    """Where a row of the table stands: its first and last sheet row."""

    row: DivisionRow
    first: int
    last: int


def write_division(
    sheet: Worksheet, looks: Looks, table: DivisionTable, *, lang: Lang, annex: str
) -> tuple[Printed, ...]:
    """Fills the sheet and tells where each row of the table went."""
    heads = {column: COLUMN_WORDS[column].in_(lang) for column in table.columns}
    layout = lay_out(table, heads, lang=lang, annex=annex)
    pen = Pen(sheet, looks)
    width = len(table.columns)
    title = write_title(pen, table.title, annex=annex, columns=width, units=sum(layout.widths.values()))
    for position, column in enumerate(table.columns, start=1):
        pen.write(title + 1, position, heads[column], Look.HEAD)
        sheet.column_dimensions[get_column_letter(position)].width = layout.widths[column]
    sheet.row_dimensions[title + 1].height = layout.head_height
    printed = tuple(_write_parts(pen, layout, table.columns, title + 2))
    _finish(sheet, title, (sheet.max_row, width), lang)
    return _joined(printed)


def _write_parts(pen: Pen, layout: Layout, columns: Sequence[Column], row: int) -> Iterator[Printed]:
    for part in layout.parts:
        if part.new_page:
            paper.break_after(pen.sheet, row - 1)
        last = row + len(part.slices) - 1
        for position, column in enumerate(columns, start=1):
            if column in layout.merged:
                value = _value(column, part.heading[column])
                pen.span((row, position), (last, position), value, _look(column))
            else:
                _write_column(pen, part, column, row, position)
        for offset, (piece, height) in enumerate(zip(part.slices, part.heights, strict=True)):
            pen.sheet.row_dimensions[row + offset].height = height
            if piece.row is not None:
                yield Printed(piece.row, row + offset, row + offset)
        row = last + 1


def _write_column(pen: Pen, part: PagePart, column: Column, row: int, position: int) -> None:
    for offset, piece in enumerate(part.slices):
        pen.write(row + offset, position, _value(column, piece.texts.get(column, "")), _look(column))


def _value(column: Column, text: str) -> str | int:
    """Plain running numbers are stored as numbers, so that no green corner complains about them."""
    plain = column is Column.NUMBER and text.isascii() and text.isdecimal() and len(text) < 10 and text[0] != "0"
    return int(text) if plain else text


def _look(column: Column) -> Look:
    return Look.CENTRED if column in CENTRED else Look.TEXT


def _finish(sheet: Worksheet, title: int, last: tuple[int, int], lang: Lang) -> None:
    sheet.freeze_panes = f"A{title + 2}"
    for selection in sheet.sheet_view.selection:
        selection.activeCell = selection.sqref = f"A{title + 2}"
    sheet.sheet_view.zoomScale = 100
    paper.set_up_paper(sheet, repeat=(title, title + 1), last=last, lang=lang)
    paper.name_table(sheet, TABLE_NAME, first=(title + 1, 1), last=last)


def _joined(printed: Sequence[Printed]) -> tuple[Printed, ...]:
    """Sheet rows that follow one another and belong to one row of the table are one entry."""
    whole: list[Printed] = []
    for each in printed:
        if whole and whole[-1].row is each.row:
            whole[-1] = whole[-1]._replace(last=each.last)
        else:
            whole.append(each)
    return tuple(whole)
