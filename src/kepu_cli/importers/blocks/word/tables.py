"""The cells of a table where they stand in its grid, merged ones as one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.blocks.tally import Met
from kepu_cli.importers.blocks.word.inline import all_text, chosen
from kepu_cli.importers.elements import attribute, child, local, number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from kepu_cli.importers.blocks.tally import Tally

# What may be put around paragraphs, rows and cells.
WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


class Row(NamedTuple):
    """`before`: columns of the grid that it leaves free at its start."""

    before: int
    cells: tuple[Element, ...]


@dataclass(slots=True)
class GridCell:
    """Rows and columns from 1; `texts` are its own and those of cells merged into it that still hold some."""

    row: int
    column: int
    columns: int
    rows: int = 1
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(filter(None, self.texts))


def kept_rows(table: Element, tally: Tally) -> tuple[Row, ...]:
    """The rows of a table, without rows and cells whose deletion is tracked."""
    rows = (_kept_row(row, tally) for row in _inside(table, "tr"))
    return tuple(row for row in rows if row.cells)


def grid_cells(rows: Sequence[Row], read_cell: Callable[[Element], str]) -> list[GridCell]:
    """The cells in their order; one that continues the cell above or before it is part of that."""
    cells: list[GridCell] = []
    above: dict[int, GridCell] = {}
    for at, row in enumerate(rows, start=1):
        column = 1 + row.before
        open_: dict[int, GridCell] = {}
        last: GridCell | None = None
        for element in row.cells:
            span = _count(child(element, "tcPr", "gridSpan"), least=1)
            down, right = _merge_mark(element, "vMerge"), _merge_mark(element, "hMerge")
            upper = above.get(column) if down == "continue" else None
            if right == "continue" and last is not None:
                last.columns += span if last.row == at else 0
            elif upper is not None:
                upper.rows += 1
                last = upper
            else:
                last = GridCell(at, column, span)
                cells.append(last)
            last.texts.append(read_cell(element))
            if down:
                open_[last.column] = last
            column += span
        above = open_
    return cells


_MOST_COLUMNS = 63  # that Word makes


def _kept_row(row: Element, tally: Tally) -> Row:
    row_is_deleted = child(row, "trPr", "del") is not None
    kept: list[Element] = []
    for cell in _inside(row, "tc"):
        if row_is_deleted or child(cell, "tcPr", "cellDel") is not None:
            if all_text(cell, deleted=True).strip():
                tally.add(Met.DELETED)
        else:
            kept.append(cell)
    if child(row, "trPr", "ins") is not None:
        tally.add(Met.INSERTED)
    return Row(_count(child(row, "trPr", "gridBefore"), least=0), tuple(kept))


def _inside(parent: Iterable[Element], name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, wherever a content control or the like is put around them."""
    for each in parent:
        kind = local(each.tag)
        if kind == name:
            yield each
        elif kind == "AlternateContent":
            yield from _inside(chosen(each), name)
        elif kind in WRAPPERS:
            yield from _inside(each, name)


def _count(element: Element | None, *, least: int) -> int:
    value = number(element)
    return min(max(least if value is None else value, least), _MOST_COLUMNS)


def _merge_mark(cell: Element, name: str) -> str:
    """`restart`, `continue` (which is also what a mark without a word means), or "" for none."""
    mark = child(cell, "tcPr", name)
    return "" if mark is None else attribute(mark) or "continue"
