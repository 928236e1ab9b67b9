"""`kepu validate`: all rules over one plan or many."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, NamedTuple, cast

import typer

from kepu_cli import console
from kepu_cli.collector import collector_paused
from kepu_cli.commands.arguments import PlansArgument
from kepu_cli.commands.idle_options import refuse_idle
from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.help_page import both

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kepu_cli.checking import Report
    from kepu_cli.commands.checking_run import CheckingRun
    from kepu_cli.findings import Lang
    from kepu_cli.reports.findings_text import SourceLine

HELP = Words(
    "写错的单位、漏写的牵头、没人负责的职责、重复的编号……指出在哪一行、怎么改。不写 --fix 就只检查，不改文件。",
    "Unknown departments, missing leads, duties nobody covers, duplicate ids: where, and "
    "what to do. Writes nothing unless --fix is given.",
)


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    MARKDOWN = "markdown"


StrictOption = Annotated[bool, typer.Option("--strict", help=both("有警告也算不通过", "warnings fail too"))]
ShowAllOption = Annotated[
    bool, typer.Option("--all", help=both("提示也列出来，一条不省", "list the infos too, and every finding"))
]
RuleOption = Annotated[
    list[str] | None,
    typer.Option(
        "--rule", metavar=both("编号", "CODE"), help=both("只看这条规则，可写多次", "only this rule; repeatable")
    ),
]
TogetherOption = Annotated[
    bool,
    typer.Option(
        "--together",
        help=both(
            "把几份方案放在一起看：同一项工作牵头不同、一个单位牵头太多",
            "look at the plans together: one duty with two leads, one department's load over all",
        ),
    ),
]
FixOption = Annotated[
    bool,
    typer.Option(
        "--fix",
        help=both("能自动改的改好，写回文件，再检查", "mend what needs no decision, write the files, check again"),
    ),
]
BaselineOption = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar=both("文件", "FILE"),
        help=both("基线文件：里面记着的问题不再报，只报新的", "tell only what this file does not list"),
    ),
]
WriteBaselineOption = Annotated[
    bool,
    typer.Option(
        "--write-baseline", help=both("把现在的问题都记进基线文件", "write today's findings into the baseline")
    ),
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar=both("个数", "N"),
        help=both(
            "同时用几个进程；不写就看文件多少自动定，结果都一样",
            "how many processes at once; by itself it depends on the files, and the result is the same",
        ),
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        metavar=both("格式", "FORM"),
        help=both(
            "text、json、sarif、github、junit 或 markdown；默认 text",
            "text, json, sarif, github, junit or markdown; text by default",
        ),
    ),
]


@collector_paused()
def validate(
    plans: PlansArgument,
    strict: StrictOption = False,
    show_all: ShowAllOption = False,
    rule: RuleOption = None,
    together: TogetherOption = False,
    fix: FixOption = False,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = False,
    jobs: JobsOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Checks every plan; exit code 1 with findings at error level, or under --strict at warning level."""
    from kepu_cli.commands import baseline_file
    from kepu_cli.commands.checking_run import CheckingRun
    from kepu_cli.commands.codes import wanted_codes
    from kepu_cli.commands.opening import settings_for
    from kepu_cli.rules import is_together

    refuse_idle("--format", _ONLY_WRITTEN, given=write_baseline and output is not Format.TEXT)
    if jobs is not None and jobs < 1:
        raise KepuError(say(_NO_JOBS, count=jobs))
    codes = wanted_codes(rule)
    # Who asks for a rule across plans asks for looking at them together.
    together = together or any(map(is_together, codes))
    is_text = output is Format.TEXT
    run = CheckingRun(
        plans, strict=strict, only=codes, together=together, fix=fix, jobs=jobs, counts_mendable=is_text and not fix
    )
    known_in = baseline_file.baseline_name(baseline, settings_for(plans[0]), writing=write_baseline)
    if known_in and write_baseline:
        baseline_file.write_baseline(known_in, _some([report for report, _ in run.reports()], plans))
        return
    told = [
        _Told(report, _text(report, line_of, show_all=show_all) if is_text else "")
        for report, line_of in baseline_file.unknown_findings(run.reports(), known_in)
    ]
    reports = _some([report for report, _ in told], plans)
    if is_text:
        console.show(_as_text(told, run, show_all=show_all))
    else:
        console.show(_renderer(output)(reports, console.current_lang()))
    if any(report.fails for report in reports):
        raise typer.Exit(1)


_ONLY_WRITTEN = Words("记基线时不列出问题", "nothing is listed while a baseline is written")
_NO_JOBS = Words("--jobs 至少是 1，不是 {count}", "--jobs is 1 or more, not {count}")
_NO_PLANS = Words("{names} 里没有方案", "there is no plan in {names}")


def _some(reports: list[Report], names: list[str]) -> list[Report]:
    if not reports:
        raise KepuError(say(_NO_PLANS, names=tuple(names)))
    return reports


class _Told(NamedTuple):
    report: Report
    text: str


def _text(report: Report, line_of: SourceLine, *, show_all: bool) -> str:
    from kepu_cli.reports import findings_text

    return findings_text.render(report, line_of, console.screen(), show_all=show_all)


def _as_text(told: list[_Told], run: CheckingRun, *, show_all: bool) -> str:
    """The findings file by file, under its name where there are several; then the sum of all."""
    from kepu_cli.reports import findings_text

    screen = console.screen()
    several = len(told) > 1
    blocks = [
        (findings_text.heading(report, screen) if several and report.findings else "") + text for report, text in told
    ]
    if run.gathered:
        from kepu_cli.reports import together_text

        blocks.append(together_text.render(run.gathered, screen))
    reports = [report for report, _ in told]
    blocks.append(findings_text.summary(reports, screen, show_all=show_all, fixing=not run.fix, mendable=run.mendable))
    return "".join(blocks)


def _renderer(output: Format) -> Callable[[Sequence[Report], Lang], str]:
    """The module that writes a form; only that one is imported."""
    module = import_module(f"kepu_cli.reports.findings_{output.value}")
    return cast("Callable[[Sequence[Report], Lang], str]", module.render)
