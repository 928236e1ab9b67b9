"""The body of a part: paragraphs, and below them the lines that say who."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.structure.headings import can_be_heading
from kepu_cli.importers.structure.pieces import leads, repeats_a_role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.importers.structure.parts import Part
    from kepu_cli.importers.structure.pieces import Entry


class Block(NamedTuple):
    """Paragraphs, and the lines below them that say who."""

    texts: list[Entry]
    labels: list[Entry]


def blocks_of(body: Iterable[Entry]) -> list[Block]:
    """The body cut behind each group of lines that say who; a role that is said again begins another group."""
    found = [Block([], [])]
    for entry in body:
        last = found[-1]
        said = [each for label in last.labels for each in label.attributions]
        if not entry.is_attribution:
            if last.labels:
                found.append(Block([], []))
            found[-1].texts.append(entry)
        elif any(repeats_a_role(said, each) for each in entry.attributions):
            found.append(Block([], [entry]))
        else:
            last.labels.append(entry)
    return found


def own_and_headless(part: Part) -> tuple[list[Block], list[Block]]:
    """The blocks of a part, and those below it that are about something whose heading or number is missing."""
    blocks = blocks_of(part.body)
    if len(blocks) == 1 and second_block(part):
        return [], blocks
    own: list[Block] = blocks[:1]
    other: list[Block] = []
    for block in blocks[1:]:
        is_other = not block.texts or (not own[0].texts and _is_titled(block))
        (other if is_other else own).append(block)
    return own, [*other, Block([], part.orphans)] if part.orphans else other


def _is_titled(block: Block) -> bool:
    """One line that can be a heading, and who leads below it."""
    said = [each for label in block.labels for each in label.attributions]
    return len(block.texts) == 1 and leads(said) and can_be_heading(block.texts[0].line)


def missing_numbers(part: Part, count: int) -> list[int | None]:
    """The numbers that are left out behind a part, where there are as many as headings."""
    following = part.node.following.value if part.node.following else 0
    if part.node.value and following == part.node.value + count + 1:
        return [part.node.value + step for step in range(1, count + 1)]
    return [None] * count


def second_block(part: Part) -> list[Entry]:
    """The lines at the end of a part that say again who does it: they are about something else."""
    blocks = blocks_of(part.body)
    last = blocks[-1]
    if last.texts or not last.labels:
        return []
    if len(blocks) > 1:
        return last.labels
    said = part.head.attributions if part.head else ()
    repeated = any(repeats_a_role(said, each) for label in last.labels for each in label.attributions)
    return last.labels if repeated else []
