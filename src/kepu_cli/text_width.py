"""How wide text stands, and where its lines break: Chinese characters take two columns and break almost anywhere."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Measure = Callable[[str], int]

# Punctuation that Chinese typesetting keeps off the start, or off the end, of a line.
_NEVER_FIRST = frozenset("、。，．：；！？）〕】》〉」』’”…—·～,.:;!?)]}%％")
_NEVER_LAST = frozenset("（〔【《〈「『‘“([{")


def display_width(text: str) -> int:
    """Terminal columns: wide characters 2, combining, invisible and control characters 0, a tab 1."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_columns, text))


def wrap_text(text: str, width: int, measure: Measure = display_width) -> tuple[str, ...]:
    """The lines `text` takes at `width`; joined they are the text again, line feeds included.

    Words stay whole unless longer than a line, closing punctuation stays off the start of a line. Blanks at the end
    of a line may hang over. One character that is wider than `width` stands alone.
    """
    paragraphs = text.split("\n")
    ended = [f"{each}\n" for each in paragraphs[:-1]] + paragraphs[-1:]
    return tuple(line for each in ended for line in _wrapped(each, width, measure))


def wrap_names(names: Sequence[str], separator: str, width: int, measure: Measure = display_width) -> tuple[str, ...]:
    """The lines of the names joined by `separator`, broken between names; a name longer than a line breaks inside."""
    last = len(names) - 1
    pieces = (name if index == last else name + separator for index, name in enumerate(names))
    return tuple(line for line in _fill(pieces, width, measure) if line)


def _wrapped(paragraph: str, width: int, measure: Measure) -> Iterable[str]:
    # Most texts fit: nobody need look for the places where they might break.
    return (paragraph,) if measure(paragraph.rstrip()) <= width else _fill(_units(paragraph), width, measure)


@lru_cache(maxsize=8192)
def _columns(char: str) -> int:
    if char == "\t":
        return 1
    # Hangul vowels and final consonants join the syllable before them.
    if unicodedata.category(char) in {"Cc", "Cf", "Mn", "Me", "Zl", "Zp"} or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _fill(pieces: Iterator[str], width: int, measure: Measure) -> Iterator[str]:
    """Greedy lines; yields at least one, maybe empty."""
    line, used = "", 0
    for piece in pieces:
        bare = piece.rstrip()
        needed = measure(bare)
        if line and used + needed > width:
            yield line
            line, used = "", 0
        if needed > width:
            *full, piece = _broken(piece, width, measure)  # noqa: PLW2901  the rest of the piece goes on filling
            yield from full
        line += piece
        used += needed if piece == bare else measure(piece)
    yield line


def _broken(piece: str, width: int, measure: Measure) -> list[str]:
    lines = [""]
    used = 0
    for char in piece:
        step = measure(char)
        if lines[-1] and step and not char.isspace() and used + step > width:
            lines.append("")
            used = 0
        lines[-1] += char
        used += step
    return _without_lonely_end(lines, width, measure)


def _without_lonely_end(lines: list[str], width: int, measure: Measure) -> list[str]:
    """A last line of closing punctuation alone takes the character before it along, where there is room for both."""
    if len(lines) < 2 or len(lines[-2]) < 2 or any(char not in _NEVER_FIRST for char in lines[-1].strip()):
        return lines
    joined = lines[-2][-1] + lines[-1]
    return lines if measure(joined.rstrip()) > width else [*lines[:-2], lines[-2][:-1], joined]


def _units(text: str) -> Iterator[str]:
    """The stretches of text that no line break may part."""
    unit = ""
    for char in text:
        if unit and _may_break(unit[-1], char):
            yield unit
            unit = ""
        unit += char
    yield unit


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after in _NEVER_FIRST or before in _NEVER_LAST or _columns(after) == 0:
        return False
    return before.isspace() or _columns(before) == 2 or _columns(after) == 2
