"""What each department has to be told: what it takes on, what it hands over, what changed at the items it holds."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Fate, Verb
from kepu_cli.comparing.holders import WEIGHT
from kepu_cli.comparing.sameness import name_key
from kepu_cli.ledger import Basis
from kepu_cli.model import Level, Role
from kepu_cli.views.holders import all_holders, holder_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kepu_cli.comparing.changes import Change, Shift
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger


class DepartmentNews(NamedTuple):
    """One department's part of a comparison; `formerly` are the bodies that a reform made it from.

    `gained` has no role before, `lost` none after, `changed` another one; all three in the order of items.
    `touched` are the other changes of items in which it has a part: name, text, place, due, targets, who leads.
    `itself` is what became of the department: a reform, its coming into the leading group or leaving it.
    """

    department: str
    formerly: tuple[str, ...] = ()
    gained: tuple[Shift, ...] = ()
    lost: tuple[Shift, ...] = ()
    changed: tuple[Shift, ...] = ()
    touched: tuple[Change, ...] = ()
    itself: tuple[Change, ...] = ()


def department_news(comparison: Comparison) -> tuple[DepartmentNews, ...]:
    """Each department that has to be told something: the new roster's in protocol order, then those that are gone.

    Bodies outside the roster that only a group word reaches (thirty towns) are told as that word. Words that name
    nobody (有关单位) are told nothing.
    """
    parts = _Parts(comparison)
    order = (*all_holders(comparison.new), *all_holders(comparison.old), *parts.told)
    names = {name_key(name): name for name in reversed(order)}
    concerned = parts.keys
    return tuple(parts.news(key, names[key]) for key in dict.fromkeys(map(name_key, order)) if key in concerned)


def is_own(shift: Shift) -> bool:
    """Whether the item names the department, before or after; else a group word, a project or the action reaches it."""
    return Basis.NAMED in (shift.before_basis, shift.after_basis)


# What a change of an item means to those who stay in it, and what is for the office's own use only.
_TOUCHING = (Verb.CHANGED, Verb.RENAMED, Verb.MOVED, Verb.LEAD_CHANGED, Verb.DUE_CHANGED, Verb.TARGET_CHANGED)
_INTERNAL = frozenset(("covers", "extra", "kind", "unassigned_because"))
_ROSTER = (Verb.MEMBER_ADDED, Verb.MEMBER_REMOVED, Verb.REFORMED)


class _Parts:
    """A comparison sorted by department; names are compared without regard to their spelling."""

    def __init__(self, comparison: Comparison) -> None:
        self._bodies = _Bodies(comparison)
        self._itself: dict[str, list[Change]] = defaultdict(list)
        self._shifts: dict[str, dict[tuple[object, ...], Shift]] = defaultdict(dict)
        self._arrivals: dict[tuple[str, Path | None], list[Shift]] = defaultdict(list)
        self._touched: dict[str, list[Change]] = defaultdict(list)
        self.told: dict[str, None] = {}
        self._sort_roster(comparison)
        self._sort_shifts(comparison)
        self._sort_changes(comparison)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset((*self._shifts, *self._touched, *self._itself))

    def news(self, key: str, name: str) -> DepartmentNews:
        shifts, itself = tuple(self._shifts[key].values()), tuple(self._itself[key])
        return DepartmentNews(
            name,
            tuple(dict.fromkeys(name for change in itself if change.verb is Verb.REFORMED for name in change.before)),
            tuple(shift for shift in shifts if shift.before is None),
            tuple(shift for shift in shifts if shift.after is None),
            tuple(shift for shift in shifts if shift.before and shift.after),
            tuple(self._touched[key]),
            itself,
        )

    def _sort_roster(self, comparison: Comparison) -> None:
        """Each successor of a body that was split is told of its own share."""
        for change in comparison.changes:
            if change.verb in _ROSTER:
                for name in change.departments:
                    self._itself[self._key(name)].append(self._bodies.share(change, name))

    def _sort_shifts(self, comparison: Comparison) -> None:
        merged = {
            one.old.path: tuple(into.path for into in one.into) for one in comparison.carried if one.fate is Fate.MERGED
        }
        for shift in comparison.shifts:
            for name in self._bodies.told(shift):
                paths = merged.get(shift.old or (), ()) if shift.after is None else ()
                if not self._bodies.has_part(name, paths, shift.before):
                    self._enter(name, shift)

    def _enter(self, name: str, shift: Shift) -> None:
        """A group word's bodies bring the same news as often as there are bodies; it is the word that an item names."""
        known, same = self._shifts[self._key(name)], (shift.old, shift.new, shift.before, shift.after)
        if same not in known:
            known[same] = (
                _of_word(name, shift) if self._bodies.is_word(name, shift) else shift._replace(department=name)
            )
            self._arrivals[name_key(name), shift.new].append(shift)

    def _sort_changes(self, comparison: Comparison) -> None:
        for change in comparison.changes:
            if change.verb in _TOUCHING and change.level and change.field not in _INTERNAL:
                for name in self._bodies.concerned(change):
                    if not self._is_told_as_shift(name, change):
                        self._touched[self._key(name)].append(self._bodies.share(change, name))

    def _is_told_as_shift(self, name: str, change: Change) -> bool:
        """Who is new at an item has nothing to unlearn; who leads it now, or did, knows that from its own part."""
        paths = {change.item, *(one.path for one in change.followers)}
        at = [shift for path in paths for shift in self._arrivals.get((name_key(name), path), ())]
        is_lead = change.verb is Verb.LEAD_CHANGED
        return any(shift.before is None or (is_lead and Role.LEAD in (shift.before, shift.after)) for shift in at)

    def _key(self, name: str) -> str:
        self.told[name] = None
        return name_key(name)


