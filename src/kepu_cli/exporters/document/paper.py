"""How the document stands on paper: A4 landscape, room to bind, pages numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENTATION
from docx.shared import Pt

from kepu_cli.exporters.document.elements import Style, field, paragraph, run
from kepu_cli.findings import Lang

if TYPE_CHECKING:
    from docx.section import Section

_LONG, _SHORT = 841.9, 595.3  # points
# The left edge is bound when the table goes alone, the upper one when it lies among upright pages.
_LEFT, _RIGHT, _TOP, _BOTTOM = 70.9, 51.0, 62.4, 56.7

WIDTH = _LONG - _LEFT - _RIGHT
HEIGHT = _SHORT - _TOP - _BOTTOM

_FOOTER = {Lang.ZH: ("第 ", " 页 共 ", " 页"), Lang.EN: ("Page ", " of ", "")}


def set_up_paper(section: Section) -> None:
    section.orientation = WD_ORIENTATION.LANDSCAPE
    section.page_width, section.page_height = Pt(_LONG), Pt(_SHORT)
    section.left_margin, section.right_margin = Pt(_LEFT), Pt(_RIGHT)
    section.top_margin, section.bottom_margin = Pt(_TOP), Pt(_BOTTOM)
    section.header_distance, section.footer_distance = Pt(36), Pt(31)
    section.gutter = Pt(0)


def number_pages(section: Section, lang: Lang) -> None:
    """The footer of this section, and of those behind it that have none of their own."""
    before, between, after = _FOOTER[lang]
    line = paragraph("", Style.FOOTER)
    line.extend((run(before), field("PAGE"), run(between), field("NUMPAGES")))
    if after:
        line.append(run(after))
    footer = section.footer
    footer.is_linked_to_previous = False
    kept = footer.paragraphs[0]._p
    kept.addprevious(line)
    kept.getparent().remove(kept)
