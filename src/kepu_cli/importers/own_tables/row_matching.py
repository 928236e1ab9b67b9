"""Which row of the sheet is which item: by the texts as they stand now, by their places where texts were retyped."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kepu_cli.memory import ROLE_COLUMNS, ItemMark, action_path, cell_names, digest, names_digest
from kepu_cli.views.division import NAME_COLUMNS, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from kepu_cli.importers.own_tables.division_reader import Division, SheetRow
    from kepu_cli.importers.own_tables.memory_reader import Printed, Remembered

# Marks behind an action's name on a further page.
CONTINUED = ("（续）", " (cont.)")


@dataclass(frozen=True, slots=True)
class MatchedRow:
    """A row of the sheet, joined where it was cut; `path` is the item's of the old plan, empty for a new one."""

    row: SheetRow
    path: str


def match_rows(division: Division, remembered: Remembered) -> tuple[MatchedRow, ...]:
    """The rows in the order of the sheet. Blank rows that are no item are left out, unless they name an action."""
    marks = remembered.memory.items.values()
    matching = _Matching(division.rows, remembered, frozenset(mark.cells.get(Column.ACTION, "") for mark in marks))
    matching.by_place(division.head)
    matching.by_cut_text()
    matching.by_key(lambda row: (matching.heading(row), _measure(row)), matching.heading_and_measure)
    matching.by_key(lambda row: _measure(row) if Column.MEASURE in row.texts else None, matching.measure_alone)
    matching.by_neighbours()
    return tuple(matching.result())


def cell_digest(column: Column, text: str) -> str:
    """As the workbook remembers a cell; empty for a blank one."""
    if column in NAME_COLUMNS:
        return names_digest(cell_names(text))
    return digest(text) if text else ""


def without_continued(heading: str) -> str:
    """An action's name without the mark that it goes on from the page before."""
    for mark in CONTINUED:
        heading = heading.removesuffix(mark)
    return heading


def joined_text(pieces: Iterable[str], long: tuple[int, ...] = ()) -> str:
    """A text that was cut at the ends of pages, where line ends got lost; `long` is what is remembered of it."""
    text = ""
    for piece in filter(None, pieces):
        if text and len(text) in long[1:]:
            text += "\n"
        text += piece
    return text


_NEAREST = 40  # how many items a retyped row is compared with
_ENOUGH = 2


def _measure(row: SheetRow) -> str:
    return cell_digest(Column.MEASURE, row.texts.get(Column.MEASURE, ""))


