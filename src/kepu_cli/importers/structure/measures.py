"""Numbered parts below an action → its duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import say
from kepu_cli.importers.drafts.draft import DraftItem, Written
from kepu_cli.importers.structure.blocks import second_block
from kepu_cli.importers.structure.duties import due_of, split_duty, stripped, with_more
from kepu_cli.importers.structure.pieces import joined
from kepu_cli.importers.structure.said import TWO_BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.importers.attribution.result import Attribution
    from kepu_cli.importers.structure.levels import Measure
    from kepu_cli.importers.structure.pieces import Entry
    from kepu_cli.importers.structure.used_lines import UsedLines


def duties_of(used: UsedLines, measure: Measure) -> list[DraftItem]:
    """A duty of a numbered part; several where its sentences name departments of their own."""
    part = measure.part
    if part.head is None:
        return []
    entries = list(part.entries())
    lines = [*(entry.line for entry in entries), *part.details]
    used.at.update(line.at for line in lines)
    groups = _groups(used, measure)
    written = (*groups[1], *(line.written for line in lines))
    attributions = _attributions(entries) or _attributions(measure.shared)
    if len(entries) == 1 and not part.details and len(attributions) > 1:
        items = split_duty(part.number, part.head.pieces, part.head.line.written)
        if len(items) > 1:
            return items if not groups[1] else [with_more(items[0], [], groups[1]), *items[1:]]
    text = joined([*(entry.text for entry in entries), *(line.text for line in part.details)])
    doubts = (say(TWO_BLOCKS),) if second_block(part) else ()
    return [
        DraftItem(
            part.number,
            stripped(text),
            part.head.line.place,
            attributions=tuple(attributions),
            due=due_of(text, attributions),
            extra=groups[0],
            doubts=doubts,
            sources=tuple(dict.fromkeys(line.place for line in lines)),
            written=written,
        )
    ]


def _attributions(entries: Iterable[Entry]) -> list[Attribution]:
    return [each for entry in entries for each in entry.attributions]


def _groups(used: UsedLines, measure: Measure) -> tuple[dict[str, str], list[Written]]:
    """The headings between action and measure, in a column of their own at the first measure below them."""
    written: list[Written] = []
    texts: list[str] = []
    for group in measure.groups:
        head = group.head
        if head and head.line.at not in used.at and not head.attributions:
            used.at.add(head.line.at)
            written.append(head.line.written)
            texts.append(stripped(head.text))
    for entry in measure.shared:
        if entry.line.at not in used.at:
            used.at.add(entry.line.at)
            written.append(entry.line.written)
    return ({"小标题": "；".join(texts)} if texts else {}), written
