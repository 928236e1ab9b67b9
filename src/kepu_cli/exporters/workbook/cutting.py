"""Cuts the text of a cell into pieces that are no higher than a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters import printed_text
from kepu_cli.exporters.workbook import heights

if TYPE_CHECKING:
    from collections.abc import Sequence


def cut_text(text: str, width: float, size: float, most: int) -> list[str]:
    """Pieces of at most `most` lines in a column `width` units wide; always one, maybe empty."""
    lines = printed_text.text_lines(text, width, size)
    chunks = ["".join(lines[start : start + most]) for start in range(0, len(lines), most)] or [""]
    return [chunk.removesuffix("\n") for chunk in chunks[:-1]] + chunks[-1:]


def cut_names(names: Sequence[str], separator: str, width: float, size: float, most: int) -> list[str]:
    """The joined names, likewise; the line breaks between them, never within.

    Left to themselves, programs would break it anywhere, and leave a comma alone at the start of a line.
    """
    chunks, used = [""], 0
    for row in printed_text.name_rows(names, separator, width, size):
        lines = len(printed_text.text_lines(row, width, size))
        if used and used + lines > most:
            chunks.append("")
            used = 0
        chunks[-1] += f"\n{row}" if chunks[-1] else row
        used += lines
    return chunks


def text_height(text: str, width: float, size: float) -> float:
    """Points for the text in a column of that width."""
    return heights.height(len(printed_text.text_lines(text, width, size)), size)
