"""How an item can be referred to: its id, with or without the action's in front, else its number in the list."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kepu_cli.comparing.sameness import id_key
from kepu_cli.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Path
    from kepu_cli.ledger import Row


def relative_ids(rows: tuple[Row, ...]) -> dict[Path, str]:
    """Ids without the action's number in front: 3.1 of action 三 is 1, so that it is still 1 when 三 becomes 四."""
    actions = {row.path: id_key(row.id) for row in rows if row.level is Level.ACTION}
    return {row.path: _relative(id_key(row.id), actions[row.parent]) for row in rows}


def _relative(key: str, action: str) -> str:
    rest = key.removeprefix(action) if action else key
    return rest[1:] if rest != key and len(rest) > 1 and not rest[0].isalnum() else key


def by_reference(rows: tuple[Row, ...], wanted: tuple[Row, ...]) -> dict[tuple[Level, str], list[Row]]:
    """What 原编号 may say for an old item: its id as written, or action/item; without an id its number in the list."""
    actions = {row.path: id_key(row.id or _position(row)) for row in rows if row.level is Level.ACTION}
    relative = relative_ids(rows)
    known: dict[tuple[Level, str], list[Row]] = defaultdict(list)
    for row in wanted:
        own = relative[row.path] or _position(row)
        names = {id_key(row.id)} if row.id else set()
        if row.level is Level.ACTION:
            names.add(actions[row.path])
        else:
            names |= {f"{actions[row.parent]}/{own}", f"{actions[row.parent]}.{own}"}
        for name in names:
            known[row.level, name].append(row)
    return known


def old_references(rows: tuple[Row, ...]) -> Mapping[Path, str]:
    """What 原编号 has to say for each item: its id, else 一/3; "" where either would mean another item as well."""
    known = by_reference(rows, rows)
    actions = {row.path: row.id or _position(row) for row in rows if row.level is Level.ACTION}
    relative = relative_ids(rows)

    def names(row: Row) -> Iterator[str]:
        if row.id:
            yield row.id
        own = relative[row.path] or _position(row)
        yield actions[row.path] if row.level is Level.ACTION else f"{actions[row.parent]}/{own}"

    def means(name: str, row: Row) -> bool:
        return known.get((row.level, id_key(name))) == [row]

    return {row.path: next((name for name in names(row) if means(name, row)), "") for row in rows}


def _position(row: Row) -> str:
    return str(int(row.path[-1]) + 1)
