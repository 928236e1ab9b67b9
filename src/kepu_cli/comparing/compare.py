"""Two plans → what changed between them, who is concerned, and what became of last year's items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.comparing.carried import carry_over
from kepu_cli.comparing.comparison import Comparison
from kepu_cli.comparing.doubts import find_doubts
from kepu_cli.comparing.item_changes import item_changes
from kepu_cli.comparing.likeness import find_proposals
from kepu_cli.comparing.member_changes import member_changes
from kepu_cli.comparing.plan_changes import plan_changes
from kepu_cli.comparing.sides import prepare

if TYPE_CHECKING:
    from kepu_cli.model import Plan


def compare(old: Plan, new: Plan) -> Comparison:
    """Everything that changed from `old` to `new`, and what became of each of last year's items.

    Raises KepuError where two items side by side have one id, for then nobody can say which is which.
    """
    sides = prepare(old, new)
    members = tuple(member_changes(sides))
    proposals = find_proposals(sides)
    return Comparison(
        sides,
        (*plan_changes(sides), *members, *item_changes(sides)),
        tuple(carry_over(sides)),
        proposals,
        tuple(find_doubts(sides, members, proposals)),
    )
