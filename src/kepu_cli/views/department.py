"""One department's tasks (任务清单): what it leads, what it is responsible for, with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.model import Role

if TYPE_CHECKING:
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Basis, Ledger, Row


@dataclass(frozen=True, slots=True)
class Task:
    """One item in which the department has a part; `others` are the names written there besides its own."""

    path: Path
    role: Role
    basis: Basis
    action: str
    number: str
    label: str
    due: str
    leads: tuple[str, ...]
    others: tuple[str, ...]


def department_tasks(ledger: Ledger, department: str) -> tuple[Task, ...]:
    """The tasks of a department (the roster's name): as lead first, then as responsible, then as support."""
    rows = {row.path: row for row in ledger.rows}
    held = [(entry.role, entry.basis, rows[entry.path]) for entry in ledger.entries if entry.department == department]
    return tuple(
        _task(ledger, department, role, basis, (row, rows[row.parent]))
        for wanted in Role
        for role, basis, row in held
        if role is wanted
    )


def _task(ledger: Ledger, department: str, role: Role, basis: Basis, rows: tuple[Row, Row]) -> Task:
    row, action = rows
    entries = [entry for entry in ledger.of(row.path) if entry.department != department]
    leads = tuple(dict.fromkeys(entry.mention.written for entry in entries if entry.role is Role.LEAD))
    rest = dict.fromkeys(entry.mention.written for entry in entries if entry.role is not Role.LEAD)
    others = tuple(name for name in rest if name not in leads)
    due = row.item.due or action.item.due
    return Task(row.path, role, basis, action.label, row.id, row.label, due, leads, others)
