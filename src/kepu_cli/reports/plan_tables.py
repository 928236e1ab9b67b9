"""The plan's views as tables on the terminal. On a pipe or in a file nothing is wrapped or cut."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kepu_cli.findings import Lang, Words
from kepu_cli.model import ROLE_WORDS, Role
from kepu_cli.printable import printable
from kepu_cli.text_width import display_width, wrap_names, wrap_text
from kepu_cli.views.division import COLUMN_WORDS, NAME_COLUMNS, Column
from kepu_cli.views.matrix import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.reports.screen import Screen
    from kepu_cli.views.department import Task
    from kepu_cli.views.division import DivisionRow, DivisionTable
    from kepu_cli.views.load import Load
    from kepu_cli.views.matrix import Matrix

# A cell is a text, or a list of names that are kept whole at line ends.
Cell = str | tuple[str, ...]


def division(table: DivisionTable, screen: Screen) -> str:
    """The division-of-labour table."""
    heads = [COLUMN_WORDS[column].in_(screen.lang) for column in table.columns]
    body = _Body(heads, screen)
    for block in table.blocks:
        for at, row in enumerate(block.rows):
            first = {Column.NUMBER: block.number, Column.ACTION: block.action} if at == 0 else {}
            body.add([first.get(column) or _cell(row, column) for column in table.columns])
        body.end_section()
    return body.printed(table.title)


def matrix(grid: Matrix, screen: Screen) -> str:
    """The matrix with vertical heads, in as many parts as the terminal's width asks for, and its legend."""
    room = _room(grid, screen)
    starts = range(0, max(len(grid.departments), 1), room)
    parts = [_matrix_part(grid, start, min(start + room, len(grid.departments)), screen) for start in starts]
    legend = wrap_text(_LEGEND.in_(screen.lang), screen.width or _UNBOUNDED)
    return "\n".join(parts) + "\n".join(line.rstrip() for line in legend) + "\n"


def loads(title: str, rows: Sequence[Load], screen: Screen) -> str:
    """A line each department: how much it leads and shares."""
    roles = [ROLE_WORDS[role].in_(screen.lang) for role in Role]
    body = _Body([_DEPARTMENT.in_(screen.lang), *roles, _NAMED.in_(screen.lang), _GROUPED.in_(screen.lang)], screen)
    for load in rows:
        counts = (load.lead, load.responsible, load.support, load.named, load.in_groups)
        body.add([load.department, *(str(count) if count else "" for count in counts)])
    return body.printed(title)


def tasks(department: str, held: Sequence[Task], screen: Screen) -> str:
    """One department's tasks, as lead first, and a line that sums up."""
    body = _Body([words.in_(screen.lang) for words in (_ROLE, _TASK, _OF, _WITH, COLUMN_WORDS[Column.DUE])], screen)
    for role in Role:
        for task in held:
            if task.role is role:
                names = (*(f"{name}{_LEADS.in_(screen.lang)}" for name in task.leads), *task.others)
                action = "" if task.action == task.label else task.action
                label = f"{task.number} {task.label}".strip()
                body.add([ROLE_WORDS[role].in_(screen.lang), label, action, names, task.due])
        body.end_section()
    counts = {role.value: sum(task.role is role for task in held) for role in Role}
    return body.printed(department) + _SUM.in_(screen.lang).format_map(counts)


_DEPARTMENT = Words("单位", "Department")
_NAMED = Words("合计", "total")
_GROUPED = Words("另通过单位组", "through groups")
_ROLE = Words("角色", "Role")
_TASK = Words("任务", "Task")
_OF = Words("所属重点任务", "Action")
_WITH = Words("同谁一起", "With")
_LEADS = Words("（牵头）", " (lead)")
_SUM = Words(
    "牵头 {lead} 项，责任 {responsible} 项，配合 {support} 项\n",
    "leads {lead}, responsible for {responsible}, supports {support}\n",
)
# The printed marks (★ ○ △) are drawn one or two columns wide, as a console pleases; these always stand straight.
_MARKS = {
    Mark.LEAD: Words("牵", "L"),
    Mark.RESPONSIBLE: Words("责", "R"),
    Mark.SUPPORT: Words("配", "S"),
    Mark.LIGHT_LEAD: Words("*", "l"),
    Mark.LIGHT_RESPONSIBLE: Words("o", "r"),
    Mark.LIGHT_SUPPORT: Words("^", "s"),
}
_LEGEND = Words(
    "牵 牵头，责 责任，配 配合；* o ^ 牵头、责任、配合其中一部分，或通过单位组承担",
    "L lead, R responsible, S support; l r s: a part of it only, or through a group",
)


