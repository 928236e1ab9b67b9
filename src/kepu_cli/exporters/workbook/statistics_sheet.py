"""The sheet 统计: how well the plan is covered, its actions by kind, and the load of each department with a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import get_column_letter

from kepu_cli.coverage import GRADE_WORDS
from kepu_cli.exporters import printed_text
from kepu_cli.exporters.workbook import heights, paper
from kepu_cli.exporters.workbook.bar_chart import Bars, Spot, add_bar_chart
from kepu_cli.exporters.workbook.cells import Look, Pen, ensure_fits
from kepu_cli.exporters.workbook.statistics_layout import (
    CAPTION,
    CHART_LEFT,
    CHART_WIDTH,
    ROW,
    SMALL_WIDTHS,
    SPACE,
    UNITS,
    lay_out,
)
from kepu_cli.exporters.workbook.title import write_title
from kepu_cli.findings import Words
from kepu_cli.model import ROLE_WORDS, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from kepu_cli.exporters.workbook.cells import Looks
    from kepu_cli.exporters.workbook.statistics_layout import Chart, Layout
    from kepu_cli.findings import Lang
    from kepu_cli.views.load import Load
    from kepu_cli.views.statistics import Statistics

TABLE_NAME = "department_loads"

_COVERAGE = Words("覆盖情况", "Coverage")
_KIND = Words("任务类别", "Kind of action")
_COUNT = Words("项数", "Count")
_SHARE = Words("占比", "Share")
_SUM = Words("合计", "Total")
_DEPARTMENT = Words("单位", "Department")
_LOADS = Words("各单位承担的任务（项）", "Tasks by department")
_GROUPED = Words("另通过单位组", "Through groups")
_FIRST_NUMBER = len(SMALL_WIDTHS) + 1  # column


class _Column(NamedTuple):
    """Numbers of the loads, one a department; the drawn ones are bars of the chart."""

    head: str
    numbers: tuple[int, ...]
    drawn: bool = True


def write_statistics(sheet: Worksheet, looks: Looks, facts: Statistics, *, lang: Lang, annex: str = "") -> None:
    """Fills the sheet; KepuError names a department whose name no cell can hold."""
    names = [load.department for load in facts.loads]
    for name in names:
        ensure_fits(name, name)
    tables = [
        (_COVERAGE, [(GRADE_WORDS[grade].in_(lang), count) for grade, count in facts.grades]),
        (_KIND, [(kind.in_(lang), count) for kind, count in facts.kinds]),
    ]
    layout = lay_out(facts.title, names, sum(len(rows) + 3 for _, rows in tables), annex=bool(annex))
    columns = tuple(_columns(facts.loads, lang))
    pen = Pen(sheet, looks)
    _set_widths(sheet, len(columns))
    title = write_title(pen, facts.title, annex=annex, columns=_FIRST_NUMBER - 1 + len(columns), units=UNITS)
    row = title + 1
    for head, rows in tables:
        row = _write_small(pen, head.in_(lang), rows, row, lang)
    row = _fill_up(sheet, layout.filler, row)
    caption = row + len(layout.charts[1:])
    _write_loads(pen, layout, names, columns, caption, lang)
    for position, chart in enumerate(layout.charts):
        at = title + 1 if position == 0 else row + position - 1
        _add_chart(sheet, (names, columns), chart, _spot(chart, at, beside=position == 0), caption + 2, lang)
    _break_pages(sheet, layout, row, caption)
    _finish(sheet, (title, caption, caption + 1 + len(names)), _FIRST_NUMBER - 1 + len(columns), lang)


def _columns(loads: Sequence[Load], lang: Lang) -> Iterator[_Column]:
    """Lead, responsible and their sum always, the others where any department has them."""
    support, grouped = any(load.support for load in loads), any(load.in_groups for load in loads)
    yield _Column(ROLE_WORDS[Role.LEAD].in_(lang), tuple(load.lead for load in loads))
    yield _Column(ROLE_WORDS[Role.RESPONSIBLE].in_(lang), tuple(load.responsible for load in loads))
    if support:
        yield _Column(ROLE_WORDS[Role.SUPPORT].in_(lang), tuple(load.support for load in loads))
    yield _Column(_SUM.in_(lang), tuple(load.named for load in loads), drawn=False)
    if grouped:
        yield _Column(_GROUPED.in_(lang), tuple(load.in_groups for load in loads))


def _set_widths(sheet: Worksheet, numbers: int) -> None:
    for position, width in enumerate((*SMALL_WIDTHS, *[round(CHART_WIDTH / numbers, 1)] * numbers), start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width


def _write_small(pen: Pen, head: str, rows: Sequence[tuple[str, int]], row: int, lang: Lang) -> int:
    """A table of counts and shares with its sum, and an empty row; returns the row after these."""
    total = sum(count for _, count in rows)
    pen.write(row, 1, head, Look.HEAD)
    pen.write(row, 2, _COUNT.in_(lang), Look.HEAD)
    pen.write(row, 3, _SHARE.in_(lang), Look.HEAD)
    for at, (label, count) in enumerate([*rows, (_SUM.in_(lang), total)], start=row + 1):
        pen.write(at, 1, label, Look.TEXT)
        pen.write(at, 2, count, Look.COUNT)
        pen.write(at, 3, round(count / total, 4) if total else None, Look.SHARE)
    end = row + len(rows) + 3
    for at in range(row, end):
        pen.sheet.row_dimensions[at].height = ROW
    return end


def _fill_up(sheet: Worksheet, points: float, row: int) -> int:
    """Empty rows as high as `points`; returns the row after them."""
    while points > 0:
        sheet.row_dimensions[row].height = round(min(points, heights.HIGHEST), 1)
        points -= heights.HIGHEST
        row += 1
    return row


def _write_loads(
    pen: Pen, layout: Layout, names: Sequence[str], columns: Sequence[_Column], caption: int, lang: Lang
) -> None:
    """Caption, head row and a row a department."""
    last = _FIRST_NUMBER - 1 + len(columns)
    pen.span((caption, 1), (caption, last), _LOADS.in_(lang), Look.CAPTION)
    pen.sheet.row_dimensions[caption].height = CAPTION
    pen.span((caption + 1, 1), (caption + 1, len(SMALL_WIDTHS)), _DEPARTMENT.in_(lang), Look.HEAD)
    pen.sheet.row_dimensions[caption + 1].height = ROW
    for at, (name, height) in enumerate(zip(names, layout.names, strict=True), start=caption + 2):
        pen.span((at, 1), (at, len(SMALL_WIDTHS)), name, Look.TEXT)
        pen.sheet.row_dimensions[at].height = height
    for position, column in enumerate(columns, start=_FIRST_NUMBER):
        pen.write(caption + 1, position, column.head, Look.HEAD)
        for at, number in enumerate(column.numbers, start=caption + 2):
            pen.write(at, position, number, Look.COUNT)


def _spot(chart: Chart, row: int, *, beside: bool) -> Spot:
    """Right of the small tables, or over the whole width."""
    if beside:
        width = CHART_WIDTH * printed_text.POINTS_A_UNIT - CHART_LEFT
        return Spot(row, _FIRST_NUMBER, CHART_LEFT, 0, width, chart.height)
    return Spot(row, 1, 0, 0, UNITS * printed_text.POINTS_A_UNIT, chart.height)


def _add_chart(
    sheet: Worksheet,
    table: tuple[Sequence[str], Sequence[_Column]],
    chart: Chart,
    spot: Spot,
    first_row: int,
    lang: Lang,
) -> None:
    names, columns = table
    bars = [
        Bars(column.head, position, column.numbers[chart.start : chart.stop])
        for position, column in enumerate(columns, start=_FIRST_NUMBER)
        if column.drawn
    ]
    shown = names[chart.start : chart.stop]
    add_bar_chart(sheet, spot, title=_LOADS.in_(lang), labels=(1, shown), first_row=first_row + chart.start, bars=bars)


def _break_pages(sheet: Worksheet, layout: Layout, row: int, caption: int) -> None:
    """Each further chart begins a page, from `row` on, and the loads as laid out."""
    for offset, chart in enumerate(layout.charts[1:]):
        paper.break_after(sheet, row + offset - 1)
        sheet.row_dimensions[row + offset].height = round(min(chart.height + SPACE, heights.HIGHEST), 1)
    for start in layout.breaks:
        paper.break_after(sheet, caption - 1 if start == 0 else caption + 1 + start)


def _finish(sheet: Worksheet, rows: tuple[int, int, int], width: int, lang: Lang) -> None:
    """`rows` are the title's, the loads' caption's and the last."""
    title, caption, last = rows
    sheet.freeze_panes = f"A{title + 1}"
    for selection in sheet.sheet_view.selection:
        selection.activeCell = selection.sqref = f"A{title + 1}"
    sheet.sheet_view.zoomScale = 100
    # No filter: hiding a load's row would hide what stands beside the chart as well.
    paper.set_up_paper(sheet, repeat=(caption, caption + 1), last=(last, width), lang=lang)
    paper.name_table(sheet, TABLE_NAME, first=(caption + 1, 1), last=(last, width))
