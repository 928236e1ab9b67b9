"""What goes where in the division table: widths, the texts of every sheet row, heights and pages. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.exporters.column_widths import Span
from kepu_cli.exporters.division_texts import CONTINUED, SEPARATOR, cell_text, heading, merged_columns
from kepu_cli.exporters.name_columns import names_of, widths_for_names
from kepu_cli.exporters.workbook import heights, paper
from kepu_cli.exporters.workbook.cells import Look, ensure_fits
from kepu_cli.exporters.workbook.cutting import cut_names, cut_text, text_height
from kepu_cli.exporters.workbook.paging import Block, paginate
from kepu_cli.exporters.workbook.title import ANNEX_HEIGHT, title_height
from kepu_cli.views.division import NAME_COLUMNS, Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.findings import Lang
    from kepu_cli.views.division import DivisionBlock, DivisionRow, DivisionTable

    Texts = Mapping[Column, str]

_SPANS = {
    Column.NUMBER: Span(6, 11, by_longest=True),
    Column.ACTION: Span(18, 40),
    Column.MEASURE: Span(26, 70),
    Column.TARGETS: Span(9, 14, by_longest=True),
    Column.LEADER: Span(10, 15, by_longest=True),
    Column.LEAD: Span(16, 30),
    Column.RESPONSIBLE: Span(18, 60),
    Column.SUPPORT: Span(16, 50),
    Column.DUE: Span(11, 17, by_longest=True),
    Column.REMARK: Span(9, 24),
}
_SIZE = Look.TEXT.size
_UNITS = 135.0  # width units on a page, a little under its whole width
_LOWEST_ROW = 27.0  # points: one line with some air
_LEAST_PAGE = 150.0


class Slice(NamedTuple):
    """A sheet row: a row of the table, or as much of a very long one as a page holds; None where only a heading is."""

    row: DivisionRow | None
    texts: Texts
    height: float


class PagePart(NamedTuple):
    """Sheet rows under one merged heading, all on one page."""

    heading: Texts
    slices: tuple[Slice, ...]
    heights: tuple[float, ...]
    new_page: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """`merged` are the columns of the headings; the other columns are those of the slices."""

    widths: Mapping[Column, float]
    merged: tuple[Column, ...]
    head_height: float
    parts: tuple[PagePart, ...]


class _Group(NamedTuple):
    """Slices with their heading, as it reads first and as it reads on a further page."""

    heading: Texts
    again: Texts
    slices: tuple[Slice, ...]


class _Setting(NamedTuple):
    """What the cutting of texts depends on; `lines` is how many of them a row may have."""

    merged: tuple[Column, ...]
    widths: Mapping[Column, float]
    lines: int
    lang: Lang


def lay_out(table: DivisionTable, heads: Texts, *, lang: Lang, annex: str) -> Layout:
    """Settles everything before the first cell is written; KepuError names a row whose text no cell can hold."""
    merged = merged_columns(table)
    widths = _widths(table, merged, heads, lang)
    units = sum(widths.values())
    head_height = 6 + max(text_height(heads[column], width, Look.HEAD.size) for column, width in widths.items())
    room = max(_LEAST_PAGE, paper.room(units) - title_height(table.title, units) - head_height)
    first = room - (ANNEX_HEIGHT if annex else 0)
    # A very long row is cut so that its first piece fits under the annex label; else the first page would stay empty.
    setting = _Setting(merged, widths, heights.lines_within(min(first, heights.HIGHEST), _SIZE), lang)
    groups = [group for block in table.blocks for group in _groups(block, setting)]
    return Layout(widths, merged, head_height, tuple(_parts(groups, widths, first, room)))


def _widths(table: DivisionTable, merged: tuple[Column, ...], heads: Texts, lang: Lang) -> dict[Column, float]:
    cells: dict[Column, list[str]] = {column: [] for column in table.columns}
    for block in table.blocks:
        headed = heading(block)
        for row in block.rows:
            for column in table.columns:
                # A heading spreads over its rows, so each of them carries its share.
                whole = headed[column] if column in merged else cell_text(row, column, lang)
                cells[column].append(whole[: -(-len(whole) // len(block.rows))] if column is Column.ACTION else whole)
    for column in table.columns:
        cells[column] = cells[column] or [heads[column]]
    spans = {column: _SPANS[column] for column in table.columns}
    names = names_of(table) if any(block.rows for block in table.blocks) else {}
    return widths_for_names(cells, spans, names, SEPARATOR.in_(lang), _SIZE, _UNITS)


def _groups(block: DivisionBlock, setting: _Setting) -> Iterator[_Group]:
    """One group, unless the action's text alone is higher than a page: then one for each page of it."""
    headed = {column: text for column, text in heading(block).items() if column in setting.merged}
    item = " ".join((block.number, block.action)).strip()
    ensure_fits(block.action, item)
    slices = [piece for row in block.rows for piece in _slices(row, item, setting)]
    pieces = cut_text(block.action, setting.widths[Column.ACTION], _SIZE, setting.lines)
    mark = CONTINUED.in_(setting.lang)
    for piece in pieces[:-1]:
        held = slices.pop(0) if slices else Slice(None, {}, _LOWEST_ROW)
        only = headed | {Column.ACTION: piece}
        yield _Group(only, only, (held,))
    again = headed | {Column.ACTION: (block.action if len(pieces) == 1 else "") + mark}
    rest = tuple(slices) or (Slice(None, {}, _LOWEST_ROW),)
    yield _Group(headed | {Column.ACTION: pieces[-1]}, again, rest)


def _slices(row: DivisionRow, item: str, setting: _Setting) -> Iterator[Slice]:
    """The row, cut into as many sheet rows as its longest cell needs pages."""
    columns = [column for column in setting.widths if column not in setting.merged]
    cut = []
    for column in columns:
        ensure_fits(cell_text(row, column, setting.lang), item)
        cut.append(_cut_cell(row, column, setting))
    for pieces in zip_longest(*cut, fillvalue=""):
        texts = dict(zip(columns, pieces, strict=True))
        needed = max((text_height(text, setting.widths[column], _SIZE) for column, text in texts.items()), default=0)
        yield Slice(row, texts, min(max(needed, _LOWEST_ROW), heights.HIGHEST))
    if not columns:
        yield Slice(row, {}, _LOWEST_ROW)


def _cut_cell(row: DivisionRow, column: Column, setting: _Setting) -> list[str]:
    width = setting.widths[column]
    if column in NAME_COLUMNS:
        names = row.names.get(column, ())
        return cut_names(names, SEPARATOR.in_(setting.lang), width, _SIZE, setting.lines)
    return cut_text(cell_text(row, column, setting.lang), width, _SIZE, setting.lines)


def _parts(groups: Sequence[_Group], widths: Mapping[Column, float], first: float, later: float) -> Iterator[PagePart]:
    def least(group: _Group) -> float:
        longest = max((group.heading, group.again), key=lambda texts: len(texts[Column.ACTION]))
        return max(text_height(text, widths[column], _SIZE) for column, text in longest.items())

    blocks = [Block(tuple(piece.height for piece in group.slices), least(group)) for group in groups]
    for part in paginate(blocks, first=first, later=later):
        group = groups[part.block]
        headed = group.heading if part.start == 0 else group.again
        yield PagePart(headed, group.slices[part.start : part.stop], part.heights, part.new_page)
