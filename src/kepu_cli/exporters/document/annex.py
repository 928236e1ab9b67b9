"""The plan as the annex of a notice, a Word document: the division table, then the responsibility matrix.

The matrix is left out where it does not fit on a page's width (see `matrix_part.lay_out`) or was not asked for.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_SECTION

from kepu_cli.exporters.document import matrix_part, paper
from kepu_cli.exporters.document.division_part import division_part
from kepu_cli.exporters.document.elements import Style, paragraph
from kepu_cli.exporters.document.identity_part import add_identity
from kepu_cli.exporters.document.styles import dress, size_of
from kepu_cli.exporters.matrix_texts import legend
from kepu_cli.exporters.options import Sheet, chosen_division
from kepu_cli.exporters.plain_text import shown
from kepu_cli.exporters.timeless_zip import moment, repacked
from kepu_cli.exporters.workbook import heights
from kepu_cli.findings import Lang
from kepu_cli.identity import remember
from kepu_cli.views.matrix import responsibility_matrix

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from kepu_cli.exporters.options import Options
    from kepu_cli.identity import Memory
    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Plan
    from kepu_cli.views.division import DivisionTable
    from kepu_cli.views.matrix import Matrix


@dataclass(frozen=True, slots=True)
class AnnexInfo:
    """`year` is the first year of the plan, "" if it has none; `label` stands above the title, "" for none."""

    title: str
    year: str
    lang: Lang
    label: str = ""


def render(plan: Plan, ledger: Ledger, options: Options) -> bytes:
    """The .docx file's bytes, the same for the same input."""
    info = AnnexInfo(plan.title, str(plan.first_year or ""), plan.lang, options.annex_of(plan))
    matrix = responsibility_matrix(plan, ledger, with_duties=options.duties) if Sheet.MATRIX in options.sheets else None
    division = chosen_division(plan, ledger, options)
    return annex(info, division, matrix, remember(plan, ledger, division))


def annex(info: AnnexInfo, division: DivisionTable, matrix: Matrix | None, memory: Memory | None = None) -> bytes:
    """The document of the two tables; without the second where it is None or too wide.

    With a memory it can be read back.
    """
    document = docx.Document()
    dress(document, info.lang)
    _describe(document, info)
    paper.set_up_paper(document.sections[0])
    paper.number_pages(document.sections[0], info.lang)
    if info.label:
        _add(document, paragraph(info.label, Style.ANNEX, keep=True))
    _add(document, _title(division.title), division_part(division, info.lang))
    grid = None if matrix is None else matrix_part.lay_out(matrix, info.lang)
    if matrix is not None and grid is not None:
        _begin_section(document)
        _add(document, _title(matrix.title), matrix_part.matrix_part(matrix, grid, info.lang))
        _add(document, paragraph(legend(matrix, info.lang), Style.NOTE))
    else:
        _add(document, paragraph("", Style.END))
    if memory is not None:
        add_identity(document, division, memory)
    return _bytes(document, info)


def _describe(document: Document, info: AnnexInfo) -> None:
    facts = document.core_properties
    facts.title = shown(info.title)[:255]  # longer ones are not allowed
    facts.subject = shown(info.year)
    facts.author = facts.last_modified_by = "kepu"
    facts.comments = ""
    facts.language = "zh-CN" if info.lang is Lang.ZH else "en-GB"
    facts.created = facts.modified = moment(info.year)


def _add(document: Document, *parts: BaseOxmlElement) -> None:
    # The settings of the last section stay last.
    end = document.element.body[-1]
    for part in parts:
        end.addprevious(part)


def _title(title: str) -> BaseOxmlElement:
    """Titles of more than two lines are set smaller."""
    units = paper.WIDTH / heights.POINTS_A_UNIT
    lines = heights.text_lines(title, units, size_of(Style.TITLE))
    return paragraph(title, Style.TITLE if len(lines) <= 2 else Style.LONG_TITLE)


def _begin_section(document: Document) -> None:
    document.add_section(WD_SECTION.NEW_PAGE)
    # The section before ends in a paragraph behind its table.
    end = document.element.body[-2]
    end.get_or_add_pPr().insert(0, paragraph("", Style.END)[0][0])


def _bytes(document: Document, info: AnnexInfo) -> bytes:
    raw = io.BytesIO()
    document.save(raw)
    return repacked(raw, moment(info.year))