class _Body:
    """The rows of a table, and the widths that let them fit the screen: narrow columns keep theirs, the rest share."""

    def __init__(self, heads: Sequence[str], screen: Screen) -> None:
        self._heads, self._screen = heads, screen
        self._rows: list[tuple[Cell, ...]] = []
        self._ends: set[int] = set()
        self._joint = "、" if screen.lang is Lang.ZH else ", "

    def add(self, cells: Sequence[Cell]) -> None:
        self._rows.append(tuple(cells))

    def end_section(self) -> None:
        self._ends.add(len(self._rows) - 1)

    def printed(self, title: str) -> str:
        table = _table(title, self._screen)
        widths = self._widths()
        for head, width in zip(self._heads, widths, strict=True):
            table.add_column(_text("\n".join(self._lines(head, width))), width=width, no_wrap=True)
        for at, row in enumerate(self._rows):
            lines = ["\n".join(self._lines(cell, width)) for cell, width in zip(row, widths, strict=True)]
            table.add_row(*map(_text, lines), end_section=at in self._ends)
        return _printed(table, self._screen)

    def _lines(self, cell: Cell, width: int) -> tuple[str, ...]:
        if isinstance(cell, str):
            return tuple(line.rstrip("\n ") for line in wrap_text(cell, width))
        return wrap_names(cell, self._joint, width)

    def _widths(self) -> list[int]:
        columns = [[head, *cells] for head, *cells in zip(self._heads, *self._rows, strict=True)]
        natural = [max(map(self._natural, cells)) for cells in columns]
        if self._screen.width is None:
            return natural
        return _shared(natural, self._screen.width - 3 * len(natural) - 1)

    def _natural(self, cell: Cell) -> int:
        text = cell if isinstance(cell, str) else self._joint.join(cell)
        return max(map(display_width, text.split("\n")))


def _shared(natural: list[int], room: int) -> list[int]:
    """Widths that add up to `room` at most: what needs little keeps it, the rest share by the root of their need."""
    weights = [need**0.5 for need in natural]
    widths = list(natural)
    left, weight = room, sum(weights)
    for at in sorted(range(len(natural)), key=lambda at: natural[at] / weights[at]):
        share = max(int(left * weights[at] / weight), _NARROWEST)
        widths[at] = min(natural[at], share)
        left -= widths[at]
        weight -= weights[at]
    return widths


# Two Chinese characters a line is the least that can still be read.
_NARROWEST = 4


def _matrix_part(grid: Matrix, start: int, stop: int, screen: Screen) -> str:
    table = _table(grid.title if start == 0 else "", screen, padding=0)
    number, label = _number_width(grid, screen), _label_width(grid, screen)
    table.add_column(COLUMN_WORDS[Column.NUMBER].in_(screen.lang), width=number, no_wrap=True)
    table.add_column(COLUMN_WORDS[Column.ACTION].in_(screen.lang), width=label, no_wrap=True)
    for name in grid.departments[start:stop]:
        table.add_column(_vertical(name), justify="center", width=2, no_wrap=True, vertical="bottom")
    for row in grid.rows:
        marks = [_text(_MARKS[mark].in_(screen.lang) if mark else "") for mark in row.marks[start:stop]]
        heads = ("\n".join(wrap_text(text, width)) for text, width in ((row.number, number), (row.label, label)))
        table.add_row(*map(_text, heads), *marks)
    return _printed(table, screen)


def _number_width(grid: Matrix, screen: Screen) -> int:
    natural = max(4, *(display_width(row.number) for row in grid.rows))
    return natural if screen.width is None else min(natural, max(screen.width // 6, 4))


def _label_width(grid: Matrix, screen: Screen) -> int:
    head = display_width(COLUMN_WORDS[Column.ACTION].in_(screen.lang))
    natural = max(head, *(display_width(row.label) for row in grid.rows))
    return natural if screen.width is None else min(natural, screen.width // 3)


def _room(grid: Matrix, screen: Screen) -> int:
    """How many department columns fit beside number and label."""
    if screen.width is None:
        return max(len(grid.departments), 1)
    return max((screen.width - _number_width(grid, screen) - _label_width(grid, screen) - 3) // 3, 4)


def _vertical(name: str) -> Text:
    """A head read from top to bottom; a name in Latin letters too, for want of anything better on a terminal."""
    return _text("\n".join(name))


def _cell(row: DivisionRow, column: Column) -> Cell:
    return row.names.get(column, ()) if column in NAME_COLUMNS else row.texts.get(column, "")


def _table(title: str, screen: Screen, *, padding: int = 1) -> Table:
    return Table(
        title=_text(title) if title else None,
        title_style="bold",
        header_style="bold",
        box=_box(screen),
        padding=(0, padding),
    )


def _box(screen: Screen) -> box.Box:
    if screen.width is None:
        return box.SIMPLE_HEAD
    return box.ASCII2 if screen.old_console else box.SQUARE


def _text(value: str) -> Text:
    """Data as plain text: never markup, never an emoji code, never a control character but a line feed."""
    return Text("\n".join(printable(line) for line in value.split("\n")))


def _printed(table: Table, screen: Screen) -> str:
    stream = io.StringIO()
    Console(
        file=stream,
        width=screen.width or _UNBOUNDED,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        legacy_windows=False,
    ).print(table, soft_wrap=screen.width is None)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


# Wide enough for any table of texts that stand in a plan; a pipe has no right edge.
_UNBOUNDED = 20_000
