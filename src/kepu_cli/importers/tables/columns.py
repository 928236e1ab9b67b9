"""Which columns of a table number its rows, which say what is to be done from coarse to fine, and which the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.importers.tables.heading_words import Kind
from kepu_cli.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kepu_cli.importers.blocks.block import Cell
    from kepu_cli.importers.tables.head_rows import Head, Heading


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns by position: `texts` from the coarsest to the finest, `facts` in the order of the table."""

    headings: tuple[Heading, ...]
    numbers: tuple[int, ...]
    texts: tuple[int, ...]
    facts: tuple[int, ...]
    roles: Mapping[int, Role]

    def name(self, column: int) -> str:
        """What the column is called, also where nothing stands over it."""
        return self.headings[column].name or f"第{column + 1}列"


def columns_of(head: Head, rows: Sequence[Sequence[Cell]]) -> Columns:
    """The columns under a head, in the light of the rows below it."""
    headings = head.columns
    texts = sorted(
        (at for at, heading in enumerate(headings) if heading.kind in _RANKS),
        key=lambda at: _RANKS[headings[at].kind or Kind.TASK],
    )
    texts = _without_twins(texts, rows)
    if len(texts) > 2 and headings[texts[-1]].kind is Kind.MEASURE and _goes_with(rows, texts[-2], texts[-1]):
        texts.pop()
    numbers = [at for at, heading in enumerate(headings) if heading.kind is Kind.NUMBER]
    facts = [at for at in range(len(headings)) if at not in texts and at not in numbers]
    roles = {at: role for at in facts if (role := _role(headings[at].kind, headings)) is not None}
    return Columns(headings, tuple(numbers), tuple(texts), tuple(facts), roles)


_RANKS = {Kind.THEME: 0, Kind.TASK: 1, Kind.MEASURE: 2}
_ROLES = {Kind.LEAD: Role.LEAD, Kind.RESPONSIBLE: Role.RESPONSIBLE, Kind.SUPPORT: Role.SUPPORT}


def _without_twins(texts: Sequence[int], rows: Sequence[Sequence[Cell]]) -> list[int]:
    """A head over several columns that the rows do not tell apart is one column."""
    kept: list[int] = []
    for at in texts:
        if not kept or not rows or any(row[at] is not row[kept[-1]] and row[at].text.strip() for row in rows):
            kept.append(at)
    return kept


def _goes_with(rows: Sequence[Sequence[Cell]], coarse: int, fine: int) -> bool:
    """Every cell has one cell of the other beside it: the finer one only says more about the same."""
    pairs = {(id(row[coarse]), id(row[fine])) for row in rows if row[coarse].text.strip()}
    told = len({each for each, _ in pairs}) == len({each for _, each in pairs}) == len(pairs)
    return told and not any(row[fine].text.strip() and not row[coarse].text.strip() for row in rows)


def _role(kind: Kind | None, headings: Sequence[Heading]) -> Role | None:
    if kind is Kind.JOINING:
        has_responsible = any(heading.kind is Kind.RESPONSIBLE for heading in headings)
        return Role.SUPPORT if has_responsible else Role.RESPONSIBLE
    return None if kind is None else _ROLES.get(kind)
