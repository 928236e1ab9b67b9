"""One item in two plans: what differs, each fact told once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Verb, texts
from kepu_cli.comparing.holders import Holder, is_group_key
from kepu_cli.comparing.sameness import name_key, same_due, same_target, same_text
from kepu_cli.ledger import Basis
from kepu_cli.model import Action, Duty, Project, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.comparing.holders import Holders
    from kepu_cli.comparing.sameness import Years
    from kepu_cli.comparing.sides import Held
    from kepu_cli.findings import Path
    from kepu_cli.model import Item, Target


VERB_ORDER = {verb: at for at, verb in enumerate(Verb)}


class Difference(NamedTuple):
    """A change without its item; `old` and `new` are steps below the item's paths."""

    verb: Verb
    departments: tuple[str, ...] = ()
    role: Role | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    old: Path = ()
    new: Path = ()
    field: str = ""
    basis: Basis | None = None
    staying: tuple[str, ...] = ()


def find_differences(held: Held, years: Years) -> Iterator[Difference]:
    """What differs within a pair, apart from its place in the plan, in the order of the verbs.

    A department's number in the list, its spelling and its name before a reform make no difference; nor does being
    named instead of reached through a group word or through the action, or the reverse; nor a date or a
    leader that the item has from its action all the same.
    """
    before, after = held.pair.old.item, held.pair.new.item
    told = [*_texts(before, after, years), *_leader(held, years), *_departments(held.old, held.new)]
    told += [*_targets(before.targets, after.targets), *_dues(held, years)]
    yield from sorted(told, key=lambda difference: VERB_ORDER[difference.verb])


def has_new_names(held: Held) -> bool:
    """Whether other departments or group words are written at the item itself, or in other roles."""
    old, new = ({key: holder.role for key, holder in side.named.items()} for side in (held.old, held.new))
    return old != new


def reached_differences(held: Held) -> Iterator[Difference]:
    """Bodies that the same group word stands for in one plan only: its members changed, not the item."""
    old, new = held.old, held.new
    if old.group_words() != new.group_words():
        return
    for key in dict.fromkeys((*new.reached, *old.reached)):
        if new.holder(key) or old.holder(key):
            continue
        was, is_ = old.role(key), new.role(key)
        if was is None or is_ is None:
            yield Difference(Verb.LEFT if is_ is None else Verb.JOINED, (key,), is_ or was)


def _texts(old: Item, new: Item, years: Years) -> Iterator[Difference]:
    is_duty = isinstance(new, Duty)
    if not same_text(old.label, new.label, years):
        yield _field(Verb.CHANGED if is_duty else Verb.RENAMED, "text" if is_duty else "name", old.label, new.label)
    if isinstance(old, Project) and isinstance(new, Project) and not same_text(old.text, new.text, years):
        yield _told_field("text", old.text, new.text)
    if isinstance(old, Action) and isinstance(new, Action) and old.kind != new.kind:
        yield _told_field("kind", old.kind or "", new.kind or "")
    for field in ("unassigned_because", "remark"):
        if not same_text(getattr(old, field), getattr(new, field), years):
            yield _told_field(field, getattr(old, field), getattr(new, field))
    yield from _extra(old.extra, new.extra, years)


def _extra(old: Mapping[str, str], new: Mapping[str, str], years: Years) -> Iterator[Difference]:
    """Columns of the clerk's own, by their names."""
    olds, news = ({name_key(name): (name, text) for name, text in side.items()} for side in (old, new))
    for key in dict.fromkeys((*olds, *news)):
        was, is_ = olds.get(key, ("", "")), news.get(key, ("", ""))
        if not same_text(was[1], is_[1], years):
            before, after = (" ".join(part for part in side if part) if side[1] else "" for side in (was, is_))
            yield Difference(
                Verb.CHANGED, (), None, texts(before), texts(after), ("extra", was[0]) if before else (),
                ("extra", is_[0]) if after else (), "extra",
            )  # fmt: skip


