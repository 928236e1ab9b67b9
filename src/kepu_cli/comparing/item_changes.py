"""What changed at the items: those that came, went and moved, and what differs in those that stayed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Change, Heading, Holding, Mentioned, Verb, texts
from kepu_cli.comparing.covers import Covers
from kepu_cli.comparing.differences import VERB_ORDER, find_differences, has_new_names
from kepu_cli.comparing.order import positions_of_new, positions_of_removed
from kepu_cli.comparing.sides import mentioned
from kepu_cli.ledger import Basis
from kepu_cli.model import Level, Role
from kepu_cli.references import covered_duties

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from kepu_cli.comparing.differences import Difference
    from kepu_cli.comparing.matching import Pair
    from kepu_cli.comparing.sides import Held, Sides
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger, Row

    # What is told of a department, wherever it shows: verb, departments, role, before, after.
    Fact = tuple[Verb, tuple[str, ...], Role | None, tuple[str, ...], tuple[str, ...]]


def item_changes(sides: Sides) -> tuple[Change, ...]:
    """In the new plan's order, removed items where they stood, an item's changes in the order of the verbs."""
    matching = sides.matching
    there = positions_of_new(sides.new.rows)
    gone = positions_of_removed(sides.old.rows, matching, there)
    differing = [_Differing(held, tuple(find_differences(held, sides.years))) for held in sides.held]
    elsewhere, covers = _told_elsewhere(differing, sides), Covers(sides)
    told = [(there[row.path], _added(row, sides)) for row in matching.added]
    told += [(gone[row.path], _removed(row, sides)) for row in matching.removed]
    told += [(there[pair.new.path], _moved(pair, sides, pair.old, pair.new)) for pair in matching.merged]
    told += [
        (there[each.held.pair.new.path], change)
        for each in differing
        for change in (*_own_changes(each, sides, elsewhere), *_changed_covers(each.held.pair, covers, sides))
    ]
    told += [(there[change.item], change) for change in _followed(differing, sides, elsewhere)]
    told.sort(key=lambda one: (one[0], VERB_ORDER[one[1].verb], bool(one[1].followers)))
    return tuple(change for _, change in told)


class _Differing(NamedTuple):
    """An item that stayed, and what differs within it."""

    held: Held
    differences: tuple[Difference, ...]


def _added(row: Row, sides: Sides) -> Change:
    origin = sides.matching.splits.get(row.path)
    split_off = texts(_title_of(origin)) if origin else ()
    holders = _holders(sides.new, row.path)
    return Change(
        Verb.ADDED, row.path, row.level, row.id, row.label, sides.heading(row), _leads(holders), None,
        split_off, texts(row.label), origin.path if origin else None, row.path, holders=holders,
    )  # fmt: skip


def _removed(row: Row, sides: Sides) -> Change:
    holders = _holders(sides.old, row.path)
    return Change(
        Verb.REMOVED, row.path, row.level, row.id, row.label, sides.old_heading(row), _leads(holders), None,
        texts(row.label), (), row.path, None, holders=holders,
    )  # fmt: skip


def _holders(ledger: Ledger, path: Path) -> tuple[Holding, ...]:
    return tuple(Holding(name.mention.department, name.role) for name in ledger.names_at(path))


def _leads(holders: tuple[Holding, ...]) -> tuple[str, ...]:
    return tuple(name for name, role in holders if role is Role.LEAD)


def _own_changes(differing: _Differing, sides: Sides, elsewhere: _Elsewhere) -> Iterator[Change]:
    """All but what an item merely has from its action or a project, where that is told."""
    held = differing.held
    old, new = held.pair
    if held.has_moved:
        yield _moved(held.pair, sides, sides.old_rows[old.parent], sides.new_rows[new.parent])
    for found in differing.differences:
        if _source(found, held, elsewhere) is None:
            yield _change(found, held.pair, sides.heading(new))


def _changed_covers(pair: Pair, covers: Covers, sides: Sides) -> Iterator[Change]:
    yield from (_change(found, pair, sides.heading(pair.new)) for found in covers.changed(pair))


class _Elsewhere(NamedTuple):
    """By new paths: what is told of the departments of actions and projects, and which projects take up a duty."""

    facts: Mapping[Path, frozenset[Fact]]
    projects: Mapping[Path, Sequence[Path]]


def _source(found: Difference, held: Held, elsewhere: _Elsewhere) -> Path | None:
    """The action or project that tells it: what changed there shows here, and nothing is written here itself."""
    if found.basis not in (Basis.INHERITED, Basis.PROJECT) or has_new_names(held) or held.has_moved:
        return None
    new = held.pair.new
    sources = (new.parent,) if found.basis is Basis.INHERITED else elsewhere.projects.get(new.path, ())
    return next((path for path in sources if _fact(found) in elsewhere.facts.get(path, ())), None)


def _fact(found: Difference) -> Fact:
    return found.verb, found.departments, found.role, found.before, found.after


def _told_elsewhere(differing: Sequence[_Differing], sides: Sides) -> _Elsewhere:
    facts = {
        held.pair.new.path: frozenset(_fact(found) for found in differences if found.role)
        for held, differences in differing
        if held.pair.new.level is not Level.DUTY
    }
    projects: defaultdict[Path, list[Path]] = defaultdict(list)
    for (at, project), (home, duty) in covered_duties(sides.new_plan):
        projects["actions", home, "duties", duty].append(("actions", at, "projects", project))
    return _Elsewhere(facts, projects)


def _change(found: Difference, pair: Pair, heading: Heading) -> Change:
    old, new = pair
    return Change(
        found.verb, new.path, new.level, new.id, new.label, heading, found.departments, found.role, found.before,
        found.after, (*old.path, *found.old), (*new.path, *found.new), field=found.field, basis=found.basis,
        staying=found.staying,
    )  # fmt: skip


def _moved(pair: Pair, sides: Sides, before: Row, after: Row) -> Change:
    """To another action; or, of an item merged into another one, from its own name to that one's."""
    new = pair.new
    return Change(
        Verb.MOVED, new.path, new.level, new.id, new.label, sides.heading(new), before=texts(_title_of(before)),
        after=texts(_title_of(after)), old=pair.old.path, new=new.path, merged=after is new,
    )  # fmt: skip


def _followed(differing: Sequence[_Differing], sides: Sides, elsewhere: _Elsewhere) -> Iterator[Change]:
    """What items have from an action or a project and had not before: each fact once, with the items it shows at."""
    found: dict[Hashable, tuple[Path, Difference, list[Mentioned]]] = {}
    for held, differences in differing:
        for each in differences:
            if source := _source(each, held, elsewhere):
                found.setdefault((source, *_fact(each)), (source, each, []))[2].append(mentioned(held.pair.new))
    pairs = {pair.new.path: pair for pair in sides.matching.pairs}
    for source, each, followers in found.values():
        old, new = pairs[source]
        yield Change(
            each.verb, new.path, new.level, new.id, new.label, sides.heading(new), each.departments, each.role,
            each.before, each.after, old.path, new.path, basis=each.basis, followers=tuple(followers),
        )  # fmt: skip


def _title_of(row: Row) -> str:
    return " ".join(part for part in (row.id, row.label) if part)
