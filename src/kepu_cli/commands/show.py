"""`kepu show`: the plan on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kepu_cli import console
from kepu_cli.commands.arguments import PlanArgument
from kepu_cli.commands.idle_options import refuse_idle
from kepu_cli.commands.opening import open_plan
from kepu_cli.findings import Words
from kepu_cli.help_page import both

if TYPE_CHECKING:
    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Plan

HELP = Words(
    "默认是任务分工表；--matrix 看责任矩阵，--department 看一个单位的任务，--load 看各单位的任务数。",
    "The division-of-labour table; --matrix for the matrix, --department for one "
    "department's tasks, --load for the counts.",
)


def show(
    plan: PlanArgument,
    matrix: Annotated[bool, typer.Option("--matrix", help=both("责任矩阵", "the responsibility matrix"))] = False,
    duties: Annotated[
        bool, typer.Option("--duties", help=both("矩阵里每项职责占一行", "a row for each duty in the matrix"))
    ] = False,
    department: Annotated[
        str | None,
        typer.Option(
            "--department", metavar=both("单位", "NAME"), help=both("一个单位的任务", "one department's tasks")
        ),
    ] = None,
    load: Annotated[
        bool, typer.Option("--load", help=both("各单位的任务数", "how much each department holds"))
    ] = False,
) -> None:
    """Shows one view of the plan."""
    from kepu_cli.ledger import build_ledger

    views = {"--matrix": matrix or duties, "--load": load, "--department": department is not None}
    asked = [option for option, is_given in views.items() if is_given]
    for option in asked[:-1]:
        refuse_idle("--duties" if duties and not matrix and option == "--matrix" else option, _ONE_VIEW)
    _, content = open_plan(plan)
    ledger = build_ledger(content)
    console.show(_view(content, ledger, department, matrix=matrix, duties=duties, load=load))


_ONE_VIEW = Words("一次只看一种表", "one table is shown at a time")


def _view(content: Plan, ledger: Ledger, department: str | None, *, matrix: bool, duties: bool, load: bool) -> str:
    from kepu_cli.reports import plan_tables
    from kepu_cli.views.department import department_tasks
    from kepu_cli.views.division import division_table
    from kepu_cli.views.load import department_loads
    from kepu_cli.views.matrix import responsibility_matrix

    screen = console.screen()
    if department is not None:
        from kepu_cli.commands.department_name import held_department

        name = held_department(department, ledger)
        return plan_tables.tasks(name, department_tasks(ledger, name), screen)
    if load:
        return plan_tables.loads(content.title, department_loads(ledger), screen)
    if matrix or duties:
        return plan_tables.matrix(responsibility_matrix(content, ledger, with_duties=duties), screen)
    return plan_tables.division(division_table(content, ledger), screen)
