"""Gathered rows → actions and duties, each with what its cells say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from kepu_cli.choices import CHOICES
from kepu_cli.findings import Words, say
from kepu_cli.importers.drafts.draft import DraftAction, DraftItem
from kepu_cli.importers.structure.numbering import read_marker
from kepu_cli.importers.tables.facts import facts_in
from kepu_cli.importers.tables.parting import numbered_lines
from kepu_cli.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.importers.blocks.block import Cell
    from kepu_cli.importers.tables.columns import Columns
    from kepu_cli.importers.tables.facts import Fact, FactReader, Facts
    from kepu_cli.importers.tables.groups import Group, Item
    from kepu_cli.importers.tables.lines import Line

CONTINUED = Words(
    "{place} 这一行没有另起一项，接在了上一行后面，请核对",
    "the row at {place} begins nothing of its own and was joined to the one above; please check",
)


def draft_actions(groups: Sequence[Group], reader: FactReader) -> tuple[DraftAction, ...]:
    """In the order of the table."""
    by_items = _numbers_are_of_items(groups, reader.columns)
    return tuple(_Drafting(group, reader, by_items=by_items).action() for group in groups)


_AROUND_NUMBERS = "（）()〔〕【】[]、.．。，,：: \t\n\u3000"


def _numbers_are_of_items(groups: Sequence[Group], columns: Columns) -> bool:
    """Whether the only column of numbers counts the items rather than the actions."""
    if len(columns.numbers) != 1:
        return False
    (number,) = columns.numbers
    below = [group for group in groups if group.items]
    # An action's number stands before its name.
    if any(group.column is None or group.column < number for group in below):
        return True
    longer = (group for group in below if len(group.items) > 1)
    return any(len({cell.text for cell in _cells(group.rows, number)}) > 1 for group in longer)


def _cells(rows: Sequence[Line], column: int) -> list[Cell]:
    """The cells of a column that are not blank, each once."""
    cells = {id(row.cells[column]): row.cells[column] for row in rows if row.cells[column].text.strip()}
    return list(cells.values())


@dataclass(slots=True)
class _Drafting:
    """One action. Cells that reach over the rows of several items, all of them, are the action's."""

    group: Group
    reader: FactReader
    by_items: bool
    used: set[int] = field(default_factory=set)

    def action(self) -> DraftAction:
        group, columns = self.group, self.reader.columns
        self.used.add(id(group.item.cell))
        common = list(self._common())
        taken = frozenset((id(group.item.cell), *(id(cell) for _, cell in common)))
        cells = sorted([*common, *facts_in([row.cells for row in group.own], columns, taken)], key=lambda fact: fact[0])
        facts = self.reader.facts(cells)
        number = self._number_of_action(facts)
        kind = self._add_levels(facts)
        fields = self._fields(group.item, facts, number, cells)
        duties = [duty for item in group.items for duty in self._duties(item, taken)]
        return DraftAction(**fields, kind=kind, duties=tuple(duties))

    def _duties(self, item: Item, taken: frozenset[int]) -> Iterator[DraftItem]:
        """One, or as many as its cell lists: then what the row says holds for each of them."""
        cells = facts_in([row.cells for row in item.rows], self.reader.columns, taken)
        facts = self.reader.facts(cells)
        number = self._number(item.rows, facts)
        whole = DraftItem(**self._fields(item, facts, number, cells))
        pieces = () if item.pieces else numbered_lines(item.cell.text)
        if not pieces:
            yield whole
            return
        if number:
            facts.add_extra(self.reader.columns.name(self.reader.columns.numbers[0]), number)
        for at, piece in enumerate(pieces):
            marker = read_marker(piece)
            assert marker is not None
            text, within = self.reader.cut(piece[marker.length :])
            said = replace(whole, number=marker.number, text=text, attributions=(*facts.attributions, *within))
            # What is no field of a plan, and what is to be looked at, is told once.
            yield said if at == 0 else replace(said, remark="", extra={}, doubts=())

    def _common(self) -> Iterator[Fact]:
        """Names are an action's only where its items inherit them: all that are named, or the leads alone."""
        group, columns = self.group, self.reader.columns
        if len(group.items) < 2 and not any(numbered_lines(item.cell.text) for item in group.items):
            return
        rows = [row.cells for item in group.items for row in item.rows]
        shared = {at: rows[0][at] for at in columns.facts if self._is_shared(rows, at)}
        split = [at for at in columns.roles if at not in shared and any(row[at].text.strip() for row in rows)]
        for at, cell in shared.items():
            if not split or columns.roles.get(at, Role.LEAD) is Role.LEAD:
                yield (at,), cell

    def _is_shared(self, rows: Sequence[Sequence[Cell]], at: int) -> bool:
        cell = rows[0][at]
        is_alone = sum(each is cell for each in rows[0]) == 1
        return is_alone and bool(cell.text.strip()) and all(row[at] is cell for row in rows)

    def _number_of_action(self, facts: Facts) -> str:
        group, columns = self.group, self.reader.columns
        if not columns.numbers:
            return ""
        if not group.items:
            return self._number(group.rows, facts)
        at = columns.numbers[0]
        whole = self._unused(group.rows, at)
        if self.by_items and not (len(group.items) > 1 and len(whole) == 1 and self._is_over_all(whole[0], at)):
            whole = []
        # Where nothing is merged, every row may repeat the action's number.
        self.used.update(id(cell) for cell in whole if cell.text == whole[0].text)
        return self._number(group.own, facts, self._take(whole[0]) if whole else "")

    def _is_over_all(self, cell: Cell, at: int) -> bool:
        return all(row.cells[at] is cell for item in self.group.items for row in item.rows)

    def _number(self, rows: Sequence[Line], facts: Facts, number: str = "") -> str:
        """The first number in these rows that is nobody's yet; others are kept under the column's name."""
        for at in self.reader.columns.numbers:
            for cell in self._unused(rows, at):
                if number:
                    facts.add_extra(self.reader.columns.name(at), self._take(cell))
                else:
                    number = self._take(cell)
        return number

    def _unused(self, rows: Sequence[Line], at: int) -> list[Cell]:
        return [cell for cell in _cells(rows, at) if id(cell) not in self.used]

    def _take(self, cell: Cell) -> str:
        self.used.add(id(cell))
        return cell.text.strip().strip(_AROUND_NUMBERS)

    def _add_levels(self, facts: Facts) -> str:
        """A coarser level is the action's kind where the language has that kind, else kept under its own name."""
        kind = ""
        for name, text in self.group.above:
            if not kind and any(text in words for words in CHOICES["kind"].values()):
                kind = text
            else:
                facts.add_extra(name, text)
        return kind

    def _fields(self, item: Item, facts: Facts, number: str, cells: Sequence[Fact]) -> dict[str, Any]:
        text = "".join(cell.text.strip() for cell in (item.cell, *item.pieces))
        marker = None if number else read_marker(text)
        if marker is not None and len(text) > marker.length:
            number, text = marker.number, text[marker.length :]
        places = [item.cell.place, *(cell.place for cell in item.pieces), *(cell.place for _, cell in cells)]
        text, within = self.reader.cut(text)
        return {
            "number": number,
            "text": text,
            "place": item.cell.place,
            "attributions": (*facts.attributions, *within),
            "due": "；".join(facts.due),
            "leader": "；".join(facts.leader),
            "remark": "；".join(facts.remark),
            "extra": facts.extra,
            "doubts": (*(say(CONTINUED, place=cell.place.where) for cell in item.joined), *facts.doubts),
            "sources": tuple(dict.fromkeys(places)),
        }
