"""The rows of the sheet as a plan's data: what is the item's own, and what it only shows from others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kepu_cli.importers.own_tables.goals import read_goals
from kepu_cli.importers.own_tables.measures import number_shapes, read_measure, read_new_measure, read_remark
from kepu_cli.importers.own_tables.row_matching import cell_digest
from kepu_cli.memory import ROLE_COLUMNS, ItemMark, action_path, cell_names, digest, names_digest
from kepu_cli.model import Role
from kepu_cli.names import normal
from kepu_cli.views.division import Column
from kepu_cli.views.wording import WHOLE_ACTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.importers.own_tables.action_runs import SheetAction
    from kepu_cli.importers.own_tables.row_matching import MatchedRow

_NEW = ItemMark()
_WHOLE = frozenset(map(normal, WHOLE_ACTION))


@dataclass(slots=True)
class ItemDraft:
    """An item as data of a plan file. `row` is None for an action without a row of its own.

    `shown` are the names that its cells show, `texts` its date and leader there, and its targets where some of them
    could not be read; `changed` whether somebody has been at the names.
    """

    path: str
    kind: str
    data: dict[str, Any]
    row: MatchedRow | None
    shown: dict[Role, tuple[str, ...]] = field(default_factory=dict)
    texts: dict[Column, str] = field(default_factory=dict)
    changed: bool = False


@dataclass(slots=True)
class ActionDraft:
    """An action with its duties and projects."""

    sheet: SheetAction
    own: ItemDraft
    items: list[ItemDraft]

    def of(self, kind: str) -> list[ItemDraft]:
        return [item for item in self.items if item.kind == kind]


def draft_actions(
    actions: Sequence[SheetAction], marks: Mapping[str, ItemMark], *, numbered: bool
) -> list[ActionDraft]:
    """The actions in the order given; a new row is a duty of the action that it stands under.

    `numbered` tells whether the sheet has the column of the actions' numbers.
    """
    shapes = number_shapes(mark.id for path, mark in marks.items() if path != action_path(path))
    return [_ActionDrafting(action, marks, shapes, numbered).draft() for action in actions]


def plan_data(drafts: Sequence[ActionDraft]) -> list[dict[str, Any]]:
    """The actions as a plan file holds them."""
    return [
        {
            **draft.own.data,
            "duties": [item.data for item in draft.of("duties")],
            "projects": [item.data for item in draft.of("projects")],
        }
        for draft in drafts
    ]


@dataclass(slots=True)
class _ActionDrafting:
    sheet: SheetAction
    marks: Mapping[str, ItemMark]
    shapes: frozenset[str]
    numbered: bool

    def draft(self) -> ActionDraft:
        own_row, below = self._parted()
        mark = self.marks.get(self.sheet.path, _NEW)
        own = self._own(own_row, mark, below)
        items = [item for row in below if (item := self._item(row, own)) is not None]
        return ActionDraft(self.sheet, own, items)

    def _parted(self) -> tuple[MatchedRow | None, list[MatchedRow]]:
        """The action's own row, if it has one, and those of its duties and projects."""
        own = next((row for row in self.sheet.rows if self._is_own(row)), None)
        below = [row for row in self.sheet.rows if row is not own]
        if own is not None and (text := own.row.texts.get(Column.MEASURE, "")) and normal(text) not in _WHOLE:
            # Somebody wrote what is to be done into the row of the whole action.
            below.insert(0, own)
        return own, below

    def _is_own(self, row: MatchedRow) -> bool:
        if row.path:
            return row.path == self.sheet.path
        measure = row.row.texts.get(Column.MEASURE, "")
        return normal(measure) in _WHOLE or (not measure and len(self.sheet.rows) == 1)

    def _own(self, row: MatchedRow | None, mark: ItemMark, below: Sequence[MatchedRow]) -> ItemDraft:
        name = self.sheet.name(self.marks.get(self.sheet.path))
        data: dict[str, Any] = {"id": self.sheet.number if self.numbered else mark.id, "name": name}
        data |= _remembered(mark)
        if mark.kind:
            data["kind"] = mark.kind
        draft = ItemDraft(self.sheet.path, "actions", data, row)
        if row is not None:
            self._fill(draft, mark, _NEW_OWNER)
            return draft
        inheriting = [(each, self.marks[each.path]) for each in below if each.path in self.marks]
        data["due"] = _common_text(Column.DUE, mark.due, inheriting)
        data["leader"] = _common_text(Column.LEADER, mark.leader, inheriting)
        for role in Role:
            data[role.value] = [*_common_names(role, mark, inheriting)]
        return draft

    def _item(self, row: MatchedRow, own: ItemDraft) -> ItemDraft | None:
        # The row of an action as a whole holds a duty only where somebody wrote one into it.
        is_whole = bool(row.path) and row.path == action_path(row.path)
        mark = _NEW if is_whole else self.marks.get(row.path, _NEW)
        cell = row.row.texts.get(Column.MEASURE, "")
        if mark is _NEW and (not cell.strip() or normal(cell) in _WHOLE):
            return None
        kind = "projects" if row.path.split("/")[-2:-1] == ["projects"] else "duties"
        measure = read_measure(cell, mark) if mark is not _NEW else read_new_measure(cell, self.shapes)
        data: dict[str, Any] = {"id": measure.id, "text" if kind == "duties" else "name": measure.label}
        if kind == "projects":
            data["text"] = measure.text
        draft = ItemDraft("" if is_whole else row.path, kind, data | _remembered(mark), row)
        if row is not own.row:
            self._fill(draft, mark, own)
        return draft

    def _fill(self, draft: ItemDraft, mark: ItemMark, own: ItemDraft) -> None:
        """The cells of the item's row."""
        assert draft.row is not None
        texts = draft.row.row.texts
        draft.texts = {column: _cell(texts, column, mark) for column in (Column.DUE, Column.LEADER)}
        draft.data |= dict(_texts(texts, mark, own.data))
        goals = read_goals(texts.get(Column.TARGETS, ""), mark)
        draft.data["targets"] = goals.targets
        if goals.unread:
            draft.texts[Column.TARGETS] = "；".join(goals.unread)
        if extra := draft.row.row.extra:
            draft.data["extra"] = {name: text.strip() for name, text in extra.items()}
        for role, column in ROLE_COLUMNS.items():
            cell = texts.get(column, "")
            same = draft.path != "" and cell_digest(column, cell) == mark.cells.get(column, "")
            names = mark.names.get(role) if same else None
            draft.shown[role] = tuple(dict.fromkeys(cell_names(cell) if names is None else names))
            draft.changed = draft.changed or not same
            passed = mark.passed.get(role, ())
            if passed and self._follows(mark, role) and [*draft.shown[role]] == own.data.get(role.value):
                passed = draft.shown[role]  # the action has changed, and the item with it
            draft.data[role.value] = [name for name in draft.shown[role] if name not in passed]

    def _follows(self, mark: ItemMark, role: Role) -> bool:
        """The names of its cell were those of the action, which has no row of its own."""
        action = self.marks.get(self.sheet.path, _NEW)
        return _shows_all(mark, role, action.own.get(role, ()))


