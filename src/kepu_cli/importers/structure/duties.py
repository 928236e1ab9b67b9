"""Duties of a text and who does them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kepu_cli.findings import say
from kepu_cli.importers.drafts.draft import DraftAction, DraftItem, Written
from kepu_cli.importers.structure.dues import due_in
from kepu_cli.importers.structure.pieces import has_words, joined
from kepu_cli.importers.structure.said import SECOND_SENTENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.importers.attribution.result import Attribution
    from kepu_cli.importers.structure.pieces import Piece


def split_duty(number: str, pieces: Sequence[Piece], source: Written) -> list[DraftItem]:
    """One duty, or several where more than one stretch of the text has departments of its own."""
    bounds = [at for at, piece in enumerate(pieces) if piece.attribution and has_words(piece.text)]
    if len(bounds) < 2:
        return [duty_of(number, pieces, source)]
    found: list[DraftItem] = []
    rest = source.text
    for at, bound in enumerate(bounds):
        end = bounds[at + 1] if at + 1 < len(bounds) else len(pieces)
        # A stretch runs up to the text of the next one that has departments.
        part = pieces[bound if at else 0 : end]
        following = "".join(piece.text + piece.written for piece in pieces[end:])
        cut = len(rest) - len(following)
        found.append(duty_of(number if at == 0 else "", part, Written(rest[:cut], source.place)))
        rest = rest[cut:]
    return [found[0], *(_doubting(item) for item in found[1:])]


def duty_of(number: str, pieces: Sequence[Piece], source: Written) -> DraftItem:
    text = joined(piece.text for piece in pieces).lstrip(_MARKS)
    attributions = tuple(piece.attribution for piece in pieces if piece.attribution)
    return DraftItem(
        number,
        stripped(text),
        source.place,
        attributions=attributions,
        due=due_of(text, attributions),
        sources=(source.place,),
        written=(source,),
    )


def _doubting(item: DraftItem) -> DraftItem:
    return replace(item, doubts=(*item.doubts, say(SECOND_SENTENCE)))


def with_more(
    item: DraftItem, attributions: Sequence[Attribution], written: Sequence[Written], *, instead: bool = False
) -> DraftItem:
    said = tuple(attributions) if instead else (*item.attributions, *attributions)
    return replace(item, attributions=said, written=(*item.written, *written))


def promoted(action: DraftAction) -> DraftAction:
    """An action with a single unnumbered duty and no departments of its own takes those of the duty."""
    if action.attributions or len(action.duties) != 1 or action.duties[0].number:
        return action
    (duty,) = action.duties
    return replace(action, attributions=duty.attributions, duties=(replace(duty, attributions=()),))


def due_of(text: str, attributions: Sequence[Attribution]) -> str:
    return "" if any(each.due for each in attributions) else due_in(text)


def bare(text: str) -> str:
    """A name without the mark that ends it."""
    return text.strip().rstrip("。；;：:，,、. \u3000")


# What ends the sentence before, whose departments stand between.
_MARKS = " \u3000。；;，,、"


def stripped(text: str) -> str:
    return text.strip().rstrip("；;，,、")
