"""The sheet 责任矩阵: who has which part in what, departments across, sums at both ends, a legend below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from kepu_cli.exporters import printed_text
from kepu_cli.exporters.matrix_texts import LIGHT_MARKS, ROLES, legend, sum_row
from kepu_cli.exporters.workbook import heights, paper
from kepu_cli.exporters.workbook.cells import Look, Pen, ensure_fits
from kepu_cli.exporters.workbook.matrix_layout import LEGEND_HEIGHT, SUM_HEIGHT, Grid, lay_out
from kepu_cli.exporters.workbook.title import write_title
from kepu_cli.views.division import COLUMN_WORDS, Column

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kepu_cli.exporters.workbook.cells import Looks
    from kepu_cli.findings import Lang
    from kepu_cli.views.matrix import Mark, Matrix, MatrixRow

TABLE_NAME = "responsibility_matrix"
_FIRST_DEPARTMENT = 3  # column


def write_matrix(sheet: Worksheet, looks: Looks, matrix: Matrix, *, lang: Lang, annex: str = "") -> None:
    """Fills the sheet; KepuError names a row or department whose text no cell can hold."""
    for text in (*matrix.departments, *(row.label for row in matrix.rows)):
        ensure_fits(text, text)
    grid = lay_out(matrix, [role.words.in_(lang) for role in ROLES], annex=annex)
    pen = Pen(sheet, looks)
    title = write_title(pen, matrix.title, annex=annex, columns=len(grid.widths), units=grid.units)
    _write_head(pen, grid, matrix, title + 1, lang)
    for offset, (row, height) in enumerate(zip(matrix.rows, grid.row_heights, strict=True), start=title + 2):
        _write_row(pen, grid, row, offset)
        sheet.row_dimensions[offset].height = height
    for position in grid.breaks:
        paper.break_after(sheet, title + 1 + position)
    last_item = title + 1 + len(matrix.rows)
    _write_sums(pen, grid, matrix, last_item + 1, lang)
    last = last_item + len(grid.roles)
    _write_legend(pen, grid, matrix, last + 1, lang)
    _finish(sheet, grid, (title, last_item, last), lang)


def _write_head(pen: Pen, grid: Grid, matrix: Matrix, row: int, lang: Lang) -> None:
    names = (*matrix.departments, *(role.words.in_(lang) for role in grid.roles))
    pen.write(row, 1, COLUMN_WORDS[Column.NUMBER].in_(lang), Look.HEAD)
    pen.write(row, 2, COLUMN_WORDS[Column.ACTION].in_(lang), Look.HEAD)
    for column, (name, look) in enumerate(zip(names, grid.head_looks, strict=True), start=_FIRST_DEPARTMENT):
        pen.write(row, column, name, look)
    for column, width in enumerate(grid.widths, start=1):
        pen.sheet.column_dimensions[get_column_letter(column)].width = width
    pen.sheet.row_dimensions[row].height = grid.head_height


def _write_row(pen: Pen, grid: Grid, row: MatrixRow, at: int) -> None:
    shaded = row.is_action and grid.shades
    pen.write(at, 1, row.number, Look.ACTION_NUMBER if shaded else Look.CENTRED)
    pen.write(at, 2, row.label, Look.ACTION if shaded else Look.TEXT)
    for column, mark in enumerate(row.marks, start=_FIRST_DEPARTMENT):
        pen.write(at, column, None if mark is None else mark.value, _mark_look(mark, shaded=shaded))
    for column, role in enumerate(grid.roles, start=_FIRST_DEPARTMENT + len(row.marks)):
        pen.write(at, column, row.marks.count(role.mark), Look.ACTION_COUNT if shaded else Look.COUNT)


def _mark_look(mark: Mark | None, *, shaded: bool) -> Look:
    if mark in LIGHT_MARKS:
        return Look.LIGHT_ACTION_MARK if shaded else Look.LIGHT_MARK
    return Look.ACTION_MARK if shaded else Look.MARK


def _write_sums(pen: Pen, grid: Grid, matrix: Matrix, first: int, lang: Lang) -> None:
    """A row a role: how often each department has it by name."""
    for at, role in enumerate(grid.roles, start=first):
        row = sum_row(matrix, role, lang)
        pen.span((at, 1), (at, 2), row.label, Look.HEAD)
        whole = [row.whole if other is role else None for other in grid.roles]
        for column, count in enumerate([*row.counts, *whole], start=_FIRST_DEPARTMENT):
            pen.write(at, column, count, Look.COUNT)
        pen.sheet.row_dimensions[at].height = SUM_HEIGHT


def _write_legend(pen: Pen, grid: Grid, matrix: Matrix, row: int, lang: Lang) -> None:
    text = legend(matrix, lang)
    pen.span((row, 1), (row, len(grid.widths)), text, Look.NOTE)
    lines = len(printed_text.text_lines(text, grid.units, Look.NOTE.size))
    pen.sheet.row_dimensions[row].height = max(heights.height(lines, Look.NOTE.size) + 4, LEGEND_HEIGHT / 2)


def _finish(sheet: Worksheet, grid: Grid, rows: tuple[int, int, int], lang: Lang) -> None:
    """`rows` are the title's, the last item's and the last sum's."""
    title, last_item, last = rows
    width = len(grid.widths)
    sheet.freeze_panes = f"C{title + 2}"
    if last_item > title + 1:
        # Arrows in the heads show the rows of one department; the sums stay outside.
        sheet.auto_filter.ref = f"A{title + 1}:{get_column_letter(width)}{last_item}"
    sheet.sheet_view.zoomScale = 100
    paper.set_up_paper(sheet, repeat=(title, title + 1), last=(last + 1, width), lang=lang, one_page=grid.one_page)
    paper.name_table(sheet, TABLE_NAME, first=(title + 1, 1), last=(last, width))
