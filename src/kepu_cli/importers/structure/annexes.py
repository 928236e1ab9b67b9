"""The tables inside a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.drafts.draft import Leftover
from kepu_cli.importers.tables.joining import joined
from kepu_cli.importers.tables.read import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.findings import Said
    from kepu_cli.importers.blocks.block import Table
    from kepu_cli.importers.drafts.draft import DraftAction


class Tabled(NamedTuple):
    """What all tables of a text give together."""

    title: str
    actions: tuple[DraftAction, ...]
    leftovers: tuple[Leftover, ...]
    notes: tuple[Said, ...]

    @property
    def is_told(self) -> bool:
        """Whether anybody is named in them."""
        return any(item.attributions for action in self.actions for item in (action, *action.duties))


def read_tables(tables: Iterable[Table], region: str, first_leads: bool) -> Tabled:
    """The first title counts; others, and tables that hold no tasks, are left over row by row."""
    title = ""
    actions: list[DraftAction] = []
    leftovers: list[Leftover] = []
    notes: list[Said] = []
    for table in joined(tables):
        reading = read_table(table, region=region, first_leads=first_leads)
        if reading is None:
            leftovers += _rows(table)
            continue
        actions += reading.actions
        leftovers += reading.leftovers
        notes += reading.notes
        if title and reading.title:
            leftovers.append(Leftover(reading.title, table.place))
        title = title or reading.title
    return Tabled(title, tuple(actions), tuple(leftovers), tuple(notes))


def _rows(table: Table) -> Iterator[Leftover]:
    """Its rows, the cells side by side, merged ones once."""
    for number, row in enumerate(table.rows, start=1):
        cells = [cell for at, cell in enumerate(row, start=1) if (cell.row, cell.column) == (number, at)]
        filled = [cell for cell in cells if cell.text.strip()]
        if filled:
            yield Leftover("  ".join(cell.text.strip() for cell in filled), filled[0].place)
