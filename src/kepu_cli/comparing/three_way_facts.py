"""Which fact of the common base a change is about, so that the changes of two plans can be laid side by side."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Verb
from kepu_cli.comparing.sameness import id_key, name_key, text_key
from kepu_cli.model import Level

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from kepu_cli.comparing.changes import Change
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Row

    # An item in the base: its path there. An added one: its action, level, name and its number among equals.
    Place = tuple[Hashable, ...]

WHOLE_PLAN: Place = ()
MEMBERS: Place = ("departments",)


class Facet(StrEnum):
    """The sides of an item; an item's facts are told in this order."""

    ITEM = "item"  # that it is there at all
    NAME = "name"
    TEXT = "text"
    FIELD = "field"
    PLACE = "place"
    LEAD = "lead"
    DEPARTMENT = "department"
    DUE = "due"
    TARGET = "target"
    MEMBER = "member"


class Fact(NamedTuple):
    """What can be changed: `which` is a department, a target's name, a field's key.

    `followers` are the items that a change of the action, a project or a group word reaches: who changes it for other
    items changes another fact.
    """

    place: Place
    facet: Facet
    which: str = ""
    followers: frozenset[Place] = frozenset()


class Branch:
    """One of the two plans that grew out of the base, with the base's names for its items."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.rows: Mapping[Path, Row] = {row.path: row for row in comparison.new.rows}
        self.places = _places(comparison)
        self.added: dict[Place, Row] = {
            place: self.rows[path] for path, place in self.places.items() if path not in comparison.pairs
        }
        self.facts: dict[Fact, list[Change]] = {}
        for change in comparison.changes:
            self.facts.setdefault(self.fact(change), []).append(change)

    def fact(self, change: Change) -> Fact:
        """The fact that a change is about."""
        facet = _FACETS[change.verb]
        if facet is Facet.FIELD and change.item and change.level and not change.field:
            facet = Facet.TEXT
        # What a reform took over follows from the rest of the plan: two plans that tell it differently do not clash.
        items = () if change.verb is Verb.REFORMED else change.followers
        followers = frozenset(self.places.get(each.path, each.path) for each in items)
        return Fact(self._place(change, facet), facet, _which(change, facet), followers)

    def destination(self, change: Change) -> tuple[Place, Place | None]:
        """Where a moved item stands: its action; and, of one that was merged, what it was merged into."""
        action = self.places[self.rows[change.item].parent]
        return action, self.places[change.item] if change.merged else None

    def _place(self, change: Change, facet: Facet) -> Place:
        if change.level is None:
            return MEMBERS if facet is Facet.MEMBER or change.item else WHOLE_PLAN
        if change.verb is Verb.REMOVED:
            return change.item
        if change.verb is Verb.MOVED and change.old is not None:
            return change.old
        return self.places[change.item]


_FACETS = {
    Verb.ADDED: Facet.ITEM,
    Verb.REMOVED: Facet.ITEM,
    Verb.CHANGED: Facet.FIELD,
    Verb.RENAMED: Facet.NAME,
    Verb.MOVED: Facet.PLACE,
    Verb.LEAD_CHANGED: Facet.LEAD,
    Verb.JOINED: Facet.DEPARTMENT,
    Verb.LEFT: Facet.DEPARTMENT,
    Verb.ROLE_CHANGED: Facet.DEPARTMENT,
    Verb.DUE_CHANGED: Facet.DUE,
    Verb.TARGET_CHANGED: Facet.TARGET,
    Verb.MEMBER_ADDED: Facet.MEMBER,
    Verb.MEMBER_REMOVED: Facet.MEMBER,
    Verb.REFORMED: Facet.MEMBER,
}


def _places(comparison: Comparison) -> Mapping[Path, Place]:
    """The place of every item of the new plan; an action comes before its items."""
    places: dict[Path, Place] = {}
    equals: Counter[Place] = Counter()
    for row in comparison.new.rows:
        old = comparison.pairs.get(row.path)
        if old is None:
            action = WHOLE_PLAN if row.level is Level.ACTION else places[row.parent]
            place: Place = (action, row.level, text_key(row.label) or f"#{id_key(row.id)}")
            equals[place] += 1
            places[row.path] = (*place, equals[place])
        else:
            places[row.path] = old
    return places


def _which(change: Change, facet: Facet) -> str:
    if facet is Facet.DEPARTMENT:
        return _names(change.departments)
    if facet is Facet.MEMBER:
        return _names(change.before if change.verb is Verb.REFORMED else change.departments)
    if facet is Facet.TARGET:
        return name_key(str(_written_at(change)[-1]))
    return _field(change) if facet is Facet.FIELD else ""


def _names(names: Sequence[str]) -> str:
    return "\0".join(map(name_key, names))


def _field(change: Change) -> str:
    """The field's key; a phase, a group and a column of the clerk's own go by their names."""
    name = change.name if change.level is None else ""
    if change.field == "extra":
        name = str(_written_at(change)[-1])
    return f"{change.field}/{name_key(name)}" if name else change.field


def _written_at(change: Change) -> Path:
    """Where the very words stand, on that side where there are some."""
    return max(change.new or (), change.old or (), key=len)
