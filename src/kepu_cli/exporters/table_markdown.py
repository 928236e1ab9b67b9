"""The division table and the matrix as Markdown, for code hosts and for whoever reads the file as it is.

Each row says its number and action again: a line that is found, or shown as a difference, explains itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters.division_texts import CENTRED, cell_text, heading, merged_columns
from kepu_cli.exporters.markdown_elements import in_line, paragraph, table
from kepu_cli.exporters.matrix_texts import legend, sum_row, used_roles
from kepu_cli.exporters.options import Sheet, chosen_division
from kepu_cli.views.division import COLUMN_WORDS, Column
from kepu_cli.views.matrix import responsibility_matrix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kepu_cli.exporters.options import Options
    from kepu_cli.findings import Lang
    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Plan
    from kepu_cli.views.division import DivisionTable
    from kepu_cli.views.matrix import Matrix


def render(plan: Plan, ledger: Ledger, options: Options) -> bytes:
    """The .md file's bytes: UTF-8, line feeds; the matrix is left out where it was not asked for."""
    division = chosen_division(plan, ledger, options)
    parts = [f"# {in_line(division.title)}", _division(division, plan.lang)]
    if annex := options.annex_of(plan):
        parts.insert(0, paragraph(annex))
    if Sheet.MATRIX in options.sheets:
        matrix = responsibility_matrix(plan, ledger, with_duties=options.duties)
        parts += [f"## {in_line(matrix.title)}", _matrix(matrix, plan.lang), paragraph(legend(matrix, plan.lang))]
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _division(division: DivisionTable, lang: Lang) -> str:
    heads = [COLUMN_WORDS[column].in_(lang) for column in division.columns]
    centred = [column in CENTRED for column in division.columns]
    return table(heads, centred, _escaped(_division_rows(division, lang)))


def _division_rows(division: DivisionTable, lang: Lang) -> Iterator[list[str]]:
    merged = merged_columns(division)
    for block in division.blocks:
        above = heading(block)
        for row in block.rows:
            yield [above[column] if column in merged else cell_text(row, column, lang) for column in division.columns]


def _matrix(matrix: Matrix, lang: Lang) -> str:
    roles = used_roles(matrix)
    flat = [COLUMN_WORDS[column].in_(lang) for column in (Column.NUMBER, Column.ACTION)]
    heads = [*flat, *matrix.departments, *(role.words.in_(lang) for role in roles)]
    centred = [position != 1 for position in range(len(heads))]
    return table(heads, centred, _escaped(_matrix_rows(matrix, lang)))


def _matrix_rows(matrix: Matrix, lang: Lang) -> Iterator[list[str]]:
    roles = used_roles(matrix)
    for row in matrix.rows:
        marks = ["" if mark is None else mark.value for mark in row.marks]
        yield [row.number, row.label, *marks, *(str(row.marks.count(role.mark)) for role in roles)]
    for role in roles:
        label, counts, whole = sum_row(matrix, role, lang)
        corner = [str(whole) if other is role else "" for other in roles]
        yield ["", label, *map(str, counts), *corner]


def _escaped(rows: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    for row in rows:
        yield [*map(in_line, row)]
