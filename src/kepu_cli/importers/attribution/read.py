"""Attributions read: a whole text, the attribution inside a paragraph, a cell under a heading that gives the role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.importers.attribution.assembling import assemble
from kepu_cli.importers.attribution.cuts import find
from kepu_cli.importers.attribution.finishing import finished
from kepu_cli.importers.attribution.folding import Folded, fold
from kepu_cli.importers.attribution.judging import is_pure, specific
from kepu_cli.importers.attribution.line_breaks import unbroken
from kepu_cli.importers.attribution.result import Cut
from kepu_cli.importers.attribution.rows import is_row, read_row, row_tail
from kepu_cli.importers.attribution.trimming import inside

if TYPE_CHECKING:
    from kepu_cli.importers.attribution.result import Attribution
    from kepu_cli.model import Role


def read_attribution(text: str, *, region: str = "", first_leads: bool = False) -> Attribution:
    """What the text says about who does what, and when; empty where it says nothing of the kind.

    `region` (什邡市) gives the level where no name of the text has one. With `first_leads` the first responsible body
    leads where no lead is named: a convention that a covering notice states, never to be assumed.
    """
    source = _folded(text)
    if is_row(source.plain):
        return read_row(source, region=region, first_leads=first_leads)
    read = assemble(source, *inside(source.plain))
    found = None if is_pure(read) else find(source)
    if found is None or len(specific(found.read)) < len(specific(read)):
        return finished(read, region=region, first_leads=first_leads)
    begin, end, inner = found
    around = ((start, stop) for start, stop in ((0, begin), (end, len(source.plain))) if stop > start)
    whole = inner._replace(unread=(*inner.unread, *around))
    return finished(whole, region=region, first_leads=first_leads)


def cut_attribution(text: str, *, region: str = "", first_leads: bool = False) -> Cut | None:
    """The attribution in a paragraph, or None where there is none: `before` + `written` + `after` is the text.

    It is the whole paragraph, a bracket behind a measure, a labelled sentence or clause, or running words such as
    由甲会同乙共同推进. Every word of it has to be understood, or else it is taken for prose. Of several brackets, each
    behind a measure of its own, it is the last; `before` can be cut again.
    """
    source = _folded(text)
    if is_row(source.plain):
        tail = row_tail(source.plain)
        if tail is None:
            return None
        return _cut(source, tail, len(source.plain), read_row(source, tail, region=region, first_leads=first_leads))
    found = find(source)
    if found is None:
        return None
    attribution = finished(found.read, region=region, first_leads=first_leads)
    return _cut(source, found.begin, found.end, attribution)


def cell_attribution(text: str, role: Role, *, region: str = "", first_leads: bool = False) -> Attribution:
    """As `read_attribution`, for a cell whose heading gives the role; labels and verbs inside the cell win over it."""
    source = _folded(text)
    return finished(assemble(source, *inside(source.plain), role), region=region, first_leads=first_leads)


def _folded(text: str) -> Folded:
    return unbroken(fold(text))


def _cut(source: Folded, begin: int, end: int, attribution: Attribution) -> Cut:
    start, stop = source.position(begin), source.end_position(end)
    return Cut(source.text[:start], source.text[start:stop], source.text[stop:], attribution)