_NEW_OWNER = ItemDraft("", "", {}, None)


def _remembered(mark: ItemMark) -> dict[str, Any]:
    return {"covers": [*mark.covers], "formerly": [*mark.formerly], "targets": {**mark.goals}}


def _texts(texts: Mapping[Column, str], mark: ItemMark, action: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Date, leader, reason and remark; what the action says too is left to it."""
    for column, key in ((Column.DUE, "due"), (Column.LEADER, "leader")):
        cell = _cell(texts, column, mark)
        untouched = column in mark.inherits and digest(cell) == mark.cells.get(column)
        same = cell == action.get(key) and (column in mark.inherits or not mark.cells)
        yield key, "" if untouched or same else cell
    remark = read_remark(_cell(texts, Column.REMARK, mark), mark)
    yield "unassigned_because", remark.reason
    yield "remark", remark.remark


def _cell(texts: Mapping[Column, str], column: Column, mark: ItemMark) -> str:
    """A cell's text; one that was changed without the blanks around it."""
    text = texts.get(column, "")
    return text if digest(text) == mark.cells.get(column) else text.strip()


def _common_text(column: Column, old: str | None, rows: Sequence[tuple[MatchedRow, ItemMark]]) -> str:
    """An action's text that only its items show: changed if all that show it were changed alike.

    `old` is None where nothing but the rows tells it: then what most of them say.
    """
    shown = [_cell(row.row.texts, column, mark) for row, mark in rows if column in mark.inherits]
    if old is None:
        return max(shown, key=shown.count, default="")
    is_common = len(set(shown)) == 1 and (len(shown) > 1 or not shown[0])
    return shown[0] if is_common else old


def _common_names(role: Role, mark: ItemMark, rows: Sequence[tuple[MatchedRow, ItemMark]]) -> tuple[str, ...]:
    """The same for the names that its items have from it and nowhere else."""
    old = mark.own.get(role, ())
    column = ROLE_COLUMNS[role]
    shown: list[tuple[str, ...]] = []
    for row, item in rows:
        if _shows_all(item, role, old):
            cell = row.row.texts.get(column, "")
            same = cell_digest(column, cell) == item.cells.get(column, "")
            shown.append(old if same else cell_names(cell))
    is_common = len(set(shown)) == 1 and (len(shown) > 1 or not shown[0])
    return shown[0] if is_common else old


def _shows_all(item: ItemMark, role: Role, names: tuple[str, ...]) -> bool:
    """The item's cell showed its action's names and nothing else."""
    if not names or item.passed.get(role) != names:
        return False
    return item.names.get(role) == names or item.cells.get(ROLE_COLUMNS[role]) == names_digest(names)
