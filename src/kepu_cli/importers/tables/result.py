"""What was read of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kepu_cli.findings import Said
    from kepu_cli.importers.drafts.draft import DraftAction, Leftover


@dataclass(frozen=True, slots=True)
class TableReading:
    """The actions of a table with their duties; `title` stands above the head row, "" where nothing does.

    Every cell's text is in an item, in its attributions, in `title`, or among the leftovers; head words alone are not.
    """

    actions: tuple[DraftAction, ...]
    title: str = ""
    leftovers: tuple[Leftover, ...] = ()
    notes: tuple[Said, ...] = ()
