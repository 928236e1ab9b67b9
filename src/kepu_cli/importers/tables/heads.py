"""Where the heads of a table are: the first, the same again overleaf, and those of other tables below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kepu_cli.importers.attribution.read import cut_attribution
from kepu_cli.importers.tables.head_rows import BODIES, LONGEST, TEXTS, Head, distinct, head_at, plain_head
from kepu_cli.importers.tables.heading_words import Kind, head_kind, tells_of_work
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.importers.blocks.block import Cell

    Rows = Sequence[Sequence[Cell]]


def find_heads(rows: Rows) -> tuple[Head, ...]:
    """The first head, then every row below that says the same again or begins another table; none where none is found.

    A head names what is to be done and who does it; else, the first only, what is done and how far it has come, or
    what is done where the cells themselves say who does it.
    """
    limit = min(len(rows), _FIRST_ROWS)
    first = next((head for at in range(limit) if (head := head_at(rows, at)) and _says_who(head)), None)
    if first is not None and _is_counted(rows, first):
        return ()
    if first is None:
        other = [head for at in range(limit) if (head := head_at(rows, at))]
        first = next((head for head in other if _says_how_far(head) or _says_who_within(rows, head)), None)
    return () if first is None else (first, *_later_heads(rows, first))


_FIRST_ROWS = 50
_OF_WORK = frozenset({Kind.MEASURE, Kind.DUE, Kind.LEADER})
_WHO = pattern("单位|部门|处室|牵头|责任|配合|lead|responsible", re.IGNORECASE)


def _is_counted(rows: Rows, head: Head) -> bool:
    """Figures stand below the bodies: a matrix, or statistics."""
    places = [at for at, heading in enumerate(head.columns) if heading.kind in BODIES]
    below = rows[head.last + 1 : head.last + 1 + _FIRST_ROWS]
    texts = [row[at].text.strip() for row in below for at in places if row[at].text.strip()]
    return bool(texts) and all(text.isdecimal() for text in texts)


def _later_heads(rows: Rows, first: Head) -> Iterator[Head]:
    known = _words_of(rows, first.first)
    at, head = first.last + 1, first
    while at < len(rows):
        found = None
        if _words_of(rows, at) == known:
            found = Head(at, min(at + head.last - head.first, len(rows) - 1), head.columns)
        elif _may_be_head(rows[at]) and (other := head_at(rows, at)) and _says_who(other):
            found, known = other, _words_of(rows, at)
        if found is not None:
            yield found
            head = found
        at = at + 1 if found is None else found.last + 1


def _words_of(rows: Rows, at: int) -> list[str]:
    return [plain_head(cell.text) if len(cell.text) <= LONGEST else cell.text for cell in rows[at]]


def _may_be_head(row: Sequence[Cell]) -> bool:
    """Nearly all cells are words for heads: a cell of departments may contain one as well."""
    texts = [cell.text for cell in distinct(row) if cell.text.strip()]
    if len(texts) < 2 or max(map(len, texts)) > LONGEST or not any(map(_WHO.search, texts)):
        return False
    return sum(head_kind(text) is not None for text in texts) >= len(texts) * 0.75


def _says_who(head: Head) -> bool:
    known = [heading.kind is not None for heading in head.columns if heading.name]
    # A head begins with what is known, a number or a task, or nearly all of it is.
    if sum(known) < len(known) * (0.5 if known[:1] == [True] else 0.7):
        return False
    return head.has_bodies() and any(heading.kind in TEXTS for heading in head.columns)


def _says_how_far(head: Head) -> bool:
    told = {heading.name for heading in head.columns if heading.kind in _OF_WORK or tells_of_work(heading.name)}
    task = next((heading.name for heading in head.columns if heading.kind in TEXTS), None)
    return task is not None and len(told - {task}) > 1


def _says_who_within(rows: Rows, head: Head) -> bool:
    """Every column is known, and most of the cells below say behind their words who does it."""
    if not all(heading.kind is not None for heading in head.columns if heading.name):
        return False
    places = [at for at, heading in enumerate(head.columns) if heading.kind in TEXTS]
    below = rows[head.last + 1 : head.last + 1 + _ENOUGH]
    cells = {id(row[at]): row[at] for row in below for at in places[-1:] if row[at].text.strip()}
    told = sum(cut_attribution(cell.text) is not None for cell in cells.values())
    return 2 * told >= len(cells) > 0


_ENOUGH = 20  # rows
