"""`kepu validate`: all rules over one plan or many."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kepu_cli import console
from kepu_cli.commands.opening import check_now, open_any, plan_files
from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.help_page import both

if TYPE_CHECKING:
    from kepu_cli.checking import Report

HELP = both(
    "逐行检查方案\n写错的单位、漏写的牵头、没人负责的职责、重复的编号……指出在哪一行、怎么改。只检查，不改文件。",
    "check plans line by line\nUnknown departments, missing leads, duties nobody covers, duplicate ids: where, and "
    "what to do. Writes nothing.",
)


_NO_PLANS = Words("{names} 里没有方案", "there is no plan in {names}")


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


def validate(
    plans: Annotated[
        list[str],
        typer.Argument(
            metavar=both("方案…", "PLAN…"),
            help=both("方案文件或文件夹；- 表示标准输入", "plan files or folders; - for standard input"),
        ),
    ],
    strict: Annotated[bool, typer.Option("--strict", help=both("有警告也算不通过", "warnings fail too"))] = False,
    show_all: Annotated[
        bool, typer.Option("--all", help=both("提示也列出来，一条不省", "list the infos too, and every finding"))
    ] = False,
    rule: Annotated[
        list[str] | None,
        typer.Option(
            "--rule", metavar=both("编号", "CODE"), help=both("只看这条规则，可写多次", "only this rule; repeatable")
        ),
    ] = None,
    output: Annotated[
        Format,
        typer.Option("--format", metavar="text|json", help=both("输出成文字还是 JSON", "text or JSON")),
    ] = Format.TEXT,
) -> None:
    """Checks every plan; exit code 1 with findings at error level, or under --strict at warning level."""
    from kepu_cli.commands.codes import wanted_codes
    from kepu_cli.findings import Severity
    from kepu_cli.reports import findings_json, findings_text

    codes = wanted_codes(rule)
    reports: list[Report] = []
    for name, in_folder in plan_files(plans):
        loaded = open_any(name, in_folder=in_folder)
        if in_folder and loaded.is_companion:
            continue
        reports.append(check_now(loaded, strict=strict, only=codes))
        if output is Format.TEXT:
            line_of = loaded.places.line_of
            console.show(findings_text.render(reports[-1], line_of, console.screen(), show_all=show_all))
    if not reports:
        raise KepuError(say(_NO_PLANS, names=tuple(plans)))
    if output is Format.JSON:
        console.show(findings_json.render(reports, console.current_lang()))
    else:
        console.show(findings_text.summary(reports, console.screen(), show_all=show_all))
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    if any(report.count(severity) for report in reports for severity in failing):
        raise typer.Exit(1)
