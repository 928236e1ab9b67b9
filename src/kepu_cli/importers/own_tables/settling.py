"""Makes the plan show what the sheet shows: names that would not come from the action are the item's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from kepu_cli.importers.own_tables.plan_building import plan_data
from kepu_cli.ledger import build_ledger
from kepu_cli.memory import ROLE_COLUMNS
from kepu_cli.model import Plan
from kepu_cli.views.division import division_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.findings import Path
    from kepu_cli.importers.own_tables.plan_building import ActionDraft, ItemDraft
    from kepu_cli.views.division import Column

    Names = tuple[str, ...]


class Difference(NamedTuple):
    """The sheet shows `shown` in an item's cell, but the plan that was read has `read` there: names, or one text."""

    item: ItemDraft
    column: Column
    shown: Names
    read: Names


@dataclass(frozen=True, slots=True)
class Settled:
    plan: Plan
    differences: tuple[Difference, ...]


def settle(head: Mapping[str, Any], drafts: Sequence[ActionDraft]) -> Settled:
    """The plan, and where it still does not show what the sheet shows.

    Rows that nobody has touched keep what comes from their action or projects, even where that was changed.
    """
    plan = _plan(head, drafts)
    differing = [each for each in _differences(plan, drafts) if each.item.changed and each.column in _ROLES]
    for each in differing:
        each.item.data[_ROLES[each.column].value] = [*each.shown]
    if differing:
        plan = _plan(head, drafts)
    return Settled(plan, tuple(_differences(plan, drafts)))


_ROLES = {column: role for role, column in ROLE_COLUMNS.items()}


def _plan(head: Mapping[str, Any], drafts: Sequence[ActionDraft]) -> Plan:
    return Plan.read({**head, "actions": plan_data(drafts)})


def _differences(plan: Plan, drafts: Sequence[ActionDraft]) -> Iterator[Difference]:
    table = division_table(plan, build_ledger(plan))
    rows = {row.path: row for block in table.blocks for row in block.rows}
    for path, item in _by_path(drafts):
        printed = rows.get(path)
        if printed is None:
            continue
        for role, shown in item.shown.items():
            read = printed.names.get(ROLE_COLUMNS[role], ())
            if set(read) != set(shown):
                yield Difference(item, ROLE_COLUMNS[role], shown, read)
        for column, text in item.texts.items():
            told = printed.texts.get(column, "")
            if told != text:
                yield Difference(item, column, _one(text), _one(told))


def _one(text: str) -> Names:
    return (text,) if text else ()


def _by_path(drafts: Sequence[ActionDraft]) -> Iterator[tuple[Path, ItemDraft]]:
    for at, draft in enumerate(drafts):
        yield ("actions", at), draft.own
        for kind in ("duties", "projects"):
            for position, item in enumerate(draft.of(kind)):
                yield ("actions", at, kind, position), item
