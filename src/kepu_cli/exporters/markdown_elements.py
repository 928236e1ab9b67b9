"""What pages of Markdown are made of: tables, headings and paragraphs of any text whatever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters.plain_text import shown
from kepu_cli.markdown_text import inert

if TYPE_CHECKING:
    from collections.abc import Iterable


def table(heads: Iterable[str], centred: Iterable[bool], rows: Iterable[Iterable[str]]) -> str:
    """The heads are texts, the cells of the rows Markdown already."""
    ruler = (":-:" if middle else "---" for middle in centred)
    return "\n".join(map(_line, (map(in_line, heads), ruler, *rows)))


def in_line(text: str) -> str:
    """A text for a cell or a heading: its lines are parted by breaks."""
    return "<br>".join(map(inert, shown(text).replace("\t", " ").strip().split("\n")))


def paragraph(text: str) -> str:
    """A text that would begin a list, a rule or a heading begins with a character spelled out."""
    made = in_line(text)
    return f"&#{ord(made[0])};{made[1:]}" if made[:1] in tuple("-+=0123456789") else made


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
