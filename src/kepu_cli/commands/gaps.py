"""`kepu gaps`: the duties nobody covers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from kepu_cli import console
from kepu_cli.commands.arguments import PlanArgument
from kepu_cli.commands.opening import open_plan
from kepu_cli.findings import Words
from kepu_cli.help_page import both

HELP = Words(
    "最要紧的排在前面；再列出没有任务的成员单位、上级纲要里没有承接的职责。有职责无人负责时退出码是 1。",
    "Worst first; then members without a duty and outline duties not taken up. "
    "The exit code is 1 when a duty has nobody.",
)


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def gaps(
    plan: PlanArgument,
    show_all: Annotated[
        bool,
        typer.Option("--all", help=both("由任务的单位兜底的也列出来", "list what is held by default too")),
    ] = False,
    output: Annotated[
        Format,
        typer.Option("--format", metavar="text|json", help=both("输出成文字还是 JSON", "text or JSON")),
    ] = Format.TEXT,
) -> None:
    """Reports the coverage of one plan."""
    from kepu_cli.coverage import Grade, measure_coverage
    from kepu_cli.ledger import build_ledger
    from kepu_cli.reports import coverage_json, coverage_text

    loaded, content = open_plan(plan)
    coverage = measure_coverage(content, build_ledger(content))
    if output is Format.JSON:
        console.show(coverage_json.render(coverage, loaded.places))
    else:
        console.show(coverage_text.render(coverage, content, loaded.places, console.screen(), show_all=show_all))
    if any(item.grade is Grade.NOBODY and not item.because for item in coverage.graded):
        raise typer.Exit(1)
