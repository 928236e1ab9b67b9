"""Lays marked texts out in lines, and cuts them into pieces that are no higher than a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.exporters import printed_text
from kepu_cli.exporters.marked_text import Emphasis, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.exporters.marked_text import Marked, MarkedLine


@dataclass(frozen=True, slots=True)
class Laid:
    """What is printed in one cell; its names break the line where it is cut for."""

    pieces: tuple[Piece, ...]
    shaded: bool

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def lay_marked(cell: Marked, separator: str, width: float, size: float) -> Laid:
    """The whole cell for a column `width` units wide, whatever its height."""
    text, spans = _laid(cell, separator, width, size)
    return Laid(tuple(_pieces(text, spans, 0, len(text))), cell.shaded)


def cut_marked(cell: Marked, separator: str, width: float, size: float, most: int) -> list[Laid]:
    """Parts of at most `most` lines; always one, maybe empty."""
    text, spans = _laid(cell, separator, width, size)
    lines = printed_text.text_lines(text, width, size)
    parts: list[Laid] = []
    at = 0
    for start in range(0, len(lines), most):
        end = at + sum(map(len, lines[start : start + most]))
        # The line feed at a cut is the cut itself.
        stop = end - 1 if start + most < len(lines) and text[end - 1] == "\n" else end
        parts.append(Laid(tuple(_pieces(text, spans, at, stop)), cell.shaded))
        at = end
    return parts


class _Span(NamedTuple):
    """Where in the text a mark stands, in order."""

    start: int
    stop: int
    emphasis: Emphasis


def _laid(cell: Marked, separator: str, width: float, size: float) -> tuple[str, list[_Span]]:
    text, spans = "", []
    for number, line in enumerate(cell.lines):
        if number:
            text += "\n"
        made = _line(line, separator, width, size)
        at = len(text) + len(line.label)
        text += made
        for piece in line.pieces:
            # Names stay as they are but for blanks at the end of a row.
            whole = piece.text.rstrip() if line.names else piece.text
            at = text.index(whole, at) if whole else at
            if piece.emphasis is not Emphasis.PLAIN and whole:
                spans.append(_Span(at, at + len(whole), piece.emphasis))
            at += len(whole)
    return text, spans


def _line(line: MarkedLine, separator: str, width: float, size: float) -> str:
    texts = [piece.text for piece in line.pieces]
    if not line.names or not texts:
        return line.label + "".join(texts)
    return "\n".join(printed_text.name_rows([line.label + texts[0], *texts[1:]], separator, width, size))


def _pieces(text: str, spans: list[_Span], start: int, stop: int) -> Iterator[Piece]:
    at = start
    for span in spans:
        first, last = max(span.start, start), min(span.stop, stop)
        if first >= last:
            continue
        if at < first:
            yield Piece(text[at:first])
        yield Piece(text[first:last], span.emphasis)
        at = last
    if at < stop or at == start:
        yield Piece(text[at:stop])
