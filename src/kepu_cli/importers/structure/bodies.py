"""What stands below the name of an action: sentences that are duties, lines that say who."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import say
from kepu_cli.importers.drafts.draft import DraftItem, Leftover, Written
from kepu_cli.importers.structure.duties import duty_of, split_duty, with_more
from kepu_cli.importers.structure.enumerating import enumerated
from kepu_cli.importers.structure.pieces import has_words
from kepu_cli.importers.structure.said import NO_NUMBER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.importers.attribution.result import Attribution
    from kepu_cli.importers.structure.blocks import Block
    from kepu_cli.importers.structure.parts import Part
    from kepu_cli.importers.structure.pieces import Entry, Piece, Reader
    from kepu_cli.importers.structure.used_lines import UsedLines


class Found(NamedTuple):
    """Duties of a text; `above` are attributions that hold for all of them, `left` what is none of them."""

    duties: list[DraftItem]
    above: list[Attribution]
    left: list[Written]


def read_body(
    reader: Reader, used: UsedLines, rest: str, blocks: Sequence[Block], part: Part, *, is_list: bool, told: bool
) -> Found:
    """The sentences behind the name and below it: duties, or where there are numbered ones, left over.

    `told`: the numbered ones say who does them; then a sentence that does so too has lost its number.
    """
    found = Found([], [], [])
    if rest and part.head:
        _read(reader, used, Written(rest, part.head.line.place), _tail(part.head, rest), found, is_list=is_list)
    alone = sum(bool(block.labels) for block in blocks) == 1
    for block in blocks:
        start = len(found.duties)
        for entry in block.texts:
            used.at.add(entry.line.at)
            if told and entry.is_strong:
                found.duties.extend(_without_number(entry))
            else:
                _read(reader, used, entry.line.written, entry.pieces, found, is_list=is_list)
        labels = [attribution for entry in block.labels for attribution in entry.attributions]
        written = [entry.line.written for entry in block.labels]
        used.at.update(entry.line.at for entry in block.labels)
        if alone or start == len(found.duties):
            found.above.extend(labels)
            found.left.extend(written)
        else:
            last = found.duties[-1]
            found.duties[-1] = with_more(last, labels, written)
    return found


def _read(
    reader: Reader, used: UsedLines, source: Written, pieces: Sequence[Piece], found: Found, *, is_list: bool
) -> None:
    """Adds what a paragraph says to what was found."""
    counted = None if is_list else enumerated(source.text)
    if counted is None:
        _sentences(used, source, pieces, found, is_list=is_list)
        return
    if has_words(counted.before):
        used.left.append(Leftover(counted.before.strip(), source.place))
    else:
        found.left.append(Written(counted.before, source.place))
    duties = [
        duty_of(point.number, reader.pieces(point.body), Written(point.text, source.place)) for point in counted.points
    ]
    if duties[-1].attributions and not any(duty.attributions for duty in duties[:-1]):
        found.above.extend(duties[-1].attributions)
        duties[-1] = with_more(duties[-1], [], [], instead=True)
    found.duties.extend(duties)


def _sentences(used: UsedLines, source: Written, pieces: Sequence[Piece], found: Found, *, is_list: bool) -> None:
    if not is_list:
        found.duties.extend(split_duty("", pieces, source))
        return
    for piece in pieces:
        if has_words(piece.text):
            used.left.append(Leftover(piece.text.strip(), source.place))
        else:
            found.left.append(Written(piece.text, source.place))
        if piece.attribution:
            found.above.append(piece.attribution)
            found.left.append(Written(piece.written, source.place))


def _without_number(entry: Entry) -> list[DraftItem]:
    first, *others = split_duty("", entry.pieces, entry.line.written)
    return [replace(first, doubts=(*first.doubts, say(NO_NUMBER))), *others]


def _tail(head: Entry, rest: str) -> tuple[Piece, ...]:
    """The pieces of a line from where its name ends, which lies in the text of the first."""
    first, *others = head.pieces
    behind = sum(len(piece.text) + len(piece.written) for piece in others) + len(first.written)
    return (first._replace(text=rest[: len(rest) - behind]), *others)
