"""The load of each department: how many items it leads, is responsible for, supports."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.ledger import Basis
from kepu_cli.model import Role
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from kepu_cli.ledger import Ledger


class Load(NamedTuple):
    """Counts of items by role, where the department is named; `in_groups` where only a group word reaches it."""

    department: str
    lead: int
    responsible: int
    support: int
    in_groups: int

    @property
    def named(self) -> int:
        return self.lead + self.responsible + self.support


def department_loads(ledger: Ledger) -> tuple[Load, ...]:
    """A line each member in roster order, those without any duty too, then bodies outside the roster."""
    named: Counter[tuple[str, Role]] = Counter()
    grouped: Counter[str] = Counter()
    order = dict.fromkeys(ledger.register.members)
    for entry in ledger.entries:
        if entry.basis is Basis.NAMED and entry.mention.sort in (Sort.DEPARTMENT, Sort.UNKNOWN, Sort.AMBIGUOUS):
            named[entry.department, entry.role] += 1
            order.setdefault(entry.department)
        elif entry.basis is Basis.GROUP and entry.mention.is_group:
            grouped[entry.department] += 1
            order.setdefault(entry.department)
    return tuple(
        Load(
            name,
            named[name, Role.LEAD],
            named[name, Role.RESPONSIBLE],
            named[name, Role.SUPPORT],
            grouped[name],
        )
        for name in order
    )
