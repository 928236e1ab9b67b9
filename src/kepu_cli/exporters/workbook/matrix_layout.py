"""What goes where in the responsibility matrix: widths, heights, pages and sums. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.exporters import printed_text
from kepu_cli.exporters.matrix_texts import used_roles
from kepu_cli.exporters.workbook import heights, paper
from kepu_cli.exporters.workbook.cells import Look
from kepu_cli.exporters.workbook.paging import Block, paginate
from kepu_cli.exporters.workbook.title import ANNEX_HEIGHT, title_height
from kepu_cli.text_width import display_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.exporters.matrix_texts import PrintedRole
    from kepu_cli.views.matrix import Matrix, MatrixRow


SUM_HEIGHT = 22.0
LEGEND_HEIGHT = 40.0

_UNITS = 155.0  # width units that still print at nearly nine tenths of their size
_NARROW, _WIDE = 3.2, 7.0  # a department's column, in units
_SUM_UNITS = 5.0
_LABEL_LEAST, _LABEL_MOST = 34.0, 80.0
_LONG_NAME = 16  # characters; longer names are set smaller
_LONGEST_STACK = 32  # characters; longer names lie on their side
_LOWEST_ROW = 22.0
_TOGETHER = 4  # rows at least that go with the sums onto the last page
_SQUEEZE = 1.35  # a matrix so much higher than a page is printed smaller instead of on two
_LEAST_PAGE = 120.0


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns are number, label, departments, one sum a role; heights in points, `breaks` positions of rows.

    Actions are shaded where duties stand between them.
    """

    roles: tuple[PrintedRole, ...]
    widths: tuple[float, ...]
    head_looks: tuple[Look, ...]
    head_height: float
    row_heights: tuple[float, ...]
    shades: bool
    one_page: bool
    breaks: tuple[int, ...]

    @property
    def units(self) -> float:
        return sum(self.widths)


def lay_out(matrix: Matrix, role_names: Sequence[str], *, annex: str = "") -> Grid:
    """`role_names` head the sums, in the order of ROLES; as many are taken as the matrix has roles."""
    roles = used_roles(matrix)
    widths = _widths(matrix, len(roles))
    names = [*matrix.departments, *role_names[: len(roles)]]
    looks = _head_looks(names)
    head = min(max(map(_head_height, names, looks), default=0), heights.HIGHEST)
    rows = tuple(_row_height(row, widths) for row in matrix.rows)
    label = ANNEX_HEIGHT if annex else 0
    above = title_height(matrix.title, sum(widths)) + head
    below = SUM_HEIGHT * len(roles) + LEGEND_HEIGHT
    room = max(_LEAST_PAGE, paper.room(sum(widths)) - above)
    one_page = label + above + sum(rows) + below <= paper.room(sum(widths)) * _SQUEEZE
    breaks = () if one_page else _page_starts(matrix.rows, rows, below, (room - label, room))
    shades = any(not row.is_action for row in matrix.rows)
    return Grid(roles, widths, looks, head, rows, shades, one_page, breaks)


def _widths(matrix: Matrix, sums: int) -> tuple[float, ...]:
    number = min(max([6.0, *(printed_text.units(row.number, Look.CENTRED.size) for row in matrix.rows)]), 10.0)
    longest = max((printed_text.units(row.label, Look.TEXT.size) for row in matrix.rows), default=0)
    count = len(matrix.departments)
    free = _UNITS - number - _SUM_UNITS * sums
    label = max(min(longest, _LABEL_MOST, free - _NARROW * count), _LABEL_LEAST)
    department = min(max((free - label) / max(count, 1), _NARROW), _WIDE)
    return tuple(round(each, 1) for each in (number, label, *[department] * count, *[_SUM_UNITS] * sums))


def _head_looks(names: Sequence[str]) -> tuple[Look, ...]:
    """Chinese names stand upright, one character under the other; Latin and very long ones are turned."""
    longest = max((len(name) for name in names if _stacks(name)), default=0)
    stacked = Look.TALL_HEAD if longest <= _LONG_NAME else Look.TALL_HEAD_SMALL
    return tuple(stacked if _stacks(name) else Look.TURNED_HEAD for name in names)


def _stacks(name: str) -> bool:
    return display_width(name) > len(name) and len(name) <= _LONGEST_STACK


def _head_height(name: str, look: Look) -> float:
    if look is Look.TURNED_HEAD:
        return printed_text.turned_height(name, look.size)
    return heights.stacked_height(name, look.size)


def _row_height(row: MatrixRow, widths: Sequence[float]) -> float:
    needed = (
        heights.height(len(printed_text.text_lines(text, width, Look.TEXT.size)), Look.TEXT.size)
        for text, width in zip((row.number, row.label), widths[:2], strict=True)
    )
    return min(max(_LOWEST_ROW, *needed), heights.HIGHEST)


def _with_sums(tall: Sequence[float], below: float, room: float) -> int:
    """How many rows at least go with the sums onto the last page: as many as there is room for, up to four."""
    count = min(_TOGETHER, len(tall))
    while count > 1 and sum(tall[-count:]) + below > room:
        count -= 1
    return count


def _page_starts(
    rows: Sequence[MatrixRow], tall: Sequence[float], below: float, rooms: tuple[float, float]
) -> tuple[int, ...]:
    """Positions of rows that begin a page; an action stays with its first duty, the sums with the last rows.

    `rooms` are the heights for rows on the first page and on the others.
    """
    first, later = rooms
    last = max(0, len(rows) - _with_sums(tall, below, later))
    starts = [
        index
        for index, row in enumerate(rows)
        if index <= last and (index == 0 or row.is_action or not rows[index - 1].is_action)
    ]
    ends = [*starts[1:], len(rows)]
    high = [sum(tall[start:end]) for start, end in zip(starts, ends, strict=True)]
    high[-1:] = [each + below for each in high[-1:]]
    parts = paginate([Block((each,)) for each in high], first=first, later=later)
    return tuple(starts[part.block] for part in parts if part.new_page)
