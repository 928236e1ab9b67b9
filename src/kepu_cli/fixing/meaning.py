"""Whether an edited file still means the same: an edit that fails here is not made."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kepu_cli.fixing.written import comments
from kepu_cli.ledger import build_ledger
from kepu_cli.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.findings import Path
    from kepu_cli.fixing.draft import Draft
    from kepu_cli.ledger import Entry
    from kepu_cli.loading.transcript import Data


def same_content(before: Draft, after: Draft) -> bool:
    """Every value where it was, whatever the order of the keys; every comment still there; nothing newly wrong."""
    return _is_sound(before, after) and before.data() == after.data()


def same_duties(before: Draft, after: Draft) -> bool:
    """Names may be spelt otherwise: the ledger's rows are equal, and so is all that is no name."""
    return _same_but_names(before, after) and _rows(before) == _rows(after)


def same_holders(before: Draft, after: Draft) -> bool:
    """A department may lose the lighter of two roles in a thing, never the thing."""
    return _same_but_names(before, after) and _heaviest(_entries(before)) == _heaviest(_entries(after))


def _is_sound(before: Draft, after: Draft) -> bool:
    if after.root is None or _flaws(after) - _flaws(before):
        return False
    return Counter(comments(before.text, before.root)) == Counter(comments(after.text, after.root))


def _flaws(draft: Draft) -> Counter[tuple[str, str]]:
    return Counter((flaw.code, flaw.kind) for flaw in draft.loaded.flaws)


def _same_but_names(before: Draft, after: Draft) -> bool:
    return _is_sound(before, after) and _without_names(before.data()) == _without_names(after.data())


def _without_names(data: Data) -> Data:
    if isinstance(data, list):
        return [_without_names(item) for item in data]
    if isinstance(data, dict):
        return {key: _without_names(value) for key, value in data.items() if key not in tuple(Role)}
    return data


def _entries(draft: Draft) -> tuple[Entry, ...]:
    return build_ledger(draft.loaded.plan).entries if draft.loaded.plan else ()


def _rows(draft: Draft) -> list[tuple[object, ...]]:
    return [(entry.path, entry.department, entry.role, entry.basis) for entry in _entries(draft)]


def _heaviest(entries: Iterable[Entry]) -> dict[tuple[Path, str], int]:
    """The weightiest role that each department has in each thing."""
    weights = {role: at for at, role in enumerate(Role)}
    held: dict[tuple[Path, str], int] = {}
    for entry in entries:
        place = (entry.path, entry.department)
        held[place] = min(weights[entry.role], held.get(place, len(weights)))
    return held
