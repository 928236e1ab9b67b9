"""What goes where in the division table of the document: widths, letters, and which rows stay together.

Heights are estimates: where the pages end is settled only when the document is opened, and again with every change.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.exporters import printed_text
from kepu_cli.exporters.column_widths import Span
from kepu_cli.exporters.division_texts import CONTINUED, SEPARATOR, cell_text, heading, merged_columns
from kepu_cli.exporters.document import paper
from kepu_cli.exporters.document.elements import Style
from kepu_cli.exporters.document.styles import line_of, size_of
from kepu_cli.exporters.document.tables import Margins
from kepu_cli.exporters.name_columns import names_of, widths_for_names
from kepu_cli.exporters.plain_text import closed, shown
from kepu_cli.patterns import pattern
from kepu_cli.views.division import NAME_COLUMNS, Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.findings import Lang
    from kepu_cli.views.division import DivisionBlock, DivisionRow, DivisionTable

    Texts = Mapping[Column, str]

MARGINS = Margins(along=2, across=4)
LOWEST_ROW = 27.0  # points: one line with some air

# In width units, for letters of 11 points.
_SPANS = {
    Column.NUMBER: Span(5.5, 10, by_longest=True),
    Column.ACTION: Span(14, 36),
    Column.MEASURE: Span(26, 70),
    Column.TARGETS: Span(10, 18, by_longest=True),
    Column.LEADER: Span(10, 16, by_longest=True),
    Column.LEAD: Span(16, 30),
    Column.RESPONSIBLE: Span(18, 60),
    Column.SUPPORT: Span(16, 50),
    Column.DUE: Span(10, 21, by_longest=True),
    Column.REMARK: Span(9, 24),
}
# What a cell's margins take beyond those that the widths are reckoned with.
_AIR = (2 * MARGINS.across - 4) / printed_text.POINTS_A_UNIT
_FIGURES = pattern(r"\d+")
_FEW = 5  # columns; so few leave room for larger letters
_ROOM = paper.HEIGHT - 100  # what a first page holds below annex label, title and head
_TOGETHER = 0.3  # what takes no more of a page stays with what is before it
_LONGEST_RUN = 0.6  # of a page: so much of an action stays together


class PlannedRow(NamedTuple):
    """`texts` are the cells' that are not merged; `split` where the row is longer than a page; `keep` with the next."""

    texts: Texts
    split: bool
    keep: bool


class PlannedBlock(NamedTuple):
    """An action, or as much of it as stays on one page (`whole`), under a cell with its name."""

    heading: Texts
    rows: tuple[PlannedRow, ...]
    whole: bool


class Layout(NamedTuple):
    """`widths` in points."""

    style: Style
    merged: tuple[Column, ...]
    widths: Mapping[Column, float]
    blocks: tuple[PlannedBlock, ...]


def lay_out(division: DivisionTable, lang: Lang) -> Layout:
    """Letters of 12 points where there are few columns, unless they cost a page; else of 11."""
    small = _setting(division, Style.TEXT, lang)
    setting, tall = small, _heights(division, small)
    if len(division.columns) <= _FEW:
        large = _setting(division, Style.LARGE_TEXT, lang)
        taller = _heights(division, large)
        if _pages(taller) <= _pages(tall):
            setting, tall = large, taller
    return Layout(setting.style, setting.merged, setting.widths, _blocks(division, setting, tall))


@dataclass(frozen=True, slots=True)
class _Setting:
    style: Style
    lang: Lang
    merged: tuple[Column, ...]
    widths: Mapping[Column, float]

    def units(self, column: Column) -> float:
        """As much of the column as text may fill, in width units."""
        return self.widths[column] / printed_text.POINTS_A_UNIT - _AIR


def _setting(division: DivisionTable, style: Style, lang: Lang) -> _Setting:
    merged = merged_columns(division)
    return _Setting(style, lang, merged, _widths(division, merged, size_of(style), lang))


