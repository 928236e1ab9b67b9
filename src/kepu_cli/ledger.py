"""The ledger (台账): one flat table of who does what, built once from a plan; every output is a view of it."""

from __future__ import annotations

from collections import defaultdict, deque
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kepu_cli.findings import Words
from kepu_cli.model import Level, Role
from kepu_cli.names import normal
from kepu_cli.references import covered_duties
from kepu_cli.roster import By, Mention, Register, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Path
    from kepu_cli.model import Action, Item, Plan

# Characters of an item's name that a message repeats: enough to know it by.
LONGEST_LABEL = 24


class Basis(StrEnum):
    """Why a department stands in a row, the strongest first."""

    NAMED = "named"
    GROUP = "group"
    PROJECT = "project"
    INHERITED = "inherited"


class Row(NamedTuple):
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
        quoted = f"“{label if len(label) <= LONGEST_LABEL else label[:LONGEST_LABEL] + '…'}”"
        return Words(quoted, quoted)


class Entry(NamedTuple):
    """One (item, department, role). `department` is the roster's name, or the written one where none was found."""

    path: Path
    department: str
    role: Role
    basis: Basis
    mention: Mention


class Written(NamedTuple):
    """A name where it was written: the path of the item, its role, its position in that list."""

    path: Path
    role: Role
    position: int
    mention: Mention

    @property
    def place(self) -> Path:
        return (*self.path, self.role.value, self.position)


class Ledger(NamedTuple):
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


def are_predecessors(one: Written, other: Written) -> bool:
    """Two former names that a reform made into one (人事局、劳动局): two bodies when they were written."""
    both_former = one.mention.by is other.mention.by is By.FORMER
    return both_former and normal(one.mention.written) != normal(other.mention.written)


def build_ledger(plan: Plan) -> Ledger:
    """The ledger of a plan: names resolved, groups expanded, projects and actions passed on to the duties."""
    # A copy: another thread may add to them meanwhile.
    for known, ledger in tuple(_RECENT):
        if known is plan:
            return ledger
    built = _built(plan)
    _RECENT.append((plan, built))
    return built


# A run asks several times for the ledgers of the plan, or of the two, that it is about.
_RECENT: deque[tuple[Plan, Ledger]] = deque(maxlen=2)


def _built(plan: Plan) -> Ledger:
    register = Register(plan.departments, plan.groups, plan.region)
    rows = tuple(_rows(plan))
    written = tuple(name for row in rows for name in _written(row, register))
    written_at = _by_path(written)
    own = {row.path: tuple(_own_entries(written_at.get(row.path, ()))) for row in rows}
    through = _through_projects(plan, own)
    entries = tuple(entry for row in rows for entry in _item_entries(row, own, through))
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
    item = row.item
    for role, names in ((Role.LEAD, item.lead), (Role.RESPONSIBLE, item.responsible), (Role.SUPPORT, item.support)):
        for position, name in enumerate(names):
            yield Written(row.path, role, position, register.resolve(name))


def _own_entries(names: tuple[Written, ...]) -> Iterator[Entry]:
    """What is written at an item itself: each name once a role, a group word as the bodies that nothing names."""
    taken = {name.mention.department for name in names if name.mention.sort is Sort.DEPARTMENT}
    told: set[tuple[str, Role]] = set()
    for name in names:
        mention = name.mention
        basis = Basis.GROUP if mention.sort in _GROUPS else Basis.NAMED
        bodies = [body for body in mention.bodies if body not in taken] if mention.bodies else [mention.department]
        for body in bodies:
            if (body, name.role) not in told:
                yield Entry(name.path, body, name.role, basis, mention)
                told.add((body, name.role))
        if mention.bodies:
            taken.update(bodies)


_GROUPS = (Sort.MEMBERS, Sort.GROUP, Sort.VAGUE)


def _through_projects(plan: Plan, own: Mapping[Path, tuple[Entry, ...]]) -> Mapping[Path, tuple[Entry, ...]]:
    """Duty → entries of the projects that take it up."""
    through: dict[Path, list[Entry]] = defaultdict(list)
    for (action, project), (home, duty) in covered_duties(plan):
        through["actions", home, "duties", duty] += own["actions", action, "projects", project]
    return {duty: tuple(entries) for duty, entries in through.items()}


def _item_entries(
    row: Row, own: Mapping[Path, tuple[Entry, ...]], through: Mapping[Path, tuple[Entry, ...]]
) -> Iterator[Entry]:
    """An item's own entries, its projects', then what it inherits."""
    held = own[row.path]
    yield from held
    if row.level is Level.ACTION:
        return
    if projects := through.get(row.path):
        passed_on = tuple(_passed_on(held, projects))
        for entry in passed_on:
            yield Entry(row.path, entry.department, entry.role, Basis.PROJECT, entry.mention)
        held = (*held, *passed_on)
    if not held and row.item.unassigned_because:
        return
    for entry in _inherited(held, own[row.parent]):
        yield Entry(row.path, entry.department, entry.role, Basis.INHERITED, entry.mention)


def _passed_on(own: tuple[Entry, ...], projects: tuple[Entry, ...]) -> Iterator[Entry]:
    """What projects add: each department once, and none that the item itself names for as heavy a role.

    Who leads a project leads the duty only where the duty has no lead of its own; else it does a share of it.
    """
    has_lead = any(entry.role is Role.LEAD for entry in own)
    held: dict[str, int] = {}
    for entry in own:
        held[entry.department] = min(_WEIGHT[entry.role], held.get(entry.department, len(_WEIGHT)))
    for entry in sorted(projects, key=lambda entry: _WEIGHT[entry.role]):
        role = Role.RESPONSIBLE if has_lead and entry.role is Role.LEAD else entry.role
        if _WEIGHT[role] < held.get(entry.department, len(_WEIGHT)):
            held[entry.department] = _WEIGHT[role]
            yield entry._replace(role=role)


_WEIGHT = {role: at for at, role in enumerate(Role)}


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
