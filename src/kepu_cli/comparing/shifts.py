"""Who has another part in an item than before, by ledger: named, through a group word, a project or the action."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Shift
from kepu_cli.comparing.holders import WEIGHT, group_key, is_group_key, successor_names
from kepu_cli.comparing.sameness import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kepu_cli.comparing.changes import Heading
    from kepu_cli.comparing.sides import Sides
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Basis, Entry, Ledger, Row
    from kepu_cli.model import Role


def find_shifts(sides: Sides) -> Iterator[Shift]:
    """In the new plan's order, then the items that are gone; at an item new holders first.

    Applied to the old ledger, with the items paired and the bodies by their names in the new plan, they give the new
    one: for each item and department its heaviest role.
    """
    old_paths = {pair.new.path: pair.old.path for pair in sides.matching.pairs}
    for row in sides.new.rows:
        after = _new_parts(row.path, sides)
        old = old_paths.get(row.path)
        before = _old_parts(old, sides, after) if old is not None else {}
        yield from _shifts(row, before, after, (sides.heading(row), old, row.path))
    for row in sides.matching.removed:
        yield from _shifts(row, _old_parts(row.path, sides, {}), {}, (sides.old_heading(row), row.path, None))
    for pair in sides.matching.merged:
        yield from _shifts(
            pair.old, _old_parts(pair.old.path, sides, {}), {}, (sides.heading(pair.new), pair.old.path, None)
        )


class _Part(NamedTuple):
    """A department's part in an item: its name in the new plan, and in its own; its heaviest role and how it has it."""

    called: str
    names: tuple[str, ...]
    role: Role
    basis: Basis


_Parts = dict[str, _Part]


def _new_parts(path: Path, sides: Sides) -> _Parts:
    parts: _Parts = {}
    for entry in sides.new.of(path):
        name = _body(entry, sides.new, sides.succession.after)
        _enter(parts, group_key_of(entry) or name_key(name), (name, name), entry)
    return parts


def _old_parts(path: Path, sides: Sides, after: Mapping[str, _Part]) -> _Parts:
    def role(key: str) -> Role | None:
        return after[key].role if key in after else None

    parts: _Parts = {}
    for entry in sides.old.of(path):
        name = _body(entry, sides.old, sides.succession.before)
        group = group_key_of(entry)
        for called in [name] if group else successor_names(name, sides.succession, role):
            _enter(parts, group or name_key(called), (called, name), entry)
    return parts


def group_key_of(entry: Entry) -> str:
    """The key of a group word that names nobody; "" for a body, reached through a group word or not."""
    return "" if entry.mention.bodies else group_key(entry.mention)


def _body(entry: Entry, ledger: Ledger, body_of: Callable[..., str]) -> str:
    if entry.mention.bodies:
        return body_of(ledger.register.resolve(entry.department))
    return entry.department if group_key(entry.mention) else body_of(entry.mention)


def _enter(parts: _Parts, key: str, names: tuple[str, str], entry: Entry) -> None:
    """`names` are what the new plan calls the department, and what its own plan does."""
    called, own = names
    known = parts.setdefault(key, _Part(called, (), entry.role, entry.basis))
    if WEIGHT[entry.role] < WEIGHT[known.role]:
        known = known._replace(role=entry.role, basis=entry.basis)
    parts[key] = known if own in known.names else known._replace(names=(*known.names, own))


def _shifts(
    row: Row, before: _Parts, after: _Parts, where: tuple[Heading, Path | None, Path | None]
) -> Iterator[Shift]:
    heading, old, new = where
    for key in dict.fromkeys((*after, *before)):
        was, is_ = before.get(key), after.get(key)
        if was and is_ and was.role is is_.role:
            continue
        called = (after.get(key) or before[key]).called
        yield Shift(
            called, was.role if was else None, is_.role if is_ else None, was.basis if was else None,
            is_.basis if is_ else None, row.level, row.id, row.label, heading, old, new, _formerly(was, called),
            is_body=not is_group_key(key),
        )  # fmt: skip


def _formerly(was: _Part | None, called: str) -> tuple[str, ...]:
    """The old bodies' names, where none of them is the one of today."""
    if was is None or name_key(called) in map(name_key, was.names):
        return ()
    return was.names
