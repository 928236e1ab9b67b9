"""Cells put together to a rectangle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.importers.blocks.block import Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kepu_cli.importers.blocks.block import Place


TOO_MANY_CELLS = Words(
    "{file} 里有一张表太大（超过 {limit} 格），请只留要读的行和列再试",
    "{file} has a table of more than {limit} cells; please keep only the rows and columns to be read",
)

MAX_CELLS: Final = 200_000


def rectangle(cells: Sequence[Cell], place_of: Callable[[int, int], Place]) -> tuple[tuple[Cell, ...], ...]:
    """The grid that the cells cover, a merged one in each of its positions; gaps are blank cells at `place_of` them.

    Rows and columns count from 1. Of two cells that overlap, the earlier one keeps the position.
    Raises KepuError for one that is too large.
    """
    last_row = max((cell.row + cell.rows for cell in cells), default=1) - 1
    last_column = max((cell.column + cell.columns for cell in cells), default=1) - 1
    covered = sum(cell.rows * cell.columns for cell in cells)
    if max(last_row * last_column, covered) > MAX_CELLS:
        raise KepuError(say(TOO_MANY_CELLS, file=place_of(1, 1).file, limit=MAX_CELLS))
    taken: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                taken.setdefault((row, column), cell)
    return tuple(
        tuple(
            taken.get((row, column)) or Cell("", row, column, place_of(row, column))
            for column in range(1, last_column + 1)
        )
        for row in range(1, last_row + 1)
    )
