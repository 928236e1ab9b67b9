"""Which lines of a text went into its items, and what was left of some: the rest is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kepu_cli.importers.drafts.draft import Leftover


@dataclass(slots=True)
class UsedLines:
    """`at` are the lines that went into items, `left` parts of these lines that did not."""

    at: set[int] = field(default_factory=set)
    left: list[Leftover] = field(default_factory=list)
