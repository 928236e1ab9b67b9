"""A Word document put together: its facts, its titles, one section behind the other, and its bytes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_SECTION

from kepu_cli.exporters import printed_text
from kepu_cli.exporters.document import paper
from kepu_cli.exporters.document.elements import Style, paragraph
from kepu_cli.exporters.document.styles import dress, size_of
from kepu_cli.exporters.plain_text import shown
from kepu_cli.exporters.timeless_zip import moment, repacked
from kepu_cli.findings import Lang

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_LONGEST_FACT = 255  # characters; longer ones are not allowed


def new_document(title: str, year: str, lang: Lang) -> Document:
    """An empty document in our styles, its pages numbered."""
    document = docx.Document()
    dress(document, lang)
    facts = document.core_properties
    facts.title = shown(title)[:_LONGEST_FACT]
    facts.subject = shown(year)
    facts.author = facts.last_modified_by = "kepu"
    facts.comments = ""
    facts.language = "zh-CN" if lang is Lang.ZH else "en-GB"
    facts.created = facts.modified = moment(year)
    paper.set_up_paper(document.sections[0])
    paper.number_pages(document.sections[0], lang)
    return document


def add(document: Document, *parts: BaseOxmlElement) -> None:
    """Behind all else; the settings of the last section stay last."""
    end = document.element.body[-1]
    for part in parts:
        end.addprevious(part)


def title_paragraph(title: str) -> BaseOxmlElement:
    """Titles of more than two lines are set smaller."""
    units = paper.WIDTH / printed_text.POINTS_A_UNIT
    lines = printed_text.text_lines(title, units, size_of(Style.TITLE))
    return paragraph(title, Style.TITLE if len(lines) <= 2 else Style.LONG_TITLE)


def begin_section(document: Document) -> None:
    """What follows begins on a new page; the section before ends in a paragraph that takes no room."""
    document.add_section(WD_SECTION.NEW_PAGE)
    end = document.element.body[-2]
    end.get_or_add_pPr().insert(0, paragraph("", Style.END)[0][0])


def packed(document: Document, year: str) -> bytes:
    """The .docx file's bytes."""
    raw = io.BytesIO()
    document.save(raw)
    return repacked(raw, moment(year))
