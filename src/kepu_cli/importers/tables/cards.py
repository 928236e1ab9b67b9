"""A sheet for one task, each answer beside its label (一事一表), as a table of one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.importers.tables.heading_words import head_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.importers.blocks.block import Cell

    Rows = Sequence[Sequence[Cell]]


def laid_out(rows: Rows) -> Rows:
    """The labels as a head, the answers below it; lines of one cell stay around. Nothing where it is no card."""
    lines = [cells for row in rows if (cells := _cells(row)) and any(cell.text.strip() for cell in cells)]
    first = next((at for at, line in enumerate(lines) if len(line) > 1), len(lines))
    end = next((at for at in range(first, len(lines)) if len(lines[at]) < 2), len(lines))
    pairs: dict[int, tuple[Cell, Cell]] = {}
    for line in lines[first:end]:
        if len(line) % 2:
            return ()
        for label, answer in zip(line[::2], line[1::2], strict=True):
            # A cell over several lines stands in each of them.
            pairs[id(answer)] = (label, answer)
    labels = [label for label, _ in pairs.values()]
    if not _are_labels(labels, [answer for _, answer in pairs.values()]):
        return ()
    width = len(pairs)
    head, answers = zip(*pairs.values(), strict=True)
    around = [[line[0]] * width for line in (*lines[:first], *lines[end:]) if len(line) == 1]
    if len(around) + end - first != len(lines):
        return ()
    return (*around[:first], head, answers, *around[first:])


_FEWEST = 3


def _cells(row: Sequence[Cell]) -> list[Cell]:
    return list({id(cell): cell for cell in row}.values())


def _are_labels(labels: Sequence[Cell], answers: Sequence[Cell]) -> bool:
    known = sum(head_kind(label.text) is not None for label in labels)
    return known >= max(_FEWEST, len(labels) * 0.6) and not any(head_kind(answer.text) for answer in answers)
