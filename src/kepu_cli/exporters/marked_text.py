"""A cell's text with marks on what is new in it and what is gone, for any form that it is printed in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Emphasis(Enum):
    """Bold, and struck through: neither needs colour."""

    PLAIN = ""
    NEW = "new"
    GONE = "gone"


class Piece(NamedTuple):
    text: str
    emphasis: Emphasis = Emphasis.PLAIN


class MarkedLine(NamedTuple):
    """Pieces that begin on a line of their own; `names` are set apart, and the line breaks between them alone."""

    pieces: tuple[Piece, ...]
    label: str = ""
    names: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """`shaded` is the ground of a cell in which something is new."""

    lines: tuple[MarkedLine, ...]
    shaded: bool = False

    def text(self, separator: str) -> str:
        """As read without the marks, the names joined by the separator."""
        return "\n".join(
            line.label + (separator if line.names else "").join(piece.text for piece in line.pieces)
            for line in self.lines
        )
