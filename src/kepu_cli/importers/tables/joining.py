"""A table that a document holds in several pieces, put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kepu_cli.importers.tables.cards import laid_out
from kepu_cli.importers.tables.heads import find_heads

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.importers.blocks.block import Cell, Table


def joined(tables: Iterable[Table]) -> list[Table]:
    """A table without a head, as wide as the one before it, goes on with that one if it has a head."""
    found: list[Table] = []
    is_headed = False
    for table in tables:
        headed = bool(find_heads(table.rows) or laid_out(table.rows))
        if found and is_headed and not headed and _width(found[-1]) == _width(table) >= _LEAST:
            found[-1] = _together(found[-1], table)
        else:
            found.append(table)
            is_headed = headed
    return found


_LEAST = 3  # columns: narrower ones are all alike


def _width(table: Table) -> int:
    return len(table.rows[0]) if table.rows else 0


def _together(first: Table, second: Table) -> Table:
    moved: dict[int, Cell] = {}
    for row in second.rows:
        for cell in row:
            moved.setdefault(id(cell), replace(cell, row=cell.row + len(first.rows)))
    return replace(first, rows=(*first.rows, *(tuple(moved[id(cell)] for cell in row) for row in second.rows)))
