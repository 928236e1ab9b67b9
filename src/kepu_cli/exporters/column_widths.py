"""How wide the columns of a table are: together one page, each by what it holds."""

from __future__ import annotations

import math
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kepu_cli.exporters import printed_text

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

_Key = TypeVar("_Key", bound="Hashable")


class Span(NamedTuple):
    """The narrowest and the widest a column may be; `by_longest` ones are as wide as their longest text asks."""

    low: float
    high: float
    by_longest: bool = False


def column_widths(
    texts: Mapping[_Key, Sequence[str]], spans: Mapping[_Key, Span], size: float, total: float
) -> dict[_Key, float]:
    """`texts` are each column's cells, one a row; the widths sum up to `total` units unless the narrowest exceed it."""
    widths = {column: fixed_width(cells, size, spans[column]) for column, cells in texts.items()}
    flexible = [column for column in texts if not spans[column].by_longest]
    shares = {column: _weight(texts[column], size) for column in flexible}
    for column in flexible:
        widths[column] = spans[column].low
    _share_out(widths, shares, spans, total)
    _save_lines(widths, flexible, texts, spans, size)
    return {column: round(width, 1) for column, width in widths.items()}


def fixed_width(cells: Sequence[str], size: float, span: Span) -> float:
    """As wide as the longest line asks, within the span."""
    longest = max((printed_text.units(line, size) for cell in cells for line in cell.split("\n")), default=0)
    return min(max(longest, span.low), span.high)


def _weight(cells: Sequence[str], size: float) -> float:
    """The square mean of the lengths: long cells decide how high their rows get."""
    lengths = [printed_text.units(cell, size) for cell in cells]
    return math.sqrt(sum(each * each for each in lengths) / max(1, len(lengths))) + 1


def _share_out(
    widths: dict[_Key, float], shares: Mapping[_Key, float], spans: Mapping[_Key, Span], total: float
) -> None:
    """Widens the columns of `shares` towards widths in proportion to them, none beyond its widest."""
    growing = dict(shares)
    rest = total - sum(widths[column] for column in widths if column not in shares)
    while growing:
        scale = rest / sum(growing.values())
        stuck = {c: min(max(s * scale, spans[c].low), spans[c].high) for c, s in growing.items()}
        # Columns held at their lower bound go first: what they take, the others lack.
        low = [c for c in stuck if growing[c] * scale < stuck[c]]
        held = low or [c for c in stuck if growing[c] * scale > stuck[c]] or list(growing)
        for column in held:
            widths[column] = stuck[column]
            rest -= stuck[column]
            del growing[column]
    spare = total - sum(widths.values())
    if spare > 0 and shares:
        _widen(widths, list(shares), spare)


def _widen(widths: dict[_Key, float], columns: Sequence[_Key], spare: float) -> None:
    """A short table fills the page all the same."""
    together = sum(widths[column] for column in columns)
    for column in columns:
        widths[column] += spare * widths[column] / together


_STEP = 1.5  # units that one column gives to another at a time
_STEPS = 16
_LOOKED_AT = 200  # rows; as many tell how the others are


def _save_lines(
    widths: dict[_Key, float],
    flexible: Sequence[_Key],
    texts: Mapping[_Key, Sequence[str]],
    spans: Mapping[_Key, Span],
    size: float,
) -> None:
    """Moves width between the columns while that makes rows lower: a last character alone on its line is spared."""
    needs = {column: _sampled([_needs(cell, size) for cell in texts[column]]) for column in flexible}
    lines = _lines(widths, needs)
    for _ in range(_STEPS):
        tried = []
        for giver, taker in permutations(flexible, 2):
            moved = widths | {giver: widths[giver] - _STEP, taker: widths[taker] + _STEP}
            if moved[giver] >= spans[giver].low and moved[taker] <= max(spans[taker].high, widths[taker]):
                tried.append((_lines(moved, needs), moved))
        best = min(tried, key=lambda each: each[0], default=(lines, widths))
        if best[0] >= lines:
            return
        lines, better = best
        widths.update(better)


def _needs(cell: str, size: float) -> tuple[float, ...]:
    return tuple(printed_text.units(line, size) for line in cell.split("\n"))


def _sampled(rows: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    return rows[:: -(-len(rows) // _LOOKED_AT)] if rows else rows


def _lines(widths: Mapping[_Key, float], needs: Mapping[_Key, Sequence[tuple[float, ...]]]) -> int:
    """How many lines the rows have together, about."""
    columns = [[sum(-(-need // widths[column]) for need in cell) for cell in cells] for column, cells in needs.items()]
    return int(sum(max(cells) for cells in zip(*columns, strict=True)))
