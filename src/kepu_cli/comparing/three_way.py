"""Two plans that grew out of one: who changed what, and where the two cannot both be followed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Heading
from kepu_cli.comparing.compare import compare
from kepu_cli.comparing.sameness import years_of
from kepu_cli.comparing.three_way_clashes import Branches, agree, clashing_facts
from kepu_cli.comparing.three_way_facts import MEMBERS, WHOLE_PLAN, Branch, Facet
from kepu_cli.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kepu_cli.comparing.changes import Change
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.comparing.three_way_clashes import Link
    from kepu_cli.comparing.three_way_facts import Fact, Place
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Row
    from kepu_cli.model import Plan


class Standing(StrEnum):
    """Who changed a fact of the base."""

    CLASH = "clash"
    OURS = "ours"
    THEIRS = "theirs"
    ALIKE = "alike"


class ChangedFact(NamedTuple):
    """One fact of the base that somebody changed, with the changes of both sides as they are told of each plan.

    `item` is the path in the base; () for the plan and its members; None for an item that the base lacks, whose path
    in its plan is its change's. `which` is the department, the target or the field's key. Of a clash between several
    facts, as when a removed item was worked on, the first one gives these, and both sides have all their changes.
    """

    standing: Standing
    facet: Facet
    item: Path | None
    level: Level | None
    number: str
    name: str
    action: Heading | None
    which: str
    ours: tuple[Change, ...]
    theirs: tuple[Change, ...]


class ThreeWay(NamedTuple):
    """Both comparisons with the base, and their changes fact by fact, every change once.

    `facts` stand first of the plan and its members, then of the items in the base's order, new items behind those of
    their action, new actions at the end. Nothing in it depends on which plan is called ours, but the sides' names.
    """

    ours: Comparison
    theirs: Comparison
    facts: tuple[ChangedFact, ...]


def compare_three(base: Plan, ours: Plan, theirs: Plan) -> ThreeWay:
    """Who changed what since `base`. Raises KepuError as `compare` does."""
    mine, yours = compare(base, ours), compare(base, theirs)
    branches = Branches(Branch(mine), Branch(yours), years_of(ours, theirs))
    positions = _positions(mine.old.rows, branches)
    groups = _grouped({*branches.ours.facts, *branches.theirs.facts}, clashing_facts(branches))
    ordered = (sorted(group, key=lambda fact: _order(fact, positions)) for group in groups)
    facts = sorted(ordered, key=lambda group: _order(group[0], positions))
    bases: dict[Place, Row] = {row.path: row for row in mine.old.rows}
    return ThreeWay(mine, yours, tuple(_changed(group, branches, bases) for group in facts))


def _grouped(facts: Iterable[Fact], links: Iterable[Link]) -> list[list[Fact]]:
    """The facts, those together that links connect."""
    groups = {fact: [fact] for fact in facts}
    for one, other in links:
        here, there = groups[one], groups[other]
        if here is not there:
            here.extend(there)
            groups.update(dict.fromkeys(there, here))
    return list({id(group): group for group in groups.values()}.values())


# Of the plan or an action, then of the item in it: base or new, number, and for new items more that tells them apart.
_Position = tuple[tuple[int, int, str], tuple[int, int, str]]


def _order(fact: Fact, positions: Mapping[Place, _Position]) -> tuple[_Position, int, list[str], str]:
    """What is written at the item itself comes before what its action passes on."""
    return positions[fact.place], _FACETS[fact.facet], sorted(map(str, fact.followers)), fact.which


_FACETS = {facet: number for number, facet in enumerate(Facet)}
_ITSELF = (-1, 0, "")


def _positions(base: tuple[Row, ...], branches: Branches) -> Mapping[Place, _Position]:
    """Where the facts of an item are told. Of an item that both plans added, the smaller number counts."""
    positions: dict[Place, _Position] = {WHOLE_PLAN: ((-2, 0, ""), _ITSELF), MEMBERS: ((-1, 0, ""), _ITSELF)}
    for number, row in enumerate(base):
        action = positions[row.parent][0] if row.parent in positions else (0, number, "")
        positions[row.path] = (action, _ITSELF if row.level is Level.ACTION else (0, number, ""))
    added = [each for branch in branches[:2] for each in branch.added.items()]
    for place, row in added:
        if row.level is Level.ACTION:
            _enter(positions, place, (_new(place, row), _ITSELF))
    for place, row in added:
        if row.level is not Level.ACTION:
            _enter(positions, place, (positions[_action(place)][0], _new(place, row)))
    return positions


def _enter(positions: dict[Place, _Position], place: Place, position: _Position) -> None:
    positions[place] = min(position, positions.get(place, position))


def _new(place: Place, row: Row) -> tuple[int, int, str]:
    return 1 + (row.level is Level.PROJECT), int(row.path[-1]), str(place)


def _action(added: Place) -> Place:
    """The action's place stands first in that of an added item."""
    return added[0] if added and isinstance(added[0], tuple) else WHOLE_PLAN


def _changed(group: list[Fact], branches: Branches, bases: Mapping[Place, Row]) -> ChangedFact:
    first = group[0]
    ours, theirs = (tuple(_changes(group, branch)) for branch in branches[:2])
    told = (branches.ours.facts.get(first) or branches.theirs.facts[first])[0]
    row = bases.get(first.place)
    level, number, name = (row.level, row.id, row.label) if row else (told.level, told.number, told.name)
    return ChangedFact(
        _standing(group, branches), first.facet, row.path if row else None if told.level else (), level, number,
        name, _heading(first, told, bases), first.which, ours, theirs,
    )  # fmt: skip


def _heading(fact: Fact, told: Change, bases: Mapping[Place, Row]) -> Heading | None:
    """The action in the base, also of a new item in it; a new action's in its own plan."""
    row = bases.get(fact.place) or bases.get(_action(fact.place))
    if row is None:
        return told.action
    action = bases[row.parent]
    return Heading(action.path, action.id, action.label)


def _changes(group: list[Fact], branch: Branch) -> Iterator[Change]:
    for fact in group:
        yield from branch.facts.get(fact, ())


def _standing(group: list[Fact], branches: Branches) -> Standing:
    if len(group) > 1:
        return Standing.CLASH
    fact = group[0]
    if fact not in branches.theirs.facts:
        return Standing.OURS
    if fact not in branches.ours.facts:
        return Standing.THEIRS
    return Standing.ALIKE if agree(fact, branches) else Standing.CLASH
