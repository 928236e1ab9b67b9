"""What became of each item of the old plan: it goes on, went into another one, is finished, or simply vanished."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from kepu_cli.comparing.changes import Carried, Fate
from kepu_cli.comparing.sameness import text_key
from kepu_cli.comparing.sides import mentioned
from kepu_cli.model import Level, Role
from kepu_cli.names import normal
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.comparing.changes import Mentioned
    from kepu_cli.comparing.sides import Sides
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Row
    from kepu_cli.model import Item, Target


def carry_over(sides: Sides) -> Iterator[Carried]:
    """Every item of the old plan, in its order."""
    matching = sides.matching
    merged = {pair.old.path for pair in matching.merged}
    parted, other_kind = _split_off(sides), _of_other_kind(sides)
    for row in sides.old.rows:
        successor = matching.successors.get(row.path)
        into = ((mentioned(successor),) if successor else ()) + tuple(parted[row.path])
        into = into or other_kind.get(row.path, ())
        because = "" if into else _reached(row.item)
        yield Carried(
            _fate(merged=row.path in merged, continued=bool(into), finished=bool(because)),
            mentioned(row), row.level, sides.old_heading(row), into, _leads(row, sides), because,
        )  # fmt: skip


def _split_off(sides: Sides) -> defaultdict[Path, list[Mentioned]]:
    """Old path → the further new items that name it as theirs."""
    found: defaultdict[Path, list[Mentioned]] = defaultdict(list)
    for path, old in sides.matching.splits.items():
        found[old.path].append(mentioned(sides.new_rows[path]))
    return found


def _of_other_kind(sides: Sides) -> dict[Path, tuple[Mentioned, ...]]:
    """Old path → the new item of the same text, where a duty became a project or the reverse."""
    added: defaultdict[tuple[Level, str], list[Row]] = defaultdict(list)
    for row in sides.matching.added:
        added[row.level, text_key(row.label)].append(row)
    found: dict[Path, tuple[Mentioned, ...]] = {}
    for row in sides.matching.removed:
        other = _OTHER_KIND.get(row.level)
        rows = added.get((other, text_key(row.label)), []) if other and row.label else []
        if rows:
            found[row.path] = (mentioned(rows.pop(0)),)
    return found


_OTHER_KIND = {Level.DUTY: Level.PROJECT, Level.PROJECT: Level.DUTY}


def _fate(*, merged: bool, continued: bool, finished: bool) -> Fate:
    if merged:
        return Fate.MERGED
    if continued:
        return Fate.CONTINUED
    return Fate.FINISHED if finished else Fate.DROPPED


def _leads(row: Row, sides: Sides) -> tuple[str, ...]:
    """Who answered for it, by whatever way."""
    leads = (entry.department for entry in sides.old.of(row.path) if entry.role is Role.LEAD)
    return tuple(dict.fromkeys(leads))


def _reached(item: Item) -> str:
    """What was counted, where every target of the item is reached: 场次 24/20; else ""."""
    results = {normal(name): result for name, result in item.results.items()}
    told = []
    for name, target in item.targets.items():
        result = results.get(normal(name), "")
        if not _is_reached(target, result):
            return ""
        told.append(f"{name} {result}/{target.value}{target.unit}")
    return "、".join(told)


_AMOUNT = pattern(r"(\d+(?:\.\d+)?)(.*)", re.ASCII | re.DOTALL)


def _is_reached(target: Target, result: str) -> bool:
    """In the same unit, or in none: 1.2万 does not reach 20000 here, for nobody should take a duty off by a slip."""
    wanted = _AMOUNT.fullmatch(normal(target.value).replace(",", ""))
    counted = _AMOUNT.fullmatch(normal(result).replace(",", ""))
    if not wanted or not counted:
        return False
    unit = wanted[2] or normal(target.unit)
    return counted[2] in ("", unit) and Decimal(counted[1]) >= Decimal(wanted[1])
