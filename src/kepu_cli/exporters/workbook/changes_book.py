"""The workbook of a comparison: each of its tables on a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters.workbook import listing_sheet
from kepu_cli.exporters.workbook.cells import Looks
from kepu_cli.exporters.workbook.container import new_book, packed
from kepu_cli.exporters.workbook.plan_book import year_of
from kepu_cli.exporters.workbook.sheet_names import safe_sheet_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.exporters.changes.parts import Part
    from kepu_cli.model import Plan


def render(parts: Sequence[Part], plan: Plan) -> bytes:
    """The file's bytes, the same for the same input; KepuError when a text is too long for a cell."""
    year = year_of(plan)
    book = new_book(parts[0].listing.title, year)
    looks = Looks(book)
    names = safe_sheet_names(part.name for part in parts)
    for position, (part, name) in enumerate(zip(parts, names, strict=True)):
        sheet = book.worksheets[0] if position == 0 else book.create_sheet()
        sheet.title = name
        listing_sheet.write_listing(sheet, looks, part.listing)
    return packed(book, year)
