"""Departments that are the subjects of sentences: 县教育局积极推进…… says who, without naming it a division of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import say
from kepu_cli.importers.attribution.bodies import body_before_prose, is_specific
from kepu_cli.importers.attribution.folding import fold
from kepu_cli.importers.structure.said import NOBODY, SUBJECTS
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kepu_cli.findings import Said
    from kepu_cli.importers.drafts.draft import DraftAction, DraftItem


def about_nobody(actions: Sequence[DraftAction], *, told: bool) -> tuple[Said, ...]:
    """What to say of the items that name nobody; `told`: the text names somebody at others."""
    found = [(item, name) for item in _nobodys(actions) if (name := _subject(item.text))]
    if found and (told or len(found) > 1):
        item, name = found[0]
        return (say(SUBJECTS, count=len(found), where=item.place.where, name=name),)
    named = any(item.attributions for action in actions for item in (action, *action.duties))
    return () if told or named else (say(NOBODY),)


def _nobodys(actions: Iterable[DraftAction]) -> Iterator[DraftItem]:
    """The items that name nobody, their action neither."""
    for action in actions:
        if not action.attributions:
            yield from (item for item in (action, *action.duties) if not item.attributions)


def _subject(text: str) -> str:
    """The first department that a clause begins with, words of doing behind it."""
    source = fold(text[:_LONGEST])
    for found in _CLAUSE.finditer(source.plain):
        name = body_before_prose(source.plain[found.start() : found.start() + _LONGEST_CLAUSE])
        if name and is_specific(name):
            return source.written(found.start(), found.start() + len(name))
    return ""


_LONGEST = 2000
_LONGEST_CLAUSE = 60
_CLAUSE = pattern(r"(?:^|(?<=[。;,、!?]))[省市县区州旗盟团]")
