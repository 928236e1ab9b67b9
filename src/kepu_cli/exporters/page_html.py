"""The division table and the matrix as one web page that needs nothing else: to look at, to send, to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.exporters.division_texts import CENTRED, SEPARATOR, heading, merged_columns
from kepu_cli.exporters.matrix_texts import LIGHT_MARKS, SumRow, legend, sum_row, used_roles
from kepu_cli.exporters.options import Sheet, chosen_division
from kepu_cli.exporters.web_page import web_page
from kepu_cli.findings import Lang
from kepu_cli.views.division import COLUMN_WORDS, NAME_COLUMNS, Column
from kepu_cli.views.matrix import responsibility_matrix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.exporters.options import Options
    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Plan
    from kepu_cli.views.division import DivisionBlock, DivisionRow, DivisionTable
    from kepu_cli.views.matrix import Matrix, MatrixRow


def render(plan: Plan, ledger: Ledger, options: Options) -> bytes:
    """The .html file's bytes; the matrix is left out where it was not asked for."""
    with_matrix = Sheet.MATRIX in options.sheets
    matrix = responsibility_matrix(plan, ledger, with_duties=options.duties) if with_matrix else None
    content = {
        "chinese": plan.lang is Lang.ZH,
        "annex": options.annex_of(plan),
        "division": _division(chosen_division(plan, ledger, options), plan.lang),
        "matrix": _matrix(matrix, plan.lang) if matrix else None,
    }
    return web_page("division-page", content)


class Head(NamedTuple):
    text: str
    kind: str


class Cell(NamedTuple):
    """`names` instead of `text` in the columns of departments; `rows` is how many rows it spans."""

    text: str
    names: tuple[str, ...]
    kind: str
    rows: int = 1


class Division(NamedTuple):
    """A block is the rows of an action."""

    title: str
    heads: tuple[Head, ...]
    blocks: tuple[tuple[tuple[Cell, ...], ...], ...]


class MatrixLine(NamedTuple):
    """`marks` with whether each is light; `counts` one a role."""

    number: str
    label: str
    is_action: bool
    marks: tuple[tuple[str, bool], ...]
    counts: tuple[int, ...]


class SumLine(NamedTuple):
    label: str
    counts: tuple[int, ...]
    corner: tuple[int | str, ...]


class MatrixPage(NamedTuple):
    title: str
    heads: tuple[str, str]
    departments: tuple[str, ...]
    roles: tuple[str, ...]
    rows: tuple[MatrixLine, ...]
    sums: tuple[SumLine, ...]
    legend: str
    shades: bool


def _division(table: DivisionTable, lang: Lang) -> Division:
    heads = tuple(Head(COLUMN_WORDS[column].in_(lang), column.value) for column in table.columns)
    merged = merged_columns(table)
    return Division(
        table.title, heads, tuple(tuple(_rows(block, table.columns, merged, lang)) for block in table.blocks)
    )


def _rows(
    block: DivisionBlock, columns: tuple[Column, ...], merged: tuple[Column, ...], lang: Lang
) -> Iterator[tuple[Cell, ...]]:
    above = heading(block)
    for position, row in enumerate(block.rows):
        yield tuple(
            Cell(above[column], (), _kind(column), len(block.rows)) if column in merged else _cell(row, column, lang)
            for column in columns
            if column not in merged or position == 0
        )


def _cell(row: DivisionRow, column: Column, lang: Lang) -> Cell:
    """The separator stands with the name before it, so that no line begins with it."""
    if column not in NAME_COLUMNS:
        return Cell(row.texts.get(column, ""), (), _kind(column))
    names = row.names.get(column, ())
    return Cell("", tuple(name + SEPARATOR.in_(lang).rstrip() for name in names[:-1]) + names[-1:], _kind(column))


def _kind(column: Column) -> str:
    return "centred" if column in CENTRED else ""


def _matrix(matrix: Matrix, lang: Lang) -> MatrixPage:
    roles = used_roles(matrix)
    sums = [sum_row(matrix, role, lang) for role in roles]
    return MatrixPage(
        matrix.title,
        (COLUMN_WORDS[Column.NUMBER].in_(lang), COLUMN_WORDS[Column.ACTION].in_(lang)),
        matrix.departments,
        tuple(role.words.in_(lang) for role in roles),
        tuple(_line(row, tuple(row.marks.count(role.mark) for role in roles)) for row in matrix.rows),
        tuple(_sum(each, position, len(sums)) for position, each in enumerate(sums)),
        legend(matrix, lang),
        shades=any(not row.is_action for row in matrix.rows),
    )


def _line(row: MatrixRow, counts: tuple[int, ...]) -> MatrixLine:
    marks = tuple(("" if mark is None else mark.value, mark in LIGHT_MARKS) for mark in row.marks)
    return MatrixLine(row.number, row.label, row.is_action, marks, counts)


def _sum(row: SumRow, position: int, roles: int) -> SumLine:
    corner = tuple(row.whole if other == position else "" for other in range(roles))
    return SumLine(row.label, row.counts, corner)
