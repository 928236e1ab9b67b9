"""A native chart of stacked bars, one a row of a table, that is read as well from a black-and-white print."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.chart import BarChart
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.layout import Layout
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.utils import get_column_letter

from kepu_cli.exporters.workbook.cells import storable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

EMU = 12_700  # to a point
_GAP = 40  # between bars, in hundredths of a bar
_BODY_FONT, _HEAD_FONT = "仿宋", "黑体"
_MOST_TICKS = 8


class Bars(NamedTuple):
    """A series: its name, the column of the table that holds its numbers, and those numbers."""

    name: str
    column: int
    numbers: tuple[int, ...]


class Spot(NamedTuple):
    """Where a chart stands: the cell it begins at, the distance from its corner, and its size; points."""

    row: int
    column: int
    across: float
    down: float
    width: float
    height: float


def add_bar_chart(
    sheet: Worksheet, spot: Spot, *, title: str, labels: tuple[int, Sequence[str]], first_row: int, bars: Sequence[Bars]
) -> None:
    """`labels` are the column of the bars' names and these names; the table's rows begin at `first_row`.

    What the chart shows is stored with it: a preview on a phone does not look it up in the cells.
    """
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, _GAP
    last = first_row + len(labels[1]) - 1
    names = _names(_area(sheet, labels[0], first_row, last), labels[1])
    for position, each in enumerate(bars):
        chart.series.append(_series(sheet, each, position, (first_row, last), names))
    chart.title = _title(title)
    chart.legend.position = "t"
    chart.legend.txPr = _letters(9)
    _set_axes(chart, bars, small=len(labels[1]) > 20)
    anchor = OneCellAnchor(
        _from=AnchorMarker(
            col=spot.column - 1, row=spot.row - 1, colOff=round(spot.across * EMU), rowOff=round(spot.down * EMU)
        ),
        ext=XDRPositiveSize2D(round(spot.width * EMU), round(spot.height * EMU)),
    )
    chart.anchor = anchor  # type: ignore[assignment]  # the published types know cell names only
    chart.roundedCorners = False
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(noFill=True))
    sheet.add_chart(chart)


def _area(sheet: Worksheet, column: int, first: int, last: int) -> str:
    title = sheet.title.replace("'", "''")
    letter = get_column_letter(column)
    return f"'{title}'!${letter}${first}:${letter}${last}"


def _names(area: str, names: Sequence[str]) -> AxDataSource:
    points = [StrVal(idx=at, v=storable(name)) for at, name in enumerate(names)]
    return AxDataSource(strRef=StrRef(f=area, strCache=StrData(ptCount=len(points), pt=points)))


def _series(sheet: Worksheet, bars: Bars, position: int, rows: tuple[int, int], names: AxDataSource) -> Series:
    points = [NumVal(idx=at, v=str(number)) for at, number in enumerate(bars.numbers)]
    stored = NumData(formatCode="General", ptCount=len(points), pt=points)
    series = Series(
        idx=position,
        order=position,
        tx=SeriesLabel(v=bars.name),
        cat=names,
        val=NumDataSource(numRef=NumRef(f=_area(sheet, bars.column, *rows), numCache=stored)),
        spPr=_fill(position),
    )
    series.invertIfNegative = False
    return series


def _fill(position: int) -> GraphicalProperties:
    """Black, grey, hatched, white: told apart without colours."""
    edge = LineProperties(solidFill="000000", w=round(0.5 * EMU))
    if position == 2:
        hatched = PatternFillProperties(prst="wdUpDiag", fgClr=_colour("000000"), bgClr=_colour("FFFFFF"))
        return GraphicalProperties(pattFill=hatched, ln=edge)
    return GraphicalProperties(solidFill=("262626", "A6A6A6", "", "FFFFFF")[position], ln=edge)


def _colour(rgb: str) -> ColorChoice:
    choice = ColorChoice()
    choice.srgbClr = rgb
    return choice


def _set_axes(chart: BarChart, bars: Sequence[Bars], *, small: bool) -> None:
    highest = max((sum(numbers) for numbers in zip(*(each.numbers for each in bars), strict=True)), default=0)
    names, numbers = chart.x_axis, chart.y_axis
    names.delete = numbers.delete = False
    # The first bar on top, as in the table, and the numbers below.
    names.scaling.orientation = "maxMin"
    numbers.crosses = "max"
    names.tickLblSkip = 1
    names.majorTickMark = "none"
    names.txPr = _letters(8 if small else 9)
    numbers.txPr = _letters(8)
    numbers.number_format = "0"
    numbers.scaling.min = 0
    numbers.majorUnit = _step(highest)
    lines = GraphicalProperties(ln=LineProperties(solidFill="BFBFBF", w=round(0.5 * EMU)))
    numbers.majorGridlines = ChartLines(spPr=lines)


def _step(highest: int) -> int:
    """1, 2, 5, 10, 20, …: whole numbers, and not many of them."""
    step = 1
    while highest / step > _MOST_TICKS:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return step


def _title(text: str) -> Title:
    run = RegularTextRun(rPr=_style(11, _HEAD_FONT), t=storable(text))
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=_style(11, _HEAD_FONT)), r=[run])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False, layout=Layout())


def _letters(size: int) -> RichText:
    style = _style(size, _BODY_FONT)
    return RichText(bodyPr=RichTextProperties(), p=[Paragraph(pPr=ParagraphProperties(defRPr=style), endParaRPr=style)])


def _style(size: int, font: str) -> CharacterProperties:
    return CharacterProperties(sz=size * 100, b=False, latin=Font(typeface=font), ea=Font(typeface=font))
