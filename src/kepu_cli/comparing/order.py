"""Where each item's changes are told: in the new plan's order, removed items where they stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.comparing.matching import Matching
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Row

# Of an action, then of an item in it: (place in the new plan, 1 for what was removed after it, place in the old plan).
Spot = tuple[int, int, int]
Position = tuple[Spot, Spot]


def positions_of_new(rows: tuple[Row, ...]) -> dict[Path, Position]:
    """The positions of the new plan's items, by path."""
    numbered = {row.path: number for number, row in enumerate(rows)}
    return {row.path: ((numbered[row.parent], 0, 0), (numbered[row.path], 0, 0)) for row in rows}


def positions_of_removed(rows: tuple[Row, ...], matching: Matching, new: dict[Path, Position]) -> dict[Path, Position]:
    """The positions of items of the old plan that are gone, by their path there.

    A removed action follows the one before it that lives on; a removed duty follows the one before it that still
    stands in the same action.
    """
    return dict(_removed(rows, matching, new))


def _removed(rows: tuple[Row, ...], matching: Matching, new: dict[Path, Position]) -> Iterator[tuple[Path, Position]]:
    action: Spot = (-1, 0, 0)  # what is told before the first action
    item: Spot = (-1, 0, 0)
    for number, row in enumerate(rows):
        successor = matching.successors.get(row.path)
        if row.level is Level.ACTION:
            action, item = new[successor.path] if successor else ((action[0], 1, number), (-1, 0, 0))
        elif successor and new[successor.path][0] == action:
            item = new[successor.path][1]
        if successor is None:
            yield row.path, (action, (item[0], 1, number))
