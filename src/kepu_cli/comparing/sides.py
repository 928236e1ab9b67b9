"""Two plans made ready for comparing: their ledgers, what a name of one is in the other, and which items are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Heading, Mentioned
from kepu_cli.comparing.holders import Holders, new_holders, old_holders
from kepu_cli.comparing.matching import match_items
from kepu_cli.comparing.reforms import Succession
from kepu_cli.comparing.sameness import years_of
from kepu_cli.ledger import build_ledger
from kepu_cli.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.comparing.matching import Matching, Pair
    from kepu_cli.comparing.sameness import Years
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger, Row
    from kepu_cli.model import Item, Plan


class Held(NamedTuple):
    """A pair of items with its departments on both sides; `actions` are those that the two stand below, if any.

    It `has_moved` where the one is not what the other became.
    """

    pair: Pair
    old: Holders
    new: Holders
    actions: tuple[Item, Item] | None = None
    has_moved: bool = False

    def inherited(self, field: str) -> tuple[str, str]:
        """What both have from their actions where they say nothing themselves."""
        if self.actions is None:
            return "", ""
        old, new = self.actions
        return getattr(old, field), getattr(new, field)


class Sides(NamedTuple):
    """Everything that the single questions (what changed, who is concerned, what was forgotten) are asked of."""

    old_plan: Plan
    new_plan: Plan
    old: Ledger
    new: Ledger
    years: Years
    succession: Succession
    matching: Matching
    held: tuple[Held, ...]
    old_rows: Mapping[Path, Row]
    new_rows: Mapping[Path, Row]

    def heading(self, row: Row) -> Heading:
        """The action of an item of the new plan."""
        action = self.new_rows[row.parent]
        return Heading(action.path, action.id, action.label)

    def old_heading(self, row: Row) -> Heading:
        """The action of an item that is gone: its successor in the new plan where there is one."""
        successor = self.matching.successors.get(row.parent)
        if successor:
            return self.heading(successor)
        action = self.old_rows[row.parent]
        return Heading(action.path, action.id, action.label, gone=True)


def prepare(old_plan: Plan, new_plan: Plan) -> Sides:
    """Raises KepuError where two items side by side have one id, for then nobody can say which is which."""
    old, new = build_ledger(old_plan), build_ledger(new_plan)
    years = years_of(old_plan, new_plan)
    matching = match_items(old.rows, new.rows, years)
    succession = Succession(old.register, new.register, old_plan.first_year, new_plan.last_year)
    old_rows, new_rows = ({row.path: row for row in ledger.rows} for ledger in (old, new))
    sides = Sides(old_plan, new_plan, old, new, years, succession, matching, (), old_rows, new_rows)
    return sides._replace(held=tuple(_held(sides)))


def mentioned(row: Row) -> Mentioned:
    return Mentioned(row.path, row.id, row.label)


def _held(sides: Sides) -> Iterator[Held]:
    for pair in sides.matching.pairs:
        after = new_holders(pair.new.path, sides.new, sides.succession)
        before = old_holders(pair.old.path, sides.old, sides.succession, after)
        actions = sides.old_rows[pair.old.parent].item, sides.new_rows[pair.new.parent].item
        parent = sides.matching.successors.get(pair.old.parent)
        has_moved = parent is None or parent.path != pair.new.parent
        yield Held(pair, before, after, None if pair.new.level is Level.ACTION else actions, has_moved)
