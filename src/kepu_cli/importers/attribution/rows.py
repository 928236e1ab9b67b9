"""A table's row that lost its table: cells between tabs, or between blanks behind a row number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kepu_cli.findings import say
from kepu_cli.importers.attribution import doubts
from kepu_cli.importers.attribution.assembling import Assembler
from kepu_cli.importers.attribution.bodies import is_place
from kepu_cli.importers.attribution.clauses import Sort, read_clause
from kepu_cli.importers.attribution.finishing import finished
from kepu_cli.importers.attribution.tokens import tokens
from kepu_cli.model import Role
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from kepu_cli.importers.attribution.folding import Folded
    from kepu_cli.importers.attribution.result import Attribution


def is_row(plain: str) -> bool:
    """Whether the text is a row: with tabs, or a number and at least two more cells; labels speak for themselves."""
    line = plain.strip()
    if "\n" in line or not ("\t" in line or (_NUMBERED.match(line) and len(_cells(line)) > 2)):
        return False
    return not any(token.label for token in tokens(line, 0, len(line)))


def row_tail(plain: str) -> int | None:
    """Where, behind its last cell of running words, a row begins to say who does what; None where it does not."""
    cells = _cells(plain)
    if not any(_holds_bodies(plain, *cell) for cell in cells):
        return None
    begins = len(plain)
    for begin, end in reversed(cells):
        if not (_holds_bodies(plain, begin, end) or _is_person_or_due(plain, begin, end)):
            break
        begins = begin
    return begins if begins < len(plain) else None


def read_row(source: Folded, start: int = 0, *, region: str = "", first_leads: bool = False) -> Attribution:
    """The row's persons, due and bodies. Of several cells with bodies the first leads, the third supports."""
    assembler = Assembler(source)
    cells = [cell for cell in _cells(source.plain) if cell[0] >= start]
    bodies = [cell for cell in cells if _holds_bodies(source.plain, *cell)]
    roles = iter([Role.RESPONSIBLE] if len(bodies) == 1 else [Role.LEAD, Role.RESPONSIBLE])
    of_bodies = set(bodies)
    for begin, end in cells:
        if (begin, end) in of_bodies:
            assembler.read(begin, end, next(roles, Role.SUPPORT))
        elif not _NUMBER.fullmatch(source.plain[begin:end]):
            assembler.read_fact(begin, end)
    done = finished(assembler.assembly(), region=region, first_leads=first_leads)
    return replace(done, doubts=(*done.doubts, say(doubts.BY_POSITION))) if len(bodies) > 1 else done


def _cells(plain: str) -> list[tuple[int, int]]:
    pattern = _TABBED if "\t" in plain.strip() else _BLANKED
    return [found.span() for found in pattern.finditer(plain) if found[0].strip()]


def _holds_bodies(plain: str, start: int, end: int) -> bool:
    """Whether the cell holds names and nothing that is none; 临颍县 alone is where something happens."""
    atoms = [atom for token in tokens(plain, start, end) if not token.mark for atom in read_clause(plain, *token[:2])]
    sorts = {atom.sort for atom in atoms}
    if not sorts & {Sort.NAME, Sort.GROUP} or sorts & {Sort.PROSE, Sort.DUE, Sort.PERSON}:
        return False
    return len(atoms) > 1 or not is_place(plain[start:end].strip())


def _is_person_or_due(plain: str, start: int, end: int) -> bool:
    sorts = {atom.sort for atom in read_clause(plain, start, end)}
    return sorts <= {Sort.PERSON, Sort.DUE, Sort.NOTHING}


_NUMBER = pattern(r"\s*\d{1,4}[.、]?\s*")
_NUMBERED = pattern(r"\d{1,4}[.、]? ")
_TABBED = pattern(r"[^\t]+")
_BLANKED = pattern(r"[^ ]+")
