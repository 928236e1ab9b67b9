"""A text with marks as a paragraph: new is bold, gone is struck through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters.document.elements import element, paragraph, run
from kepu_cli.exporters.marked_text import Emphasis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.oxml.xmlchemy import BaseOxmlElement

    from kepu_cli.exporters.document.elements import Style
    from kepu_cli.exporters.marked_text import Piece


def marked_paragraph(pieces: Iterable[Piece], style: Style, *, across: str = "", keep: bool = False) -> BaseOxmlElement:
    """`across` and `keep` as for an ordinary paragraph."""
    made = paragraph("", style, across=across, keep=keep)
    made.extend(_run(piece) for piece in pieces if piece.text)
    return made


def _run(piece: Piece) -> BaseOxmlElement:
    made = run(piece.text)
    looks = made[0]
    if piece.emphasis is Emphasis.NEW:
        looks.append(element("b"))
    elif piece.emphasis is Emphasis.GONE:
        looks.append(element("strike"))
    return made
