"""What each row below a head is: an item's, the heading of a section, or neither (sums, notes, signatures)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.structure.numbering import read_marker
from kepu_cli.names import normal
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.importers.blocks.block import Cell
    from kepu_cli.importers.tables.columns import Columns

    Row = Sequence[Cell]


class Part(StrEnum):
    ITEM = "item"
    SECTION = "section"
    REST = "rest"


class Line(NamedTuple):
    """A row with its cells; `own` are those that are not blank and begin in it. `overleaf` follows a repeated head.

    A section has its rank, from 0, and the cell that holds its words.
    """

    part: Part
    cells: Row
    own: tuple[Cell, ...]
    rank: int = 0
    words: Cell | None = None
    overleaf: bool = False


def read_lines(rows: Sequence[Row], columns: Columns, overleaf: frozenset[int]) -> list[Line]:
    """The rows that are not blank, in order; `overleaf` are the positions of those that come first on a page."""
    lines = list(_Reading(columns).read(rows, overleaf))
    last = max((at for at, line in enumerate(lines) if line.part is Part.ITEM), default=-1)
    # A heading of nothing is what stands below the table: an office, a date.
    return [line._replace(part=Part.REST) if at > last else line for at, line in enumerate(lines)]


_SUM = pattern(r"(?:合计|总计|小计|共计|total)[:：]?(?:\d.*|共.*)?")
_NOTE = pattern(
    r"(?:注|备注|说明|附注|填表说明|注释|注意)[0-9]?[:：].*|(?:填表|制表|填报|报送|审核|审批|签发|校对|编制|主要领导|单位负责|分管领导"
    r"|负责|联系|制表单位)(?:人|单位|部门|日期|时间|电话|签字)?(?:\(.*\))?[:：].*|.*\((?:盖章|公章|签章|签字)\).*"
    r"|\d{4}年\d{1,2}月(?:\d{1,2}日)?|\(?续表?\)?\d*|第\d+页.*",
    re.DOTALL,
)
_LONG = 60


@dataclass(slots=True)
class _Reading:
    columns: Columns
    forms: list[str] = field(default_factory=list)  # of the sections that are open
    usual: frozenset[str] = frozenset()

    def read(self, rows: Sequence[Row], overleaf: frozenset[int]) -> Iterator[Line]:
        owns = [_own(rows, at) for at in range(len(rows))]
        self.usual = frozenset(self._forms_of_items(rows, owns))
        for at, (row, own) in enumerate(zip(rows, owns, strict=True)):
            if own:
                yield self._line(row, own)._replace(overleaf=at in overleaf)

    def _line(self, row: Row, own: tuple[Cell, ...]) -> Line:
        if _is_rest(own):
            return Line(Part.REST, row, own)
        words = self._section(row, own)
        if words is None:
            return Line(Part.ITEM, row, own)
        if _is_sentence(words.text):
            return Line(Part.REST, row, own)
        return Line(Part.SECTION, row, own, self._rank(words.text, own), words)

    def _forms_of_items(self, rows: Sequence[Row], owns: Sequence[tuple[Cell, ...]]) -> Iterator[str]:
        """How rows that say more than one thing are numbered in their first text."""
        for row, own in zip(rows, owns, strict=True):
            if len(own) > 1 + any(row[at].text.strip() for at in self.columns.numbers):
                text = next((row[at].text for at in self.columns.texts if row[at].text.strip()), "")
                if marker := read_marker(text):
                    yield marker.form

    def _section(self, row: Row, own: tuple[Cell, ...]) -> Cell | None:
        """The cell with a section's words where the row is its heading: the only one, perhaps behind its number."""
        numbers = {id(row[at]) for at in self.columns.numbers}
        told = [cell for cell in own if id(cell) not in numbers] or list(own)
        if len(told) != 1:
            return None
        (cell,) = told
        marker = read_marker(cell.text)
        if self._is_spread(row, cell):
            return cell
        if id(cell) in numbers:
            return cell if marker is not None and len(cell.text.strip()) > marker.length else None
        # A single cell in the column of texts: an item that names nobody, or a heading in a form of its own.
        others = [row[at] for at in self.columns.texts if row[at] is not cell and row[at].text.strip()]
        is_first = bool(self.columns.texts) and row[self.columns.texts[0]] is cell
        return cell if marker and is_first and not others and marker.form not in (*self.usual, *_MINOR) else None

    def _is_spread(self, row: Row, cell: Cell) -> bool:
        """The cell reaches from the texts over other columns, or from end to end."""
        places = {at for at, each in enumerate(row) if each is cell}
        if len(places) == len(row):
            return True
        texts = bool(places.intersection(self.columns.texts))
        return len(places) > 2 and (texts or 0 in places) and bool(places.intersection(self.columns.facts))

    def _rank(self, text: str, own: tuple[Cell, ...]) -> int:
        """Forms that are met below one another nest; a form met before ends what was below it."""
        marker = read_marker(text) or (read_marker(f"{own[0].text.strip()}、") if len(own) > 1 else None)
        form = marker.form if marker else ""
        if form not in self.forms:
            self.forms.append(form)
        del self.forms[self.forms.index(form) + 1 :]
        return len(self.forms) - 1


# Numbers of items rather than of sections.
_MINOR = ("1.", "1.1", "1.1.1", "（1）", "1)", "①", "一是")


def _own(rows: Sequence[Row], at: int) -> tuple[Cell, ...]:
    before = rows[at - 1] if at else None
    found = {
        id(cell): cell
        for column, cell in enumerate(rows[at])
        if (before is None or cell is not before[column]) and cell.text.strip()
    }
    return tuple(found.values())


def _is_sentence(text: str) -> bool:
    """Over the whole width, but no heading."""
    return read_marker(text) is None and (len(text) > _LONG or text.rstrip().endswith("。"))


def _is_rest(own: tuple[Cell, ...]) -> bool:
    first = normal(own[0].text)
    return _SUM.fullmatch(first) is not None or (len(own) <= _FEW and _NOTE.fullmatch(first) is not None)


_FEW = 4