def _widths(division: DivisionTable, merged: tuple[Column, ...], size: float, lang: Lang) -> dict[Column, float]:
    cells: dict[Column, list[str]] = {column: [] for column in division.columns}
    for block in division.blocks:
        above = heading(block)
        for row in block.rows:
            for column in division.columns:
                # A heading spreads over its rows, so each of them carries its share.
                text = above[column] if column in merged else cell_text(row, column, lang)
                share = -(-len(text) // len(block.rows)) if column is Column.ACTION else len(text)
                cells[column].append(_airy(text) if column is Column.DUE else text[:share])
    total = paper.WIDTH / printed_text.POINTS_A_UNIT
    free = total - _AIR * len(cells)
    spans = {column: _SPANS[column] for column in division.columns}
    units = widths_for_names(cells, spans, names_of(division), SEPARATOR.in_(lang), size, free)
    # Nine columns at their narrowest are a little wider than a page.
    scale = min(1.0, total / (sum(units.values()) + _AIR * len(units)))
    return {column: (width + _AIR) * scale * printed_text.POINTS_A_UNIT for column, width in units.items()}


def _airy(text: str) -> str:
    """A date as wide as where a program sets air between figures and Chinese all the same."""
    return text + " " * math.ceil(len(_FIGURES.findall(text)) / 2)


def _heights(division: DivisionTable, setting: _Setting) -> list[list[float]]:
    """Points of each row of each block; the last row of a block is as high as its heading needs."""
    tall = [[_height(_texts(row, setting), setting) for row in block.rows] for block in division.blocks]
    for block, rows in zip(division.blocks, tall, strict=True):
        rows[-1] = max(rows[-1], _heading_height(block, setting) - sum(rows[:-1]))
    return tall


def _heading_height(block: DivisionBlock, setting: _Setting) -> float:
    return _height({column: text for column, text in heading(block).items() if column in setting.merged}, setting)


def _height(texts: Texts, setting: _Setting) -> float:
    lines = (
        len(printed_text.text_lines(text, setting.units(column), size_of(setting.style)))
        for column, text in texts.items()
    )
    return max(LOWEST_ROW, max(lines, default=1) * line_of(setting.style) + 2 * MARGINS.along)


def _texts(row: DivisionRow, setting: _Setting) -> dict[Column, str]:
    return {column: _text(row, column, setting) for column in setting.widths if column not in setting.merged}


def _text(row: DivisionRow, column: Column, setting: _Setting) -> str:
    """Names break the line between them: a program would break anywhere, also within a name."""
    if column not in NAME_COLUMNS:
        return cell_text(row, column, setting.lang)
    names = [closed(shown(name)) for name in row.names.get(column, ())]
    separator = SEPARATOR.in_(setting.lang)
    return "\n".join(printed_text.name_rows(names, separator, setting.units(column), size_of(setting.style)))


def _pages(tall: Sequence[Sequence[float]]) -> int:
    return math.ceil(sum(map(sum, tall)) / _ROOM)


def _blocks(division: DivisionTable, setting: _Setting, tall: Sequence[Sequence[float]]) -> tuple[PlannedBlock, ...]:
    runs = [run for block, rows in zip(division.blocks, tall, strict=True) for run in _runs(block, rows, setting)]
    planned = [_planned(run, setting) for run in runs]
    if len(planned) > 1 and len(planned[-1].rows) == 1:
        # Else the table's last row might stand alone on its last page.
        before = planned[-2]
        last = before.rows[-1]._replace(keep=runs[-2].tall[-1] <= _ROOM * _TOGETHER)
        planned[-2] = before._replace(rows=(*before.rows[:-1], last))
    return tuple(planned)


class _Run(NamedTuple):
    """Rows of an action under one cell with its name, and how high they get."""

    block: DivisionBlock
    rows: tuple[DivisionRow, ...]
    tall: tuple[float, ...]
    goes_on: bool = False


def _runs(block: DivisionBlock, tall: Sequence[float], setting: _Setting) -> Iterator[_Run]:
    """Stretches that stay on one page each, so that wherever a page ends the next one begins with the action's name."""
    if _heading_height(block, setting) > _ROOM * _TOGETHER:
        # A name that is itself nearly a page long is told once.
        yield _Run(block, block.rows, tuple(tall))
        return
    # About alike, so that none is a single row behind a long one.
    aim = sum(tall) / math.ceil(sum(tall) / (_ROOM * _LONGEST_RUN))
    starts, filled = [0], 0.0
    for position, height in enumerate(tall):
        if filled and (filled + height / 2 > aim or filled + height > _ROOM * _LONGEST_RUN):
            starts.append(position)
            filled = 0.0
        filled += height
    for start, stop in pairwise((*starts, len(tall))):
        yield _Run(block, block.rows[start:stop], tuple(tall[start:stop]), goes_on=start > 0)


def _planned(run: _Run, setting: _Setting) -> PlannedBlock:
    """Of a longer run, neither the first nor the last row stands alone on its page."""
    whole = sum(run.tall) <= _ROOM * _LONGEST_RUN
    last = len(run.rows) - 1
    rows = tuple(
        PlannedRow(
            _texts(row, setting),
            split=height > _ROOM,
            keep=position < last and (whole or (position in (0, last - 1) and height <= _ROOM * _TOGETHER)),
        )
        for position, (row, height) in enumerate(zip(run.rows, run.tall, strict=True))
    )
    above = heading(run.block)
    if run.goes_on and above.get(Column.ACTION):
        above = above | {Column.ACTION: above[Column.ACTION] + CONTINUED.in_(setting.lang)}
    return PlannedBlock(above, rows, whole)
