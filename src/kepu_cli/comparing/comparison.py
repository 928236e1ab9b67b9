"""What a comparison of two plans gives, for every report and every file to be made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kepu_cli.comparing.shifts import find_shifts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.comparing.changes import Carried, Change, Doubt, Proposal, Shift
    from kepu_cli.comparing.sides import Sides
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger


@dataclass(frozen=True)
class Comparison:
    """Two plans side by side. Where there is nothing to be told, `changes` is empty.

    `changes` stand first of the plan and its members, then of the items in the new plan's order. `carried` has every
    item of the old plan, in its order.
    """

    sides: Sides
    changes: tuple[Change, ...]
    carried: tuple[Carried, ...]
    proposals: tuple[Proposal, ...]
    doubts: tuple[Doubt, ...]

    @property
    def old(self) -> Ledger:
        return self.sides.old

    @property
    def new(self) -> Ledger:
        return self.sides.new

    @cached_property
    def shifts(self) -> tuple[Shift, ...]:
        """The changes by ledger: applied to the old ledger they give the new one. Few views ask for them."""
        return tuple(find_shifts(self.sides))

    @cached_property
    def pairs(self) -> Mapping[Path, Path]:
        """From an item's path in the new plan to its path in the old one."""
        return {pair.new.path: pair.old.path for pair in self.sides.matching.pairs}
