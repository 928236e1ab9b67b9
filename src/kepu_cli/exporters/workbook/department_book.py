"""A workbook for one department: its own tasks, who else has a part in them, and a place to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.collector import collector_paused
from kepu_cli.exporters.file_names import numbered_file_names
from kepu_cli.exporters.listing import ListGroup, Listing
from kepu_cli.exporters.workbook import listing_sheet
from kepu_cli.exporters.workbook.cells import Looks
from kepu_cli.exporters.workbook.container import new_book, packed
from kepu_cli.exporters.workbook.plan_book import year_of
from kepu_cli.exporters.workbook.sheet_names import safe_sheet_names
from kepu_cli.exporters.workbook.task_rows import TaskRows, summary
from kepu_cli.findings import Words
from kepu_cli.views.table_title import table_title
from kepu_cli.views.task_lists import in_its_own_name, task_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.exporters.options import Options
    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Plan
    from kepu_cli.views.task_lists import TaskList

SUFFIX = ".xlsx"
TABLE_NAME = "tasks"
TITLE = Words(zh="{plan}任务清单", en="{plan}: tasks")

_FOR = Words("单位：{department}\u3000\u3000（{summary}）", "Department: {department} ({summary})")
_BODIES = Words("包括：{names}", "These are: {names}")
_BETWEEN = Words("、", ", ")
_BLANK = "\u3000" * 13  # to be written on
_SIGNATURE = Words(
    f"负责人（签字）：{_BLANK}单位（盖章）：{_BLANK}日期：\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日",
    f"Signed:{' ' * 50}Stamp:{' ' * 50}Date:",
)
_SPACE_TO_SIGN = 26.0  # points


class DepartmentFile(NamedTuple):
    name: str
    department: str
    tasks: TaskList


def department_files(plan: Plan, ledger: Ledger) -> tuple[DepartmentFile, ...]:
    """A file for each department with tasks.

    Its number is its place in the roster; bodies and groups outside follow. The towns of a declared group share the
    group's file unless the plan names them by themselves; a word that names nobody (有关单位) has none.
    """
    lists = [*map(in_its_own_name, task_lists(plan, ledger))]
    names = numbered_file_names((each.department for each in lists), SUFFIX)
    return tuple(
        DepartmentFile(name, each.department, each) for name, each in zip(names, lists, strict=True) if each.tasks
    )


@collector_paused()
def department_book(plan: Plan, tasks: TaskList, options: Options) -> bytes:
    """The file's bytes, the same for the same plan. The annex label is printed only where it was asked for."""
    title = options.title or table_title(plan, TITLE)
    year = year_of(plan)
    book = new_book(title, year)
    sheet = book.worksheets[0]
    (sheet.title,) = safe_sheet_names([tasks.department])
    rows = TaskRows.of([tasks], plan.lang)
    listing = Listing(
        TABLE_NAME,
        title,
        rows.columns(),
        (ListGroup("", rows.rows(tasks)),),
        plan.lang,
        annex=options.annex or "",
        above=tuple(_above(tasks, plan)),
        below=(_SIGNATURE.in_(plan.lang),),
        below_gap=_SPACE_TO_SIGN,
    )
    listing_sheet.write_listing(sheet, Looks(book), listing)
    return packed(book, year)


def _above(tasks: TaskList, plan: Plan) -> Iterator[str]:
    yield _FOR.in_(plan.lang).format(department=tasks.department, summary=summary(tasks, plan.lang))
    if tasks.bodies:
        yield _BODIES.in_(plan.lang).format(names=_BETWEEN.in_(plan.lang).join(tasks.bodies))
