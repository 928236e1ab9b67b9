"""What an item takes up (对应) in two plans: outline duties by reference, duties of the plan itself by pairing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.comparing.changes import Verb
from kepu_cli.comparing.differences import Difference
from kepu_cli.names import normal
from kepu_cli.references import duty_references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.comparing.matching import Pair
    from kepu_cli.comparing.sides import Sides
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Row
    from kepu_cli.model import Action, Plan


def changed_covers(pair: Pair, sides: Sides) -> Iterator[Difference]:
    """A duty that only got another number is still the same one."""
    old, new = pair.old.item.covers, pair.new.item.covers
    if old == new and not new:
        return
    successors = {path: row.path for path, row in sides.matching.successors.items()}
    before = {successors.get(meant, meant) for meant in _meant(pair.old, sides.old_plan)}
    if before != set(_meant(pair.new, sides.new_plan)):
        yield Difference(
            Verb.CHANGED, (), None, old, new, ("covers",) if old else (),
            ("covers",) if new else (), "covers",
        )  # fmt: skip


def _meant(row: Row, plan: Plan) -> Iterator[Path]:
    """The path of a duty of the same action; else the reference itself."""
    action: Action = plan.actions[int(row.parent[1])]
    own = duty_references(action) if row.item.covers and row.path != row.parent else {}
    for reference in map(normal, row.item.covers):
        yield (*row.parent, "duties", own[reference]) if reference in own else (reference,)
