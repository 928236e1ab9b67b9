"""The changed items as whole rows of the division-of-labour table: what each cell says, and what it said before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kepu_cli.change_views.change_words import verb_words
from kepu_cli.comparing.changes import Fate, Verb
from kepu_cli.comparing.holders import group_key
from kepu_cli.comparing.sameness import name_key
from kepu_cli.findings import Words
from kepu_cli.model import Level, Role
from kepu_cli.views.division import COLUMN_WORDS, Column, names_shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from kepu_cli.comparing.changes import Change, Heading, Mentioned
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger, Row
    from kepu_cli.model import Item


class Field(StrEnum):
    """The cells of a row, from left to right."""

    NUMBER = "number"
    ITEM = "item"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    DUE = "due"
    TARGETS = "targets"
    REMARK = "remark"


FIELD_WORDS = {
    Field.NUMBER: COLUMN_WORDS[Column.NUMBER],
    Field.ITEM: Words("任务、职责", "Item"),
    Field.LEAD: COLUMN_WORDS[Column.LEAD],
    Field.RESPONSIBLE: COLUMN_WORDS[Column.RESPONSIBLE],
    Field.SUPPORT: COLUMN_WORDS[Column.SUPPORT],
    Field.DUE: COLUMN_WORDS[Column.DUE],
    Field.TARGETS: Words("目标", "Targets"),
    Field.REMARK: COLUMN_WORDS[Column.REMARK],
}
ROLE_FIELDS = {Role.LEAD: Field.LEAD, Role.RESPONSIBLE: Field.RESPONSIBLE, Role.SUPPORT: Field.SUPPORT}
# Cells of departments: lists of names, between which alone a line may break.
NAME_FIELDS = frozenset(ROLE_FIELDS.values())


@dataclass(frozen=True, slots=True)
class ItemCell:
    """A cell's parts: names, targets, or one text; none where it is empty. `old` is None where nothing changed.

    `fresh` are the parts of `new` that it had not before, `gone` those of `old` that it has no longer.
    """

    new: tuple[str, ...]
    old: tuple[str, ...] | None = None
    fresh: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One changed item. An added one has only `new` cells, a removed one (its path is the old plan's) only `old`.

    `changes` are the item's own, in the order of the verbs. `followers` are the items where a change of the departments
    of an action or a project shows as well. `dropped`: removed, and nothing tells why.
    """

    path: Path
    level: Level
    changes: tuple[Change, ...]
    cells: Mapping[Field, ItemCell]
    followers: tuple[Mentioned, ...] = ()
    dropped: bool = False

    @property
    def verbs(self) -> tuple[Verb, ...]:
        return tuple(dict.fromkeys(change.verb for change in self.changes))

    @property
    def happened(self) -> tuple[Words, ...]:
        """The verbs in words."""
        return tuple(dict.fromkeys(map(verb_words, self.changes)))

    @property
    def added(self) -> bool:
        return Verb.ADDED in self.verbs

    @property
    def removed(self) -> bool:
        return Verb.REMOVED in self.verbs


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """The changed items of an action, itself the first where it changed."""

    heading: Heading
    rows: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class ItemTable:
    """`fields` are those that something fills, in order; the number, the item and two roles always."""

    fields: tuple[Field, ...]
    groups: tuple[ItemGroup, ...]

    @property
    def rows(self) -> tuple[ItemRow, ...]:
        return tuple(row for group in self.groups for row in group.rows)


def item_table(comparison: Comparison, only: Collection[tuple[Path, bool]] | None = None) -> ItemTable:
    """A row for each item that changed, under its action, in the order of the changes.

    `only` keeps the items of these keys: the path, and whether it is one of the old plan.
    """
    table = _Table(comparison)
    found: dict[tuple[Heading, Path, bool], list[Change]] = {}
    for change in comparison.changes:
        key = item_key(change)
        if change.action is not None and (only is None or key in only):
            found.setdefault((change.action, *key), []).append(change)
    rows: dict[Heading, list[ItemRow]] = {}
    for (heading, path, gone), changes in found.items():
        rows.setdefault(heading, []).append(table.row(path, changes, gone=gone))
    groups = tuple(ItemGroup(heading, tuple(made)) for heading, made in rows.items())
    return ItemTable(_filled(groups), groups)


def item_key(change: Change) -> tuple[Path, bool]:
    """Removed items go by their path in the old plan, which another item may have in the new one."""
    return change.item, change.verb is Verb.REMOVED


_ALWAYS = frozenset((Field.NUMBER, Field.ITEM, Field.LEAD, Field.RESPONSIBLE))


def _filled(groups: Iterable[ItemGroup]) -> tuple[Field, ...]:
    cells = ((field, cell) for group in groups for row in group.rows for field, cell in row.cells.items())
    filled = {field for field, cell in cells if cell.new or cell.old}
    return tuple(field for field in Field if field in _ALWAYS | filled)


# The keys of a changed text and the cell that shows it; "" is the item's own text or name.
_SHOWN = {
    "": Field.ITEM,
    "text": Field.ITEM,
    "remark": Field.REMARK,
    "unassigned_because": Field.REMARK,
}
_TEXT_VERBS = {Verb.MOVED: Field.NUMBER, Verb.RENAMED: Field.ITEM, Verb.DUE_CHANGED: Field.DUE}


