"""The responsibility matrix (责任矩阵): rows are actions or duties, columns the departments in roster order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kepu_cli.findings import Words
from kepu_cli.ledger import Basis
from kepu_cli.model import Level, Role
from kepu_cli.views.holders import all_holders, holder_of
from kepu_cli.views.table_title import table_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.findings import Path
    from kepu_cli.ledger import Entry, Ledger, Row
    from kepu_cli.model import Plan


class Mark(StrEnum):
    """What stands in a cell. The light marks are held through the action or a group, not by name."""

    LEAD = "★"
    RESPONSIBLE = "○"
    SUPPORT = "△"
    LIGHT_LEAD = "☆"
    LIGHT_RESPONSIBLE = "·"
    LIGHT_SUPPORT = "▵"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """`marks[i]` belongs to the matrix's `departments[i]`; None where the department has no part."""

    path: Path
    number: str
    label: str
    is_action: bool
    marks: tuple[Mark | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    title: str
    departments: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def responsibility_matrix(plan: Plan, ledger: Ledger, *, with_duties: bool = False) -> Matrix:
    """A row an action, and with duties a row each duty and project.

    In an action's row a dark mark is a role that the action itself gives; a light one is a part in its duties,
    or a part held through a group. Words that name nobody (有关单位) have no column.
    """
    departments = all_holders(ledger)
    rows = tuple(_matrix_rows(ledger, departments, with_duties=with_duties))
    return Matrix(table_title(plan, _TITLE), departments, rows)


_TITLE = Words("{plan}责任矩阵", "{plan}: responsibility matrix")


_DARK = {Role.LEAD: Mark.LEAD, Role.RESPONSIBLE: Mark.RESPONSIBLE, Role.SUPPORT: Mark.SUPPORT}
_LIGHT = {Role.LEAD: Mark.LIGHT_LEAD, Role.RESPONSIBLE: Mark.LIGHT_RESPONSIBLE, Role.SUPPORT: Mark.LIGHT_SUPPORT}
_WEIGHT = {mark: weight for weight, mark in enumerate(Mark)}


def _matrix_rows(ledger: Ledger, departments: tuple[str, ...], *, with_duties: bool) -> Iterator[MatrixRow]:
    below: dict[Path, list[Entry]] = {}
    for entry in ledger.entries:
        below.setdefault(entry.path[:2], []).append(entry)
    for row in ledger.rows:
        is_action = row.level is Level.ACTION
        if is_action or with_duties:
            # With rows of their own, the duties need not show through in the action's.
            entries = below.get(row.path, ()) if is_action and not with_duties else ledger.of(row.path)
            yield MatrixRow(row.path, row.id, row.label, is_action, _marks(row, entries, ledger, departments))


def _marks(row: Row, entries: Iterable[Entry], ledger: Ledger, departments: tuple[str, ...]) -> tuple[Mark | None, ...]:
    held: dict[str, Mark] = {}
    for entry in entries:
        column = holder_of(entry, ledger)
        dark = entry.basis in (Basis.NAMED, Basis.PROJECT) and entry.path == row.path
        mark = (_DARK if dark else _LIGHT)[entry.role]
        if column and (column not in held or _WEIGHT[mark] < _WEIGHT[held[column]]):
            held[column] = mark
    return tuple(held.get(department) for department in departments)