@dataclass(slots=True)
class _Matching:
    """`free` are the rows that are no item yet, `open` the printed items that no row is yet."""

    rows: tuple[SheetRow, ...]
    remembered: Remembered
    known_actions: frozenset[str]
    taken: dict[int, MatchedRow | None] = field(default_factory=dict)
    place_of: dict[str, int] = field(default_factory=dict)

    def by_place(self, head: int) -> None:
        """Rows that stand where they stood below the head, with the measure that they had."""
        at_row = {row.row - head: at for at, row in enumerate(self.rows)}
        old_head = self.remembered.head
        for item in self.remembered.printed:
            places = [at_row.get(row - old_head) for row in range(item.first, item.last + 1)]
            if all(place is not None for place in places):
                self._take_if_same(item, [place for place in places if place is not None])

    def by_cut_text(self) -> None:
        """Rows over several pages that were moved as they are."""
        for item in self._open():
            length = item.last - item.first + 1
            for at in range(len(self.rows) - length + 1) if length > 1 else ():
                if item.path not in self.place_of:
                    self._take_if_same(item, range(at, at + length))

    def by_key(self, of_row: Callable[[SheetRow], Hashable], of_item: Callable[[Printed], Hashable]) -> None:
        """Rows with an item's key; where several have the same, in their order."""
        waiting: dict[Hashable, list[Printed]] = defaultdict(list)
        for item in reversed(self._open()):
            waiting[of_item(item)].append(item)
        for at in self._free():
            key = of_row(self.rows[at])
            if key is not None and waiting.get(key) and not self.rows[at].is_blank:
                self._take(waiting[key].pop(), [at])

    def by_neighbours(self) -> None:
        """Rows whose text is new, between rows that are known: as many as are missing there, or the most alike."""
        order = {item.path: at for at, item in enumerate(self.remembered.printed)}
        printed = self.remembered.printed
        for gap in self._gaps():
            before, after = self._bounds(gap, order)
            lacking = [item for item in printed[before + 1 : after] if item.path not in self.place_of]
            pieces = sum(item.last - item.first + 1 for item in lacking)
            if pieces == len(gap) and self._agree(gap, lacking):
                rows = iter(gap)
                for item in lacking:
                    self._take(item, [next(rows) for _ in range(item.first, item.last + 1)])
            else:
                self._pair(gap, lacking)

    def result(self) -> Iterator[MatchedRow]:
        for at, row in enumerate(self.rows):
            if at not in self.taken:
                if not row.is_blank or row.owner == row.row:
                    yield MatchedRow(row, "")
            elif (matched := self.taken[at]) is not None:
                yield matched

    def heading(self, row: SheetRow) -> str:
        """The digest of the action's name beside a row."""
        whole = digest(row.action)
        return whole if whole in self.known_actions else digest(without_continued(row.action))

    def heading_and_measure(self, item: Printed) -> Hashable:
        return self._action_of(item).cells.get(Column.ACTION, ""), self._mark(item).cells.get(Column.MEASURE, "")

    def measure_alone(self, item: Printed) -> Hashable:
        return self._mark(item).cells.get(Column.MEASURE, "")

    def _mark(self, item: Printed) -> ItemMark:
        return self.remembered.memory.items[item.path]

    def _action_of(self, item: Printed) -> ItemMark:
        return self.remembered.memory.items[action_path(item.path)]

    def _open(self) -> list[Printed]:
        return [item for item in self.remembered.printed if item.path not in self.place_of]

    def _free(self) -> list[int]:
        return [at for at in range(len(self.rows)) if at not in self.taken]

    def _take(self, item: Printed, places: Sequence[int]) -> None:
        joined = self._joined(item, places)
        self.place_of[item.path] = places[0]
        for place in places:
            self.taken[place] = None
        self.taken[places[0]] = MatchedRow(joined, item.path)

    def _take_if_same(self, item: Printed, places: Sequence[int]) -> None:
        """Takes rows that have the item's measure, and its action's name or else all its other cells."""
        if any(place in self.taken for place in places):
            return
        row, cells = self._joined(item, places), self._mark(item).cells
        if _measure(row) != cells.get(Column.MEASURE, ""):
            return
        own = {column: text for column, text in cells.items() if column not in (Column.NUMBER, Column.ACTION)}
        same_cells = {column: cell_digest(column, text) for column, text in row.texts.items()} == own
        if same_cells or (self.heading(row) == self._action_of(item).cells.get(Column.ACTION) and not row.is_blank):
            self._take(item, places)

    def _joined(self, item: Printed, places: Sequence[int]) -> SheetRow:
        first, last = self.rows[places[0]], self.rows[places[-1]]
        if len(places) == 1:
            return first
        long = self._mark(item).long
        texts: dict[Column, str] = {}
        for column in Column:
            pieces = [self.rows[place].texts.get(column, "") for place in places]
            names = "\n".join(filter(None, pieces))
            if text := names if column in NAME_COLUMNS else joined_text(pieces, long.get(column, ())):
                texts[column] = text
        extra = {name: text for place in places for name, text in self.rows[place].extra.items()}
        action = joined_text(self._heading_pieces(places), self._action_of(item).long.get(Column.ACTION, ()))
        return replace(first, last=last.row, action=action, texts=texts, extra=extra, last_owner=last.owner)

    def _heading_pieces(self, places: Sequence[int]) -> Iterator[str]:
        """The action's name beside rows of several pages: where it is that long, each page has a piece of it."""
        before: int | None = None
        for place in places:
            row = self.rows[place]
            if before is None or (row.owner != before and not row.action.endswith(CONTINUED)):
                yield row.action
            before = row.owner

    def _gaps(self) -> list[list[int]]:
        """Stretches of rows that are not blank and no item yet."""
        gaps: list[list[int]] = [[]]
        for at, row in enumerate(self.rows):
            if at in self.taken:
                gaps.append([])
            elif not row.is_blank:
                gaps[-1].append(at)
        return [gap for gap in gaps if gap]

    def _bounds(self, gap: Sequence[int], order: Mapping[str, int]) -> tuple[int, int]:
        """The items before and after a gap, as positions in the order of printing."""
        return self._neighbour(gap[0], -1, order), self._neighbour(gap[-1], 1, order)

    def _neighbour(self, at: int, step: int, order: Mapping[str, int]) -> int:
        at += step
        while 0 <= at < len(self.rows):
            if (matched := self.taken.get(at)) is not None:
                return order[matched.path]
            at += step
        return -1 if step < 0 else len(order)

    def _agree(self, gap: Sequence[int], lacking: Sequence[Printed]) -> bool:
        owners = [item for item in lacking for _ in range(item.first, item.last + 1)]
        return all(self._may_be(self.rows[at], item) for at, item in zip(gap, owners, strict=True))

    def _may_be(self, row: SheetRow, item: Printed) -> bool:
        """The action that the row names is the item's, or none that is known."""
        heading = self.heading(row)
        return heading == self._action_of(item).cells.get(Column.ACTION) or heading not in self.known_actions

    def _pair(self, gap: Sequence[int], lacking: list[Printed]) -> None:
        """Rows with the item among those still lacking that is most like them, if it is like enough."""
        start = 0
        for at in gap:
            candidates = range(start, min(start + _NEAREST, len(lacking)))
            scores = {each: self._score(self.rows[at], lacking[each]) for each in candidates}
            best = max(scores, key=lambda each: scores[each], default=None)
            if best is not None and scores[best] >= _ENOUGH:
                self._take(lacking[best], [at])
                start = best + 1

    def _score(self, row: SheetRow, item: Printed) -> int:
        """How many cells are the same; the number in front of the measure counts for three."""
        if not self._may_be(row, item):
            return 0
        mark = self._mark(item)
        compared = (*ROLE_COLUMNS.values(), Column.TARGETS, Column.LEADER, Column.DUE, Column.REMARK)
        same = sum(
            column in row.texts and cell_digest(column, row.texts[column]) == mark.cells.get(column)
            for column in compared
        )
        numbered = bool(mark.id) and row.texts.get(Column.MEASURE, "").startswith(f"{mark.id} ")
        return same + 3 * numbered
