"""A table that a document holds in several pieces, put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kepu_cli.importers.tables.cards import laid_out
from kepu_cli.importers.tables.columns import columns_of
from kepu_cli.importers.tables.groups import CONTINUED_NAME
from kepu_cli.importers.tables.heads import find_heads
from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.importers.blocks.block import Cell, Table
    from kepu_cli.importers.tables.head_rows import Head


def joined(tables: Iterable[Table]) -> list[Table]:
    """A table without a head, as wide as the one before it, goes on with that one if it has a head.

    So does one with the same head again that begins in the middle of a task: a page of a longer table.
    """
    found: list[Table] = []
    is_headed = False
    for table in tables:
        headed = bool(find_heads(table.rows) or laid_out(table.rows))
        if found and is_headed and _goes_on(found[-1], table, headed=headed):
            found[-1] = _together(found[-1], table)
        else:
            found.append(table)
            is_headed = headed
    return found


def _goes_on(first: Table, second: Table, *, headed: bool) -> bool:
    if not _width(first) == _width(second) >= _LEAST:
        return False
    if not headed:
        return True
    heads, again = find_heads(first.rows), find_heads(second.rows)
    if first.name or not heads or not again or again[0].first or _names(heads[-1]) != _names(again[0]):
        return False
    below = second.rows[again[0].last + 1 :]
    texts = columns_of(again[0], below).texts
    text = below[0][texts[0]].text if below and texts else "."
    return not text.strip() or CONTINUED_NAME.search(normal(text)) is not None


def _names(head: Head) -> list[str]:
    return [heading.name for heading in head.columns]


_LEAST = 3  # columns: narrower ones are all alike


def _width(table: Table) -> int:
    return len(table.rows[0]) if table.rows else 0


def _together(first: Table, second: Table) -> Table:
    moved: dict[int, Cell] = {}
    for row in second.rows:
        for cell in row:
            moved.setdefault(id(cell), replace(cell, row=cell.row + len(first.rows)))
    return replace(first, rows=(*first.rows, *(tuple(moved[id(cell)] for cell in row) for row in second.rows)))
