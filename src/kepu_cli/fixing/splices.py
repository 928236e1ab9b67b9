"""Edits of a text: which characters give way to which others, everything else staying as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class Splice(NamedTuple):
    """The characters from `start` to before `end` become `text`."""

    start: int
    end: int
    text: str


class Edit(NamedTuple):
    """One change as its reader counts it, made of one or more splices: all of them, or none."""

    kind: str
    splices: tuple[Splice, ...]


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; they must not overlap (see `compatible`)."""
    pieces: list[str] = []
    at = 0
    for splice in sorted(splice for edit in edits for splice in edit.splices):
        pieces += (text[at : splice.start], splice.text)
        at = splice.end
    return "".join((*pieces, text[at:]))


def compatible(edits: Iterable[Edit]) -> list[Edit]:
    """Those that do not overlap: of two that do, the one that begins first stays, of two from one spot the larger."""
    ordered = sorted(edits, key=lambda edit: (edit.splices[0].start, -edit.splices[-1].end, edit))
    chosen: list[Edit] = []
    free = 0
    for edit in ordered:
        if edit.splices[0].start >= free:
            chosen.append(edit)
            # One that only puts something in keeps its spot for itself, too.
            free = max(edit.splices[-1].end, edit.splices[0].start + 1)
    return chosen


def make_safe(text: str, edits: Sequence[Edit], is_safe: Callable[[str], bool]) -> tuple[str, list[Edit]]:
    """The text with as many of the edits as leave it safe, and those; a bad one costs none of the others.

    The edits must be compatible. At most `_TRIALS` texts are judged; what is undecided by then is left out.
    """
    trials = iter(range(_TRIALS))
    kept: list[Edit] = []
    waiting = [list(edits)] if edits else []
    while waiting and next(trials, None) is not None:
        group = waiting.pop()
        if is_safe(apply(text, (*kept, *group))):
            kept += group
        elif len(group) > 1:
            middle = len(group) // 2
            waiting += (group[middle:], group[:middle])
    return apply(text, kept), kept


_TRIALS = 100
