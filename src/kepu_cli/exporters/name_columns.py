"""How narrow a column of names may get: its longest name stands on one line wherever the other columns can give way."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kepu_cli.exporters import printed_text
from kepu_cli.exporters.column_widths import Span, column_widths, fixed_width
from kepu_cli.views.division import NAME_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from kepu_cli.exporters.listing import Listing
    from kepu_cli.views.division import Column, DivisionTable

    Names = tuple[str, ...]

_Column = TypeVar("_Column", bound="Hashable")


def widths_for_names(
    texts: Mapping[_Column, Sequence[str]],
    spans: Mapping[_Column, Span],
    names: Mapping[_Column, Sequence[Names]],
    separator: str,
    size: float,
    total: float,
) -> dict[_Column, float]:
    """The widths of all columns, of `total` units together; `names` are the cells of the columns of names.

    As few names as can be are broken, and as few as can be of these leave a last character alone on its line. The other
    columns give way for that as long as the table gets no longer.
    """
    rooms = (_widths(texts, spans, names, separator, size, total, given) for given in _GIVEN)
    return min(rooms, key=lambda widths: _length(widths, texts, names, separator, size))


def names_of(table: DivisionTable) -> dict[Column, list[Names]]:
    """The cells of the division table's columns of names."""
    rows = [row for block in table.blocks for row in block.rows]
    return {column: [row.names.get(column, ()) for row in rows] for column in table.columns if column in NAME_COLUMNS}


def listed_names(listing: Listing) -> dict[int, list[Names]]:
    """The cells of a listing's columns of names, its heads among them."""
    rows = [row for group in listing.groups for row in group.rows]
    cells = {at: [row[at] for row in rows] for at in range(len(listing.columns))}
    return {
        at: [(), *(cell if isinstance(cell, tuple) else () for cell in column)]
        for at, column in cells.items()
        if any(isinstance(cell, tuple) for cell in column)
    }


_LONGEST = 30.0  # units, as much as fourteen characters; longer names break all the same
_LONG = 26.0  # for these
_GIVEN = (0.0, 0.1, 0.2, 0.25)  # of the narrowest that the other columns are else
_TOLERANCE = 0.01
_LOOKED_AT = 200  # rows; as many tell how the others are
_ALONE = 4  # so much worse than a name that breaks well is one that leaves a character alone
_FEW = 2  # characters, the separator among them


class _Choice(NamedTuple):
    width: float
    cost: int


def _widths(
    texts: Mapping[_Column, Sequence[str]],
    spans: Mapping[_Column, Span],
    names: Mapping[_Column, Sequence[Names]],
    separator: str,
    size: float,
    total: float,
    given: float,
) -> dict[_Column, float]:
    told = {column: Counter(_separated(cells, separator)) for column, cells in names.items()}
    needs = {column: max(spans[column].low, _need(each, size)) for column, each in told.items()}
    others = {column: span for column, span in spans.items() if column not in names and not span.by_longest}
    narrower = {column: span._replace(low=span.low * (1 - given)) for column, span in others.items()}
    room = total - sum(span.low for span in narrower.values())
    room -= sum(fixed_width(texts[each], size, span) for each, span in spans.items() if span.by_longest)
    if sum(needs.values()) <= room + _TOLERANCE:
        widened = {column: Span(need, max(need, spans[column].high)) for column, need in needs.items()}
    else:
        cramped = _cramped([_choices(each, spans[column].low, size) for column, each in told.items()], room)
        widened = {column: Span(width, width) for column, width in zip(told, cramped, strict=True)}
    return column_widths(texts, {**spans, **narrower, **widened}, size, total)


def _separated(cells: Iterable[Names], separator: str) -> Iterator[str]:
    """The names as they stand on their lines: each but the last of a cell with the separator behind it."""
    for cell in cells:
        yield from (name + separator.rstrip() for name in cell[:-1])
        yield from cell[-1:]


def _length(
    widths: Mapping[_Column, float],
    texts: Mapping[_Column, Sequence[str]],
    names: Mapping[_Column, Sequence[Names]],
    separator: str,
    size: float,
) -> int:
    """How many lines the rows have together, each name that ends badly counted as some more."""
    count = max(map(len, texts.values()), default=0)
    alone = 0
    for column, cells in names.items():
        costs = (_cost(name, widths[column], size) for name in _separated(cells[:: -(-count // _LOOKED_AT)], separator))
        alone += sum(cost for cost in costs if cost == _ALONE)
    return alone + sum(
        max(_lines(column, row, widths[column], texts, names, separator, size) for column in texts)
        for row in range(0, count, -(-count // _LOOKED_AT))
    )


def _lines(
    column: _Column,
    row: int,
    width: float,
    texts: Mapping[_Column, Sequence[str]],
    names: Mapping[_Column, Sequence[Names]],
    separator: str,
    size: float,
) -> int:
    text = texts[column][row]
    if column in names and names[column][row]:
        text = "\n".join(printed_text.name_rows(names[column][row], separator, width, size))
    return len(printed_text.text_lines(text, width, size))


def _need(names: Iterable[str], size: float) -> float:
    """The width that holds the longest name on one line."""
    widths = (printed_text.units(name, size) for name in names)
    return max((width if width <= _LONGEST else _LONG for width in widths), default=0.0)


def _choices(names: Counter[str], low: float, size: float) -> list[_Choice]:
    """The widths at which a name more stands on one line, and some between, with what they cost."""
    fitting = {width for name in names if low < (width := printed_text.units(name, size)) <= _LONGEST}
    widths = sorted({low, *fitting, *(low + step for step in range(1, int(_LONGEST - low) + 1))})
    return [_Choice(each, sum(_cost(name, each, size) * count for name, count in names.items())) for each in widths]


def _cost(name: str, width: float, size: float) -> int:
    lines = printed_text.text_lines(name, width, size)
    return 0 if len(lines) == 1 else _ALONE if len(lines[-1].strip()) <= _FEW else 1


def _cramped(columns: Sequence[Sequence[_Choice]], room: float) -> tuple[float, ...]:
    """A width for each column: the cheapest that fit together, and of these the narrowest."""
    narrowest = tuple(choices[0] for choices in columns)
    fitting = (each for each in product(*columns) if sum(choice.width for choice in each) <= room)
    best = min(fitting, key=_rank, default=narrowest)
    return tuple(choice.width for choice in best)


def _rank(choices: tuple[_Choice, ...]) -> tuple[int, float]:
    return sum(choice.cost for choice in choices), sum(choice.width for choice in choices)
