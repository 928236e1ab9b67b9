"""Tables with a comma, a semicolon or a tab between their cells (.csv, .tsv), as spreadsheet programs save them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, NamedTuple

from kepu_cli.importers.blocks.block import Cell, Table
from kepu_cli.importers.blocks.grid import rectangle
from kepu_cli.importers.blocks.line import INVISIBLE, line_place
from kepu_cli.importers.suffixes import SEPARATED
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.importers.blocks.block import Place


class _Row(NamedTuple):
    """`number` is that of its first line in the file."""

    number: int
    cells: tuple[str, ...]


def separated_table(text: str, file: str) -> Table | None:
    """The table that a whole text is, line feeds for line ends; None for one that is none.

    A file that is called a table is one if any of its lines has two cells; any other only where all its lines have
    as many, three or more: prose has commas too.
    """
    suffix = PurePath(file).suffix.lower()
    is_called_so = suffix in (*SEPARATED, *_SHEETS)
    start, told = _told_separator(text)
    found = [_rows(text, start, sign) for sign in ([told] if told else _SIGNS if is_called_so else _SIGNS[:-1])]
    rows = max(found, key=_agreement, default=[])
    width = max((len(row.cells) for row in rows), default=0)
    if not (width > 1 if is_called_so else _is_regular(rows)):
        return None
    return _table(rows, width, file)


_SIGNS = (",", ";", "\t")
# What a sheet is called that is none of the usual kind.
_SHEETS = (".xls", ".xlsx", ".et")
# What no head of a table says: a numbered item, a label with what it says, a sentence.
_PROSE = pattern(r"^[(（]?[一二三四五六七八九十\d]+[、.．)）]|[:：。；]|.{30}", re.DOTALL)
_LEAST_COLUMNS, _LEAST_ROWS = 3, 2
_SEPARATOR = pattern(r"sep=(.)\n", re.IGNORECASE)


def _told_separator(text: str) -> tuple[int, str]:
    """Where the rows begin, and the sign that a first line `sep=;` tells."""
    match = _SEPARATOR.match(text)
    return (match.end(), match[1]) if match else (0, "")


def _rows(text: str, start: int, sign: str) -> list[_Row]:
    """Those that are not blank; where quotation marks do not pair they are part of the text."""
    try:
        return _parsed(text, start, sign, csv.QUOTE_MINIMAL)
    except csv.Error:
        try:
            return _parsed(text, start, sign, csv.QUOTE_NONE)
        except csv.Error:  # a cell longer than any is
            return []


def _parsed(text: str, start: int, sign: str, quoting: Literal[0, 3]) -> list[_Row]:
    first = 1 + text.count("\n", 0, start)
    reader = csv.reader(io.StringIO(text[start:], newline=""), delimiter=sign, quoting=quoting, strict=True)
    rows: list[_Row] = []
    number = first
    for record in reader:
        cells = tuple(cell.strip(INVISIBLE + "\n") for cell in record)
        if any(cells):
            rows.append(_Row(number, cells))
        number = first + reader.line_num
    return rows


def _agreement(rows: Sequence[_Row]) -> int:
    """How many cells stand in rows as wide as most are."""
    widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    return max((width * count for width, count in widths.items()), default=0)


def _is_regular(rows: Sequence[_Row]) -> bool:
    widths = {len(row.cells) for row in rows}
    if len(rows) < _LEAST_ROWS or len(widths) > 1 or min(widths) < _LEAST_COLUMNS:
        return False
    return not any(_PROSE.search(cell) for cell in rows[0].cells)


def _table(rows: Sequence[_Row], width: int, file: str) -> Table:
    def place(row: int, _column: int) -> Place:
        return line_place(file, rows[row - 1].number)

    cells = [
        Cell(text, at, column, place(at, column))
        for at, row in enumerate(rows, start=1)
        for column, text in enumerate((*row.cells, *[""] * (width - len(row.cells))), start=1)
    ]
    return Table(rectangle(cells, place), place(1, 1))
