"""What changed among the departments: reforms, members that came or went, and where their group words lead now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.comparing.changes import Change, Mentioned, Verb
from kepu_cli.comparing.differences import reached_differences
from kepu_cli.comparing.reforms import find_reforms
from kepu_cli.comparing.sameness import name_key
from kepu_cli.comparing.sides import mentioned
from kepu_cli.ledger import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.comparing.reforms import Reform
    from kepu_cli.comparing.sides import Sides
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Plan, Role
    from kepu_cli.roster import Register


def member_changes(sides: Sides) -> Iterator[Change]:
    """Reforms, then members that came or went otherwise, then what group words bring to whom.

    An empty roster says nothing about membership.
    """
    reforms = find_reforms(sides.old, sides.new, sides.succession)
    yield from (_reform(reform, sides) for reform in reforms)
    if not (sides.old.register.is_open or sides.new.register.is_open):
        yield from _comings_and_goings(sides, reforms)
    yield from _through_groups(sides)


def _comings_and_goings(sides: Sides, reforms: tuple[Reform, ...]) -> Iterator[Change]:
    old, new = sides.old.register, sides.new.register
    here, there = member_paths(old), member_paths(new)
    living = {name: {name_key(successor) for successor in sides.succession.successors(name)} for name in old.members}
    known = {key for keys in living.values() for key in keys} | {
        name_key(name) for each in reforms for name in each.new
    }
    for name in new.members:
        if name_key(name) not in known:
            at = there[name_key(name)]
            yield Change(Verb.MEMBER_ADDED, at, name=name, departments=(name,), new=at)
    for name in old.members:
        if not living[name] & there.keys():
            at = here[name_key(name)]
            yield Change(Verb.MEMBER_REMOVED, at, name=name, departments=(name,), old=at)


def _reform(reform: Reform, sides: Sides) -> Change:
    old = member_paths(sides.old.register).get(name_key(reform.old))
    new = member_paths(sides.new.register)[name_key(reform.new[0])]
    return Change(
        Verb.REFORMED, new, name="、".join(reform.new), departments=reform.new, before=(reform.old,),
        after=reform.new, old=old, new=new, followers=tuple(_handed_over(reform, sides)),
    )  # fmt: skip


def member_paths(register: Register) -> Mapping[str, Path]:
    return {name_key(name): ("departments", position) for position, name in enumerate(register.members)}


def _handed_over(reform: Reform, sides: Sides) -> Iterator[Mentioned]:
    """The items that name the old body in the old plan and that a successor holds in the new."""
    keys = [name_key(name) for name in reform.new]
    for held in sides.held:
        named = (key for key in keys if held.old.is_named(key, reform.old))
        if any(map(held.new.role, named)):
            yield mentioned(held.pair.new)


def _through_groups(sides: Sides) -> Iterator[Change]:
    """Who has a part in items, or no longer, because a group word stands for other bodies than it did."""
    found: dict[tuple[Verb, tuple[str, ...], Role | None], list[Mentioned]] = {}
    for held in sides.held:
        for each in reached_differences(held):
            found.setdefault((each.verb, each.departments, each.role), []).append(mentioned(held.pair.new))
    names = {
        name_key(name): name for name in (*_bodies(sides.old_plan, sides.old), *_bodies(sides.new_plan, sides.new))
    }
    for (verb, (key,), role), followers in found.items():
        name = names.get(key, key)
        yield Change(verb, (), name=name, departments=(name,), role=role, basis=Basis.GROUP, followers=tuple(followers))


def _bodies(plan: Plan, ledger: Ledger) -> Iterator[str]:
    yield from ledger.register.members
    for bodies in plan.groups.values():
        yield from (ledger.register.resolve(body).department for body in bodies)
