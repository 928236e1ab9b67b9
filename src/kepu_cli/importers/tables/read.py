"""A table with any head → its actions, duties and who does them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Words, say
from kepu_cli.importers.drafts.draft import Leftover
from kepu_cli.importers.tables.above import leftover, read_above
from kepu_cli.importers.tables.cards import laid_out
from kepu_cli.importers.tables.columns import columns_of
from kepu_cli.importers.tables.drafting import draft_actions
from kepu_cli.importers.tables.facts import FactReader
from kepu_cli.importers.tables.groups import gather
from kepu_cli.importers.tables.heading_words import Kind
from kepu_cli.importers.tables.heads import find_heads
from kepu_cli.importers.tables.lines import read_lines
from kepu_cli.importers.tables.result import TableReading
from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kepu_cli.findings import Said
    from kepu_cli.importers.blocks.block import Cell, Table
    from kepu_cli.importers.drafts.draft import DraftAction
    from kepu_cli.importers.tables.columns import Columns
    from kepu_cli.importers.tables.groups import Group
    from kepu_cli.importers.tables.head_rows import Head

    Rows = Sequence[Sequence[Cell]]

FIRST_LEADS = Words(
    "表头“{column}”说明排在首位的单位牵头，已照此读",
    "the head “{column}” says that the first body leads; it was read so",
)
NO_BODIES = Words(
    "表里没有写单位的栏，读出的任务都没有单位，请核对",
    "no column of the table names departments, so the items read name nobody; please check",
)
OWN_COLUMNS = Words(
    "方案里没有与{columns}相应的项，这几栏读进了“其他”",
    "a plan has no field for {columns}; these columns were read into “extra”",
)
FILLED = Words(
    "“{column}”一栏有 {count} 行空着又没有合并，归到了上面一项",
    "{count} rows are blank under “{column}” without being merged; they were put under the item above",
)
SECTION = Words("部分", "section")


def read_table(table: Table, *, region: str = "", first_leads: bool = False) -> TableReading | None:
    """None where no row says what the columns are: tasks, and who does them or how far they have come.

    Text that is none of an item's is left over; `region` and `first_leads` are as for attributions.
    """
    rows: Rows = table.rows
    if not (heads := find_heads(rows)):
        heads = find_heads(rows := laid_out(rows))
    if not heads:
        return None
    above = read_above(rows[: heads[0].first])
    reading = _Reading(region, first_leads=first_leads)
    for part in _parts(rows, heads, {normal(cell.text) for cell in above.cells}):
        reading.read(*part)
    leftovers = (*above.rest, *reading.leftovers)
    return TableReading(tuple(reading.actions), above.title, leftovers, tuple(reading.notes))


def _parts(rows: Rows, heads: Sequence[Head], titles: set[str]) -> Iterator[tuple[Head, Rows, frozenset[int]]]:
    """The rows below each head, one that is repeated left out, with the rows that begin a page; no titles again."""
    body: list[Sequence[Cell]] = []
    overleaf: set[int] = set()
    for at, head in enumerate(heads):
        if at and head.columns != heads[at - 1].columns:
            yield heads[at - 1], body, frozenset(overleaf)
            body, overleaf = [], set()
        elif at:
            overleaf.add(len(body))
        end = heads[at + 1].first if at + 1 < len(heads) else len(rows)
        body += [row for row in rows[head.last + 1 : end] if not _is_title(row, titles)]
    yield heads[-1], body, frozenset(overleaf)


def _is_title(row: Sequence[Cell], titles: set[str]) -> bool:
    cells = [cell for cell in row if cell.text.strip()]
    return bool(cells) and all(cell is cells[0] for cell in cells) and normal(cells[0].text) in titles


class _Reading:
    """Gathers what the parts of a table say."""

    def __init__(self, region: str, *, first_leads: bool) -> None:
        self.region, self.first_leads = region, first_leads
        self.actions: list[DraftAction] = []
        self.leftovers: list[Leftover] = []
        self.notes: list[Said] = []

    def read(self, head: Head, rows: Rows, overleaf: frozenset[int]) -> None:
        columns = columns_of(head, rows)
        gathered = gather(read_lines(rows, columns, overleaf), columns, SECTION.zh)
        actions = draft_actions(gathered.groups, FactReader(columns, self.region, self.first_leads))
        self.actions += actions
        self.leftovers += [*_unused_heads(columns, actions), *(leftover(line.own) for line in gathered.rest)]
        notes = _notes(head, columns, gathered.groups, actions)
        self.notes += [note for note in notes if note not in self.notes]


def _unused_heads(columns: Columns, actions: Iterable[DraftAction]) -> Iterator[Leftover]:
    """Heads that nobody knows, of columns that hold nothing."""
    used = _extras(actions)
    for heading in columns.headings:
        if heading.kind is None and heading.name and heading.name not in used:
            yield Leftover(heading.name, heading.place)


def _says_who(action: DraftAction) -> bool:
    return any(item.attributions for item in (action, *action.duties))


def _extras(actions: Iterable[DraftAction]) -> set[str]:
    return {name for action in actions for item in (action, *action.duties) for name in item.extra}


def _notes(head: Head, columns: Columns, groups: Sequence[Group], actions: Iterable[DraftAction]) -> Iterator[Said]:
    for heading in head.columns:
        if heading.first_leads:
            yield say(FIRST_LEADS, column=heading.name)
    if not head.has_bodies() and not any(_says_who(action) for action in actions):
        yield say(NO_BODIES)
    used = _extras(actions)
    kept = [at for at in columns.facts if columns.headings[at].kind in (None, Kind.FACT) and columns.name(at) in used]
    if kept:
        yield say(OWN_COLUMNS, columns=tuple(dict.fromkeys(f"“{columns.name(at)}”" for at in kept)))
    filled = sum(item.filled for group in groups for item in group.items)
    if filled:
        yield say(FILLED, column=columns.name(columns.texts[-2]), count=filled)
