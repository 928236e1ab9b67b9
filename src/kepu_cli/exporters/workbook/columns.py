"""How wide the columns of the division table are: together one page, each by what it holds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.exporters.workbook import heights
from kepu_cli.views.division import Column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class _Span(NamedTuple):
    """The narrowest and the widest a column may be; `by_longest` ones are as wide as their longest text asks."""

    low: float
    high: float
    by_longest: bool = False


_SPANS = {
    Column.NUMBER: _Span(6, 11, by_longest=True),
    Column.ACTION: _Span(18, 40),
    Column.MEASURE: _Span(26, 70),
    Column.LEADER: _Span(10, 15, by_longest=True),
    Column.LEAD: _Span(16, 30),
    Column.RESPONSIBLE: _Span(18, 60),
    Column.SUPPORT: _Span(16, 50),
    Column.DUE: _Span(11, 17, by_longest=True),
    Column.REMARK: _Span(9, 24),
}


def column_widths(texts: Mapping[Column, Sequence[str]], size: float, total: float) -> dict[Column, float]:
    """`texts` are each column's cells, one a row; the widths sum up to `total` units unless the narrowest exceed it."""
    widths = {column: _fixed(cells, size, _SPANS[column]) for column, cells in texts.items()}
    flexible = [column for column in texts if not _SPANS[column].by_longest]
    shares = {column: _weight(texts[column], size) for column in flexible}
    for column in flexible:
        widths[column] = _SPANS[column].low
    _share_out(widths, shares, total)
    return {column: round(width, 1) for column, width in widths.items()}


def _fixed(cells: Sequence[str], size: float, span: _Span) -> float:
    longest = max((heights.units(line, size) for cell in cells for line in cell.split("\n")), default=0)
    return min(max(longest, span.low), span.high)


def _weight(cells: Sequence[str], size: float) -> float:
    """The square mean of the lengths: long cells decide how high their rows get."""
    lengths = [heights.units(cell, size) for cell in cells]
    return math.sqrt(sum(each * each for each in lengths) / max(1, len(lengths))) + 1


def _share_out(widths: dict[Column, float], shares: Mapping[Column, float], total: float) -> None:
    """Widens the columns of `shares` towards widths in proportion to them, none beyond its widest."""
    growing = dict(shares)
    rest = total - sum(widths[column] for column in widths if column not in shares)
    while growing:
        scale = rest / sum(growing.values())
        stuck = {c: min(max(s * scale, _SPANS[c].low), _SPANS[c].high) for c, s in growing.items()}
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


def _widen(widths: dict[Column, float], columns: Sequence[Column], spare: float) -> None:
    """A short table fills the page all the same."""
    together = sum(widths[column] for column in columns)
    for column in columns:
        widths[column] += spare * widths[column] / together
