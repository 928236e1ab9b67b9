"""Tables that are typed with signs between their cells: tabs, or the upright strokes of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.blocks.block import Cell, Table
from kepu_cli.importers.blocks.grid import rectangle
from kepu_cli.importers.blocks.line import INVISIBLE, line_place
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.importers.blocks.block import Place
    from kepu_cli.importers.blocks.line import Line


class Found(NamedTuple):
    """A table, and the index of the first line behind it."""

    table: Table
    end: int


class _Row(NamedTuple):
    """`number` is that of its first line; one cell in a table of several columns reaches over all of them."""

    number: int
    cells: tuple[str, ...]


_LEAST_COLUMNS = 3
_LONGEST_CAPTION = 60
_LONGEST_CELL = 50  # lines
_ENOUGH = 20  # rows, to see what it is


def piped_table(lines: Sequence[Line], at: int, file: str) -> Found | None:
    """`| a | b |` in two lines or more; the line of dashes below the head is left out."""
    head = _piped_cells(lines[at].bare)
    ruled = at + 1 < len(lines) and bool(_PIPED_RULE.fullmatch(lines[at + 1].bare)) and _is_piped(lines[at].bare)
    rows: list[_Row] = []
    end = at
    while end < len(lines) and lines[end].number - lines[at].number == end - at:
        line = lines[end].bare
        cells = _piped_cells(line)
        if not (_is_piped(line) if ruled else _is_framed(line) and len(cells) == len(head) > 1):
            break
        if not _PIPED_RULE.fullmatch(line):
            rows.append(_Row(lines[end].number, cells))
        end += 1
    if not rows or end - at < 2:
        return None
    return Found(_table(rows, file, max(len(row.cells) for row in rows)), end)


def tabbed_table(lines: Sequence[Line], at: int, file: str) -> Found | None:
    """Lines with as many tabs each, as copied from a sheet: three columns or more, two lines or more.

    A line without tabs between two such is a row of one wide cell, unless the table begins anew below it.
    """
    first, end = _tabbed_row(lines, at)
    if len(first.cells) < _LEAST_COLUMNS:
        return None
    rows = [first]
    while end < len(lines):
        row, behind = _tabbed_row(lines, end)
        if row.cells == first.cells:
            break  # the head of the next table
        if len(row.cells) != len(first.cells):
            if not _is_caption(lines, end, first):
                break
            row = _Row(row.number, (row.cells[0],))
        rows.append(row)
        end = behind
        if len(rows) == _ENOUGH and not _is_filled(rows):
            return None
    if len(rows) < 2 or (len(rows) < _ENOUGH and not _is_filled(rows)):
        return None
    return Found(_table(rows, file, len(first.cells)), end)


_PIPED_RULE = pattern(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_PIPE = pattern(r"(?<!\\)\|")


def _is_piped(line: str) -> bool:
    return "|" in line and bool(_PIPE.search(line))


def _is_framed(line: str) -> bool:
    return len(line) > 2 and line[0] == line[-1] == "|"


def _piped_cells(line: str) -> tuple[str, ...]:
    inner = line.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(_clean(cell.replace("\\|", "|")) for cell in _PIPE.split(inner))


def _tabbed_row(lines: Sequence[Line], at: int) -> tuple[_Row, int]:
    """The row that begins at a line, and the line behind it: a cell in quotes may go on over several lines."""
    text, end = lines[at].text, at + 1
    if "\t" in text and _QUOTED.search(text):
        while text.count('"') % 2 and end < min(len(lines), at + _LONGEST_CELL):
            text += "\n" + lines[end].text
            end += 1
        if text.count('"') % 2:  # a quotation mark of its own
            text, end = lines[at].text, at + 1
    return _Row(lines[at].number, tuple(_clean(_unquoted(cell)) for cell in text.split("\t"))), end


_QUOTED = pattern(r'(?:^|\t)"')


def _is_filled(rows: Sequence[_Row]) -> bool:
    """Text that is moved in with tabs is no table."""
    return sum(sum(map(bool, row.cells)) > 1 for row in rows) * 2 >= len(rows)


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def _is_caption(lines: Sequence[Line], at: int, head: _Row) -> bool:
    if "\t" in lines[at].bare or len(lines[at].bare) > _LONGEST_CAPTION or at + 1 >= len(lines):
        return False
    below, _ = _tabbed_row(lines, at + 1)
    return len(below.cells) == len(head.cells) and below.cells != head.cells


def _clean(cell: str) -> str:
    return "\n".join(part.strip(INVISIBLE) for part in cell.strip(INVISIBLE + "\n").split("\n"))


def _table(rows: Sequence[_Row], file: str, width: int) -> Table:
    def place(row: int, _column: int) -> Place:
        return line_place(file, rows[row - 1].number)

    cells = [
        Cell(text, number, column, place(number, column), columns=width if len(row.cells) == 1 else 1)
        for number, row in enumerate(rows, start=1)
        for column, text in enumerate(row.cells, start=1)
    ]
    return Table(rectangle(cells, place), place(1, 1))