def _departments(old: Holders, new: Holders) -> Iterator[Difference]:
    """One line for the leads where both plans have some; then the departments that it does not account for.

    A new lead is accounted for whatever it was before; a former one unless it stays in another role.
    """
    before, after = old.leads(), new.leads()
    replaced = bool(before and after and set(before) != set(after))
    if replaced:
        basis = next((holder.basis for key in after if (holder := new.holder(key)) and holder.basis), None)
        names = old.names(before), new.names(after)
        yield Difference(Verb.LEAD_CHANGED, (), Role.LEAD, *names, ("lead",), ("lead",), basis=basis)
    for key in dict.fromkeys((*new.named, *new.passed, *old.named, *old.passed)):
        was, is_ = old.role(key), new.role(key)
        if was is is_ or (replaced and (is_ is Role.LEAD or (was is Role.LEAD and is_ is None))):
            continue
        if replaced and is_ in old.lighter.get(key, {}).values():
            continue  # what it led it had from a predecessor; its own part is as before
        if is_group_key(key) and (was is None or is_ is None):
            yield from _group_word(key, old, new)
        else:
            yield _department(key, old, new)


def _group_word(key: str, old: Holders, new: Holders) -> Iterator[Difference]:
    """A word that came or went: told as such where most of its bodies did, else those of them that did, if any."""
    has_left = new.role(key) is None
    here, there = (old, new) if has_left else (new, old)
    bodies = here.words.get(key, {})
    others = {body: name for body, name in bodies.items() if there.role(body) is None}
    if 2 * len(others) > len(bodies) or not bodies:
        staying = tuple(name for body, name in bodies.items() if body not in others)
        yield _department(key, old, new)._replace(staying=staying)
        return
    for body, name in others.items():
        if not here.holder(body):
            yield Difference(Verb.LEFT if has_left else Verb.JOINED, (name,), here.reached[body], basis=Basis.GROUP)


def _department(key: str, old: Holders, new: Holders) -> Difference:
    was, is_ = old.holder(key), new.holder(key)
    before, after = old.role(key), new.role(key)
    told = is_ or was or Holder((), Role.SUPPORT)
    names, basis = told.names, told.basis
    old_at, new_at = (was.at if was else ()), (is_.at if is_ else ())
    if before is None:
        return Difference(Verb.JOINED, names, after, (), (), (), new_at, basis=basis)
    if after is None:
        return Difference(Verb.LEFT, names, before, (), (), old_at, (), basis=basis)
    return Difference(Verb.ROLE_CHANGED, names, after, (before.value,), (after.value,), old_at, new_at, basis=basis)


def _targets(old: Mapping[str, Target], new: Mapping[str, Target]) -> Iterator[Difference]:
    olds, news = ({name_key(name): (name, target) for name, target in side.items()} for side in (old, new))
    for key in dict.fromkeys((*news, *olds)):
        was, is_ = olds.get(key), news.get(key)
        if was and is_ and same_target(was[1], is_[1]):
            continue
        yield Difference(
            Verb.TARGET_CHANGED, (), None, _target(was), _target(is_),
            ("targets", was[0]) if was else (), ("targets", is_[0]) if is_ else (),
        )  # fmt: skip


def _dues(held: Held, years: Years) -> Iterator[Difference]:
    was, is_, old, new = _or_inherited(held, "due")
    if not same_due(was, is_, years):
        yield Difference(Verb.DUE_CHANGED, (), None, texts(was), texts(is_), old, new)


def _leader(held: Held, years: Years) -> Iterator[Difference]:
    was, is_, old, new = _or_inherited(held, "leader")
    if not same_text(was, is_, years):
        yield Difference(Verb.CHANGED, (), None, texts(was), texts(is_), old, new, "leader")


def _or_inherited(held: Held, field: str) -> tuple[str, str, Path, Path]:
    """What a field says in both plans, and where. The action's counts where only one plan writes it at the item.

    Where neither does, what changed is told at the action, unless the item has moved to another one.
    """
    before, after = getattr(held.pair.old.item, field), getattr(held.pair.new.item, field)
    if not (before or after or held.has_moved):
        return "", "", (), ()
    was, is_ = held.inherited(field)
    return before or was, after or is_, (field,) if before else (), (field,) if after else ()


def _target(named: tuple[str, Target] | None) -> tuple[str, ...]:
    return (f"{named[0]} {named[1].value}{named[1].unit}",) if named else ()


def _told_field(key: str, before: str, after: str) -> Difference:
    """A field that is not what the item is called, so that its key has to be told."""
    return _field(Verb.CHANGED, key, before, after)._replace(field=key)


def _field(verb: Verb, key: str, before: str, after: str) -> Difference:
    return Difference(verb, (), None, texts(before), texts(after), (key,) if before else (), (key,) if after else ())
