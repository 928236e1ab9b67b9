"""The paragraphs and tables of a document, in the order of its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from kepu_cli.findings import Words
from kepu_cli.importers.blocks.block import Cell, Paragraph, Place, Table
from kepu_cli.importers.blocks.grid import rectangle
from kepu_cli.importers.blocks.line import INVISIBLE
from kepu_cli.importers.blocks.tally import Met
from kepu_cli.importers.blocks.word.inline import Inline, all_text, chosen, is_prompt
from kepu_cli.importers.blocks.word.styles import number_ref, outline_level
from kepu_cli.importers.blocks.word.tables import grid_cells, kept_rows
from kepu_cli.importers.elements import attribute, child, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.importers.blocks.block import Block
    from kepu_cli.importers.blocks.tally import Tally
    from kepu_cli.importers.blocks.word.inline import InlineReader
    from kepu_cli.importers.blocks.word.numbering import Numbering
    from kepu_cli.importers.blocks.word.styles import Styles


@dataclass(slots=True)
class BodyReader:
    """Reads elements to blocks. `notes` are the footnotes and endnotes that were met, by kind and id, in order."""

    file: str
    styles: Styles
    numbering: Numbering
    inline: InlineReader
    tally: Tally
    notes: list[tuple[str, str]] = field(default_factory=list)
    _paragraphs: int = 0
    _tables: int = 0
    _order: int = 0
    _is_note: bool = False
    _area: Words | None = None  # where, if not in the running text
    _carried: Inline = field(default_factory=Inline)  # before a paragraph mark whose deletion is tracked

    def blocks(self, elements: Iterable[Element]) -> Iterator[Block]:
        """The blocks in elements of a body, a cell or a box."""
        for element in elements:
            yield from self._block(element)
        yield from self._end_carried()

    def note(self, element: Element, where: Words) -> Iterator[Block]:
        """The blocks of a footnote or endnote."""
        self._area, self._is_note = where, True
        yield from self.blocks(element)
        self._area, self._is_note = None, False

    def _block(self, element: Element) -> Iterator[Block]:
        kind = local(element.tag)
        if kind == "p":
            yield from self._paragraph(element)
        elif kind == "tbl":
            yield from self._end_carried()
            yield from self._table(element)
        elif kind == "sdt":
            yield from self._control(element)
        elif kind in ("del", "moveFrom"):
            self.inline.leave_out(element)
        elif kind in ("altChunk", "subDoc"):
            self.tally.add(Met.EMBEDDED)
        elif kind in _LOOSE:
            paragraph = Element("p")
            paragraph.append(element)
            yield from self._paragraph(paragraph)
        elif not kind.endswith("Pr"):
            for each in chosen(element) if kind == "AlternateContent" else element:
                yield from self._block(each)

    def _control(self, control: Element) -> Iterator[Block]:
        if attribute(child(control, "sdtPr", "docPartObj", "docPartGallery")) == "Table of Contents":
            for each in control.iter():
                if local(each.tag) == "p" and all_text(each).strip():
                    self.tally.add(Met.CONTENTS)
        elif is_prompt(control):
            self.tally.add(Met.PROMPT, all_text(control).strip())
        else:
            for each in child(control, "sdtContent") or ():
                yield from self._block(each)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        properties = child(element, "pPr")
        style = attribute(child(properties, "pStyle"))
        if self.styles.is_contents(style):
            self._leave_out_contents(element)
            return
        found = self.inline.read(element)
        found = Inline(self._carried.pieces + found.pieces, self._carried.boxes + found.boxes, found.notes)
        self.notes += found.notes
        self._carried = Inline()
        if any(child(properties, "rPr", mark) is not None for mark in ("del", "moveFrom")):
            self._carried = Inline(found.pieces, found.boxes)
            return
        numbered = child(properties, "numPr")
        marker = self.numbering.next_marker(number_ref(numbered) if numbered is not None else None, style)
        outline = child(properties, "outlineLvl")
        level = outline_level(outline) if outline is not None else self.styles.heading_level(style)
        yield from self._text(found, marker, level)
        yield from self._boxes(found)

    def _end_carried(self) -> Iterator[Block]:
        """What no paragraph came behind."""
        found, self._carried = self._carried, Inline()
        yield from self._text(found)
        yield from self._boxes(found)

    def _leave_out_contents(self, element: Element) -> None:
        if all_text(element).strip():
            self.tally.add(Met.CONTENTS)

    def _text(self, found: Inline, marker: str = "", level: int | None = None) -> Iterator[Paragraph]:
        text = found.text.strip(INVISIBLE + "\n")
        # In a table a number alone says something: which row it is.
        if text or (marker and self._area is _CELL):
            if self._area is None:
                self._paragraphs += 1
            number = self._paragraphs
            where = self._area or Words(f"第 {number} 段", f"paragraph {number}")
            yield Paragraph(text, self._place(where), marker, level, aside=self._is_note)

    def _boxes(self, found: Inline) -> Iterator[Block]:
        number, area = max(self._paragraphs, 1), self._area
        for box in found.boxes:
            self._area = area or Words(f"第 {number} 段的文本框", f"text box at paragraph {number}")
            yield from self.blocks(box)
            self._area = area

    def _table(self, element: Element) -> Iterator[Block]:
        rows = kept_rows(element, self.tally)
        if len(rows) == 1 and len(rows[0].cells) == 1:
            # A frame around text, not a table.
            yield from self.blocks(rows[0].cells[0])
        elif rows:
            if self._area is not _CELL:
                self._tables += 1
            number = self._tables
            table_place = self._place(Words(f"表 {number}", f"table {number}"))

            def place(row: int, column: int) -> Place:
                where = Words(f"表 {number} 第 {row} 行第 {column} 列", f"table {number}, row {row}, column {column}")
                return self._place(where)

            cells = [
                Cell(each.text, each.row, each.column, place(each.row, each.column), each.rows, each.columns)
                for each in grid_cells(rows, self._cell_text)
            ]
            yield Table(rectangle(cells, place), table_place)

    def _cell_text(self, cell: Element) -> str:
        area, self._area = self._area, _CELL
        lines = [_in_a_cell(block) for block in self.blocks(cell)]
        self._area = area
        return "\n".join(lines)

    def _place(self, where: Words) -> Place:
        self._order += 1
        return Place(self.file, where, self._order)


_CELL = Words("单元格", "cell")
# What a body should hold inside paragraphs only.
_LOOSE = frozenset(("r", "hyperlink", "fldSimple", "smartTag", "t"))


def _in_a_cell(block: Block) -> str:
    """A paragraph with its number, or a table in a table row by row."""
    if isinstance(block, Paragraph):
        apart = " " if block.number[-1:].isalnum() and block.text else ""
        return f"{block.number}{apart}{block.text}"
    rows = ([cell.text for column, cell in enumerate(row, 1) if cell.column == column] for row in block.rows)
    return "\n".join("\t".join(row) for row in rows)
