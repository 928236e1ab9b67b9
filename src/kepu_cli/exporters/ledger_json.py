"""The plan and its ledger as JSON; the form is stable, its version is `SCHEMA`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.dates.due import parse_due
from kepu_cli.json_text import json_text

if TYPE_CHECKING:
    from kepu_cli.ledger import Entry, Ledger, Row
    from kepu_cli.model import Plan

SCHEMA = 1


def render(plan: Plan, ledger: Ledger) -> bytes:
    """`{"schema", "plan": {…}, "items": […], "ledger": […]}` as UTF-8; `item` in the ledger is an item's path."""
    document = {
        "schema": SCHEMA,
        "plan": {
            "title": plan.title,
            "year": plan.year,
            "period": plan.period,
            "region": plan.region or None,
            "departments": [department.name for department in plan.departments],
        },
        "items": [_item(row, plan) for row in ledger.rows],
        "ledger": [_entry(entry) for entry in ledger.entries],
    }
    return json_text(document).encode()


def _item(row: Row, plan: Plan) -> dict[str, object]:
    item = row.item
    due = parse_due(item.due, plan.first_year, plan.last_year) if item.due else None
    return {
        "path": list(row.path),
        "level": row.level,
        "id": item.id or None,
        "name": item.label,
        "kind": getattr(item, "kind", None),
        "due": item.due or None,
        "due_kind": due.kind if due else None,
        "due_last": due.last.isoformat() if due and due.last else None,
        "targets": {
            name: {"value": target.value, "unit": target.unit or None} for name, target in item.targets.items()
        },
        "covers": list(item.covers),
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "item": list(entry.path),
        "department": entry.department,
        "role": entry.role,
        "basis": entry.basis,
    }
