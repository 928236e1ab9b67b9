"""The ledger (台账): one flat table of who does what, built once from a plan; every output is a view of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from kepu_cli.findings import Words
from kepu_cli.model import Level, Role
from kepu_cli.references import covered_duties
from kepu_cli.roster import Mention, Register, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Path
    from kepu_cli.model import Action, Item, Plan

# Characters of an item's name that a message repeats: enough to know it by.
_LONGEST_LABEL = 24


class Basis(StrEnum):
    """Why a department stands in a row, the strongest first."""

    NAMED = "named"
    GROUP = "group"
    PROJECT = "project"
    INHERITED = "inherited"


@dataclass(frozen=True, slots=True)
class Row:
    """An item of the plan; `parent` is the path of its action (an action's is its own)."""

    path: Path
    level: Level
    parent: Path
    item: Item

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def label(self) -> str:
        return self.item.label

    @property
    def label_path(self) -> Path:
        """Where its name, or a duty's text, is written."""
        return (*self.path, "text" if self.level is Level.DUTY else "name")

    @property
    def called(self) -> Words:
        """What a message calls it: the beginning of its name, or its number where it has none."""
        label = self.label.strip()
        if not label:
            number = int(self.path[-1]) + 1
            return Words(f"第 {number} 项", f"item {number}")
        quoted = f"“{label if len(label) <= _LONGEST_LABEL else label[:_LONGEST_LABEL] + '…'}”"
        return Words(quoted, quoted)


@dataclass(frozen=True, slots=True)
class Entry:
    """One (item, department, role). `department` is the roster's name, or the written one where none was found."""

    path: Path
    department: str
    role: Role
    basis: Basis
    mention: Mention


@dataclass(frozen=True, slots=True)
class Written:
    """A name where it was written: the path of the item, its role, its position in that list."""

    path: Path
    role: Role
    position: int
    mention: Mention

    @property
    def place(self) -> Path:
        return (*self.path, self.role.value, self.position)


@dataclass(frozen=True, slots=True)
class Ledger:
    """`rows` in the plan's order, `entries` in the order of rows, roles and names."""

    register: Register
    rows: tuple[Row, ...]
    entries: tuple[Entry, ...]
    written: tuple[Written, ...]
    by_path: Mapping[Path, tuple[Entry, ...]]
    written_at: Mapping[Path, tuple[Written, ...]]

    def of(self, path: Path) -> tuple[Entry, ...]:
        """The entries of one item."""
        return self.by_path.get(path, ())

    def names_at(self, path: Path) -> tuple[Written, ...]:
        """The names written at one item."""
        return self.written_at.get(path, ())


def build_ledger(plan: Plan) -> Ledger:
    """The ledger of a plan: names resolved, groups expanded, projects and actions passed on to the duties."""
    register = Register(plan.departments, plan.groups, plan.region)
    rows = tuple(_rows(plan))
    written = tuple(name for row in rows for name in _written(row, register))
    written_at = _by_path(written)
    own = {row.path: tuple(_own_entries(written_at.get(row.path, ()))) for row in rows}
    entries = tuple(entry for action, path in _actions(plan) for entry in _action_entries(action, path, own))
    return Ledger(register, rows, entries, written, _by_path(entries), written_at)


def _actions(plan: Plan) -> Iterator[tuple[Action, Path]]:
    for position, action in enumerate(plan.actions):
        yield action, ("actions", position)


def _rows(plan: Plan) -> Iterator[Row]:
    for action, path in _actions(plan):
        yield Row(path, Level.ACTION, path, action)
        for position, duty in enumerate(action.duties):
            yield Row((*path, "duties", position), Level.DUTY, path, duty)
        for position, project in enumerate(action.projects):
            yield Row((*path, "projects", position), Level.PROJECT, path, project)


def _written(row: Row, register: Register) -> Iterator[Written]:
    for role in Role:
        for position, name in enumerate(row.item.names(role)):
            yield Written(row.path, role, position, register.resolve(name))


def _own_entries(names: tuple[Written, ...]) -> Iterator[Entry]:
    """What is written at an item itself: named departments, then what its group words add."""
    taken = {name.mention.department for name in names if name.mention.sort is Sort.DEPARTMENT}
    for name in names:
        mention = name.mention
        if not mention.is_group:
            basis = Basis.GROUP if mention.sort is Sort.VAGUE else Basis.NAMED
            yield Entry(name.path, mention.department, name.role, basis, mention)
            continue
        for body in mention.bodies or (mention.department,):
            if body not in taken:
                yield Entry(name.path, body, name.role, Basis.GROUP, mention)
                if mention.bodies:
                    taken.add(body)


def _action_entries(action: Action, path: Path, own: Mapping[Path, tuple[Entry, ...]]) -> Iterator[Entry]:
    yield from own[path]
    through = _through_projects(action, path, own)
    for position, duty in enumerate(action.duties):
        duty_path = (*path, "duties", position)
        yield from _item_entries(duty, duty_path, own, through.get(position, ()), own[path])
    for position, project in enumerate(action.projects):
        yield from _item_entries(project, (*path, "projects", position), own, (), own[path])


def _through_projects(
    action: Action, path: Path, own: Mapping[Path, tuple[Entry, ...]]
) -> Mapping[int, tuple[Entry, ...]]:
    """Duty position → entries of the projects that take it up."""
    through: dict[int, list[Entry]] = defaultdict(list)
    for position, project in enumerate(action.projects):
        for duty in covered_duties(action, project):
            through[duty] += own[(*path, "projects", position)]
    return {duty: tuple(entries) for duty, entries in through.items()}


def _item_entries(
    item: Item,
    path: Path,
    own: Mapping[Path, tuple[Entry, ...]],
    projects: tuple[Entry, ...],
    action: tuple[Entry, ...],
) -> Iterator[Entry]:
    """An item's own entries, its projects', then what it inherits."""
    yield from own[path]
    taken = {entry.department for entry in own[path]}
    passed_on = [entry for entry in projects if entry.department not in taken]
    for entry in passed_on:
        yield Entry(path, entry.department, entry.role, Basis.PROJECT, entry.mention)
    held = (*own[path], *passed_on)
    if not held and item.unassigned_because:
        return
    for entry in _inherited(held, action):
        yield Entry(path, entry.department, entry.role, Basis.INHERITED, entry.mention)


def _inherited(held: tuple[Entry, ...], action: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """From the action: everything where the item has nothing, its leads where the item has none."""
    if not held:
        return action
    if any(entry.role is Role.LEAD for entry in held):
        return ()
    return tuple(entry for entry in action if entry.role is Role.LEAD)


_T = TypeVar("_T", Entry, Written)


def _by_path(entries: tuple[_T, ...]) -> Mapping[Path, tuple[_T, ...]]:
    grouped: dict[Path, list[_T]] = defaultdict(list)
    for entry in entries:
        grouped[entry.path].append(entry)
    return {path: tuple(found) for path, found in grouped.items()}
