"""What each department has to be told: what it takes on, what it hands over, what changed at the items it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kepu_cli.comparing.changes import Change, Comparison, Shift


@dataclass(frozen=True, slots=True)
class DepartmentNews:
    """One department's part of a comparison; `formerly` are the bodies that a reform made it from.

    `gained` has no role before, `lost` none after, `changed` another one; all three in the order of items.
    `touched` are the other changes of items in which it has a part: name, text, place, due, targets, who leads.
    """

    department: str
    formerly: tuple[str, ...] = ()
    gained: tuple[Shift, ...] = ()
    lost: tuple[Shift, ...] = ()
    changed: tuple[Shift, ...] = ()
    touched: tuple[Change, ...] = ()


def department_news(comparison: Comparison) -> tuple[DepartmentNews, ...]:
    """Each department that has to be told something: the new roster's in protocol order, then those that are gone."""
    raise NotImplementedError
