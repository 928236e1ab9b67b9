"""Reads workbooks and documents of a comparison back, for goldens and for people."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.text.run import Run
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

# The ground of what has changed.
SHADE = "FFFFF2CC"


def dump_book(content: bytes) -> str:
    """Each sheet's rows, a cell behind the other: **new** ~~gone~~, and # before a shaded one."""
    book = load_workbook(io.BytesIO(content), rich_text=True)
    return "".join(line for sheet in book.worksheets for line in _sheet(sheet))


def dump_document(content: bytes) -> str:
    """Paragraphs and tables in their order, cells as above."""
    document = docx.Document(io.BytesIO(content))
    lines = []
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            for row in part.rows:
                cells = {id(cell._tc): cell for cell in row.cells}
                lines.append(" | ".join("".join(map(_run, cell.paragraphs[0].runs)) for cell in cells.values()))
        elif part.text:
            lines.append(part.text)
    return "".join(f"{line}\n" for line in lines).replace("\x0b", "⏎")


def _sheet(sheet: Worksheet) -> Iterator[str]:
    yield f"== {sheet.title}\n"
    for row in sheet.iter_rows():
        cells = [cell for cell in row if cell.value is not None]
        last = max((cell.column for cell in cells), default=0)
        yield " | ".join(map(_cell, row[:last])).replace("\n", "⏎") + "\n"


def _cell(cell: Cell | MergedCell) -> str:
    value = cell.value
    shade = "#" if cell.fill.start_color.rgb == SHADE else ""
    if isinstance(value, CellRichText):
        return shade + "".join(map(_block, value))
    return shade + ("" if value is None else str(value))


def _block(block: TextBlock | str) -> str:
    if isinstance(block, str):
        return block
    return _marked(block.text, is_new=bool(block.font.b), is_gone=bool(block.font.strike))


def _run(run: Run) -> str:
    return _marked(run.text.replace("\n", "⏎"), is_new=bool(run.bold), is_gone=bool(run.font.strike))


def _marked(text: str, *, is_new: bool, is_gone: bool) -> str:
    return f"**{text}**" if is_new else f"~~{text}~~" if is_gone else text
