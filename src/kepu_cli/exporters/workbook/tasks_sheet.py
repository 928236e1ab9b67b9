"""The sheet 部门任务清单: what each department has to do, one after the other in roster order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters.listing import ListGroup, Listing
from kepu_cli.exporters.workbook.task_rows import TaskRows, summary
from kepu_cli.findings import Words
from kepu_cli.views.table_title import table_title
from kepu_cli.views.task_lists import with_groups_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.findings import Lang
    from kepu_cli.model import Plan
    from kepu_cli.views.task_lists import TaskList

TABLE_NAME = "department_tasks"
TITLE = Words(zh="{plan}部门任务清单", en="{plan}: tasks by department")
HEADING = Words(zh="{department}：{summary}", en="{department}: {summary}")
NOBODY = Words(zh="方案里没有写任何单位", en="the plan names no department")


def tasks_listing(plan: Plan, lists: Sequence[TaskList]) -> Listing:
    """A heading a department, with its counts; one without tasks has no rows. Groups stand once, at the end."""
    lang = plan.lang
    lists = with_groups_apart(lists)
    title = table_title(plan, TITLE)
    rows = TaskRows.of(lists, lang)
    groups = tuple(ListGroup(_heading(each, lang), rows.rows(each), each.department) for each in lists)
    return Listing(TABLE_NAME, title, rows.columns(), groups or (ListGroup(NOBODY.in_(lang), ()),), lang)


def _heading(tasks: TaskList, lang: Lang) -> str:
    return HEADING.in_(lang).format(department=tasks.department, summary=summary(tasks, lang))
