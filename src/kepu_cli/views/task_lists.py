"""What each department has to do (部门任务清单): one entry an item at which it is named, or reached by a group word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.ledger import Basis
from kepu_cli.model import Level, Role
from kepu_cli.views.holders import all_holders, holder_of
from kepu_cli.views.wording import WHOLE_ACTION, measure_text, target_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kepu_cli.findings import Path
    from kepu_cli.ledger import Entry, Ledger, Row
    from kepu_cli.model import Item, Plan


@dataclass(frozen=True, slots=True)
class ListedTask:
    """`group` is the word that reaches the department, "" where it is named itself.

    `measures` are the item itself or, for an action, what of it falls to the department in this role without being
    said again; `leads` all who lead, `others` who else has a part besides the department, as they are written.
    `targets` are those of the item, and of its measures.
    """

    path: Path
    role: Role
    group: str
    number: str
    action: str
    measures: tuple[str, ...]
    leads: tuple[str, ...]
    others: tuple[str, ...]
    due: str
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskList:
    """`bodies` are those that a group outside the roster stands for; `elsewhere` counts tasks told in another list."""

    department: str
    bodies: tuple[str, ...]
    tasks: tuple[ListedTask, ...]
    is_member: bool = False
    elsewhere: int = 0

    def count(self, role: Role) -> int:
        """How many it holds in a role under its own name."""
        return sum(task.role is role for task in self.named)

    @property
    def named(self) -> tuple[ListedTask, ...]:
        """What it holds under its own name."""
        return tuple(task for task in self.tasks if not task.group)

    @property
    def in_groups(self) -> int:
        """How many only a group word brings."""
        return self.elsewhere + sum(bool(task.group) for task in self.tasks)


def task_lists(plan: Plan, ledger: Ledger) -> tuple[TaskList, ...]:
    """A list each member in roster order, those without any task too, then bodies and groups outside the roster.

    In each: what it leads, what it is responsible for, what it supports, at last what a group word brings.
    """
    held: dict[str, dict[_Key, _Held]] = {name: {} for name in all_holders(ledger)}
    bodies: dict[str, dict[str, None]] = {}
    for entry in ledger.entries:
        for name in _listed_under(entry, ledger, held):
            _take_in(held[name], entry)
            if entry.department != name:
                bodies.setdefault(name, {})[entry.department] = None
    items, members = _Items(plan, ledger), frozenset(ledger.register.members)
    return tuple(
        TaskList(name, tuple(bodies.get(name, ())), _sorted(items.tasks(name, tasks)), name in members)
        for name, tasks in held.items()
    )


def with_groups_apart(lists: Iterable[TaskList]) -> tuple[TaskList, ...]:
    """The lists without what only group words bring, which stands once behind them, in a list for each such word.

    Else one task of all members would be printed thirty times.
    """
    own: list[TaskList] = []
    grouped: dict[str, dict[tuple[Path, Role], ListedTask]] = {}
    for each in lists:
        for task in each.tasks:
            if task.group:
                grouped.setdefault(task.group, {}).setdefault((task.path, task.role), _as_named(task))
        if each.is_member or each.named:
            own.append(replace(each, tasks=each.named, elsewhere=each.in_groups))
    return (*own, *(TaskList(word, (), _sorted(tasks.values())) for word, tasks in grouped.items()))


def in_its_own_name(tasks: TaskList) -> TaskList:
    """The list of a group outside the roster as the group itself reads it; any other list as it is."""
    if tasks.is_member or tasks.named:
        return tasks
    return replace(tasks, tasks=_sorted(map(_as_named, tasks.tasks)))


def _as_named(task: ListedTask) -> ListedTask:
    return replace(task, group="", others=tuple(name for name in task.others if name != task.group))


# An item may fall to a department twice: by its name, by a group word.
_Key = tuple["Path", Role, str]
_RANKS = {role: rank for rank, role in enumerate(Role)}


class _Held(NamedTuple):
    """An entry at an item, with the duties below that take it over from there."""

    entry: Entry
    below: list[Path]


def _sorted(tasks: Iterable[ListedTask]) -> tuple[ListedTask, ...]:
    return tuple(sorted(tasks, key=lambda task: (bool(task.group), _RANKS[task.role])))


def _listed_under(entry: Entry, ledger: Ledger, known: Mapping[str, object]) -> Iterable[str]:
    """The group, and a town of it that the plan also names by itself: its own list must be whole."""
    names = dict.fromkeys((holder_of(entry, ledger), entry.department))
    return [name for name in names if name is not None and name in known]


def _take_in(tasks: dict[_Key, _Held], entry: Entry) -> None:
    group = entry.mention.written if entry.mention.is_group else ""
    if entry.basis is Basis.INHERITED:
        above = tasks.get((entry.path[:2], entry.role, group))
        if above and entry.path not in above.below:
            above.below.append(entry.path)
    elif entry.basis is not Basis.PROJECT:  # the project has an entry of its own
        tasks.setdefault((entry.path, entry.role, group), _Held(entry, []))


class _Name(NamedTuple):
    """A name as it is written at an item; `only` is the one department behind it, "" for several."""

    written: str
    leads: bool
    only: str


class _Items:
    """The plan's items with the names at each, prepared once."""

    def __init__(self, plan: Plan, ledger: Ledger) -> None:
        self._lang = plan.lang
        self._rows = {row.path: row for row in ledger.rows}
        self._with_rows_below = {row.parent for row in ledger.rows if row.level is not Level.ACTION}
        self._names = {row.path: _names(ledger.of(row.path)) for row in ledger.rows}

    def tasks(self, department: str, held: Mapping[_Key, _Held]) -> Iterable[ListedTask]:
        for (path, role, group), (_, below) in held.items():
            row = self._rows[path]
            action = self._rows[row.parent].item
            # A name is told once, with its heaviest role.
            leads = dict.fromkeys(name.written for name in self._names[path] if name.leads)
            others = dict.fromkeys(
                name.written for name in self._names[path] if name.only != department and name.written not in leads
            )
            yield ListedTask(
                path,
                role,
                group,
                action.id,
                action.label or ("" if action.id else self._rows[row.parent].called.in_(self._lang)),
                self._measures(row, below),
                tuple(leads),
                tuple(others),
                row.item.due or action.due,
                tuple(self._targets(row, below)),
            )

    def _measures(self, row: Row, below: Iterable[Path]) -> tuple[str, ...]:
        items: list[Item] = [self._rows[path].item for path in below]
        if row.level is not Level.ACTION:
            items = [row.item]
        elif not items and row.path in self._with_rows_below:
            return (WHOLE_ACTION.in_(self._lang),)
        return tuple(map(measure_text, items))

    def _targets(self, row: Row, below: Iterable[Path]) -> Iterator[str]:
        for item in (row.item, *(self._rows[path].item for path in below)):
            yield from target_texts(item, self._lang)


def _names(entries: Iterable[Entry]) -> tuple[_Name, ...]:
    behind: dict[tuple[str, bool], set[str]] = {}
    for entry in entries:
        key = entry.mention.written, entry.role is Role.LEAD
        behind.setdefault(key, set()).add(entry.department)
    return tuple(
        _Name(written, leads, next(iter(names)) if len(names) == 1 else "")
        for (written, leads), names in behind.items()
    )
