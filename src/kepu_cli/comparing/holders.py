"""Who holds an item, by names that are the same in both plans."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.sameness import name_key
from kepu_cli.ledger import Basis
from kepu_cli.model import Role
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kepu_cli.comparing.reforms import Succession
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Entry, Ledger
    from kepu_cli.roster import Mention

    # A body of one plan → its names in the other: usually one.
    Keys = Callable[[str], Sequence[str]]

WEIGHT = {role: at for at, role in enumerate(Role)}


class Holder(NamedTuple):
    """A department at an item: `names` as its own plan calls it (two where a reform merged them), its heaviest role.

    `basis` is None where the item itself names it; `at` is where, below the item's path.
    """

    names: tuple[str, ...]
    role: Role
    at: Path = ()
    basis: Basis | None = None


@dataclass(slots=True)
class Holders:
    """`named` are departments and group words as written at the item; `passed` what it has from its action or projects.

    `reached` are the bodies that group words stand for, its own and those that were passed on; `words` tells it word by
    word, with the bodies' names. `lighter` are, of the names that a reform made one, those that had a lighter role.
    """

    named: dict[str, Holder] = field(default_factory=dict)
    passed: dict[str, Holder] = field(default_factory=dict)
    reached: dict[str, Role] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    lighter: dict[str, dict[str, Role]] = field(default_factory=dict)

    def holder(self, key: str) -> Holder | None:
        """Who is told of: as named, else as it was passed on; of both the one with the heavier role."""
        named, passed = self.named.get(key), self.passed.get(key)
        if named and passed:
            return named if WEIGHT[named.role] <= WEIGHT[passed.role] else passed
        return named or passed

    def role(self, key: str) -> Role | None:
        """The heaviest role by any way; None is no part in the item."""
        holder, reached = self.holder(key), self.reached.get(key)
        if holder is None or reached is None:
            return reached if holder is None else holder.role
        return min(holder.role, reached, key=WEIGHT.__getitem__)

    def leads(self) -> tuple[str, ...]:
        return tuple(key for key in dict.fromkeys((*self.named, *self.passed)) if self._leads(key))

    def names(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for key in keys if (holder := self.holder(key)) for name in holder.names))

    def is_named(self, key: str, name: str) -> bool:
        """Whether the item itself names it, in whatever role."""
        return key in self.named and (name in self.named[key].names or name in self.lighter.get(key, ()))

    def group_words(self) -> dict[str, Role]:
        """The group words that stand here or were passed on, with their roles."""
        words = {key: self.holder(key) for key in (*self.named, *self.passed) if is_group_key(key)}
        return {key: holder.role for key, holder in words.items() if holder}

    def _leads(self, key: str) -> bool:
        holder = self.holder(key)
        return holder is not None and holder.role is Role.LEAD


def new_holders(path: Path, ledger: Ledger, succession: Succession) -> Holders:
    """Who holds an item of the new plan."""

    def keys(body: str) -> Sequence[str]:
        return (name_key(body),)

    return _holders(path, ledger, succession.after, keys)


def old_holders(path: Path, ledger: Ledger, succession: Succession, new: Holders) -> Holders:
    """Who held an item of the old plan, by the names of the new; of several successors those that the new item has."""

    def keys(body: str) -> Sequence[str]:
        return successor_keys(body, succession, new.role)

    return _holders(path, ledger, succession.before, keys)


def successor_keys(body: str, succession: Succession, role: Callable[[str], Role | None]) -> Sequence[str]:
    """The keys of the names that `successor_names` gives."""
    return [name_key(name) for name in successor_names(body, succession, role)]


def successor_names(body: str, succession: Succession, role: Callable[[str], Role | None]) -> Sequence[str]:
    """What an old body is called in the new plan: after a split those that have a part in the item, else the first.

    An item that still goes by the old name of the body that was split counts as held by it.
    """
    names = succession.successors(body)
    if len(names) == 1:
        return names
    return [name for name in (*names, body) if role(name_key(name))] or names[:1]


def group_key(mention: Mention) -> str:
    """All words for the whole membership are one; other group words are told apart by their text; "" is a body."""
    if mention.sort is Sort.MEMBERS:
        return "\0"
    return f"\0{name_key(mention.department)}" if mention.sort in (Sort.GROUP, Sort.VAGUE) else ""


def is_group_key(key: str) -> bool:
    return key.startswith("\0")


def _holders(path: Path, ledger: Ledger, body_of: Callable[[Mention], str], keys: Keys) -> Holders:
    holders = Holders()

    def reach(body: str, word: Mention, role: Role) -> None:
        name = body_of(ledger.register.resolve(body))
        for key in keys(name):
            holders.reached[key] = min(role, holders.reached.get(key, role), key=WEIGHT.__getitem__)
            holders.words.setdefault(group_key(word), {})[key] = name

    names = ledger.names_at(path)
    for written in names:
        at = written.place[len(path) :]
        _enter(holders, holders.named, written.mention, Holder((), written.role, at), body_of, keys)
    # As in the ledger: who is named has the role of its name, whatever a word beside it says of all.
    for written in names:
        for body in written.mention.bodies:
            if not any(key in holders.named for key in keys(body_of(ledger.register.resolve(body)))):
                reach(body, written.mention, written.role)
    for entry in _passed_on(path, ledger):
        _enter(holders, holders.passed, entry.mention, Holder((), entry.role, (), entry.basis), body_of, keys)
        if entry.mention.bodies:
            reach(entry.department, entry.mention, entry.role)
    return holders


def _passed_on(path: Path, ledger: Ledger) -> Iterator[Entry]:
    """The heaviest roles first, as the names of an item are."""
    passed = [entry for entry in ledger.of(path) if entry.basis in (Basis.PROJECT, Basis.INHERITED)]
    yield from sorted(passed, key=lambda entry: WEIGHT[entry.role])


def _enter(
    holders: Holders,
    into: dict[str, Holder],
    mention: Mention,
    holder: Holder,
    body_of: Callable[[Mention], str],
    keys: Keys,
) -> None:
    """Names come heaviest role first, so the first one's role stands."""
    group = group_key(mention)
    name = mention.department if group else body_of(mention)
    for key in [group] if group else keys(name):
        known = into.setdefault(key, Holder((name,), holder.role, holder.at, holder.basis))
        if name in known.names:
            continue
        if holder.role is known.role:
            into[key] = Holder((*known.names, name), known.role, known.at, known.basis)
        else:
            holders.lighter.setdefault(key, {})[name] = holder.role
