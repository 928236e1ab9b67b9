""" "Did you mean": the nearest of a few known words, by edit distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def nearest(typed: str, known: Iterable[str], at_least: float = 0.5) -> str | None:
    """The known word most like `typed`, or None when none is at least `at_least` (0 to 1) alike. Ties: the first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if not typed or len(typed) > _LONGEST:
        return None
    found = process.extractOne(typed, list(known), scorer=OSA.normalized_similarity, score_cutoff=at_least)
    return found[0] if found else None


def within(typed: str, known: Sequence[str], edits: int) -> list[str]:
    """The known words that at most so many edits make of `typed`, the nearest first; ties in the order of `known`.

    An edit puts in, leaves out or changes a character, or swaps two neighbours.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if not typed or len(typed) > _LONGEST:
        return []
    found = process.extract(typed, known, scorer=OSA.distance, score_cutoff=edits, limit=None)
    return [word for word, _, _ in sorted(found, key=lambda hit: (hit[1], hit[2]))]


# Nobody misspells a word of two hundred characters; comparing one would only cost time.
_LONGEST = 200
