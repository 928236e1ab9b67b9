"""Who has another part in an item than before, by ledger: named, through a group word, a project or the action."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Shift
from kepu_cli.comparing.holders import WEIGHT, group_key, is_group_key, successor_keys
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
    """A department's part in an item: what its own plan calls it, its heaviest role and how it comes by it."""

    names: tuple[str, ...]
    role: Role
    basis: Basis


_Parts = dict[str, _Part]


def _new_parts(path: Path, sides: Sides) -> _Parts:
    parts: _Parts = {}
    for entry in sides.new.of(path):
        name = _body(entry, sides.new, sides.succession.after)
        _enter(parts, group_key_of(entry) or name_key(name), name, entry)
    return parts


def _old_parts(path: Path, sides: Sides, after: Mapping[str, _Part]) -> _Parts:
    def role(key: str) -> Role | None:
        return after[key].role if key in after else None

    parts: _Parts = {}
    for entry in sides.old.of(path):
        name = _body(entry, sides.old, sides.succession.before)
        group = group_key_of(entry)
        for key in [group] if group else successor_keys(name, sides.succession, role):
            _enter(parts, key, name, entry)
    return parts


def group_key_of(entry: Entry) -> str:
    """The key of a group word that names nobody; "" for a body, reached through a group word or not."""
    return "" if entry.mention.bodies else group_key(entry.mention)


def _body(entry: Entry, ledger: Ledger, body_of: Callable[..., str]) -> str:
    if entry.mention.bodies:
        return body_of(ledger.register.resolve(entry.department))
    return entry.department if group_key(entry.mention) else body_of(entry.mention)


def _enter(parts: _Parts, key: str, name: str, entry: Entry) -> None:
    known = parts.get(key)
    names = (*known.names, name) if known and name not in known.names else known.names if known else (name,)
    heavier = known is None or WEIGHT[entry.role] < WEIGHT[known.role]
    parts[key] = _Part(names, entry.role, entry.basis) if heavier or known is None else known._replace(names=names)


def _shifts(
    row: Row, before: _Parts, after: _Parts, where: tuple[Heading, Path | None, Path | None]
) -> Iterator[Shift]:
    heading, old, new = where
    for key in dict.fromkeys((*after, *before)):
        was, is_ = before.get(key), after.get(key)
        if was and is_ and was.role is is_.role:
            continue
        names = (after.get(key) or before[key]).names
        formerly = "、".join(was.names) if was and not {*map(name_key, was.names)} & {*map(name_key, names)} else ""
        yield Shift(
            "、".join(names), was.role if was else None, is_.role if is_ else None, was.basis if was else None,
            is_.basis if is_ else None, row.level, row.id, row.label, heading, old, new, formerly,
            is_body=not is_group_key(key),
        )  # fmt: skip
