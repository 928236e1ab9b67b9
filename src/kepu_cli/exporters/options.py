"""What a user may choose about an export: which sheets, which columns, the head above the table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.patterns import pattern
from kepu_cli.views.division import COLUMN_WORDS, TABLE_WORDS, Column, division_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Plan
    from kepu_cli.views.division import DivisionTable


class Sheet(StrEnum):
    """The sheets of the workbook, in their usual order."""

    DIVISION = "division"
    MATRIX = "matrix"
    TASKS = "tasks"
    COVERAGE = "coverage"
    STATISTICS = "statistics"


SHEET_WORDS = {
    Sheet.DIVISION: TABLE_WORDS,
    Sheet.MATRIX: Words("责任矩阵", "Responsibility matrix"),
    Sheet.TASKS: Words("部门任务清单", "Tasks by department"),
    Sheet.COVERAGE: Words("覆盖检查", "Coverage"),
    Sheet.STATISTICS: Words("统计", "Statistics"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """`title` stands over the first table as it is, "" for the plan's own; `annex` None for the plan's own label.

    `columns` are the division table's, None for those that something fills; `duties` gives each duty a row of its own
    in the matrix.
    """

    sheets: tuple[Sheet, ...] = tuple(Sheet)
    columns: tuple[Column, ...] | None = None
    title: str = ""
    annex: str | None = None
    duties: bool = False

    def annex_of(self, plan: Plan) -> str:
        """The label above the title such as 附件1, "" for none."""
        return plan.annex if self.annex is None else self.annex


def chosen_division(plan: Plan, ledger: Ledger, options: Options) -> DivisionTable:
    """The division table with the columns and under the title that were chosen."""
    table = division_table(plan, ledger, options.columns)
    return replace(table, title=options.title) if options.title else table


def read_sheets(typed: Iterable[str]) -> tuple[Sheet, ...]:
    """The sheets that were typed, in that order, each once; KepuError for a name that no sheet has."""
    return _read(typed, SHEET_WORDS, {}, _NO_SHEET)


def read_columns(typed: Iterable[str]) -> tuple[Column, ...]:
    """The columns of the division table, in the table's own order and with the action's; KepuError for any other."""
    named = {*_read(typed, COLUMN_WORDS, _SHORT_COLUMNS, _NO_COLUMN), Column.ACTION}
    return tuple(column for column in Column if column in named)


_Choice = TypeVar("_Choice", bound=StrEnum)

# What people say for short.
_SHORT_COLUMNS = {
    "牵头": Column.LEAD,
    "责任": Column.RESPONSIBLE,
    "配合": Column.SUPPORT,
    "举措": Column.MEASURE,
    "时限": Column.DUE,
}
_SEPARATORS = pattern("[,，、;；\n]")
_NO_SHEET = (
    Words("没有“{name}”这张表，可选：{known}", "there is no sheet “{name}”; there are: {known}"),
    Words("没有“{name}”这张表，是不是“{near}”？", "there is no sheet “{name}”; did you mean “{near}”?"),
)
_NO_COLUMN = (
    Words("没有“{name}”这一栏，可选：{known}", "there is no column “{name}”; there are: {known}"),
    Words("没有“{name}”这一栏，是不是“{near}”？", "there is no column “{name}”; did you mean “{near}”?"),
)


def _read(
    typed: Iterable[str],
    words: Mapping[_Choice, Words],
    short: Mapping[str, _Choice],
    unknown: tuple[Words, Words],
) -> tuple[_Choice, ...]:
    spelt = {_plain(name): choice for choice, told in words.items() for name in (choice.value, *told)}
    known = {**short, **spelt}
    found: dict[_Choice, None] = {}
    for name in (name.strip() for text in typed for name in _SEPARATORS.split(text)):
        if not name:
            continue
        if (choice := known.get(_plain(name))) is None:
            raise _unknown(name, words, unknown)
        found[choice] = None
    if not found:
        raise _unknown("", words, unknown)
    return tuple(found)


def _plain(name: str) -> str:
    return " ".join(name.casefold().rstrip(".").split())


def _unknown(name: str, words: Mapping[_Choice, Words], told: tuple[Words, Words]) -> KepuError:
    """One that resembles a known name is told with it, in the language in which it was typed; else with all."""
    from kepu_cli.spelling import nearest

    spellings = {_plain(each): each for choice, spelt in words.items() for each in (choice.value, *spelt)}
    if near := nearest(_plain(name), spellings, 0.4):
        return KepuError(say(told[1], name=name, near=spellings[near]))
    listed = Words("、".join(each.zh for each in words.values()), ", ".join(choice.value for choice in words))
    return KepuError(say(told[0], name=name, known=listed))
