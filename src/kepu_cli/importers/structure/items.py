"""Parts → actions and duties, with every character that went into them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import say
from kepu_cli.importers.attribution.read import read_attribution
from kepu_cli.importers.drafts.draft import DraftAction, DraftItem, Leftover, Written
from kepu_cli.importers.structure.blocks import missing_numbers, own_and_headless, second_block
from kepu_cli.importers.structure.duties import bare, due_of, duty_of, promoted, split_duty, stripped, with_more
from kepu_cli.importers.structure.enumerating import enumerated
from kepu_cli.importers.structure.headings import is_departments
from kepu_cli.importers.structure.levels import heading
from kepu_cli.importers.structure.line import first_sentence, is_heading
from kepu_cli.importers.structure.pieces import has_words, joined
from kepu_cli.importers.structure.said import (
    BY_DEPARTMENT,
    CLOSING,
    LOST_SECTION,
    NO_HEADING,
    NO_HEADING_NUMBERED,
    NO_NUMBER,
    TWO_BLOCKS,
)
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
    from kepu_cli.importers.structure.pieces import Entry, Piece, Reader


class Found(NamedTuple):
    """Duties of a text; `above` are attributions that hold for all of them, `left` what is none of them."""

    duties: list[DraftItem]
    above: list[Attribution]
    left: list[Written]


class Builder:
    """Builds the actions of one text. `used` are the lines that went into them, `left` parts of lines that did not."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.used: set[int] = set()
        self.left: list[Leftover] = []

    def actions(self, choice: Choice) -> list[DraftAction]:
        """The action; behind it those whose headings are missing, so that their departments stand below its own."""
        part = choice.part
        own, missing = own_and_headless(part)
        written, text, rest, above = self._name(part)
        measures, of_missing = _shared_out(choice.measures, len(missing))
        duties = [item for measure in measures for item in self._measures(measure)]
        found = self._body(rest, own, part, is_list=bool(duties), told=any(duty.attributions for duty in duties))
        first = DraftAction(
            _number(part),
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
            *(
                replace(self._headless(block, number), duties=tuple(d for each in below for d in self._measures(each)))
                for block, number, below in zip(missing, numbers, of_missing, strict=True)
            ),
        ]

    def _by_department(self, action: DraftAction) -> DraftAction:
        """In a list by department the name of an action is who does it."""
        if any(item.attributions for item in (action, *action.duties)) or not is_departments(action.text):
            return action
        said = read_attribution(action.text, region=self.reader.region, first_leads=self.reader.first_leads)
        return replace(action, attributions=(said,), doubts=(*action.doubts, say(BY_DEPARTMENT)))

    def _name(self, part: Part) -> tuple[list[Written], str, str, list[Attribution]]:
        """What is written at the number: the verbatim part that is the name, the name, the rest, who does it."""
        head = part.head
        if head is None:
            return [], "", "", []
        line = head.line
        self.used.add(line.at)
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

    def _body(self, rest: str, blocks: Sequence[Block], part: Part, *, is_list: bool, told: bool) -> Found:
        """The sentences behind the name and below it: duties, or where there are numbered ones, left over.

        `told`: the numbered ones say who does them; then a sentence that does so too has lost its number.
        """
        found = Found([], [], [])
        if rest and part.head:
            self._read(Written(rest, part.head.line.place), _tail(part.head, rest), found, is_list=is_list)
        alone = sum(bool(block.labels) for block in blocks) == 1
        for block in blocks:
            start = len(found.duties)
            for entry in block.texts:
                self.used.add(entry.line.at)
                if told and entry.is_strong:
                    found.duties.extend(_without_number(entry))
                else:
                    self._read(_verbatim(entry), entry.pieces, found, is_list=is_list)
            labels = [attribution for entry in block.labels for attribution in entry.attributions]
            written = [_verbatim(entry) for entry in block.labels]
            self.used.update(entry.line.at for entry in block.labels)
            if alone or start == len(found.duties):
                found.above.extend(labels)
                found.left.extend(written)
            else:
                last = found.duties[-1]
                found.duties[-1] = with_more(last, labels, written)
        return found

    def _read(self, source: Written, pieces: Sequence[Piece], found: Found, *, is_list: bool) -> None:
        """Adds what a paragraph says to what was found."""
        counted = None if is_list else enumerated(source.text)
        if counted is None:
            self._sentences(source, pieces, found, is_list=is_list)
            return
        if has_words(counted.before):
            self.left.append(Leftover(counted.before.strip(), source.place))
        else:
            found.left.append(Written(counted.before, source.place))
        duties = [
            duty_of(point.number, self.reader.pieces(point.body), Written(point.text, source.place))
            for point in counted.points
        ]
        if duties[-1].attributions and not any(duty.attributions for duty in duties[:-1]):
            found.above.extend(duties[-1].attributions)
            duties[-1] = with_more(duties[-1], [], [], instead=True)
        found.duties.extend(duties)

    def _sentences(self, source: Written, pieces: Sequence[Piece], found: Found, *, is_list: bool) -> None:
        if not is_list:
            found.duties.extend(split_duty("", pieces, source))
            return
        for piece in pieces:
            if has_words(piece.text):
                self.left.append(Leftover(piece.text.strip(), source.place))
            else:
                found.left.append(Written(piece.text, source.place))
            if piece.attribution:
                found.above.append(piece.attribution)
                found.left.append(Written(piece.written, source.place))

    def _measures(self, measure: Measure) -> list[DraftItem]:
        """A duty of a numbered part; several where its sentences name departments of their own."""
        part = measure.part
        if part.head is None:
            return []
        entries = list(part.entries())
        lines = [*(entry.line for entry in entries), *part.details]
        self.used.update(line.at for line in lines)
        groups = self._groups(measure)
        written = (*groups[1], *(Written(line.text, line.place) for line in lines))
        attributions = [each for entry in entries for each in entry.attributions]
        if not attributions:
            attributions = [each for entry in measure.shared for each in entry.attributions]
        if len(entries) == 1 and not part.details and len(attributions) > 1:
            items = split_duty(_number(part), part.head.pieces, Written(part.head.line.text, part.head.line.place))
            if len(items) > 1:
                return items if not groups[1] else [with_more(items[0], [], groups[1]), *items[1:]]
        text = joined([*(entry.text for entry in entries), *(line.text for line in part.details)])
        doubts = (say(TWO_BLOCKS),) if second_block(part) else ()
        return [
            DraftItem(
                _number(part),
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

    def _groups(self, measure: Measure) -> tuple[dict[str, str], list[Written]]:
        """The headings between action and measure, in a column of their own at the first measure below them."""
        written: list[Written] = []
        texts: list[str] = []
        for group in measure.groups:
            head = group.head
            if head and head.line.at not in self.used and not head.attributions:
                self.used.add(head.line.at)
                written.append(_verbatim(head))
                texts.append(stripped(head.text))
        for entry in measure.shared:
            if entry.line.at not in self.used:
                self.used.add(entry.line.at)
                written.append(_verbatim(entry))
        return ({"小标题": "；".join(texts)} if texts else {}), written

    def _sections(self, choice: Choice, written: list[Written]) -> dict[str, str]:
        """The heading of the section that the action stands in, where it says more than that tasks follow."""
        if not choice.sections or choice.sections[-1].head is None:
            return {}
        head = choice.sections[-1].head
        title = heading(choice.sections[-1])
        if is_wrapper(title) or mentions_tasks(title) or not is_heading(head.text) or head.attributions:
            return {}
        if head.line.at not in self.used:
            self.used.add(head.line.at)
            written.append(Written(head.line.text, head.line.place))
        return {"所属部分": bare(head.text)}

    def _doubts(self, choice: Choice) -> tuple[Said, ...]:
        closing = (say(CLOSING),) if choice.closing and not choice.part.told_below else ()
        return (*closing, say(LOST_SECTION)) if choice.is_lost else closing

    def _headless(self, block: Block, number: int | None) -> DraftAction:
        """An action of which only the departments are written."""
        entries = [*block.texts, *block.labels]
        self.used.update(entry.line.at for entry in entries)
        words = NO_NUMBER if block.texts else NO_HEADING_NUMBERED if number else NO_HEADING
        doubt = say(words, number=number) if number and words is NO_HEADING_NUMBERED else say(words)
        return DraftAction(
            "",
            bare(block.texts[0].text) if block.texts else "",
            entries[0].line.place,
            attributions=tuple(each for entry in entries for each in entry.attributions),
            doubts=(doubt,),
            sources=tuple(entry.line.place for entry in entries),
            written=tuple(map(_verbatim, entries)),
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


def _without_number(entry: Entry) -> list[DraftItem]:
    first, *others = split_duty("", entry.pieces, _verbatim(entry))
    return [replace(first, doubts=(*first.doubts, say(NO_NUMBER))), *others]


def _tail(head: Entry, rest: str) -> tuple[Piece, ...]:
    """The pieces of a line from where its name ends, which lies in the text of the first."""
    first, *others = head.pieces
    behind = sum(len(piece.text) + len(piece.written) for piece in others) + len(first.written)
    return (first._replace(text=rest[: len(rest) - behind]), *others)


def _number(part: Part) -> str:
    marker = part.head.line.marker if part.head else None
    return marker.number if marker else ""


def _place(part: Part, blocks: Sequence[Block]) -> Place:
    lines: list[Line] = [part.head.line] if part.head else [entry.line for block in blocks for entry in block.labels]
    return lines[0].place


def _verbatim(entry: Entry) -> Written:
    return Written(entry.line.text, entry.line.place)
