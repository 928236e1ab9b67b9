"""What goes where in the division table: widths, the texts of every sheet row, heights and pages. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.exporters.workbook import heights, paper
from kepu_cli.exporters.workbook.cells import Look, ensure_fits
from kepu_cli.exporters.workbook.columns import column_widths
from kepu_cli.exporters.workbook.paging import Block, paginate
from kepu_cli.exporters.workbook.title import ANNEX_HEIGHT, title_height
from kepu_cli.findings import Lang, Words
from kepu_cli.views.division import NAME_COLUMNS, Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.views.division import DivisionBlock, DivisionRow, DivisionTable

    Texts = Mapping[Column, str]

CONTINUED = Words(zh="（续）", en=" (cont.)")
SEPARATOR = Words(zh="、", en="; ")

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
    merged = _merged(table)
    widths = _widths(table, merged, heads, lang)
    units = sum(widths.values())
    head_height = 6 + max(_height(heads[column], width, Look.HEAD.size) for column, width in widths.items())
    room = max(_LEAST_PAGE, paper.room(units) - title_height(table.title, units) - head_height)
    first = room - (ANNEX_HEIGHT if annex else 0)
    # A very long row is cut so that its first piece fits under the annex label; else the first page would stay empty.
    setting = _Setting(merged, widths, heights.lines_within(min(first, heights.HIGHEST), _SIZE), lang)
    groups = [group for block in table.blocks for group in _groups(block, setting)]
    return Layout(widths, merged, head_height, tuple(_parts(groups, widths, first, room)))


def _merged(table: DivisionTable) -> tuple[Column, ...]:
    """The number is the action's unless rows have numbers of their own."""
    numbered = any(row.texts.get(Column.NUMBER) for block in table.blocks for row in block.rows)
    headed = {Column.ACTION} if numbered else {Column.NUMBER, Column.ACTION}
    return tuple(column for column in table.columns if column in headed)


def _widths(table: DivisionTable, merged: tuple[Column, ...], heads: Texts, lang: Lang) -> dict[Column, float]:
    cells: dict[Column, list[str]] = {column: [] for column in table.columns}
    for block in table.blocks:
        heading = _heading(block)
        for row in block.rows:
            for column in table.columns:
                # A heading spreads over its rows, so each of them carries its share.
                whole = heading[column] if column in merged else _text(row, column, lang)
                cells[column].append(whole[: -(-len(whole) // len(block.rows))] if column is Column.ACTION else whole)
    for column in table.columns:
        cells[column] = cells[column] or [heads[column]]
    return column_widths(cells, _SIZE, _UNITS)


def _heading(block: DivisionBlock) -> dict[Column, str]:
    return {Column.NUMBER: block.number, Column.ACTION: block.action}


def _text(row: DivisionRow, column: Column, lang: Lang) -> str:
    if column in NAME_COLUMNS:
        return SEPARATOR.in_(lang).join(row.names.get(column, ()))
    return row.texts.get(column, "")


def _groups(block: DivisionBlock, setting: _Setting) -> Iterator[_Group]:
    """One group, unless the action's text alone is higher than a page: then one for each page of it."""
    heading = {column: text for column, text in _heading(block).items() if column in setting.merged}
    item = " ".join((block.number, block.action)).strip()
    ensure_fits(block.action, item)
    slices = [piece for row in block.rows for piece in _slices(row, item, setting)]
    pieces = _cut(heights.text_lines(block.action, setting.widths[Column.ACTION], _SIZE), setting.lines)
    mark = CONTINUED.in_(setting.lang)
    for piece in pieces[:-1]:
        held = slices.pop(0) if slices else Slice(None, {}, _LOWEST_ROW)
        only = heading | {Column.ACTION: piece}
        yield _Group(only, only, (held,))
    again = heading | {Column.ACTION: (block.action if len(pieces) == 1 else "") + mark}
    rest = tuple(slices) or (Slice(None, {}, _LOWEST_ROW),)
    yield _Group(heading | {Column.ACTION: pieces[-1]}, again, rest)


def _slices(row: DivisionRow, item: str, setting: _Setting) -> Iterator[Slice]:
    """The row, cut into as many sheet rows as its longest cell needs pages."""
    columns = [column for column in setting.widths if column not in setting.merged]
    cut = []
    for column in columns:
        ensure_fits(_text(row, column, setting.lang), item)
        cut.append(_cut_cell(row, column, setting))
    for pieces in zip_longest(*cut, fillvalue=""):
        texts = dict(zip(columns, pieces, strict=True))
        needed = max((_height(text, setting.widths[column], _SIZE) for column, text in texts.items()), default=0)
        yield Slice(row, texts, min(max(needed, _LOWEST_ROW), heights.HIGHEST))
    if not columns:
        yield Slice(row, {}, _LOWEST_ROW)


def _cut_cell(row: DivisionRow, column: Column, setting: _Setting) -> list[str]:
    """The cell's text, cut where it is higher than a page. Names break the line between them, never within:

    programs would break anywhere, and leave a comma alone at the start of a line.
    """
    width = setting.widths[column]
    if column not in NAME_COLUMNS:
        return _cut(heights.text_lines(_text(row, column, setting.lang), width, _SIZE), setting.lines)
    chunks, used = [""], 0
    for names in heights.name_rows(row.names.get(column, ()), SEPARATOR.in_(setting.lang), width, _SIZE):
        lines = len(heights.text_lines(names, width, _SIZE))
        if used and used + lines > setting.lines:
            chunks.append("")
            used = 0
        chunks[-1] += f"\n{names}" if chunks[-1] else names
        used += lines
    return chunks


def _cut(lines: Sequence[str], most: int) -> list[str]:
    """Texts of at most so many lines; always one, maybe empty."""
    chunks = ["".join(lines[start : start + most]) for start in range(0, len(lines), most)] or [""]
    return [chunk.removesuffix("\n") for chunk in chunks[:-1]] + chunks[-1:]


def _height(text: str, width: float, size: float) -> float:
    return heights.height(len(heights.text_lines(text, width, size)), size)


def _parts(groups: Sequence[_Group], widths: Mapping[Column, float], first: float, later: float) -> Iterator[PagePart]:
    def least(group: _Group) -> float:
        longest = max((group.heading, group.again), key=lambda texts: len(texts[Column.ACTION]))
        return max(_height(text, widths[column], _SIZE) for column, text in longest.items())

    blocks = [Block(tuple(piece.height for piece in group.slices), least(group)) for group in groups]
    for part in paginate(blocks, first=first, later=later):
        group = groups[part.block]
        heading = group.heading if part.start == 0 else group.again
        yield PagePart(heading, group.slices[part.start : part.stop], part.heights, part.new_page)
