"""Under which name an entry of the ledger is listed: a department's own, or a group's for the bodies it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.ledger import Basis
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from kepu_cli.ledger import Entry, Ledger


def holder_of(entry: Entry, ledger: Ledger) -> str | None:
    """A member's or a named body's own name; None for words that name nobody (有关单位).

    Bodies outside the roster that are meant by a group go by the group's name, else thirty towns fill a page.
    """
    if entry.mention.sort is Sort.VAGUE:
        return None
    if entry.basis is Basis.NAMED or entry.department in ledger.register.members:
        return entry.department
    return entry.mention.department if entry.mention.is_group else entry.department


def all_holders(ledger: Ledger) -> tuple[str, ...]:
    """The members in roster order, then bodies outside the roster and groups of such, as the plan names them."""
    others = (holder_of(entry, ledger) for entry in ledger.entries)
    return tuple(dict.fromkeys((*ledger.register.members, *(name for name in others if name is not None))))
