"""The rows of a table gathered: actions with the items below them, each with its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kepu_cli.importers.tables.lines import Line, Part
from kepu_cli.names import normal
from kepu_cli.patterns import pattern
from kepu_cli.views.wording import WHOLE_ACTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.importers.blocks.block import Cell
    from kepu_cli.importers.tables.columns import Columns


@dataclass(slots=True, eq=False)
class Item:
    """One thing to be done: its cell and its rows.

    `pieces` are more of its text, `joined` where rows were added that begin nothing of their own. `filled`: its action
    was not said again.
    """

    cell: Cell
    rows: list[Line]
    pieces: list[Cell] = field(default_factory=list)
    joined: list[Cell] = field(default_factory=list)
    filled: bool = False


@dataclass(slots=True, eq=False)
class Group:
    """An action. `column` is where its words stand, None for a section's.

    `above` are the coarser levels, what they are called and what they say. `rows` are all of its rows, those of its
    items too; `own` those that have no item.
    """

    item: Item
    above: tuple[tuple[str, str], ...]
    column: int | None
    items: list[Item] = field(default_factory=list)
    rows: list[Line] = field(default_factory=list)
    own: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Gathered:
    """`rest` are rows that belong to no item."""

    groups: tuple[Group, ...]
    rest: tuple[Line, ...]


def gather(lines: Sequence[Line], columns: Columns, section: str) -> Gathered:
    """The two finest levels are action and item; where there is one level only, it is the actions'.

    `section` is what the level of sections is called where a coarser level has to be named.
    """
    return _Gathering(columns, section, _few_unnumbered(lines, columns)).gather(lines)


def _few_unnumbered(lines: Sequence[Line], columns: Columns) -> bool:
    """Rows are numbered one by one, so that one without a number is odd."""
    items = [line for line in lines if line.part is Part.ITEM]
    told = sum(any(line.cells[at].text.strip() for at in columns.numbers) for line in items)
    return bool(columns.numbers) and told >= len(items) * 0.8


_SECTION = -1
# What our own tables write in the row of an action as a whole; such a row says no more than whose it is.
_WHOLE = frozenset(map(normal, WHOLE_ACTION))
# Behind a name that goes on overleaf.
CONTINUED_NAME = pattern(r"\((?:续|接上页|cont\.)\)$")
_ENDS = ("。", "；", ";", ".", "！", "!")

# A level's cell with the column that it stands in, and its number where that stands in a cell of its own.
_Level = tuple[int, "Cell", str]


@dataclass(slots=True)
class _Gathering:
    columns: Columns
    section: str
    numbered: bool
    sections: list[Line] = field(default_factory=list)
    used: set[int] = field(default_factory=set)  # ids of sections that something stands in
    current: dict[int, Cell] = field(default_factory=dict)  # the texts that hold on, by column
    groups: list[Group] = field(default_factory=list)
    group: Group | None = None  # the one that rows go to
    by_words: dict[tuple[str, ...], Group] = field(default_factory=dict)
    key: tuple[object, ...] = ()
    last: Item | None = None
    rest: list[Line] = field(default_factory=list)
    is_behind_rest: bool = False

    def gather(self, lines: Sequence[Line]) -> Gathered:
        for line in lines:
            if line.part is Part.REST:
                self.rest.append(line)
            elif line.part is Part.SECTION:
                self._open(line)
            else:
                self._add(line)
            self.is_behind_rest = line.part is Part.REST or (self.is_behind_rest and line is self.rest[-1])
        self._close(0)
        rest = sorted(self.rest, key=lambda line: line.own[0].place.order)
        return Gathered(tuple(self.groups), tuple(rest))

    def _close(self, rank: int) -> None:
        """Ends the sections from a rank on; one that nothing stood in is left over."""
        self.rest += [line for line in self.sections[rank:] if id(line) not in self.used]
        del self.sections[rank:]

    def _open(self, line: Line) -> None:
        self._close(line.rank)
        self.sections.append(line)
        self.current.clear()
        self.key, self.last = (), None
        if len(self.columns.texts) == 1:
            # The section is an action, also where nothing but a section stands below it.
            self._place(list(self._open_sections()), line)

    def _add(self, line: Line) -> None:
        told = dict(self._told(line))
        if not told or self._goes_on(line, told):
            self._continue(line, told)
            return
        finest = self.columns.texts[-1]
        filled = self._hold(told)
        levels = list(self._open_sections())
        levels += [(at, self.current[at], "") for at in self.columns.texts[:-1] if at in self.current]
        own, number = told.get(finest), self._number(line)
        if own is not None and levels and normal(own.text) in _WHOLE:
            own = None
        if own is None or not levels:
            self._place([*levels, (finest, own, "")] if own else levels, line, number)
            return
        group = self._place(levels, None, number)
        if self.last is None or self.last.cell is not own:
            self.last = Item(own, [], filled=filled)
            group.items.append(self.last)
        self.last.rows.append(line)
        group.rows.append(line)

    def _open_sections(self) -> Iterator[_Level]:
        for line in self.sections:
            if line.words is not None:
                self.used.add(id(line))
                yield _SECTION, line.words, next((cell.text.strip() for cell in line.own if cell is not line.words), "")

    def _told(self, line: Line) -> Iterator[tuple[int, Cell]]:
        """The texts of the row by column; one that reaches over several columns is the coarsest's."""
        seen: set[int] = set()
        for at in self.columns.texts:
            cell = line.cells[at]
            if cell.text.strip() and id(cell) not in seen:
                seen.add(id(cell))
                yield at, cell

    def _number(self, line: Line) -> str:
        return " ".join(normal(line.cells[at].text) for at in self.columns.numbers)

    def _hold(self, told: dict[int, Cell]) -> bool:
        """Keeps the coarser texts for the rows below; whether one of them is not said in this row."""
        coarser = self.columns.texts[:-1]
        filled = False
        for position, at in enumerate(coarser):
            if at not in told:
                filled = filled or at in self.current
            elif not self._holds(at, told[at]):
                for finer in coarser[position:]:
                    self.current.pop(finer, None)
                self.current[at] = told[at]
        return filled

    def _holds(self, at: int, cell: Cell) -> bool:
        """The cell is the one above, or says the same where nothing is merged."""
        before = self.current.get(at)
        return before is not None and (
            before is cell or normal(before.text) == CONTINUED_NAME.sub("", normal(cell.text))
        )

    def _place(self, levels: Sequence[_Level], line: Line | None, number: str = "") -> Group:
        """The group of these levels; a `line` is the row of the action itself, `number` what its column says."""
        key = tuple(id(cell) for _, cell, _ in levels)
        if key != self.key or self.group is None:
            self.group = self._group(levels, number)
            self.key, self.last = key, None
        if line is not None:
            self.group.rows.append(line)
            self.group.own.append(line)
            self.group.item.rows.append(line)
        return self.group

    def _group(self, levels: Sequence[_Level], number: str) -> Group:
        """A new one; or that of the same words and number above: somebody sorted the rows."""
        words = (number, *(normal(CONTINUED_NAME.sub("", normal(cell.text))) for _, cell, _ in levels))
        if words not in self.by_words:
            column, cell, _ = levels[-1]
            above = tuple((self._level_name(at), _numbered(each, above.text)) for at, above, each in levels[:-1])
            self.groups.append(Group(Item(cell, []), above, None if column == _SECTION else column))
            self.by_words[words] = self.groups[-1]
        group = self.by_words[words]
        if CONTINUED_NAME.search(normal(group.item.cell.text)):
            group.item.cell = levels[-1][1]
        return group

    def _level_name(self, at: int) -> str:
        return self.section if at == _SECTION else self.columns.name(at)

    def _goes_on(self, line: Line, told: dict[int, Cell]) -> bool:
        """The rest of the text above, from the page before: no number, nobody named, and the text had not ended."""
        if len(told) != 1 or self.last_item is None:
            return False
        (cell,) = told.values()
        others = [line.cells[at] for at in (*self.columns.numbers, *self.columns.facts) if line.cells[at] is not cell]
        if any(each.text.strip() for each in others) or not any(each is cell for each in line.own):
            return False
        above = (self.last_item.pieces or [self.last_item.cell])[-1].text.rstrip()
        return (self.numbered or line.overleaf) and not above.endswith(_ENDS)

    @property
    def last_item(self) -> Item | None:
        return self.last or (self.group.item if self.group else None)

    def _continue(self, line: Line, told: dict[int, Cell]) -> None:
        """A row that says nothing new: more of the item above, or nothing that is known."""
        item = self.last_item
        is_spread = any(sum(each is cell for each in line.cells) > 1 for cell in line.own)
        # Nothing goes on behind a sum; a cell over several columns is a signature rather than names.
        if item is None or self.group is None or (self.sections and not self.key) or self.is_behind_rest or is_spread:
            self.rest.append(line)
            return
        group = self.group
        item.pieces += told.values()
        item.joined.append(line.own[0])
        item.rows.append(line)
        group.rows.append(line)
        if item is group.item:
            group.own.append(line)


def _numbered(number: str, text: str) -> str:
    return f"{number}、{text.strip()}" if number else text.strip()
