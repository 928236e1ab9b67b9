"""Tables drawn with strokes: ┌─┬│, or + - |. Words that the width of a cell cut are joined again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kepu_cli.importers.blocks.block import Cell, Table
from kepu_cli.importers.blocks.drawn_lines import drawn_lines, width
from kepu_cli.importers.blocks.grid import rectangle
from kepu_cli.importers.blocks.line import INVISIBLE, line_place
from kepu_cli.importers.blocks.typed_tables import Found
from kepu_cli.numerals import read_number
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kepu_cli.importers.blocks.block import Place
    from kepu_cli.importers.blocks.drawn_lines import DrawnLine, Piece
    from kepu_cli.importers.blocks.line import Line


def drawn_table(lines: Sequence[Line], at: int, file: str) -> Found | None:
    """A cell without a stroke below it goes on; numbers in the first column part rows that no stroke does."""
    drawn = drawn_lines(lines, at)
    if drawn is None:
        return None
    cells = _Drawing().read(drawn)
    if not cells:
        return None
    rooms = _rooms(cells, drawn)

    def place(row: int, _column: int) -> Place:
        return line_place(file, first_lines[row])

    first_lines = {cell.row: cell.number for cell in reversed(cells)}
    table_cells = [cell.settled(rooms[cell.columns], file) for cell in cells]
    return Found(Table(rectangle(table_cells, place), line_place(file, lines[at].number)), at + len(drawn))


def _rooms(cells: Sequence[_OpenCell], lines: Sequence[DrawnLine]) -> dict[tuple[int, int], int]:
    """By first and last column: how wide a text can be there before it must go on in the next line.

    That is as wide as the widest one is. Where that leaves two signs free, nothing was ever cut.
    """
    widest: dict[tuple[int, int], int] = {}
    for cell in cells:
        widest[cell.columns] = max([widest.get(cell.columns, 0), *(width(line, 2) for line in cell.lines)])
    for line in lines:
        for piece in line.pieces:
            columns = piece.first, piece.last
            if not piece.is_rule and width(piece.text, 2) - widest[columns] >= _FREE:
                widest[columns] = _NEVER_FULL
    return widest


_FREE, _NEVER_FULL = 4, 10_000


@dataclass(slots=True)
class _OpenCell:
    """Columns from 0, rows from 1."""

    first: int
    last: int
    row: int
    last_row: int
    number: int
    lines: list[str] = field(default_factory=list)

    @property
    def columns(self) -> tuple[int, int]:
        return self.first, self.last

    def settled(self, room: int, file: str) -> Cell:
        """Its lines as one text, in a column with that much room."""
        text = ""
        for before, line in zip(["", *self.lines], self.lines, strict=False):
            text += _between(before, line, room) + line
        rows, columns = self.last_row - self.row + 1, self.last - self.first + 1
        return Cell(text, self.row, self.first + 1, line_place(file, self.number), rows, columns)


@dataclass(slots=True)
class _Drawing:
    """Grows cells line by line."""

    cells: list[_OpenCell] = field(default_factory=list)
    _open: dict[int, _OpenCell] = field(default_factory=dict)  # by first column
    _row: int = 0
    _is_new: bool = True

    def read(self, lines: Sequence[DrawnLine]) -> list[_OpenCell]:
        for line in lines:
            if line.has_rule:
                self._is_new = True
                self._close(piece for piece in line.pieces if piece.is_rule)
            elif self._is_new or self._begins_row(line):
                self._row += 1
                self._is_new = False
            for piece in line.pieces:
                if not piece.is_rule:
                    self._add(piece, line)
        return self.cells

    def _begins_row(self, line: DrawnLine) -> bool:
        """Without a stroke above it: where other columns are drawn, or a second number is in the first column."""
        if any(self._going_on(piece) is None for piece in line.pieces):
            self._open.clear()
            return True
        first = self._open[0]
        if first.lines and all(read_number(each) is not None for each in (first.lines[-1], _bare(line.pieces[0]))):
            self._open.clear()
            return True
        return False

    def _going_on(self, piece: Piece) -> _OpenCell | None:
        """The cell that a piece is the next line of."""
        cell = self._open.get(piece.first)
        return cell if cell is not None and cell.last == piece.last else None

    def _close(self, rules: Iterable[Piece]) -> None:
        for rule in rules:
            for column in range(rule.first, rule.last + 1):
                self._open.pop(column, None)

    def _add(self, piece: Piece, line: DrawnLine) -> None:
        cell = self._going_on(piece)
        if cell is None:
            cell = _OpenCell(piece.first, piece.last, max(self._row, 1), self._row, line.number)
            self._open[piece.first] = cell
            self.cells.append(cell)
        cell.last_row = max(self._row, cell.row)
        if text := _bare(piece):
            cell.lines.append(text)


def _bare(piece: Piece) -> str:
    return piece.text.strip(INVISIBLE)


def _between(before: str, line: str, room: int) -> str:
    """A line that had room for the next sign was ended on purpose; words of letters stand apart."""
    if not before:
        return ""
    following = _TOGETHER.match(line)
    if following and width(before, 2) + width(following[0], 2) <= room:
        return "\n"
    return " " if before[-1].isascii() and line[0].isascii() and before[-1].isalpha() and line[0].isalpha() else ""


# What no line is broken in: a word of letters, a sign and the punctuation behind it.
_TOGETHER = pattern("(?:[A-Za-z0-9]+|.)[、。，．：；！？）〕】》」』”’…]*")
