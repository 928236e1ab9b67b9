"""Items that may be one although neither number nor name says so (疑似同一事项): proposals for a person to settle."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Proposal
from kepu_cli.comparing.holders import group_key
from kepu_cli.comparing.item_references import old_references
from kepu_cli.comparing.sameness import name_key, text_key
from kepu_cli.comparing.sides import mentioned
from kepu_cli.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kepu_cli.comparing.matching import Pair
    from kepu_cli.comparing.sides import Sides
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger, Row

LOWEST_SCORE = 60
# What the text, the departments and the place count for; what an item cannot have is left out of the sum.
_TEXT, _DEPARTMENTS, _PLACE = 75, 18, 7
_LEAST_TEXT = 0.34  # below this, departments and place prove nothing
_UNLIKE = 0.4  # below this, a number in common is taken for chance
_COMMON = 64  # a pair of signs in more items than that leads to nobody
_MOST_CANDIDATES = 8


def find_proposals(sides: Sides) -> tuple[Proposal, ...]:
    """Each item at most once, the surest first; time grows with the number of items.

    Asked for are items that came or went, and those that nothing but their running number pairs with a quite different
    text.
    """
    old, new = _in_question(sides)
    if not old or not new:
        return ()
    texts = _Texts([*sides.old.rows, *sides.new.rows])
    references = old_references(sides.old.rows)
    by_number = sides.matching.by_number
    chosen = _best_pairs(_scored(old, new, texts, sides))
    return tuple(
        Proposal(
            score, mentioned(before), mentioned(after), after.level, references[before.path],
            is_paired=after.path in by_number or before.path in sides.matching.successors,
        )
        for score, before, after in chosen
    )  # fmt: skip


def _in_question(sides: Sides) -> tuple[list[Row], list[Row]]:
    matching = sides.matching
    old, new = [*matching.removed], [row for row in matching.added if row.path not in matching.splits]
    for pair in unlike_pairs(sides):
        old.append(pair.old)
        new.append(pair.new)
    return old, new


def unlike_pairs(sides: Sides) -> Iterator[Pair]:
    """Items that nothing but their number pairs, with texts so different that it may be chance."""
    for pair in sides.matching.pairs:
        if pair.new.path in sides.matching.by_number and _plain_ratio(pair.old, pair.new) < _UNLIKE:
            yield pair


def have_no_words_in_common(old: Row, new: Row) -> bool:
    """Not two signs stand side by side in both texts."""
    return not _sign_pairs(text_key(old.label)) & _sign_pairs(text_key(new.label))


def _plain_ratio(old: Row, new: Row) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(text_key(old.label), text_key(new.label)) / 100


class _Texts:
    """The items' texts as pairs of signs, each pair weighed by how few items have it: 科普 says little, 助老 much."""

    def __init__(self, rows: list[Row]) -> None:
        spread = Counter(pair for row in rows for pair in _sign_pairs(text_key(row.label)))
        # Squared, so that a rare pair in common outweighs a whole phrase that everybody writes.
        self.weights = {pair: math.log(1 + len(rows) / (1 + count)) ** 2 for pair, count in spread.items()}

    def likeness(self, old: Row, new: Row) -> float:
        """0 to 1, from three views: what both texts share of both, and of the shorter one, and how its order stands."""
        here, there = (_sign_pairs(text_key(row.label)) for row in (old, new))
        shared, before, after = map(self._sum, (here & there, here, there))
        if not shared:
            return 0.0
        return (2 * shared / (before + after) + shared / min(before, after) + _plain_ratio(old, new)) / 3

    def _sum(self, pairs: Iterable[str]) -> float:
        return math.fsum(self.weights[pair] for pair in pairs)


@lru_cache(maxsize=1 << 14)
def _sign_pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(max(1, len(text) - 1))) - {""}


class _Scored(NamedTuple):
    score: int
    old: Row
    new: Row


def _scored(old: list[Row], new: list[Row], texts: _Texts, sides: Sides) -> Iterator[_Scored]:
    by_pair: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in new:
        for pair in _sign_pairs(text_key(row.label)):
            by_pair[row.level, pair].append(row)
    for before in old:
        today = sides.matching.successors.get(before.path)
        for after in _candidates(before, by_pair, texts):
            if today is None or today.path != after.path:
                score = _score(before, after, texts, sides)
                if score >= LOWEST_SCORE:
                    yield _Scored(score, before, after)


def _candidates(old: Row, by_pair: Mapping[tuple[str, str], list[Row]], texts: _Texts) -> Iterator[Row]:
    """The few that share the rarest pairs of signs."""
    weights: dict[Path, float] = defaultdict(float)
    rows: dict[Path, Row] = {}
    for pair in sorted(_sign_pairs(text_key(old.label))):
        sharing = by_pair.get((old.level, pair), [])
        if len(sharing) <= _COMMON:
            for row in sharing:
                weights[row.path] += texts.weights[pair]
                rows[row.path] = row
    best = sorted(weights, key=lambda path: (-weights[path], path))[:_MOST_CANDIDATES]
    yield from (rows[path] for path in best)


def _score(old: Row, new: Row, texts: _Texts, sides: Sides) -> int:
    text = texts.likeness(old, new)
    if text < _LEAST_TEXT:
        return 0
    found = [(_TEXT, text)]
    if (departments := shared_departments(old, new, sides)) is not None:
        found.append((_DEPARTMENTS, departments))
    if old.level is not Level.ACTION:
        successor = sides.matching.successors.get(old.parent)
        found.append((_PLACE, float(successor is not None and successor.path == new.parent)))
    return round(100 * sum(share * part for share, part in found) / sum(share for share, _ in found))


def shared_departments(old: Row, new: Row, sides: Sides) -> float | None:
    """0 to 1: how many of the bodies of both items hold both; None where neither item has any."""
    before, after = set(_old_bodies(old, sides)), set(_bodies(new, sides.new))
    return len(before & after) / len(before | after) if before | after else None


def _old_bodies(row: Row, sides: Sides) -> Iterator[str]:
    for body in _bodies(row, sides.old):
        yield from map(name_key, sides.succession.successors(body))


def _bodies(row: Row, ledger: Ledger) -> Iterator[str]:
    """Those that are named, at the item or at its action: most plans name them there."""
    for entry in ledger.of(row.path):
        if not group_key(entry.mention):
            yield name_key(entry.department)


def _best_pairs(scored: Iterable[_Scored]) -> Iterator[_Scored]:
    """The surest first; who is in a pair is in no other."""
    taken: set[tuple[str, Path]] = set()
    for each in sorted(scored, key=lambda one: (-one.score, one.old.path, one.new.path)):
        ends = {("old", each.old.path), ("new", each.new.path)}
        if not ends & taken:
            taken |= ends
            yield each
