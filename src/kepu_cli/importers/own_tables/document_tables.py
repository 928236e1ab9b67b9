"""The tables of a document as grids of texts, exactly as they were typed, with what stands above each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kepu_cli.importers.blocks.streaming import elements_at
from kepu_cli.importers.blocks.tally import Tally
from kepu_cli.importers.blocks.word.inline import InlineReader, chosen
from kepu_cli.importers.blocks.word.numbering import Numbering
from kepu_cli.importers.blocks.word.styles import Styles, number_ref
from kepu_cli.importers.blocks.word.tables import WRAPPERS, grid_cells, kept_rows
from kepu_cli.importers.elements import attribute, child, local
from kepu_cli.importers.own_tables.division_reader import find_head
from kepu_cli.importers.sheet import Area, Sheet
from kepu_cli.views.division import TABLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from kepu_cli.findings import Said
    from kepu_cli.importers.package import Package


@dataclass(slots=True)
class DocumentTables:
    """`above` has for each sheet the texts of the paragraphs before it. `notes` tell what was left out or accepted."""

    sheets: list[Sheet] = field(default_factory=list)
    above: list[tuple[str, ...]] = field(default_factory=list)
    notes: tuple[Said, ...] = ()


def read_tables(package: Package) -> DocumentTables:
    """Tables that follow one another are one where the second has no head of its own: somebody split the first."""
    reader = _Reading.of(package)
    for element in elements_at(package, package.main, "document", "body"):
        reader.read(element)
    reader.found.notes = reader.tally.notes()
    return reader.found


@dataclass(slots=True)
class _Reading:
    inline: InlineReader
    numbering: Numbering
    tally: Tally
    found: DocumentTables = field(default_factory=DocumentTables)
    paragraphs: list[str] = field(default_factory=list)
    width: int = 0  # columns of the table that was read last

    @classmethod
    def of(cls, package: Package) -> _Reading:
        parts = dict(package.relations(package.main).values())
        styles = Styles.of(package.tree(parts.get("styles", "")))
        tally = Tally()
        return cls(InlineReader(styles, tally), Numbering.of(package.tree(parts.get("numbering", "")), styles), tally)

    def read(self, element: Element) -> None:
        for each in _opened(element):
            if local(each.tag) == "p":
                if (text := self._paragraph(each)).strip():
                    self.paragraphs.append(text)
            elif local(each.tag) == "tbl":
                before, sheet = self.width, self._sheet(each)
                if self.width == before and find_head(sheet) is None:
                    _append(self.found.sheets[-1], sheet)
                else:
                    self.found.sheets.append(sheet)
                    self.found.above.append(tuple(self.paragraphs))

    def _sheet(self, table: Element) -> Sheet:
        sheet = Sheet(TABLE_WORDS.zh, hidden=False)
        self.width = 0
        for cell in grid_cells(kept_rows(table, self.tally), self._cell):
            last_row, last_column = cell.row + cell.rows - 1, cell.column + cell.columns - 1
            if (last_row, last_column) != (cell.row, cell.column):
                sheet.merged.append(Area(cell.row, cell.column, last_row, last_column))
            self.width = max(self.width, last_column)
            # A row is kept where it is, also when it is blank.
            texts = sheet.rows.setdefault(cell.row, {})
            if cell.text:
                texts[cell.column] = cell.text
        return sheet

    def _cell(self, cell: Element) -> str:
        return "\n".join(self._paragraph(each) for each in _opened(cell) if local(each.tag) == "p")

    def _paragraph(self, element: Element) -> str:
        properties = child(element, "pPr")
        numbered = child(properties, "numPr")
        style = attribute(child(properties, "pStyle"))
        reference = None if numbered is None else number_ref(numbered)
        return self.numbering.next_marker(reference, style) + self.inline.read(element).text


def _opened(element: Element) -> Iterator[Element]:
    """The paragraphs and tables of an element that is one, or holds them."""
    kind = local(element.tag)
    if kind in ("p", "tbl"):
        yield element
    elif kind == "tc" or kind in WRAPPERS or kind == "AlternateContent":
        parts: Iterable[Element] = chosen(element) if kind == "AlternateContent" else element
        for each in parts:
            yield from _opened(each)


def _append(sheet: Sheet, more: Sheet) -> None:
    last = max(sheet.rows, default=0)
    for row, texts in more.rows.items():
        sheet.rows[last + row] = texts
    for area in more.merged:
        first, end = area.first_row + last, area.last_row + last
        sheet.merged.append(area._replace(first_row=first, last_row=end))
