"""`kepu diff`: what changed between two plans, or in two that grew out of one."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kepu_cli import console
from kepu_cli.commands.arguments import ForceOption
from kepu_cli.commands.idle_options import refuse_idle
from kepu_cli.commands.opening import STDIN
from kepu_cli.commands.output_suffix import known_suffix
from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.help_page import both

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.commands.comparable import Comparable

HELP = Words(
    "先列旧方案有、新方案没有交代的；再列新增、取消、更名、移动，谁的牵头变了，谁进谁出，时限和目标怎么调；"
    "机构改革算作一处变化。看着像同一件事的只提议，由您来定。\n"
    "-o 写成文件，后缀决定格式：.xlsx、.docx、.html、.md、.json。\n"
    "不是 .yaml 也行：import 读得懂的 .xlsx、.docx、.txt、.md 可以直接拿来比，文件里没有提到的不算变化。\n"
    "写三份时，第一份是另外两份共同的底稿，列出谁改了什么、哪里冲突。",
    "First what simply vanished; then what was added, removed, renamed, moved, who leads now, who "
    "joined and left, dues and targets. A reform of departments is told as one change; items that may be one are "
    "proposed, never assumed.\n-o writes a file, the suffix says the form: .xlsx, .docx, .html, .md, .json.\n"
    "Besides .yaml whatever import reads can be compared (.xlsx, .docx, .txt, .md); what a document does not mention "
    "is no change.\nOf three plans the first is the common base of the others: who changed what, and where they clash.",
)


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


class By(StrEnum):
    ACTION = "action"
    DEPARTMENT = "department"


OldArgument = Annotated[
    str,
    typer.Argument(
        metavar=both("旧方案", "OLD"),
        help=both("原来的方案：.yaml，或者 import 读得懂的文件", "the former plan: .yaml, or what import reads"),
    ),
]
NewArgument = Annotated[str, typer.Argument(metavar=both("新方案", "NEW"), help=both("新的方案", "the new plan"))]
ThirdArgument = Annotated[
    str | None,
    typer.Argument(
        metavar=both("另一份", "OTHER"),
        help=both("另一份改稿；这时第一份是两份共同的底稿", "another plan that grew out of the first"),
    ),
]
ByOption = Annotated[
    By | None,
    typer.Option(
        "--by", metavar="action|department", help=both("按任务还是按单位列；默认按任务", "by action, or by department")
    ),
]
DepartmentOption = Annotated[
    str | None,
    typer.Option(
        "--department",
        metavar=both("单位", "NAME"),
        help=both("只看要告知这个单位的", "only what this department has to be told"),
    ),
]
SummaryOption = Annotated[bool, typer.Option("--summary", help=both("只要汇总", "only the counts"))]
OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar=both("文件", "FILE"), help=both("写到哪个文件", "the file to write")),
]
FormatOption = Annotated[
    Format, typer.Option("--format", metavar="text|json", help=both("输出成文字还是 JSON", "text or JSON"))
]
ExitCodeOption = Annotated[
    bool, typer.Option("--exit-code", help=both("有变化时退出码是 1", "exit with 1 when there are changes"))
]


def diff(
    old: OldArgument,
    new: NewArgument,
    other: ThirdArgument = None,
    by: ByOption = None,
    department: DepartmentOption = None,
    summary: SummaryOption = False,
    output: OutputOption = None,
    form: FormatOption = Format.TEXT,
    force: ForceOption = False,
    exit_code: ExitCodeOption = False,
) -> None:
    """Tells the changes from the old plan to the new one; of three plans who changed what."""
    from kepu_cli.collector import collector_paused
    from kepu_cli.commands.comparable import open_comparables
    from kepu_cli.commands.diff_results import Request, three_plans, two_plans

    names = [old, new] if other is None else [old, new, other]
    if names.count(STDIN) > 1:
        raise KepuError(say(_STDIN_TWICE))
    suffix = _suffix(output, three=other is not None) if output else ""
    _refuse_idle(suffix, form, three=other is not None, by=by, department=department, summary=summary)
    opened = open_comparables(names)
    request = Request(
        suffix, department, as_json=form is Format.JSON, by_department=by is By.DEPARTMENT, summary=summary
    )
    with collector_paused():
        result = two_plans(opened, request) if other is None else three_plans(opened, request)
    if output:
        _write(output, result.data, names, opened, force=force)
    else:
        console.show(result.text)
    if exit_code and result.has_changes:
        raise typer.Exit(1)


_STDIN_TWICE = Words("标准输入（-）只能写一次", "standard input (-) can be named only once")
_WRITTEN = Words("已生成 {file}", "wrote {file}")
_ONLY_JSON = Words(
    "三份一起比，可以写成 .json，不能写成“{suffix}”",
    "three plans compared can be written as .json, not as “{suffix}”",
)
_WHY_THREE = Words("三份一起比的时候只有一种看法", "three plans compared have one view")
_WHY_JSON = Words("JSON 里总是全部内容", "JSON always holds everything")
_WHY_FILE = Words("-o 写的文件里几种看法都有", "a file written with -o holds these views already")
_WHY_SUFFIX = Words("-o 按文件名的后缀决定格式", "with -o the suffix says the form")
_WHY_DEPARTMENT = Words("--department 只看一个单位的", "--department tells of one department")
_WHY_SUMMARY = Words("--summary 只要汇总", "--summary only counts")
_SUFFIXES = (".xlsx", ".docx", ".html", ".md", ".json")


def _suffix(output: Path, *, three: bool) -> str:
    suffix = known_suffix(output, _SUFFIXES)
    if three and suffix != ".json":
        raise KepuError(say(_ONLY_JSON, suffix=output.suffix))
    return suffix


def _refuse_idle(
    suffix: str, form: Format, *, three: bool, by: By | None, department: str | None, summary: bool
) -> None:
    is_json = form is Format.JSON or suffix == ".json"
    views = {"--by": by is not None, "--summary": summary, "--department": department is not None}
    for option in (option for option, is_given in views.items() if is_given):
        if three:
            why = _WHY_THREE
        elif is_json:
            why = _WHY_JSON
        elif suffix and option != "--department":
            why = _WHY_FILE
        elif department is not None and option != "--department":
            why = _WHY_DEPARTMENT
        elif summary and option == "--by":
            why = _WHY_SUMMARY
        else:
            continue
        refuse_idle(option, why)
    refuse_idle("--format", _WHY_SUFFIX, given=suffix not in ("", ".json") and form is Format.JSON)


def _write(output: Path, data: bytes, names: Sequence[str], opened: Sequence[Comparable], *, force: bool) -> None:
    """Never over one of the plans, or the rosters and outlines behind them."""
    from kepu_cli.output import write_output

    files = [*names, *(label for each in opened if each.places for label in each.places.files())]
    sources = tuple(Path(name) for name in files if name != STDIN)
    write_output(output, data, force=force, protect=sources)
    console.note(_WRITTEN, file=output)
