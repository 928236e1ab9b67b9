"""Documents for the tests: from a text, a line a paragraph, and what was read of them in a few words."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

from kepu_cli.findings import Words
from kepu_cli.importers.blocks.block import Cell, Document, Paragraph, Place, Table
from kepu_cli.importers.tables.read import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kepu_cli.importers.blocks.block import Block
    from kepu_cli.importers.drafts.draft import DraftItem, DraftPlan, Reading

FILE = "方案.txt"


def place(order: int) -> Place:
    return Place(FILE, Words(f"第 {order} 行", f"line {order}"), order)


def document(text: str | Iterable[str | Paragraph | Table]) -> Document:
    """A paragraph for each line that is not blank."""
    given = text.strip().split("\n") if isinstance(text, str) else text
    blocks: list[Block] = []
    for order, each in enumerate(given, start=1):
        if not isinstance(each, str):
            blocks.append(each)
        elif each.strip():
            blocks.append(Paragraph(each.strip(), place(order)))
    return Document(FILE, tuple(blocks))


def table(rows: Sequence[Sequence[str]], order: int = 1) -> Table:
    grid = (
        tuple(Cell(text, row, column, place(order)) for column, text in enumerate(texts, start=1))
        for row, texts in enumerate(rows, start=1)
    )
    return Table(tuple(grid), place(order))


def outline(reading: Reading) -> list[str]:
    """A line for each plan, action, duty and leftover: `一 名称 | 牵头 县教育局 / 责任 县科协`."""
    lines: list[str] = []
    for plan in reading.plans:
        lines += [f"《{plan.title}》", *_actions(plan), *(f"- {each.text}" for each in plan.leftovers)]
    return lines + [f"-- {each.text}" for each in reading.leftovers]


def accounted(read: Document, reading: Reading) -> tuple[Counter[str], Counter[str]]:
    """The characters of the document that the reading lacks, and those that it has too often; white space aside.

    Tables count by what their cells hold where nothing was read of them; else they have tests of their own.
    """
    there = Counter(_characters(_texts(read)))
    found = Counter(_characters(_written(reading)))
    return there - found, found - there


def items(plan: DraftPlan) -> Iterator[DraftItem]:
    for action in plan.actions:
        yield action
        yield from action.duties


_ROLES = {"lead": "牵头", "responsible": "责任", "support": "配合"}


def _actions(plan: DraftPlan) -> Iterator[str]:
    for action in plan.actions:
        yield _line(action)
        yield from (f"  {_line(duty)}" for duty in action.duties)


def _line(item: DraftItem) -> str:
    named = [(_ROLES[name.role], name.name) for each in item.attributions for name in each.names]
    roles = [
        f"{role} {'、'.join(name for _, name in group)}" for role, group in itertools.groupby(named, lambda n: n[0])
    ]
    roles += [f"时限 {each.due}" for each in item.attributions if each.due]
    roles += [f"时限 {item.due}"] if item.due else []
    text = f"{item.number or '*'} {item.text}"
    return f"{text} | {' / '.join(roles)}" if roles else text


def _texts(read: Document) -> Iterator[str]:
    for block in read.blocks:
        if isinstance(block, Paragraph):
            yield block.number + block.text
        elif read_table(block) is None:
            yield from (cell.text for row in block.rows for cell in row)


def _written(reading: Reading) -> Iterator[str]:
    for plan in reading.plans:
        yield from (each.text for each in (*plan.written, *plan.repeated))
        yield from (each.text for each in plan.leftovers)
        yield from (each.text for item in items(plan) for each in item.written)
    yield from (each.text for each in reading.leftovers)


def _characters(texts: Iterable[str]) -> Iterator[str]:
    return (char for text in texts for char in text if not char.isspace())
