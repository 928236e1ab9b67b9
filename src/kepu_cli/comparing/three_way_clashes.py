"""What two people changed that cannot both hold: other values for one fact, work on an item that is gone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Verb
from kepu_cli.comparing.sameness import id_key, name_key, same_due, same_target, same_text
from kepu_cli.comparing.three_way_facts import WHOLE_PLAN, Facet, Fact
from kepu_cli.model import Level, Project, Role, Target
from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from kepu_cli.comparing.changes import Change
    from kepu_cli.comparing.sameness import Years
    from kepu_cli.comparing.three_way_facts import Branch, Place
    from kepu_cli.ledger import Row
    from kepu_cli.model import Item

    # Two facts of which one plan changed the one and the other plan the other, and not both changes can be kept.
    Link = tuple[Fact, Fact]


class Branches(NamedTuple):
    """The two plans; `years` are theirs, for comparing their due dates with each other."""

    ours: Branch
    theirs: Branch
    years: Years


def agree(fact: Fact, branches: Branches) -> bool:
    """Whether both plans, which both changed the fact, made the same of it."""
    ours, theirs = (branch.facts[fact] for branch in (branches.ours, branches.theirs))
    pairs = zip(ours, theirs, strict=False)
    return len(ours) == len(theirs) and all(_same(fact, one, other, branches) for one, other in pairs)


def clashing_facts(branches: Branches) -> Iterator[Link]:
    """Different facts whose changes clash all the same."""
    ours, theirs, _ = branches
    yield from _work_on_what_is_gone(ours, theirs)
    yield from _work_on_what_is_gone(theirs, ours)
    yield from _parted_roles(ours, theirs)
    yield from _tasks_for_who_is_gone(ours, theirs)
    yield from _tasks_for_who_is_gone(theirs, ours)
    yield from _one_number_for_two(ours, theirs)


def _same(fact: Fact, ours: Change, theirs: Change, branches: Branches) -> bool:
    if ours.verb is not theirs.verb:
        return False
    if ours.verb is Verb.ADDED:
        items = branches.ours.rows[ours.item].item, branches.theirs.rows[theirs.item].item
        return _same_holders(ours, theirs) and _same_item(*items, branches.years)
    match fact.facet:
        case Facet.PLACE:
            return branches.ours.destination(ours) == branches.theirs.destination(theirs)
        case Facet.DEPARTMENT:
            return ours.role is theirs.role
        case Facet.LEAD | Facet.MEMBER:
            return _names(ours.after) == _names(theirs.after)
        case Facet.DUE:
            return same_due(_text(ours), _text(theirs), branches.years)
        case Facet.TARGET:
            return same_target(Target(value=_text(ours)), Target(value=_text(theirs)))
        case _:
            return same_text(_text(ours), _text(theirs), branches.years)


def _text(change: Change) -> str:
    return "、".join(change.after)


def _same_holders(ours: Change, theirs: Change) -> bool:
    one, other = ({(name_key(name), role) for name, role in change.holders} for change in (ours, theirs))
    return one == other


def _same_item(ours: Item, theirs: Item, years: Years) -> bool:
    """Of two items of one name whether they also say the same."""
    texts = [(ours.leader, theirs.leader), (ours.remark, theirs.remark)]
    texts.append((ours.unassigned_because, theirs.unassigned_because))
    if isinstance(ours, Project) and isinstance(theirs, Project):
        texts.append((ours.text, theirs.text))
    here, there = ({name_key(name): target for name, target in item.targets.items()} for item in (ours, theirs))
    return (
        same_due(ours.due, theirs.due, years)
        and all(same_text(one, other, years) for one, other in texts)
        and here.keys() == there.keys()
        and {*map(normal, ours.covers)} == {*map(normal, theirs.covers)}
        and ours.extra == theirs.extra
        and all(same_target(here[name], there[name]) for name in here)
    )


def _work_on_what_is_gone(remover: Branch, worker: Branch) -> Iterator[Link]:
    """Items that one plan removed, with whatever the other one changed at them or below."""
    gone = {fact.place for fact in remover.facts if _is_removal(fact, remover)}
    kept = gone - {fact.place for fact in worker.facts if _is_removal(fact, worker)}
    for fact, changes in worker.facts.items():
        if _is_removal(fact, worker):
            continue
        if fact.place in gone:
            yield Fact(fact.place, Facet.ITEM), fact
        for action in _actions(fact, changes, worker, gone):
            if action in kept:
                yield Fact(action, Facet.ITEM), fact


def _is_removal(fact: Fact, branch: Branch) -> bool:
    return fact.facet is Facet.ITEM and branch.facts[fact][0].verb is Verb.REMOVED


def _actions(fact: Fact, changes: list[Change], worker: Branch, gone: set[Place]) -> Iterator[Place]:
    """The actions that a change needs: of an item that is gone with it, of a new one, of one that was moved there."""
    if fact.place in gone:
        yield fact.place[:2]
    if fact.facet is Facet.ITEM:
        yield worker.places[worker.rows[changes[0].item].parent]
    if fact.facet is Facet.PLACE:
        yield from (place for change in changes for place in worker.destination(change) if place)


def _parted_roles(ours: Branch, theirs: Branch) -> Iterator[Link]:
    """Items where both plans changed who leads, to different ends, or gave one department different roles."""
    here, there = _roles_by_item(ours), _roles_by_item(theirs)
    for item in here.keys() & there.keys():
        one, other = here[item], there[item]
        if one.leads and other.leads and (one.raised, one.relieved) != (other.raised, other.relieved):
            yield from ((fact, against) for fact in one.leads for against in other.leads)
        for department in one.after.keys() & other.after.keys():
            if one.after[department] is not other.after[department]:
                yield one.by[department], other.by[department]


class _Roles:
    """What one plan changed of the departments at one item: new roles, and the facts that tell them."""

    def __init__(self) -> None:
        self.after: dict[str, Role | None] = {}
        self.by: dict[str, Fact] = {}
        self.leads: list[Fact] = []
        self.raised: set[str] = set()
        self.relieved: set[str] = set()

    def enter(self, department: str, before: Role | None, after: Role | None, fact: Fact) -> None:
        self.after[department], self.by[department] = after, fact
        if Role.LEAD in (before, after):
            (self.raised if after is Role.LEAD else self.relieved).add(department)
            if fact not in self.leads:
                self.leads.append(fact)


def _roles_by_item(branch: Branch) -> dict[tuple[Place, frozenset[Place]], _Roles]:
    """By the item and those that follow it; one line for the leads comes before those for single departments."""
    found: dict[tuple[Place, frozenset[Place]], _Roles] = defaultdict(_Roles)
    told = [fact for fact in branch.facts if fact.facet in (Facet.LEAD, Facet.DEPARTMENT)]
    for fact in sorted(told, key=lambda fact: fact.facet is Facet.DEPARTMENT):
        if fact.place == WHOLE_PLAN:
            continue
        for change in branch.facts[fact]:
            for department, before, after in _role_changes(change):
                found[fact.place, fact.followers].enter(department, before, after, fact)
    return found


def _tasks_for_who_is_gone(remover: Branch, worker: Branch) -> Iterator[Link]:
    """Members that one plan takes off the roster and to whom the other one gives something to do."""
    gone = _gone_members(remover)
    for name in _gone_members(worker):
        gone.pop(name, None)
    for fact, changes in worker.facts.items() if gone else ():
        for change in changes:
            for name in sorted(_charged(change) & gone.keys()):
                yield gone[name], fact


def _gone_members(branch: Branch) -> dict[str, Fact]:
    return {
        name: fact
        for fact, changes in branch.facts.items()
        if fact.facet is Facet.MEMBER and changes[0].verb is Verb.MEMBER_REMOVED
        for name in _names(changes[0].departments)
    }


def _charged(change: Change) -> frozenset[str]:
    """Who has a part by the change that it had not before."""
    if change.verb is Verb.ADDED:
        return _names(holding.department for holding in change.holders)
    if change.verb not in (Verb.LEAD_CHANGED, Verb.JOINED, Verb.ROLE_CHANGED):
        return frozenset()
    return frozenset(name for name, _, after in _role_changes(change) if after)


def _one_number_for_two(ours: Branch, theirs: Branch) -> Iterator[Link]:
    """New items of one number in one place: the plan that takes both over could not be compared any more."""
    here, there = (
        {_number(place, row): place for place, row in one.added.items() if row.id and place not in other.added}
        for one, other in ((ours, theirs), (theirs, ours))
    )
    for number, place in there.items():
        if (other := here.get(number)) is not None:
            yield Fact(other, Facet.ITEM), Fact(place, Facet.ITEM)


def _number(place: Place, row: Row) -> tuple[Hashable, Level, str]:
    """The action, the level and the number within it."""
    action = WHOLE_PLAN if row.level is Level.ACTION else place[0]
    return action, row.level, id_key(row.id)


def _role_changes(change: Change) -> Iterator[tuple[str, Role | None, Role | None]]:
    if change.verb is Verb.LEAD_CHANGED:
        before, after = _names(change.before), _names(change.after)
        yield from ((name, None, Role.LEAD) for name in after - before)
        yield from ((name, Role.LEAD, None) for name in before - after)
        return
    for name in _names(change.departments):
        if change.verb is Verb.JOINED:
            yield name, None, change.role
        elif change.verb is Verb.LEFT:
            yield name, change.role, None
        else:
            yield name, Role(change.before[0]), change.role


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(name_key, names))
