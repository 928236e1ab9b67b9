"""`kepu diff`: what changed between two plans."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kepu_cli import console
from kepu_cli.commands.opening import open_plan
from kepu_cli.help_page import both

HELP = both(
    "比较两份方案\n新增、取消、更名、移动，谁的牵头变了，谁进谁出，时限和目标怎么调；机构改革算作一处变化。",
    "compare two plans\nAdded, removed, renamed, moved; who leads now, who joined and left; dues and targets. "
    "A reform of departments is told as one change.",
)


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def diff(
    old: Annotated[str, typer.Argument(metavar=both("旧方案", "OLD"), help=both("原来的方案", "the former plan"))],
    new: Annotated[str, typer.Argument(metavar=both("新方案", "NEW"), help=both("新的方案", "the new plan"))],
    output: Annotated[
        Format,
        typer.Option("--format", metavar="text|json", help=both("输出成文字还是 JSON", "text or JSON")),
    ] = Format.TEXT,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=both("有变化时退出码是 1", "exit with 1 when there are changes"))
    ] = False,
) -> None:
    """Tells the changes from the old plan to the new one."""
    from kepu_cli.comparing.compare import compare
    from kepu_cli.reports import changes_json, changes_text

    before, old_plan = open_plan(old)
    after, new_plan = open_plan(new)
    changes = compare(old_plan, new_plan)
    if output is Format.JSON:
        console.show(changes_json.render(changes, before.places, after.places))
    else:
        console.show(changes_text.render(changes, before.places, after.places, console.screen()))
    if exit_code and changes:
        raise typer.Exit(1)
