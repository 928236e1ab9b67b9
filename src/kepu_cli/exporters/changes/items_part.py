"""The changed items as rows: whole rows with the changed cells marked, or three columns for a narrow page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.change_views.change_words import NONE
from kepu_cli.change_views.item_table import FIELD_WORDS, NAME_FIELDS, Field
from kepu_cli.comparing.changes import FATE_WORDS, Fate
from kepu_cli.exporters.changes.differing import wordings
from kepu_cli.exporters.changes.wording import (
    SEMICOLON,
    bracketed,
    filled_cells,
    notes,
    tellings,
    titled,
)
from kepu_cli.exporters.column_widths import Span
from kepu_cli.exporters.listing import ListColumn, ListGroup
from kepu_cli.exporters.marked_text import Emphasis, Marked, MarkedLine, Piece
from kepu_cli.findings import Words
from kepu_cli.model import Level
from kepu_cli.views.wording import WHOLE_ACTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.change_views.item_table import ItemCell, ItemGroup, ItemRow, ItemTable
    from kepu_cli.exporters.listing import Cell
    from kepu_cli.findings import Lang

HAPPENED = Words("变化", "Change")
TOLD = Words("说明", "Details")

_SPANS = {
    Field.NUMBER: Span(6, 11, by_longest=True),
    Field.ITEM: Span(26, 60),
    Field.LEAD: Span(15, 30),
    Field.RESPONSIBLE: Span(18, 60),
    Field.SUPPORT: Span(14, 40),
    Field.DUE: Span(11, 18, by_longest=True),
    Field.TARGETS: Span(15, 28),
    Field.REMARK: Span(8, 24),
}
_HAPPENED_SPAN = Span(10, 16, by_longest=True)
_CENTRED = frozenset((Field.NUMBER, Field.DUE))
# Cells of several parts: names, targets.
_IN_PARTS = NAME_FIELDS | {Field.TARGETS}
_FORMERLY = Words("原：", "was: ")
_GONE = Words("（整项取消）", " (gone as a whole)")


def whole_columns(table: ItemTable, lang: Lang) -> tuple[ListColumn, ...]:
    """What happened, then the columns of the division table that something fills."""
    fields = (ListColumn(FIELD_WORDS[each].in_(lang), _SPANS[each], each in _CENTRED) for each in table.fields)
    return ListColumn(HAPPENED.in_(lang), _HAPPENED_SPAN, centred=True), *fields


def whole_groups(table: ItemTable, lang: Lang) -> tuple[ListGroup, ...]:
    """A group an action; new text is bold on a shaded ground with the old below it, what is gone is struck through."""
    return tuple(
        _group(group, (tuple(_cells(row, table.fields, lang)) for row in group.rows), lang) for group in table.groups
    )


def told_columns(lang: Lang) -> tuple[ListColumn, ...]:
    return (
        ListColumn(HAPPENED.in_(lang), _HAPPENED_SPAN),
        ListColumn(FIELD_WORDS[Field.ITEM].in_(lang), Span(30, 60)),
        ListColumn(TOLD.in_(lang), Span(40, 80)),
    )


def told_groups(table: ItemTable, lang: Lang) -> tuple[ListGroup, ...]:
    """What happened, the item, and what exactly in a sentence."""
    return tuple(_group(group, (_told(row, lang) for row in group.rows), lang) for group in table.groups)


def _group(group: ItemGroup, rows: Iterable[tuple[Cell, ...]], lang: Lang) -> ListGroup:
    heading = titled(group.heading.number, group.heading.name) or NONE.in_(lang)
    gone = _GONE.in_(lang) if group.heading.gone else ""
    return ListGroup(heading + gone, tuple(rows), heading)


def _cells(row: ItemRow, fields: Iterable[Field], lang: Lang) -> Iterator[Cell]:
    yield _happened(row, lang)
    told = tuple(MarkedLine((Piece(bracketed("", note, lang).strip()),)) for note in notes(row, lang))
    for field in fields:
        more = told if field is Field.ITEM else ()
        is_new = row.added or (not row.removed and (bool(more) or row.cells[field].old is not None))
        yield Marked((*_lines(row, field, lang), *more), shaded=is_new)


def _happened(row: ItemRow, lang: Lang) -> Marked:
    """Bold for what came and went, so that it is found down the column."""
    emphasis = Emphasis.NEW if row.added or row.removed else Emphasis.PLAIN
    lines = [MarkedLine((Piece(words.in_(lang), emphasis),)) for words in row.happened]
    if row.dropped:
        lines.append(MarkedLine((Piece(bracketed("", FATE_WORDS[Fate.DROPPED].in_(lang), lang).strip()),)))
    return Marked(tuple(lines), shaded=row.added)


def _lines(row: ItemRow, field: Field, lang: Lang) -> Iterator[MarkedLine]:
    cell = row.cells[field]
    if row.removed:
        yield _line(field, cell.old or (), Emphasis.GONE, cell.gone)
    elif cell.old is None:
        yield from _unchanged(row, field, cell, lang)
    elif field in _IN_PARTS:
        yield _line(field, cell.new or (NONE.in_(lang),), Emphasis.NEW, cell.fresh)
        yield _line(field, cell.old or (NONE.in_(lang),), Emphasis.GONE, cell.gone, _FORMERLY.in_(lang))
    else:
        yield from _reworded(cell, lang)


def _unchanged(row: ItemRow, field: Field, cell: ItemCell, lang: Lang) -> Iterator[MarkedLine]:
    """An action has its name in the heading above."""
    if field is Field.ITEM and row.level is Level.ACTION:
        yield MarkedLine((Piece(WHOLE_ACTION.in_(lang)),))
    else:
        yield _line(field, cell.new, Emphasis.NEW, cell.fresh)


def _line(
    field: Field, parts: tuple[str, ...], emphasis: Emphasis, marked: Iterable[str], label: str = ""
) -> MarkedLine:
    texts = frozenset(marked)
    pieces = tuple(Piece(part, emphasis if part in texts else Emphasis.PLAIN) for part in parts)
    return MarkedLine(pieces, label, names=field in _IN_PARTS)


def _reworded(cell: ItemCell, lang: Lang) -> Iterator[MarkedLine]:
    none = NONE.in_(lang)
    new, old = "".join(cell.new), "".join(cell.old or ())
    if new and old:
        after, before = wordings(old, new)
    else:
        after, before = (Piece(new or none, Emphasis.NEW),), (Piece(old or none),)
    yield MarkedLine(after)
    yield MarkedLine(before, _FORMERLY.in_(lang))


def _told(row: ItemRow, lang: Lang) -> tuple[Cell, ...]:
    happened = "\n".join(words.in_(lang) for words in row.happened)
    if row.dropped:
        happened = bracketed(happened, FATE_WORDS[Fate.DROPPED].in_(lang), lang)
    number, name = (cell.new or cell.old or ("",) for cell in (row.cells[Field.NUMBER], row.cells[Field.ITEM]))
    if row.level is Level.ACTION and not (row.added or row.removed):
        title = WHOLE_ACTION.in_(lang)
    else:
        title = titled(number[0], name[0])
    emphasis = Emphasis.GONE if row.removed else Emphasis.PLAIN
    told = [*tellings(row.changes, lang)]
    if row.added or row.removed:
        told += filled_cells(row, lang)
    elif row.followers:
        told += [note for note in notes(row, lang) if note not in told]
    return happened, Marked((MarkedLine((Piece(title, emphasis),)),)), SEMICOLON.in_(lang).join(told)
