"""The division table as a Word table: each action's cell over its rows, the head on every page.

Nobody knows yet where a page will end, and a program prints a cell's text on its first page alone. So a long action has
several such cells, each over rows that stay together: a page never begins below one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters.division_texts import CENTRED
from kepu_cli.exporters.document.division_layout import LOWEST_ROW, MARGINS, lay_out
from kepu_cli.exporters.document.elements import Style, paragraph
from kepu_cli.exporters.document.tables import Cell, Row, table
from kepu_cli.views.division import COLUMN_WORDS, Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from kepu_cli.exporters.document.division_layout import Layout, PlannedBlock
    from kepu_cli.findings import Lang
    from kepu_cli.views.division import DivisionTable


def division_part(division: DivisionTable, lang: Lang) -> BaseOxmlElement:
    """The table alone, as wide as the page."""
    layout = lay_out(division, lang)
    rows = (row for block in layout.blocks for row in _rows(block, division.columns, layout))
    widths = [layout.widths[column] for column in division.columns]
    return table(widths, (_head(division.columns, lang), *rows), margins=MARGINS, about=division.title)


def _head(columns: Sequence[Column], lang: Lang) -> Row:
    cells = (Cell(paragraph(COLUMN_WORDS[column].in_(lang), Style.HEAD)) for column in columns)
    return Row(tuple(cells), LOWEST_ROW, head=True)


def _rows(block: PlannedBlock, columns: Sequence[Column], layout: Layout) -> Iterator[Row]:
    for position, row in enumerate(block.rows):
        cells = []
        for column in columns:
            above = column in layout.merged
            text = row.texts.get(column, "") if not above else block.heading[column] if position == 0 else ""
            across = "center" if column in CENTRED else ""
            content = paragraph(text, layout.style, across=across, keep=row.keep)
            joins = position == 0 if above and len(block.rows) > 1 else None
            # Programs differ in where the middle of a cell is that goes over pages.
            cells.append(Cell(content, joins=joins, top=above and not block.whole and len(block.rows) > 1))
        yield Row(tuple(cells), LOWEST_ROW, split=row.split)
