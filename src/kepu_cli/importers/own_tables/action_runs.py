"""Which rows of the sheet stand under which action, and in which order: known actions, renamed ones and new ones."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kepu_cli.importers.own_tables.row_matching import CONTINUED, joined_text, without_continued
from kepu_cli.memory import action_path, digest
from kepu_cli.views.division import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kepu_cli.importers.own_tables.row_matching import MatchedRow
    from kepu_cli.memory import ItemMark


@dataclass(slots=True)
class SheetAction:
    """An action with its rows; `path` is the old plan's, empty for a new one; `row` is where its name stands."""

    path: str
    row: int
    number: str
    rows: list[MatchedRow] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def name(self, mark: ItemMark | None) -> str:
        """The name as it stands on the sheet, put together where it was cut; `mark` is the old action's."""
        first = self.pieces[0] if self.pieces else ""
        if mark is None or digest(first) == mark.cells.get(Column.ACTION):
            return first
        return joined_text(self.pieces, mark.long.get(Column.ACTION, ()))


@dataclass(frozen=True, slots=True)
class SheetActions:
    """`scattered`: the rows of some action do not stand together, so their order says nothing."""

    actions: tuple[SheetAction, ...]
    scattered: bool


def gather_actions(rows: Sequence[MatchedRow], marks: Mapping[str, ItemMark]) -> SheetActions:
    """The actions in the order of the sheet; in the order of the old plan where the rows are scattered."""
    runs = _runs(rows)
    _resolve(runs, marks)
    actions: dict[str, SheetAction] = {}
    order: list[str] = []
    for at, run in enumerate(runs):
        key = run.path or f"new {at}"
        for row in run.rows:
            # Where no name stands beside a row that is known, it is where it was.
            home = action_path(row.path) if row.path and row.row.owner is None else key
            if home not in actions:
                number = row.row.number if row.row.owner is None else ""
                actions[home] = SheetAction(home if home in marks else "", row.row.row, number)
            if not order or order[-1] != home:
                order.append(home)
            actions[home].rows.append(row)
        if run.is_told and run.rows:
            _name(actions[key], run)
    scattered = len(order) > len(actions)
    if not scattered:
        return SheetActions(tuple(actions.values()), scattered=False)
    for action in actions.values():
        action.rows = _in_old_order(action.rows)
    return SheetActions(tuple(_actions_in_old_order(actions.values())), scattered=True)


@dataclass(slots=True)
class _Run:
    """Rows beside one cell with an action's name."""

    heading: str
    number: str
    row: int
    is_told: bool
    rows: list[MatchedRow]
    path: str = ""
    is_known: bool = False  # the heading is the name of an old action as it was

    @property
    def is_continued(self) -> bool:
        return not self.is_known and self.heading.endswith(CONTINUED)


def _runs(rows: Sequence[MatchedRow]) -> list[_Run]:
    runs: list[_Run] = []
    owner: int | None = None
    for matched in rows:
        row = matched.row
        if not runs or (row.owner is not None and row.owner != owner):
            runs.append(_Run(row.action, row.number, row.owner or row.row, row.owner is not None, []))
        owner = row.last_owner if row.owner is not None else owner
        runs[-1].rows.append(matched)
    return runs


def _resolve(runs: Sequence[_Run], marks: Mapping[str, ItemMark]) -> None:
    """Finds the old action of each run: by its name, else by its rows, else by its number."""
    by_name: dict[str, list[str]] = {}
    by_number: dict[str, list[str]] = {}
    for path, mark in marks.items():
        if path == action_path(path):
            by_name.setdefault(mark.cells.get(Column.ACTION, ""), []).append(path)
            by_number.setdefault(mark.cells.get(Column.NUMBER, ""), []).append(path)
    told = [run for run in runs if run.is_told]
    long = {
        mark.cells.get(Column.ACTION, ""): mark.long[Column.ACTION]
        for mark in marks.values()
        if Column.ACTION in mark.long
    }
    taken = _resolve_by_name(told, by_name, dict(list(long.items())[:_MOST_LONG]))
    for before, run in zip([None, *told], told, strict=False):
        if run.path:
            continue
        held = _most_rows(run, None)
        if run.is_continued and before is not None and held in ("", before.path):
            run.path = before.path
        elif held and (held not in taken or (before is not None and before.path == held)):
            run.path = held
        elif run.number:
            run.path = next((each for each in by_number.get(digest(run.number), []) if each not in taken), "")
        taken.add(run.path)


def _resolve_by_name(
    told: Sequence[_Run], by_name: Mapping[str, list[str]], long: Mapping[str, tuple[int, ...]]
) -> set[str]:
    """Runs with the name of an old action, also one that is cut over several of them; the actions found."""
    taken: set[str] = set()
    for at, run in enumerate(told):
        if run.is_known:
            continue
        pieces, text = 1, run.heading
        if digest(text) not in by_name:
            pieces, text = _pieces(told, at, long)
        candidates = by_name.get(digest(text), [])
        path = _most_rows(run, candidates) or next((each for each in candidates if each not in taken), "")
        for each in told[at : at + pieces] if path else ():
            each.path, each.is_known = path, True
        taken.add(run.path)
    return taken


def _pieces(told: Sequence[_Run], at: int, long: Mapping[str, tuple[int, ...]]) -> tuple[int, str]:
    """Over how many runs the name that begins here is cut, and the name; `long` is what long names are like."""
    for name, shape in long.items():
        text, end = told[at].heading, at + 1
        while len(text) < shape[0] and end < len(told):
            text, end = joined_text((text, told[end].heading), shape), end + 1
        if digest(text) == name:
            return end - at, text
    return 1, told[at].heading


_MOST_LONG = 100


def _most_rows(run: _Run, among: Iterable[str] | None) -> str:
    """The old action that most of the run's rows are from."""
    counts = Counter(action_path(row.path) for row in run.rows if row.path)
    return max((each for each in counts if among is None or each in among), key=lambda each: counts[each], default="")


def _name(action: SheetAction, run: _Run) -> None:
    """The first name counts, then only the pieces of one that is longer than a page."""
    if not action.pieces:
        action.number, action.row = run.number, run.row
    if not run.is_continued:
        action.pieces.append(run.heading)
    elif not action.pieces:
        action.pieces.append(without_continued(run.heading))


def _in_old_order(rows: Sequence[MatchedRow]) -> list[MatchedRow]:
    """Known rows as they were in the plan; a new one stays behind the row above it."""
    behind: dict[str, list[MatchedRow]] = {"": []}
    above = ""
    for row in rows:
        above = row.path or above
        behind.setdefault(above, []).append(row)
    known = sorted((path for path in behind if path), key=_positions)
    return [row for path in ("", *known) for row in behind[path]]


def _actions_in_old_order(actions: Iterable[SheetAction]) -> list[SheetAction]:
    behind: dict[str, list[SheetAction]] = {"": []}
    above = ""
    for action in actions:
        above = action.path or above
        behind.setdefault(above, []).append(action)
    known = sorted((path for path in behind if path), key=_positions)
    return [action for path in ("", *known) for action in behind[path]]


def _positions(path: str) -> tuple[tuple[int, str], ...]:
    """Numbers of a path compare as numbers."""
    return tuple((int(step), "") if step.isdecimal() else (-1, step) for step in path.split("/"))
