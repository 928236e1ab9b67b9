"""Parts → actions, with every character that went into them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kepu_cli.findings import say
from kepu_cli.importers.attribution.read import read_attribution
from kepu_cli.importers.drafts.draft import DraftAction, Written
from kepu_cli.importers.structure.blocks import missing_numbers, own_and_headless
from kepu_cli.importers.structure.bodies import read_body
from kepu_cli.importers.structure.duties import bare, promoted
from kepu_cli.importers.structure.headings import is_departments
from kepu_cli.importers.structure.levels import heading
from kepu_cli.importers.structure.line import first_sentence, is_heading
from kepu_cli.importers.structure.measures import duties_of
from kepu_cli.importers.structure.pieces import has_words
from kepu_cli.importers.structure.said import (
    BY_DEPARTMENT,
    CLOSING,
    LOST_SECTION,
    NO_HEADING,
    NO_HEADING_NUMBERED,
    NO_NUMBER,
)
from kepu_cli.importers.structure.used_lines import UsedLines
from kepu_cli.importers.structure.words import is_wrapper, mentions_tasks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.findings import Said
    from kepu_cli.importers.attribution.result import Attribution
    from kepu_cli.importers.blocks.block import Place
    from kepu_cli.importers.structure.blocks import Block
    from kepu_cli.importers.structure.levels import Choice, Measure
    from kepu_cli.importers.structure.line import Line
    from kepu_cli.importers.structure.parts import Part
    from kepu_cli.importers.structure.pieces import Entry, Reader


class Builder:
    """Builds the actions of one text and notes which lines went into them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.used = UsedLines()

    def actions(self, choice: Choice) -> list[DraftAction]:
        """The action; behind it those whose headings are missing, so that their departments stand below its own."""
        part = choice.part
        own, missing = own_and_headless(part)
        written, text, rest, above = self._name(part)
        measures, of_missing = _shared_out(choice.measures, len(missing))
        duties = [item for measure in measures for item in duties_of(self.used, measure)]
        told = any(duty.attributions for duty in duties)
        found = read_body(self._reader, self.used, rest, own, part, is_list=bool(duties), told=told)
        first = DraftAction(
            part.number,
            text,
            _place(part, own),
            attributions=(*above, *found.above),
            extra=self._sections(choice, written),
            kind="保障" if choice.closing else "",
            doubts=self._doubts(choice),
            sources=tuple(dict.fromkeys(each.place for each in (*written, *found.left))),
            written=(*written, *found.left),
            duties=(*found.duties, *duties),
        )
        numbers = missing_numbers(part, len(missing))
        return [
            promoted(self._by_department(first)),
            *(self._headless(*each) for each in zip(missing, numbers, of_missing, strict=True)),
        ]

    def _by_department(self, action: DraftAction) -> DraftAction:
        """In a list by department the name of an action is who does it."""
        if any(item.attributions for item in (action, *action.duties)) or not is_departments(action.text):
            return action
        said = read_attribution(action.text, region=self._reader.region, first_leads=self._reader.first_leads)
        return replace(action, attributions=(said,), doubts=(*action.doubts, say(BY_DEPARTMENT)))

    def _name(self, part: Part) -> tuple[list[Written], str, str, list[Attribution]]:
        """What is written at the number: the verbatim part that is the name, the name, the rest, who does it."""
        head = part.head
        if head is None:
            return [], "", "", []
        line = head.line
        self.used.at.add(line.at)
        title, rest = first_sentence(line.body)
        if not self._is_name(title, rest, head):
            title, rest = line.body, ""
        above = list(head.attributions) if not rest else []
        verbatim = line.text[: len(line.text) - len(rest)]
        text = head.text if not rest else title
        return [Written(verbatim, line.place)], bare(text), rest, above

    def _is_name(self, title: str, rest: str, head: Entry) -> bool:
        """Whether the first sentence names the action, and others say more."""
        if not has_words(rest) or not is_heading(title) or is_heading(head.text):
            return False
        return len(title) <= len(head.pieces[0].text)

    def _sections(self, choice: Choice, written: list[Written]) -> dict[str, str]:
        """The heading of the section that the action stands in, where it says more than that tasks follow."""
        if not choice.sections or choice.sections[-1].head is None:
            return {}
        head = choice.sections[-1].head
        title = heading(choice.sections[-1])
        if is_wrapper(title) or mentions_tasks(title) or not is_heading(head.text) or head.attributions:
            return {}
        if head.line.at not in self.used.at:
            self.used.at.add(head.line.at)
            written.append(head.line.written)
        return {"所属部分": bare(head.text)}

    def _doubts(self, choice: Choice) -> tuple[Said, ...]:
        closing = (say(CLOSING),) if choice.closing and not choice.part.told_below else ()
        return (*closing, say(LOST_SECTION)) if choice.is_lost else closing

    def _headless(self, block: Block, number: int | None, measures: Sequence[Measure]) -> DraftAction:
        """An action of which only the departments are written, and perhaps its measures."""
        entries = [*block.texts, *block.labels]
        self.used.at.update(entry.line.at for entry in entries)
        words = NO_NUMBER if block.texts else NO_HEADING_NUMBERED if number else NO_HEADING
        doubt = say(words, number=number) if number and words is NO_HEADING_NUMBERED else say(words)
        return DraftAction(
            "",
            bare(block.texts[0].text) if block.texts else "",
            entries[0].line.place,
            attributions=tuple(each for entry in entries for each in entry.attributions),
            doubts=(doubt,),
            sources=tuple(entry.line.place for entry in entries),
            written=tuple(entry.line.written for entry in entries),
            duties=tuple(duty for measure in measures for duty in duties_of(self.used, measure)),
        )


def _shared_out(measures: Sequence[Measure], missing: int) -> tuple[list[Measure], list[list[Measure]]]:
    """The measures of an action, and of those behind it whose headings are missing: each began to count anew."""
    runs: dict[int, list[Measure]] = {}
    for measure in measures:
        runs.setdefault(measure.part.node.run, []).append(measure)
    if not missing or len(runs) != missing + 1 or any(measure.groups for measure in measures):
        return list(measures), [[] for _ in range(missing)]
    first, *others = runs.values()
    return first, others


def _place(part: Part, blocks: Sequence[Block]) -> Place:
    lines: list[Line] = [part.head.line] if part.head else [entry.line for block in blocks for entry in block.labels]
    return lines[0].place
