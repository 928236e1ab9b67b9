"""What goes with the reading of one text: which lines went into its items, and what was left of some."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kepu_cli.importers.drafts.draft import Leftover, Written

if TYPE_CHECKING:
    from kepu_cli.importers.structure.parts import Part
    from kepu_cli.importers.structure.pieces import Entry, Reader


@dataclass(frozen=True, slots=True)
class Ledger:
    """`used` are the lines that went into items, `left` parts of lines that did not."""

    reader: Reader
    used: set[int] = field(default_factory=set)
    left: list[Leftover] = field(default_factory=list)


def verbatim(entry: Entry) -> Written:
    return Written(entry.line.text, entry.line.place)


def number_of(part: Part) -> str:
    marker = part.head.line.marker if part.head else None
    return marker.number if marker else ""
