"""What goes where in a listing: widths, the texts of every sheet row, heights and pages. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.exporters.division_texts import CONTINUED, SEPARATOR
from kepu_cli.exporters.listing import cell_text
from kepu_cli.exporters.marked_cutting import Laid, cut_marked
from kepu_cli.exporters.marked_text import Marked
from kepu_cli.exporters.name_columns import listed_names, widths_for_names
from kepu_cli.exporters.workbook import heights, paper
from kepu_cli.exporters.workbook.cells import Look, ensure_fits
from kepu_cli.exporters.workbook.cutting import cut_names, cut_text, text_height
from kepu_cli.exporters.workbook.paging import Block, paginate
from kepu_cli.exporters.workbook.title import ANNEX_HEIGHT, title_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.exporters.listing import Cell, ListGroup, Listing
    from kepu_cli.exporters.workbook.paging import Part
    from kepu_cli.findings import Lang

    CutCell = str | int | Laid


_SIZE = Look.TEXT.size
_UNITS = 135.0  # width units on a page, a little under its whole width
_LOWEST_ROW = 24.0  # points: one line with some air
_LOWEST_HEADING = 26.0
_LEAST_PAGE = 150.0
_LONGEST_HEADING = 6  # lines; what is longer goes on in headings of its own
_SHORT_HEADING = 40  # characters of a long heading that are repeated overleaf


class SheetRow(NamedTuple):
    """One row of the sheet: a heading over all columns, or a cell for each."""

    heading: str
    cells: tuple[CutCell, ...]
    height: float
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of text over the whole width with the height of each."""

    texts: tuple[str, ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        return sum(self.heights)


@dataclass(frozen=True, slots=True)
class Layout:
    widths: tuple[float, ...]
    head_height: float
    rows: tuple[SheetRow, ...]
    intro: Lines
    above: Lines
    below: Lines
    below_on_new_page: bool

    @property
    def units(self) -> float:
        return sum(self.widths)


def lay_out(listing: Listing) -> Layout:
    """Settles everything before the first cell is written; KepuError names a row whose text no cell can hold."""
    widths = _widths(listing)
    units = sum(widths)
    heads = zip(listing.columns, widths, strict=True)
    head_height = 6 + max(text_height(column.head, width, Look.HEAD.size) for column, width in heads)
    above, below = _lines(listing.above, units), _lines(listing.below, units, listing.below_gap)
    intro = _lines(listing.intro, units)
    title = title_height(listing.title, units)
    once = intro.height + (title if intro.texts else 0) + (ANNEX_HEIGHT if listing.annex else 0)
    repeated = above.height + head_height + (0 if intro.texts else title)
    room = max(_LEAST_PAGE, paper.room(units) - repeated)
    first = room - once
    pages = _Pages(widths, first, room, below.height, listing.lang, begun=bool(intro.texts))
    rows, alone = pages.filled(listing.groups)
    return Layout(widths, head_height, rows, intro, above, below, alone)


def _widths(listing: Listing) -> tuple[float, ...]:
    rows = [row for group in listing.groups for row in group.rows]
    separator = SEPARATOR.in_(listing.lang)
    texts = {
        at: [column.head, *(cell_text(row[at], separator) for row in rows)] for at, column in enumerate(listing.columns)
    }
    spans = {at: column.span for at, column in enumerate(listing.columns)}
    return tuple(widths_for_names(texts, spans, listed_names(listing), separator, _SIZE, _UNITS).values())


def _rest_of(part: CutCell) -> CutCell:
    """What stands in a cell below its last part: its ground goes on."""
    return Laid((), part.shaded) if isinstance(part, Laid) else ""


def _lines(texts: Sequence[str], units: float, gap: float = 0) -> Lines:
    tall = (min(text_height(text, units, Look.LINE.size) + gap, heights.HIGHEST) for text in texts)
    return Lines(tuple(texts), tuple(tall))


class _Group(NamedTuple):
    """A heading with its rows, cut to what a page holds."""

    heading: str
    again: str
    rows: tuple[tuple[CutCell, ...], ...]
    heights: tuple[float, ...]
    top: float


def _rows_of(group: _Group, part: Part) -> Iterator[SheetRow]:
    heading = group.heading if part.start == 0 else group.again
    if heading:
        yield SheetRow(heading, (), group.top or group.heights[0], part.new_page)
    for at, cells in enumerate(group.rows[part.start : part.stop], start=part.start):
        yield SheetRow("", cells, group.heights[at], part.new_page and at == part.start and not heading)


class _Pages:
    """Cuts rows and headings and deals them out to pages."""

    def __init__(
        self, widths: Sequence[float], first: float, later: float, below: float, lang: Lang, *, begun: bool
    ) -> None:
        self._widths, self._first, self._later, self._below = widths, first, later, below
        self._begun = begun
        # Below an intro a page may have little room left; no row is cut for its sake.
        self._least = later if begun else first
        self._units = sum(widths)
        self._lang = lang

    def filled(self, groups: Sequence[ListGroup]) -> tuple[tuple[SheetRow, ...], bool]:
        """The sheet's rows, and whether what stands below them needs a page of its own."""
        cut = [piece for group in groups for piece in self._cut_group(group)]
        blocks = [Block(group.heights, top=group.top) for group in cut]
        # The last row takes along what stands below the table, where a page holds both.
        joins = bool(cut) and cut[-1].top + cut[-1].heights[-1] + self._below <= self._least
        if joins:
            *others, last = cut[-1].heights
            blocks[-1] = Block((*others, last + self._below), top=cut[-1].top)
        parts = paginate(blocks, first=self._first, later=self._later, begun=self._begun)
        rows = tuple(row for part in parts for row in _rows_of(cut[part.block], part))
        return rows, bool(cut) and not joins

    def _cut_group(self, group: ListGroup) -> Iterator[_Group]:
        """Very long headings first go on in headings alone."""
        ensure_fits(group.heading, group.heading)
        *early, heading = cut_text(group.heading, self._units, Look.GROUP.size, _LONGEST_HEADING)
        for piece in early:
            yield _Group(piece, piece, (), (self._heading_height(piece),), 0)
        again = group.again or group.heading
        if early:
            again = again[:_SHORT_HEADING] + "…"
        top = self._heading_height(heading) if heading else 0
        rows = [piece for row in group.rows for piece in self._cut_row(row, self._least - top)]
        if rows:
            mark = CONTINUED.in_(self._lang) if heading else ""
            yield _Group(heading, again + mark if heading else "", tuple(rows), tuple(map(self._height, rows)), top)
        elif heading:
            yield _Group(heading, heading, (), (top,), 0)

    def _cut_row(self, row: Sequence[Cell], room: float) -> Iterator[tuple[CutCell, ...]]:
        """The row, cut into as many sheet rows as its longest cell needs pages."""
        most = heights.lines_within(min(room, heights.HIGHEST), _SIZE)
        separator = SEPARATOR.in_(self._lang)
        item = " ".join(cell_text(cell, separator) for cell in row[:3])
        cut: list[list[CutCell]] = []
        for cell, width in zip(row, self._widths, strict=True):
            ensure_fits(cell_text(cell, separator), item)
            if isinstance(cell, Marked):
                cut.append([*cut_marked(cell, separator, width, _SIZE, most)])
            elif isinstance(cell, tuple):
                cut.append([*cut_names(cell, separator, width, _SIZE, most)])
            else:
                cut.append([cell] if isinstance(cell, int) else [*cut_text(cell, width, _SIZE, most)])
        for at in range(max(map(len, cut))):
            yield tuple(parts[at] if at < len(parts) else _rest_of(parts[-1]) for parts in cut)

    def _height(self, row: Sequence[CutCell]) -> float:
        texts = (cell.text if isinstance(cell, Laid) else str(cell) for cell in row)
        needed = max(text_height(text, width, _SIZE) for text, width in zip(texts, self._widths, strict=True))
        return min(max(needed, _LOWEST_ROW), heights.HIGHEST)

    def _heading_height(self, text: str) -> float:
        return max(text_height(text, self._units, Look.GROUP.size) + 2, _LOWEST_HEADING)
