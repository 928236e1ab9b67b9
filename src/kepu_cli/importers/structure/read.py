"""A document → its plans: what is numbered becomes actions and duties, everything else is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import say
from kepu_cli.importers.drafts.draft import DraftPlan, Leftover, Reading
from kepu_cli.importers.structure.lines import lines_of
from kepu_cli.importers.structure.noise import contents_lines
from kepu_cli.importers.structure.plans import read_plan
from kepu_cli.importers.structure.repeats import without_repeats
from kepu_cli.importers.structure.said import PAGES
from kepu_cli.importers.structure.segments import Segment, segments_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Said
    from kepu_cli.importers.blocks.block import Document, Table
    from kepu_cli.importers.structure.lines import Lines


def read_structure(document: Document, *, actions_at: str | None = None, first_leads: bool = False) -> Reading:
    """Everything in the document: items with who does them, and what is left over, all of it.

    Each text that a file holds is a plan of its own, the same list twice is one. `actions_at` tells the level of the
    actions, by a marker of its form (一、 （一） 1.) or by its depth (1, 2); None infers it. `first_leads` as for
    attributions: the first of a list that names no roles leads.
    """
    lines = lines_of(document.blocks)
    noise = contents_lines(lines.lines)
    plans: list[DraftPlan] = []
    leftovers = [*_page_numbers(lines), *(Leftover(aside.text, aside.place) for aside in lines.asides)]
    for segment, tables in _texts(lines):
        read = read_plan(segment, tables, noise=noise, actions_at=actions_at, first_leads=first_leads)
        plans += [read.plan] if read.plan else []
        leftovers += read.leftovers
    leftovers.sort(key=lambda each: each.place.order)
    notes = (*document.notes, *_notes(lines))
    return Reading(document.file, tuple(without_repeats(plans)), tuple(leftovers), notes)


def _texts(lines: Lines) -> Iterator[tuple[Segment, list[Table]]]:
    """The texts of the file, each with the tables that stand in it."""
    segments = segments_of(lines.lines) or [Segment((), ())]
    tables = list(lines.tables)
    for number, segment in enumerate(segments, start=1):
        end = max((line.at for line in (*segment.title, *segment.lines)), default=-1) + 1
        own = [table for at, table in tables if at <= end or number == len(segments)]
        del tables[: len(own)]
        yield segment, own


def _page_numbers(lines: Lines) -> list[Leftover]:
    texts = [number.text.strip() for number in lines.numbers]
    return [Leftover(" ".join(texts), lines.numbers[0].place)] if texts else []


def _notes(lines: Lines) -> tuple[Said, ...]:
    if not lines.numbers:
        return ()
    first, last = (number.text.strip() for number in (lines.numbers[0], lines.numbers[-1]))
    return (say(PAGES, first=first, last=last),)
