"""What is left of two texts without what both begin and end with."""

from __future__ import annotations

from typing import NamedTuple


class Difference(NamedTuple):
    """What stands at `at` in one text and in the other; up to there, and behind it, they are the same."""

    at: int
    one: str
    other: str


def difference(one: str, other: str) -> Difference:
    """`difference("教育句", "教育局") == (2, "句", "局")`."""
    at = _alike(one, other)
    tail = _alike(one[at:][::-1], other[at:][::-1])
    return Difference(at, one[at : len(one) - tail], other[at : len(other) - tail])


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
