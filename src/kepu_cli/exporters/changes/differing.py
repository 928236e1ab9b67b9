"""Where two wordings of one text differ: the new one with what it added, the old one with what it lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.difference import difference
from kepu_cli.exporters.marked_text import Emphasis, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator


class Wordings(NamedTuple):
    new: tuple[Piece, ...]
    old: tuple[Piece, ...]


def wordings(old: str, new: str) -> Wordings:
    """Of texts with little in common all of the new one is marked and nothing in the old one."""
    if max(len(old), len(new)) < _SHORT:
        return _all_new(old, new)
    head, before, after = difference(old, new)
    tail = len(old) - head - len(before)
    kept = tuple(_kept(before, after))
    same = head + tail + sum(size for _, _, size in kept)
    if same * 2 < max(len(old), len(new)) or max(len(before), len(after)) > _LONGEST:
        return _all_new(old, new)
    blocks = [(0, 0, head), *((a + head, b + head, size) for a, b, size in kept)]
    blocks.append((len(old) - tail, len(new) - tail, tail))
    return Wordings(
        tuple(_pieces(new, [(b, size) for _, b, size in blocks], Emphasis.NEW)),
        tuple(_pieces(old, [(a, size) for a, _, size in blocks], Emphasis.GONE)),
    )


_SHORT = 12  # characters; so few are read at a glance
_LONGEST = 2000  # characters that differ; longer texts are not looked into
_LEAST = 2  # characters in common between two differences; one alone is chance


def _all_new(old: str, new: str) -> Wordings:
    return Wordings((Piece(new, Emphasis.NEW),), (Piece(old),))


def _kept(before: str, after: str) -> Iterator[tuple[int, int, int]]:
    """(start in old, start in new, length) of what both have, in order."""
    from difflib import SequenceMatcher

    if before and after and max(len(before), len(after)) <= _LONGEST:
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        yield from (block for block in matcher.get_matching_blocks() if block.size >= _LEAST)


def _pieces(text: str, kept: list[tuple[int, int]], emphasis: Emphasis) -> Iterator[Piece]:
    at = 0
    for start, size in [*kept, (len(text), 0)]:
        if start > at:
            yield Piece(text[at:start], emphasis)
        if size:
            yield Piece(text[start : start + size])
        at = max(at, start + size)
