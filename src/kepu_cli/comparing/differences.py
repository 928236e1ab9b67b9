"""One item in two plans: what differs, each fact told once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Verb
from kepu_cli.comparing.sameness import name_key, same_due, same_target, same_text
from kepu_cli.model import Duty, Project, Role
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kepu_cli.comparing.matching import Pair
    from kepu_cli.comparing.reforms import Succession
    from kepu_cli.comparing.sameness import Years
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger, Written
    from kepu_cli.model import Item, Target


class Difference(NamedTuple):
    """A change without its item; `old` and `new` are steps below the item's paths."""

    verb: Verb
    department: str = ""
    role: Role | None = None
    before: str = ""
    after: str = ""
    old: Path = ()
    new: Path = ()


@dataclass(frozen=True, slots=True)
class Holder:
    """A department at an item: `names` as its own plan calls it (two where a reform merged them), its heaviest role."""

    names: tuple[str, ...]
    role: Role
    at: Path

    @property
    def name(self) -> str:
        return "、".join(self.names)


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds an item, by a name that is the same in both plans.

    `named` are departments and group words as written, `reached` what the group words stand for.
    """

    named: Mapping[str, Holder]
    reached: Mapping[str, Role]

    def role(self, key: str) -> Role | None:
        holder = self.named.get(key)
        return holder.role if holder else self.reached.get(key)

    def leads(self) -> tuple[str, ...]:
        return tuple(key for key, holder in self.named.items() if holder.role is Role.LEAD)

    def names(self, keys: Iterable[str]) -> str:
        return "、".join(self.named[key].name for key in keys)


def find_differences(pair: Pair, old: Holders, new: Holders, years: Years) -> Iterator[Difference]:
    """What differs within a pair, apart from its place in the plan, in the order of the verbs.

    A department's number in the list, its spelling and its name before a reform make no difference; nor does being
    named instead of reached through a group word, or the reverse.
    """
    before, after = pair.old.item, pair.new.item
    told = [*_texts(before, after, years), *_departments(old, new), *_targets(before.targets, after.targets)]
    if not same_due(before.due, after.due, years):
        told.append(_field(Verb.DUE_CHANGED, "due", before.due, after.due))
    order = list(Verb)
    yield from sorted(told, key=lambda difference: order.index(difference.verb))


def new_holders(path: Path, ledger: Ledger, succession: Succession) -> Holders:
    """Who holds an item of the new plan."""
    named: dict[str, Holder] = {}
    reached: dict[str, Role] = {}
    for written in ledger.names_at(path):
        group = _group_key(written)
        name = written.mention.department if group else succession.after(written.mention)
        _enter(named, group or name_key(name), name, written)
        for body in written.mention.bodies:
            reached.setdefault(name_key(succession.after(ledger.register.resolve(body))), written.role)
    return Holders(named, reached)


def old_holders(path: Path, ledger: Ledger, succession: Succession, new: Holders) -> Holders:
    """Who held an item of the old plan, by the names of the new; of several successors those that the new item has."""
    named: dict[str, Holder] = {}
    reached: dict[str, Role] = {}
    for written in ledger.names_at(path):
        group = _group_key(written)
        name = written.mention.department if group else succession.before(written.mention)
        for key in [group] if group else _successor_keys(name, succession, new):
            _enter(named, key, name, written)
        for body in written.mention.bodies:
            for key in _successor_keys(succession.before(ledger.register.resolve(body)), succession, new):
                reached.setdefault(key, written.role)
    return Holders(named, reached)


def _group_key(written: Written) -> str:
    """All words for the whole membership are one; other group words are told apart by their text."""
    mention = written.mention
    if mention.sort is Sort.MEMBERS:
        return "\0"
    return f"\0{name_key(mention.department)}" if mention.sort in (Sort.GROUP, Sort.VAGUE) else ""


def _successor_keys(body: str, succession: Succession, new: Holders) -> list[str]:
    keys = [name_key(name) for name in succession.successors(body)]
    return [key for key in keys if new.role(key)] or keys[:1]


def _enter(named: dict[str, Holder], key: str, name: str, written: Written) -> None:
    """Names come heaviest role first, so the first one's role stands."""
    at = written.place[len(written.path) :]
    known = named.setdefault(key, Holder((name,), written.role, at))
    if name not in known.names:
        named[key] = Holder((*known.names, name), known.role, known.at)


def _texts(old: Item, new: Item, years: Years) -> Iterator[Difference]:
    is_duty = isinstance(new, Duty)
    if not same_text(old.label, new.label, years):
        yield _field(Verb.CHANGED if is_duty else Verb.RENAMED, "text" if is_duty else "name", old.label, new.label)
    if isinstance(old, Project) and isinstance(new, Project) and not same_text(old.text, new.text, years):
        yield _field(Verb.CHANGED, "text", old.text, new.text)
    for field in ("leader", "unassigned_because"):
        if not same_text(getattr(old, field), getattr(new, field), years):
            yield _field(Verb.CHANGED, field, getattr(old, field), getattr(new, field))


def _departments(old: Holders, new: Holders) -> Iterator[Difference]:
    """One line for the leads where both plans have some; then the departments that it does not account for.

    A new lead is accounted for whatever it was before; a former one unless it stays in another role.
    """
    before, after = old.leads(), new.leads()
    replaced = bool(before and after and set(before) != set(after))
    if replaced:
        yield Difference(Verb.LEAD_CHANGED, "", Role.LEAD, old.names(before), new.names(after), ("lead",), ("lead",))
    for key in dict.fromkeys((*new.named, *old.named)):
        was, is_ = old.role(key), new.role(key)
        if was is is_ or (replaced and (is_ is Role.LEAD or (was is Role.LEAD and is_ is None))):
            continue
        yield _department(key, old, new)


def _department(key: str, old: Holders, new: Holders) -> Difference:
    holder = new.named.get(key) or old.named[key]
    was, is_ = old.role(key), new.role(key)
    old_at = old.named[key].at if key in old.named else ()
    new_at = new.named[key].at if key in new.named else ()
    if was is None:
        return Difference(Verb.JOINED, holder.name, is_, "", "", (), new_at)
    if is_ is None:
        return Difference(Verb.LEFT, holder.name, was, "", "", old_at, ())
    return Difference(Verb.ROLE_CHANGED, holder.name, is_, was.value, is_.value, old_at, new_at)


def _targets(old: Mapping[str, Target], new: Mapping[str, Target]) -> Iterator[Difference]:
    olds, news = ({name_key(name): (name, target) for name, target in side.items()} for side in (old, new))
    for key in dict.fromkeys((*news, *olds)):
        was, is_ = olds.get(key), news.get(key)
        if was and is_ and same_target(was[1], is_[1]):
            continue
        yield Difference(
            Verb.TARGET_CHANGED, "", None, _target(was), _target(is_),
            ("targets", was[0]) if was else (), ("targets", is_[0]) if is_ else (),
        )  # fmt: skip


def _target(named: tuple[str, Target] | None) -> str:
    return f"{named[0]} {named[1].value}{named[1].unit}" if named else ""


def _field(verb: Verb, key: str, before: str, after: str) -> Difference:
    return Difference(verb, "", None, before, after, (key,) if before else (), (key,) if after else ())
