"""A comparison as a Word document: each of its tables on pages of its own, fit to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters.document.assembly import add, begin_section, new_document, packed, title_paragraph
from kepu_cli.exporters.document.elements import Style, paragraph
from kepu_cli.exporters.document.listing_part import listing_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

    from kepu_cli.exporters.changes.parts import Part
    from kepu_cli.exporters.listing import Listing
    from kepu_cli.model import Plan


def render(parts: Sequence[Part], plan: Plan) -> bytes:
    """The .docx file's bytes, the same for the same input."""
    year = str(plan.first_year or "")
    document = new_document(parts[0].listing.title, year, plan.lang)
    for position, part in enumerate(parts):
        if position:
            begin_section(document)
        _add_listing(document, part.listing)
    if not parts[-1].listing.below:
        add(document, paragraph("", Style.END))
    return packed(document, year)


def _add_listing(document: Document, listing: Listing) -> None:
    add(document, title_paragraph(listing.title))
    add(document, *(paragraph(line, Style.LARGE_TEXT) for line in listing.intro))
    add(document, listing_part(listing))
    for line in listing.below:
        # Air to write in.
        add(document, paragraph("", Style.LARGE_TEXT), paragraph(line, Style.LARGE_TEXT))
