"""The row of a head taken apart: how many rows it has, and what each column is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.tables.heading_words import (
    Kind,
    head_kind,
    is_part_of_time,
    may_stand_for_task,
    says_first_leads,
)
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kepu_cli.importers.blocks.block import Cell, Place

    Rows = Sequence[Sequence[Cell]]

BODIES = frozenset({Kind.LEAD, Kind.RESPONSIBLE, Kind.JOINING, Kind.SUPPORT})
TEXTS = frozenset({Kind.TASK, Kind.MEASURE})
LONGEST = 40  # characters of a head's cell


class Heading(NamedTuple):
    """One column. `name` as written without blanks; `time` is the year or quarter that a due column is for."""

    kind: Kind | None
    name: str
    place: Place
    time: str = ""
    first_leads: bool = False


class Head(NamedTuple):
    """The first and last row of a head, from 0, and its columns."""

    first: int
    last: int
    columns: tuple[Heading, ...]

    def has_bodies(self) -> bool:
        return any(heading.kind in BODIES for heading in self.columns)


def head_at(rows: Rows, at: int) -> Head | None:
    """The head that begins in this row, whatever it says; None where the row can be none."""
    row = rows[at]
    # A title or a sentence over the whole width is none, nor is a row whose cells began above.
    if len(distinct(row)) < 2 or any(at and cell is rows[at - 1][column] for column, cell in enumerate(row)):
        return None
    if any(len(cell.text) > LONGEST for cell in row):
        return None
    last = at + _depth(rows, at) - 1
    columns = tuple(_heading(rows[at : last + 1], column) for column in range(len(row)))
    return None if _is_form(columns) else Head(at, last, _with_a_task(_with_a_body(columns)))


_DEEPEST = 3
_BLANKS = pattern(r"\s+")
_WORK = pattern("任务|工作|活动|措施|举措|内容")


def plain_head(text: str) -> str:
    """Without blanks; between Latin words one is left."""
    folded = _BLANKS.sub(" ", text.replace("\u3000", " ")).strip()
    return folded if folded.isascii() else folded.replace(" ", "")


def _is_form(columns: tuple[Heading, ...]) -> bool:
    """任务名称 | 办展览 | 责任单位 | 县科协: labels with their answers beside them."""
    known = [heading.kind is not None for heading in columns if heading.name]
    return len(known) > 2 and all(known[::2]) and not any(known[1::2])


def _with_a_body(columns: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """单位 alone may be a unit of measure, but not beside tasks where nobody else is named."""
    is_of_work = any(h.kind in TEXTS and _WORK.search(h.name) for h in columns)
    if not is_of_work or any(h.kind in BODIES for h in columns):
        return columns
    return tuple(h._replace(kind=Kind.RESPONSIBLE) if h.name == "单位" else h for h in columns)


def _with_a_task(columns: tuple[Heading, ...]) -> tuple[Heading, ...]:
    if any(heading.kind in TEXTS for heading in columns) or not any(heading.kind in BODIES for heading in columns):
        return columns
    stand_in = next((h.name for h in columns if h.kind is Kind.FACT and may_stand_for_task(h.name)), None)
    return tuple(h._replace(kind=Kind.TASK) if h.name == stand_in else h for h in columns)


def _depth(rows: Rows, at: int) -> int:
    """How many rows the head has: as many as its cells are merged over, or one more of columns below columns."""
    depth = 1
    while depth < _DEEPEST and at + depth < len(rows) and _belongs(rows[at + depth - 1], rows[at + depth]):
        depth += 1
    return depth


def _belongs(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    joined = [cell is above for cell, above in zip(below, row, strict=True)]
    if not any(joined):
        return _is_sub_row(row, below)
    places = Counter(map(id, row))
    others = [at for at, same in enumerate(joined) if not same]
    if any(len(below[at].text) > LONGEST for at in others):
        return False
    return all(places[id(row[at])] > 1 or _are_head_words(row[at].text, below[at].text) for at in others)


def _are_head_words(*texts: str) -> bool:
    return all(map(_is_head_word, texts))


def _is_head_word(text: str) -> bool:
    return not text.strip() or head_kind(text) is not None or is_part_of_time(text)


def _is_sub_row(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Heads under a head that spreads over columns, and nothing below the others."""
    places = Counter(map(id, row))
    spread = [at for at, cell in enumerate(row) if not cell.text.strip() or places[id(cell)] > 1]
    told = [at for at, cell in enumerate(below) if cell.text.strip()]
    if not told or len(told) == len(below):
        return False
    return all(_is_head_word(below[at].text) for at in told) and sum(at in spread for at in told) >= len(told) - 1


def _heading(rows: Rows, column: int) -> Heading:
    """A column's head, below those of the columns that it is part of."""
    words = [plain_head(cell.text) for cell in distinct(row[column] for row in rows) if cell.text.strip()]
    place = rows[-1][column].place
    if not words:
        return Heading(None, "", place)
    if len(rows) > 1 and not rows[0][column].text.strip():
        words.insert(0, _left_of(rows[0], column))
    words = [word for word in words if word]
    own, name = words[-1], " ".join(dict.fromkeys(words))
    above = next((kind for word in reversed(words[:-1]) if (kind := head_kind(word))), None)
    if is_part_of_time(own):
        return Heading(above, name, place, own if above is Kind.DUE else "")
    kind = head_kind(own)
    told = own if kind is not None else name
    if above in BODIES and kind in (None, Kind.TASK, Kind.MEASURE, Kind.THEME):
        kind = above
    return Heading(kind or above, told, place, first_leads=any(map(says_first_leads, words)))


def _left_of(row: Sequence[Cell], column: int) -> str:
    return next((plain_head(row[at].text) for at in range(column, -1, -1) if row[at].text.strip()), "")


def distinct(cells: Iterable[Cell]) -> list[Cell]:
    """Each cell once, also where it reaches over several places."""
    return list({id(cell): cell for cell in cells}.values())