def field_of(change: Change) -> Field | None:
    """The cell that shows a change of a text or target; None for departments, and for what no cell shows."""
    if change.verb is Verb.CHANGED:
        return _SHOWN.get(change.field)
    return Field.TARGETS if change.verb is Verb.TARGET_CHANGED else _TEXT_VERBS.get(change.verb)


class _Table:
    """Makes rows out of the two ledgers."""

    def __init__(self, comparison: Comparison) -> None:
        self._old, self._new = comparison.old, comparison.new
        self._pairs = comparison.pairs
        self._old_rows = {row.path: row for row in comparison.old.rows}
        self._new_rows = {row.path: row for row in comparison.new.rows}
        self._told = {(change.item, field_of(change)) for change in comparison.changes if not change.followers}
        self._dropped = {each.old.path for each in comparison.carried if each.fate is Fate.DROPPED}
        self._names = _Names(comparison)

    def row(self, path: Path, changes: list[Change], *, gone: bool) -> ItemRow:
        if gone:
            row = self._old_rows[path]
            cells = {field: _gone(parts) for field, parts in self._parts(row, self._old).items()}
            return ItemRow(path, row.level, tuple(changes), cells, dropped=path in self._dropped)
        row = self._new_rows[path]
        new = self._parts(row, self._new)
        old_path = self._pairs.get(path)
        if old_path is None:
            cells = {field: ItemCell(parts) for field, parts in new.items()}
        else:
            old = self._parts(self._old_rows[old_path], self._old)
            cells = {field: self._cell(field, old[field], parts, row) for field, parts in new.items()}
            cells |= {
                field: self._names.cell(old[field], new[field], old_path, path, role)
                for role, field in ROLE_FIELDS.items()
            }
        followers = dict.fromkeys(each for change in changes for each in change.followers)
        return ItemRow(path, row.level, tuple(changes), cells, tuple(followers))

    def _parts(self, row: Row, ledger: Ledger) -> dict[Field, tuple[str, ...]]:
        rows = self._old_rows if ledger is self._old else self._new_rows
        parts = dict(_texts(row.item, rows[row.parent].item))
        parts |= {field: names_shown(row.path, role, ledger) for role, field in ROLE_FIELDS.items()}
        return {field: parts[field] for field in Field}

    def _cell(self, field: Field, old: tuple[str, ...], new: tuple[str, ...], row: Row) -> ItemCell:
        if old == new or not self._is_told(field, row):
            return ItemCell(new)
        return ItemCell(new, old, frozenset(new) - {*old}, frozenset(old) - {*new})

    def _is_told(self, field: Field, row: Row) -> bool:
        if (row.path, field) in self._told:
            return True
        # The action's due date is that of all below it that have none.
        return field is Field.DUE and not row.item.due and (row.parent, field) in self._told


def _gone(parts: tuple[str, ...]) -> ItemCell:
    return ItemCell((), parts, gone=frozenset(parts))


def _texts(item: Item, action: Item) -> Iterator[tuple[Field, tuple[str, ...]]]:
    about = getattr(item, "text", "")
    label = f"{item.label}：{about}" if about and about != item.label else item.label
    remark = "；".join(filter(None, (item.unassigned_because, item.remark)))
    for field, text in (
        (Field.NUMBER, item.id),
        (Field.ITEM, label),
        (Field.DUE, item.due or action.due),
        (Field.REMARK, remark),
    ):
        yield field, (text,) if text else ()
    yield Field.TARGETS, tuple(f"{name} {target.value}{target.unit}" for name, target in item.targets.items())


class _Names:
    """Tells names of the two plans that mean one body, whatever reform or spelling lies between."""

    def __init__(self, comparison: Comparison) -> None:
        self._old, self._new = comparison.old, comparison.new
        reforms = [change for change in comparison.changes if change.verb is Verb.REFORMED]
        self._successors = {name_key(each.before[0]): each.after for each in reforms}
        self._known: dict[str, frozenset[str]] = {}

    def cell(self, old: tuple[str, ...], new: tuple[str, ...], old_path: Path, new_path: Path, role: Role) -> ItemCell:
        """A body that a group word brought in, or brings in now, neither came nor went."""
        before, after = {name: self._old_keys(name) for name in old}, {name: self._new_key(name) for name in new}
        bodies = [entry.department for entry in self._old.of(old_path) if entry.role is role]
        had = {key for keys in (*before.values(), *map(self._old_keys, bodies)) for key in keys}
        has = {*after.values(), *(name_key(each.department) for each in self._new.of(new_path) if each.role is role)}
        fresh = frozenset(name for name, key in after.items() if key not in had)
        gone = frozenset(name for name, keys in before.items() if not keys & has)
        return ItemCell(new, old, fresh, gone) if fresh or gone else ItemCell(new)

    def _new_key(self, written: str) -> str:
        mention = self._new.register.resolve(written)
        return group_key(mention) or name_key(mention.department)

    def _old_keys(self, written: str) -> frozenset[str]:
        """Of a body that a reform split there are several."""
        if written not in self._known:
            mention = self._old.register.resolve(written)
            group = group_key(mention)
            names = self._successors.get(name_key(mention.department), [mention.department])
            keys = [group] if group else [name_key(self._new.register.resolve(name).department) for name in names]
            self._known[written] = frozenset(keys)
        return self._known[written]
