"""The responsibility matrix as a Word table: departments across with vertical heads, sums, a key below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.exporters import printed_text
from kepu_cli.exporters.document import paper
from kepu_cli.exporters.document.elements import Style, paragraph
from kepu_cli.exporters.document.styles import size_of
from kepu_cli.exporters.document.tables import Cell, Margins, Row, table
from kepu_cli.exporters.matrix_texts import LIGHT_MARKS, sum_row, used_roles
from kepu_cli.text_width import display_width
from kepu_cli.views.division import COLUMN_WORDS, Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from kepu_cli.exporters.matrix_texts import PrintedRole
    from kepu_cli.findings import Lang
    from kepu_cli.views.matrix import Mark, Matrix, MatrixRow

# Points of a department's column; narrower than `_EASY` only where the page has no room left.
_NARROWEST, _EASY, _WIDEST = 13.0, 18.0, 36.0
_LABEL_LEAST = 100.0
_SUM = 26.0
_HEAD_MOST = 270.0  # points; a higher head leaves too little of the page
_LONG_NAME = 16  # characters; longer names are set smaller
_LOWEST_ROW = 20.0
_TOGETHER = 3  # rows at least that go with the sums onto the last page
_NONE = Margins(along=0, across=0)
_TEXT = Margins(along=1, across=4)


class Grid(NamedTuple):
    """Columns are number, label, departments, one sum a role; all in points."""

    roles: tuple[PrintedRole, ...]
    widths: tuple[float, ...]
    head: Style
    head_height: float

    @property
    def mark(self) -> Style:
        return Style.MARK if len(self.widths) < 3 or self.widths[2] >= _EASY else Style.SMALL_MARK


def lay_out(matrix: Matrix, lang: Lang) -> Grid | None:
    """None when it does not fit on the page: over some forty departments, or names too long to stand upright."""
    roles = used_roles(matrix)
    names = [*matrix.departments, *(role.words.in_(lang) for role in roles)]
    head = Style.SMALL_HEAD if max(map(len, names)) <= _LONG_NAME else Style.TINY_HEAD
    height = max(_head_height(name, size_of(head)) for name in names)
    number = _number_width(matrix, lang)
    free = paper.WIDTH - number - _SUM * len(roles)
    count = max(1, len(matrix.departments))
    if free - _LABEL_LEAST < _NARROWEST * count or height > _HEAD_MOST:
        return None
    wanted = _points(max((row.label for row in matrix.rows), key=display_width, default=""))
    beside_label = (free - max(wanted, _LABEL_LEAST)) / count
    department = min(max(beside_label, _EASY), _WIDEST, (free - _LABEL_LEAST) / count)
    label = free - department * len(matrix.departments)
    widths = (number, label, *[department] * len(matrix.departments), *[_SUM] * len(roles))
    return Grid(roles, widths, head, height)


def matrix_part(matrix: Matrix, grid: Grid, lang: Lang) -> BaseOxmlElement:
    """The table alone, as wide as the page."""
    shades = any(not row.is_action for row in matrix.rows)
    kept = len(matrix.rows) - _TOGETHER
    rows = (
        _row(row, grid, shaded=shades and row.is_action, keep=position >= kept)
        for position, row in enumerate(matrix.rows)
    )
    sums = _sums(matrix, grid, lang)
    return table(grid.widths, (_head(matrix, grid, lang), *rows, *sums), margins=_NONE, about=matrix.title)


def _number_width(matrix: Matrix, lang: Lang) -> float:
    texts = [COLUMN_WORDS[Column.NUMBER].in_(lang) + "\u3000", *(row.number for row in matrix.rows)]
    return min(max(map(_points, texts)), 60.0)


def _points(text: str) -> float:
    """The width of a cell that holds the text in one line."""
    return printed_text.units(text, size_of(Style.TEXT)) * printed_text.POINTS_A_UNIT + 2 * _TEXT.across


def _head_height(name: str, size: float) -> float:
    if _lies(name):
        return printed_text.turned_height(name, size)
    return sum(display_width(char) > 0 for char in name) * size * 1.05 + 10


def _lies(name: str) -> bool:
    """Names in Latin letters are turned as a whole."""
    return display_width(name) <= len(name)


def _head(matrix: Matrix, grid: Grid, lang: Lang) -> Row:
    flat = [Cell(paragraph(COLUMN_WORDS[column].in_(lang), Style.HEAD)) for column in (Column.NUMBER, Column.ACTION)]
    names = (*matrix.departments, *(role.words.in_(lang) for role in grid.roles))
    tall = [Cell(paragraph(name, grid.head), vertical=True, turned=_lies(name)) for name in names]
    return Row((*flat, *tall), grid.head_height, head=True)


def _row(row: MatrixRow, grid: Grid, *, shaded: bool, keep: bool) -> Row:
    flat = (
        Cell(paragraph(row.number, Style.TEXT, across="center", keep=keep), shaded=shaded),
        Cell(paragraph(row.label, Style.TEXT, keep=keep), shaded=shaded, margins=_TEXT),
    )
    marks = (Cell(_mark(mark, grid, keep=keep), shaded=shaded) for mark in row.marks)
    counts = (_count(row.marks.count(role.mark), grid, shaded=shaded, keep=keep) for role in grid.roles)
    return Row((*flat, *marks, *counts), _LOWEST_ROW)


def _mark(mark: Mark | None, grid: Grid, *, keep: bool) -> BaseOxmlElement:
    return paragraph("" if mark is None else mark.value, grid.mark, keep=keep, grey=mark in LIGHT_MARKS)


def _count(count: int | None, grid: Grid, *, shaded: bool = False, keep: bool) -> Cell:
    return Cell(paragraph("" if count is None else str(count), grid.mark, keep=keep), shaded=shaded)


def _sums(matrix: Matrix, grid: Grid, lang: Lang) -> Iterator[Row]:
    """A row a role; each keeps the next one, and the last one the key below the table."""
    for role in grid.roles:
        label, counts, whole = sum_row(matrix, role, lang)
        corner = [whole if other is role else None for other in grid.roles]
        figures = (_count(count, grid, keep=True) for count in (*counts, *corner))
        yield Row((Cell(paragraph(label, Style.HEAD, keep=True), columns=2), *figures), _LOWEST_ROW)