def _of_word(word: str, shift: Shift) -> Shift:
    """The news of a group word itself: through a project or an action perhaps, but through no group."""
    bases = (Basis.NAMED if basis is Basis.GROUP else basis for basis in (shift.before_basis, shift.after_basis))
    before, after = bases
    return shift._replace(department=word, before_basis=before, after_basis=after)


class _Bodies:
    """Who stands behind a shift or a change, by the name it is told under."""

    def __init__(self, comparison: Comparison) -> None:
        self._old, self._new, self._pairs = comparison.old, comparison.new, comparison.pairs
        self._members = {*map(name_key, self._old.register.members), *map(name_key, self._new.register.members)}
        reforms = (change for change in comparison.changes if change.verb is Verb.REFORMED)
        self._successors = {name_key(change.before[0]): change.after for change in reforms}
        self._at: dict[tuple[bool, Path], Mapping[str, str]] = {}
        self._words_at: dict[tuple[bool, Path], Mapping[str, bool]] = {}
        self._weights_at: dict[Path, Mapping[str, int]] = {}
        self._without: dict[str, Mapping[Path, list[Path]]] = {}

    def told(self, shift: Shift) -> Iterator[str]:
        """The departments that a shift concerns; of a body that is gone its successors."""
        if not shift.is_body:
            return
        for successor in self._successors.get(name_key(shift.department), (shift.department,)):
            told = successor if name_key(successor) in self._members else self._outside(successor, shift)
            if told is not None:
                yield told

    def has_part(self, name: str, paths: Iterable[Path], role: Role | None = None) -> bool:
        """Whether a department has a part in one of these items of the new plan, no lighter one than `role`."""
        weights = (self._weights(path).get(name_key(name)) for path in paths)
        return any(weight is not None and (role is None or weight <= WEIGHT[role]) for weight in weights)

    def share(self, change: Change, name: str) -> Change:
        """The change with those of its followers in which the department has a part."""
        if not change.followers:
            return change
        return change._replace(followers=tuple(one for one in change.followers if self.has_part(name, (one.path,))))

    def is_word(self, name: str, shift: Shift) -> bool:
        """Whether news of a body is told under the group word that reaches it."""
        key = name_key(name)
        return key not in self._members and any(
            key in words for words in (self._words(self._old, shift.old), self._words(self._new, shift.new))
        )

    def concerned(self, change: Change) -> tuple[str, ...]:
        """Who has a part in the changed item as it is now; in the items below, where those follow its due or leader."""
        paths = [one.path for one in change.followers] or [change.item]
        field = "due" if change.verb is Verb.DUE_CHANGED else change.field
        if field in ("due", "leader") and change.level is Level.ACTION:
            paths += self._below(change.item, field)
        return tuple(dict.fromkeys(name for path in paths for name in self._holders(self._new, path).values()))

    def _outside(self, name: str, shift: Shift) -> str | None:
        """A body that is no member goes by the group word that came, left or changed its role with it.

        Where the word stands as before, only who it means is another; None where it only begins to mean somebody.
        """
        before = self._listed(self._old, shift.old, name, shift) if shift.before else None
        after = self._listed(self._new, shift.new, name, shift) if shift.after else None
        if before and after:
            return after if name_key(before) == name_key(after) else name
        word = after or before or name
        other = self._words(self._old, shift.old) if after else self._words(self._new, shift.new)
        if name_key(word) not in other:
            return name if self._has_stayed(word, shift) else word
        return name if other[name_key(word)] else None

    def _has_stayed(self, word: str, shift: Shift) -> bool:
        """Whether others of the bodies that a group word means had a part before it came, or have one without it."""
        there, other = (self._new, self._old) if shift.after else (self._old, self._new)
        path, elsewhere = (shift.new, shift.old) if shift.after else (shift.old, shift.new)
        if path is None or elsewhere is None:
            return False
        means = {key for key, held in self._holders(there, path).items() if name_key(held) == name_key(word)}
        return not means.isdisjoint(self._holders(other, elsewhere))

    def _listed(self, ledger: Ledger, path: Path | None, name: str, shift: Shift) -> str:
        holders = self._holders(ledger, path) if path is not None else {}
        known = (holders.get(name_key(each)) for each in (name, *shift.formerly))
        return next(filter(None, known), name)

    def _words(self, ledger: Ledger, path: Path | None) -> Mapping[str, bool]:
        """The group words of an item, and whether they mean anybody in particular."""
        key = ledger is self._new, path or ()
        if key not in self._words_at:
            mentions = {id(each.mention): each.mention for each in ledger.of(key[1]) if each.mention.is_group}
            self._words_at[key] = {name_key(each.department): bool(each.bodies) for each in mentions.values()}
        return self._words_at[key]

    def _weights(self, path: Path) -> Mapping[str, int]:
        """Who holds an item of the new plan, and how light its heaviest role is."""
        if path not in self._weights_at:
            weights: dict[str, int] = {}
            for entry in self._new.of(path):
                if holder := holder_of(entry, self._new):
                    key = name_key(holder)
                    weights[key] = min(WEIGHT[entry.role], weights.get(key, len(WEIGHT)))
            self._weights_at[path] = weights
        return self._weights_at[path]

    def _holders(self, ledger: Ledger, path: Path) -> Mapping[str, str]:
        """Body → the name it is listed under, for the entries of an item."""
        key = ledger is self._new, path
        if key not in self._at:
            listed = ((entry.department, holder_of(entry, ledger)) for entry in ledger.of(path))
            self._at[key] = {name_key(body): holder for body, holder in listed if holder is not None}
        return self._at[key]

    def _below(self, action: Path, field: str) -> list[Path]:
        """The items that had and have such a field from their action: who is new there has nothing to unlearn."""
        if field not in self._without:
            below: dict[Path, list[Path]] = defaultdict(list)
            for row in self._new.rows:
                if row.level is not Level.ACTION and not getattr(row.item, field) and row.path in self._pairs:
                    below[row.parent].append(row.path)
            self._without[field] = below
        return self._without[field].get(action, [])
