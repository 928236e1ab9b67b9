"""The content of a plan in the forms that other programs read: the same duties with the same departments."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_file
from kepu_cli.model import Level, Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Line(NamedTuple):
    """A duty: its action's name, its text, who leads and who else has a share."""

    action: str
    text: str
    lead: str
    others: tuple[str, ...]


def write_contract(plan: Path) -> Path:
    """A data contract (ODCS): an action is a table, a duty a column, its departments are tags."""
    text = ["apiVersion: v3.0.2", "kind: DataContract", "id: plan", "name: 示例县2026年全民科学素质工作要点"]
    text += ["version: 1.0.0", "status: active", "schema:"]
    action = ""
    for number, line in enumerate(_lines(plan), start=1):
        if line.action != action:
            action = line.action
            text += [f"  - name: action_{number}", f"    description: {action}", "    physicalType: table"]
            text.append("    properties:")
        text += [f"      - name: duty_{number}", "        logicalType: string"]
        text += [f"        description: {line.text}", f"        tags: [{', '.join((line.lead, *line.others))}]"]
    return _write(plan.with_name(f"contract-{plan.name}"), text)


def write_charter(plan: Path) -> Path:
    """A charter of RACI roles: a department is a role, a duty an action; the lead answers, the others are consulted."""
    lines = list(_lines(plan))
    names = sorted({name for line in lines for name in (line.lead, *line.others)})
    text = ["project: 示例县2026年全民科学素质工作要点", "roles:", *(f"  - {name}" for name in names), "actions:"]
    for number, line in enumerate(lines, start=1):
        text += [f"  {number} {line.text}:", f"    responsible: {line.lead}", f"    accountable: {line.lead}"]
        text.append(f"    consulted: [{', '.join(line.others)}]")
    return _write(plan.with_name(f"charter-{plan.name}"), text)


def write_requirements(plan: Path) -> Path:
    """A tree of requirement items, a file each: the duty's text and its departments."""
    home = plan.with_name(f"requirements-{plan.stem}")
    items = home / "items"
    items.mkdir(parents=True)
    # The program looks for the root of a working copy; this is all that it looks for.
    (home / ".git").mkdir()
    settings = "settings:\n  digits: 5\n  itemformat: yaml\n  prefix: D\n  sep: ''\n"
    (items / ".doorstop.yml").write_text(settings, encoding="utf-8")
    for number, line in enumerate(_lines(plan), start=1):
        text = ["active: true", "derived: false", "header: ''", f"level: 1.{number}", "links: []", "normative: true"]
        text += ["ref: ''", "reviewed: null", f"lead: {line.lead}", f"others: {'、'.join(line.others)}"]
        _write(items / f"D{number:05}.yml", [*text, f"text: {line.text}"])
    return home


def write_schema(folder: Path) -> Path:
    """Our own published schema of a plan, for validators of JSON Schema."""
    from kepu_cli.schema import schema

    path = folder / "plan.schema.json"
    path.write_text(json.dumps(schema("plan"), ensure_ascii=False), encoding="utf-8")
    return path


def _lines(plan: Path) -> Iterator[Line]:
    loaded = load_file(plan).plan
    assert loaded is not None
    ledger = build_ledger(loaded)
    for row in ledger.rows:
        if row.level is Level.DUTY:
            action = loaded.actions[int(row.path[1])]
            named = [entry for entry in ledger.of(row.path) if entry.role is not Role.LEAD]
            lead = next(entry.department for entry in ledger.of(row.path) if entry.role is Role.LEAD)
            yield Line(action.name, row.label, lead, tuple(entry.department for entry in named))


def _write(path: Path, lines: list[str]) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
