"""The ledger (台账): one flat table of who does what, built once from a plan; every output is a view of it."""

from __future__ import annotations

from collections import defaultdict, deque
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Words
from kepu_cli.model import Level, Role
from kepu_cli.names import normal
from kepu_cli.references import covered_duties
from kepu_cli.roster import By, Mention, Register, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    by_sort: Mapping[Sort, Sequence[Written]]

    def of(self, path: Path) -> tuple[Entry, ...]:
        """The entries of one item."""
        return self.by_path.get(path, ())

    def names_at(self, path: Path) -> tuple[Written, ...]:
        """The names written at one item."""
        return self.written_at.get(path, ())

    def names_of(self, sort: Sort) -> Sequence[Written]:
        """The names, wherever written, that turned out to be of one sort."""
        return self.by_sort.get(sort, ())


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
    written_at = {row.path: names for row in rows if (names := _written(row, register))}
    own = {path: _own_entries(names) for path, names in written_at.items()}
    through = _through_projects(plan, own)
    by_path = {row.path: entries for row in rows if (entries := _item_entries(row, own, through))}
    entries = tuple(chain.from_iterable(by_path.values()))
    written = tuple(chain.from_iterable(written_at.values()))
    return Ledger(register, rows, entries, written, by_path, written_at, _by_sort(written))


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


def _written(row: Row, register: Register) -> tuple[Written, ...]:
    item = row.item
    return tuple(
        [
            Written(row.path, role, position, register.resolve(name))
            for role, names in zip(_ROLES, (item.lead, item.responsible, item.support), strict=True)
            for position, name in enumerate(names)
        ]
    )


_ROLES = tuple(Role)


def _own_entries(names: tuple[Written, ...]) -> tuple[Entry, ...]:
    """What is written at an item itself: each name once a role, a group word as the bodies that nothing names."""
    entries: dict[tuple[str, Role], Entry] = {}
    taken: set[str] | None = None
    for path, role, _, mention in names:
        bodies: Sequence[str] = (mention.department,)
        if mention.bodies:
            taken = _named(names) if taken is None else taken
            bodies = [body for body in mention.bodies if body not in taken]
            taken.update(bodies)
        for body in bodies:
            if (body, role) not in entries:
                entries[body, role] = Entry(path, body, role, _BASES[mention.sort], mention)
    return tuple(entries.values())


_GROUPS = (Sort.MEMBERS, Sort.GROUP, Sort.VAGUE)
_BASES = {sort: Basis.GROUP if sort in _GROUPS else Basis.NAMED for sort in Sort}


def _named(names: tuple[Written, ...]) -> set[str]:
    return {name.mention.department for name in names if name.mention.sort is Sort.DEPARTMENT}


def _through_projects(plan: Plan, own: Mapping[Path, tuple[Entry, ...]]) -> Mapping[Path, tuple[Entry, ...]]:
    """Duty → entries of the projects that take it up."""
    through: dict[Path, list[Entry]] = defaultdict(list)
    for (action, project), (home, duty) in covered_duties(plan):
        through["actions", home, "duties", duty] += own.get(("actions", action, "projects", project), ())
    return {duty: tuple(entries) for duty, entries in through.items()}


def _item_entries(
    row: Row, own: Mapping[Path, tuple[Entry, ...]], through: Mapping[Path, tuple[Entry, ...]]
) -> tuple[Entry, ...]:
    """An item's own entries, its projects', then what it inherits."""
    held = own.get(row.path, ())
    if row.level is Level.ACTION:
        return held
    if projects := through.get(row.path):
        held += _moved(_passed_on(held, projects), row.path, Basis.PROJECT)
    if not held and row.item.unassigned_because:
        return ()
    return held + _moved(_inherited(held, own.get(row.parent, ())), row.path, Basis.INHERITED)


def _moved(entries: Iterable[Entry], path: Path, basis: Basis) -> tuple[Entry, ...]:
    return tuple([Entry(path, entry.department, entry.role, basis, entry.mention) for entry in entries])


def _passed_on(own: tuple[Entry, ...], projects: tuple[Entry, ...]) -> Iterator[Entry]:
    """What projects add: each department once, and none that the item itself names for as heavy a role.

    Who leads a project leads the duty only where the duty has no lead of its own; else it does a share of it.
    """
    has_lead = bool(_leads(own))
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
    if _leads(held):
        return ()
    return _leads(action)


def _leads(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    # Here once: Python 3.11 takes its time to find the members of an enumeration.
    lead = Role.LEAD
    return tuple([entry for entry in entries if entry.role is lead])


def _by_sort(written: tuple[Written, ...]) -> Mapping[Sort, Sequence[Written]]:
    by_sort: dict[Sort, list[Written]] = defaultdict(list)
    for name in written:
        by_sort[name.mention.sort].append(name)
    # A plain one, in which to look for a sort does not enter it.
    return dict(by_sort)
