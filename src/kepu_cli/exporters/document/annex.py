"""The plan as the annex of a notice, a Word document: the division table, then the responsibility matrix.

The matrix is left out where it does not fit on a page's width (see `matrix_part.lay_out`) or was not asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.exporters.document import matrix_part
from kepu_cli.exporters.document.assembly import add, begin_section, new_document, packed, title_paragraph
from kepu_cli.exporters.document.division_part import division_part
from kepu_cli.exporters.document.elements import Style, paragraph
from kepu_cli.exporters.document.memory_part import add_memory
from kepu_cli.exporters.matrix_texts import legend
from kepu_cli.exporters.options import Sheet, chosen_division
from kepu_cli.exporters.remembering import remember
from kepu_cli.views.matrix import responsibility_matrix

if TYPE_CHECKING:
    from kepu_cli.exporters.options import Options
    from kepu_cli.findings import Lang
    from kepu_cli.ledger import Ledger
    from kepu_cli.memory import Memory
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
    document = new_document(info.title, info.year, info.lang)
    if info.label:
        add(document, paragraph(info.label, Style.ANNEX, keep=True))
    add(document, title_paragraph(division.title), division_part(division, info.lang))
    grid = None if matrix is None else matrix_part.lay_out(matrix, info.lang)
    if matrix is not None and grid is not None:
        begin_section(document)
        add(document, title_paragraph(matrix.title), matrix_part.matrix_part(matrix, grid, info.lang))
        add(document, paragraph(legend(matrix, info.lang), Style.NOTE))
    else:
        add(document, paragraph("", Style.END))
    if memory is not None:
        add_memory(document, division, memory)
    return packed(document, info.year)
