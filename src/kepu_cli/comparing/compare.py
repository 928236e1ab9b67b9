"""Two plans → what changed between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.comparing.changes import Change, Comparison, Heading, Verb
from kepu_cli.comparing.differences import find_differences, new_holders, old_holders
from kepu_cli.comparing.matching import match_items
from kepu_cli.comparing.order import positions_of_new, positions_of_removed
from kepu_cli.comparing.reforms import Succession, find_reforms
from kepu_cli.comparing.sameness import name_key, same_title, years_of
from kepu_cli.ledger import build_ledger
from kepu_cli.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.comparing.differences import Holders
    from kepu_cli.comparing.matching import Matching, Pair
    from kepu_cli.comparing.reforms import Reform
    from kepu_cli.comparing.sameness import Years
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger, Row
    from kepu_cli.model import Plan
    from kepu_cli.roster import Register


def compare(old: Plan, new: Plan) -> Comparison:
    """Everything that changed from `old` to `new`, and what became of each of last year's items.

    Items stand in the new plan's order, removed ones where they stood, an item's changes in the order of the verbs.
    Raises KepuError where two items side by side have one id, for then nobody can say which is which.
    """
    both = _both(old, new)
    changes = (*_title(old, new), *_members(both), *_items(both))
    pairs = {pair.new.path: pair.old.path for pair in both.matching.pairs}
    return Comparison(both.old, both.new, changes, (), (), (), (), pairs)


@dataclass(frozen=True, slots=True)
class _Held:
    """A pair with its departments on both sides."""

    pair: Pair
    old: Holders
    new: Holders


@dataclass(frozen=True, slots=True)
class _Both:
    """The two plans prepared for comparing."""

    old: Ledger
    new: Ledger
    years: Years
    succession: Succession
    matching: Matching
    held: tuple[_Held, ...]
    old_rows: Mapping[Path, Row]
    new_rows: Mapping[Path, Row]


def _both(old_plan: Plan, new_plan: Plan) -> _Both:
    old, new = build_ledger(old_plan), build_ledger(new_plan)
    years = years_of(old_plan, new_plan)
    matching = match_items(old.rows, new.rows, years)
    succession = Succession(old.register, new.register, old_plan.first_year, new_plan.last_year)
    old_rows, new_rows = ({row.path: row for row in ledger.rows} for ledger in (old, new))
    held = tuple(_held(matching, old, new, succession))
    return _Both(old, new, years, succession, matching, held, old_rows, new_rows)


def _held(matching: Matching, old: Ledger, new: Ledger, succession: Succession) -> Iterator[_Held]:
    for pair in matching.pairs:
        after = new_holders(pair.new.path, new, succession)
        yield _Held(pair, old_holders(pair.old.path, old, succession, after), after)


def _title(old: Plan, new: Plan) -> Iterator[Change]:
    """Years in the title move on by themselves."""
    if not same_title(old.title, new.title):
        yield Change(
            Verb.RENAMED, (), name=new.title, before=old.title, after=new.title, old=("title",), new=("title",)
        )


def _members(both: _Both) -> Iterator[Change]:
    """Reforms, then members that came or went otherwise. An empty roster says nothing about membership."""
    reforms = find_reforms(both.old, both.new, both.succession)
    yield from (_reform(reform, both) for reform in reforms)
    old, new = both.old.register, both.new.register
    if old.is_open or new.is_open:
        return
    here, there = _member_paths(old), _member_paths(new)
    living = {name: {name_key(successor) for successor in both.succession.successors(name)} for name in old.members}
    known = {key for keys in living.values() for key in keys} | {
        name_key(name) for each in reforms for name in each.new
    }
    for name in new.members:
        if name_key(name) not in known:
            at = there[name_key(name)]
            yield Change(Verb.MEMBER_ADDED, at, name=name, department=name, new=at)
    for name in old.members:
        if not living[name] & there.keys():
            at = here[name_key(name)]
            yield Change(Verb.MEMBER_REMOVED, at, name=name, department=name, old=at)


def _reform(reform: Reform, both: _Both) -> Change:
    after = "、".join(reform.new)
    old = _member_paths(both.old.register).get(name_key(reform.old))
    new = _member_paths(both.new.register)[name_key(reform.new[0])]
    tasks = _tasks_handed_over(reform, both)
    return Change(
        Verb.REFORMED, new, name=after, department=after, before=reform.old, after=after, old=old, new=new, tasks=tasks
    )


def _member_paths(register: Register) -> Mapping[str, Path]:
    return {name_key(name): ("departments", position) for position, name in enumerate(register.members)}


def _tasks_handed_over(reform: Reform, both: _Both) -> int:
    """The items that the old body held in the old plan and a successor holds in the new."""
    keys = [name_key(name) for name in reform.new]
    return sum(
        any(held.new.role(key) and key in held.old.named and reform.old in held.old.named[key].names for key in keys)
        for held in both.held
    )


def _items(both: _Both) -> Iterator[Change]:
    matching = both.matching
    there = positions_of_new(both.new.rows)
    gone = positions_of_removed(both.old.rows, matching, there)
    told = [(there[row.path], _added(row, both)) for row in matching.added]
    told += [(gone[row.path], _removed(row, both)) for row in matching.removed]
    told += [(there[pair.new.path], _moved(pair, both, pair.old, pair.new)) for pair in matching.merged]
    told += [(there[held.pair.new.path], change) for held in both.held for change in _changed(held, both)]
    order = {verb: number for number, verb in enumerate(Verb)}
    told.sort(key=lambda one: (one[0], order[one[1].verb]))
    yield from (change for _, change in told)


def _added(row: Row, both: _Both) -> Change:
    leads = _leads(both.new, row.path)
    return _change(Verb.ADDED, row, _heading(row, both), department=leads, after=row.label, new=row.path)


def _removed(row: Row, both: _Both) -> Change:
    successor = both.matching.successors.get(row.parent)
    heading = _heading(successor, both) if successor else _heading(row, both, gone=True)
    leads = _leads(both.old, row.path)
    return _change(Verb.REMOVED, row, heading, department=leads, before=row.label, old=row.path)


def _changed(held: _Held, both: _Both) -> Iterator[Change]:
    old, new = held.pair
    heading = _heading(new, both)
    parent = both.matching.successors.get(old.parent)
    if parent is None or parent.path != new.parent:
        yield _moved(held.pair, both, both.old_rows[old.parent], both.new_rows[new.parent])
    for found in find_differences(held.pair, held.old, held.new, both.years):
        yield _change(
            found.verb, new, heading, department=found.department, role=found.role, before=found.before,
            after=found.after, old=(*old.path, *found.old), new=(*new.path, *found.new),
        )  # fmt: skip


def _moved(pair: Pair, both: _Both, before: Row, after: Row) -> Change:
    """To another action; or, of an item merged into another one, from its own name to that one's."""
    heading = _heading(pair.new, both)
    return _change(
        Verb.MOVED,
        pair.new,
        heading,
        before=_title_of(before),
        after=_title_of(after),
        old=pair.old.path,
        new=pair.new.path,
    )


def _change(
    verb: Verb,
    row: Row,
    heading: Heading,
    *,
    department: str = "",
    role: Role | None = None,
    before: str = "",
    after: str = "",
    old: Path | None = None,
    new: Path | None = None,
) -> Change:
    return Change(verb, row.path, row.level, row.id, row.label, heading, department, role, before, after, old, new)


def _heading(row: Row, both: _Both, *, gone: bool = False) -> Heading:
    action = (both.old_rows if gone else both.new_rows)[row.parent]
    return Heading(action.path, action.id, action.label, gone)


def _title_of(row: Row) -> str:
    return " ".join(part for part in (row.id, row.label) if part)


def _leads(ledger: Ledger, path: Path) -> str:
    return "、".join(name.mention.department for name in ledger.names_at(path) if name.role is Role.LEAD)
