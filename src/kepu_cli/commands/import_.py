"""`kepu import`: a plan from a document that somebody wrote, or from a workbook that `kepu export` made."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from kepu_cli import console
from kepu_cli.collector import collector_paused
from kepu_cli.commands.arguments import ForceOption
from kepu_cli.commands.idle_options import refuse_idle
from kepu_cli.commands.opening import STDIN
from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang, Words, say
from kepu_cli.help_page import both
from kepu_cli.shell_words import typed

HELP = Words(
    "每一句话都在：读成任务、职责和单位的写进方案，拿不准的标上“待核”，读不成的照原文留在文件末尾。"
    "kepu 导出的 Excel 和 Word 照现在的样子读回来，改在哪一格逐条说明；"
    "没有印在表里的（完成数、实施阶段、领导小组、规则设置、豁免）读不回来。"
    "一个文件里有几份方案的，用 -o 各写一个文件，或者用 --plan 选一份。",
    "Every sentence is kept: what is read as tasks, duties and departments goes into the plan, what is unsure is "
    "marked “to check”, what is left over stands at the end of the file. A workbook or document that kepu exported "
    "is read back as it stands now, with its changes told cell by cell; what is not printed (results, phases, the "
    "leading group, settings of rules, waivers) does not come back. Of several plans in one document -o writes one "
    "file each, --plan takes one.",
)


SourceArgument = Annotated[
    str,
    typer.Argument(
        metavar=both("文件", "SOURCE"),
        help=both(
            ".docx、.xlsx、.csv、.txt、.md 文件；- 表示标准输入，可以直接粘贴",
            "a .docx, .xlsx, .csv, .txt or .md; - for standard input, pasted text too",
        ),
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar=both("文件", "FILE"),
        help=both("写到哪个方案文件；不写就显示出来", "the plan file to write; standard output without it"),
    ),
]
KeysOption = Annotated[
    Lang | None,
    typer.Option("--keys", metavar="zh|en", help=both("用中文键还是英文键", "Chinese or English keys")),
]
ActionsAtOption = Annotated[
    str | None,
    typer.Option(
        "--actions-at",
        metavar=both("编号", "NUMBER"),
        help=both(
            "任务是哪一级编号，写个样子：一、 （一） 1. (1)；不写就从全文判断",
            "what the numbers of the actions look like: 一、 （一） 1. (1); inferred without it",
        ),
    ),
]
FirstLeadsOption = Annotated[
    bool,
    typer.Option(
        "--first-leads",
        help=both(
            "没有写谁牵头的，列在第一位的单位算牵头",
            "where nobody is said to lead, the department named first does",
        ),
    ),
]
PlanOption = Annotated[
    int | None,
    typer.Option("--plan", metavar="N", help=both("文件里有几份方案时，只要第几份", "of several plans, only this one")),
]


@collector_paused()
def import_(
    source: SourceArgument,
    output: OutputOption = None,
    keys: KeysOption = None,
    actions_at: ActionsAtOption = None,
    first_leads: FirstLeadsOption = False,
    plan: PlanOption = None,
    force: ForceOption = False,
) -> None:
    """Writes each plan with its roster in it, and tells what was read."""
    from kepu_cli.commands.import_documents import Wanted, write_plans
    from kepu_cli.commands.import_own import write_own
    from kepu_cli.importers.drafts.draft import Reading
    from kepu_cli.importers.read import read_source

    _ensure_plan_file(output)
    _ensure_level(actions_at)
    data, label = _data(source)
    read = read_source(data, label, actions_at=actions_at, first_leads=first_leads)
    protect = () if source == STDIN else (Path(source),)
    lang = keys or console.current_lang()
    if isinstance(read, Reading):
        options = {"--keys": keys, "--actions-at": actions_at, "--plan": plan}
        given = [f"{name} {typed(str(value))}" for name, value in options.items() if value is not None]
        again = " ".join(["kepu import", typed(source), *given, *(["--first-leads"] if first_leads else [])])
        write_plans(read, Wanted(output, plan, lang, again, force, protect))
    else:
        _refuse_idle(label, actions_at=actions_at is not None, first_leads=first_leads, plan=plan not in (None, 1))
        write_own(read, output, lang, force=force, protect=protect)


_NO_PLAN_FILE = Words(
    "方案是 .yaml 文件，不能写成 {suffix}；请用 -o {better}",
    "a plan is a .yaml file, not {suffix}; please use -o {better}",
)
_NO_LEVEL = Words(
    "看不懂 --actions-at “{level}”；请照文件里的样子写一个编号，如 一、 （一） 1. (1)，或者写第几级，如 2",
    "--actions-at “{level}” is no number; please write one as the document does, such as 一、 （一） 1. (1), "
    "or how deep the level is, such as 2",
)
_NAMELESS = Words("没有写要读哪个文件", "the name of the file to read is blank")
_PASTE = Words(
    "请粘贴文字；粘完以后另起一行，按 {keys}", "please paste the text; then, on a line of its own, type {keys}"
)
_EXPORTED = Words("{file} 是 kepu 导出的，照原来的方案读", "{file} was exported by kepu and is read as the plan it was")


def _ensure_plan_file(output: Path | None) -> None:
    """A new file that another program would open is no place for a plan; one that is there already is told later."""
    from kepu_cli.output import FOLDER
    from kepu_cli.yaml_source.files import YAML_SUFFIXES

    if output is None:
        return
    if os.path.isdir(output):  # noqa: PTH112 - answers for any name
        raise KepuError(say(FOLDER, file=str(output)))
    if output.suffix.lower() not in YAML_SUFFIXES and not os.path.lexists(output):
        better = str(output.with_suffix(".yaml")) if output.name else "plan.yaml"
        raise KepuError(say(_NO_PLAN_FILE, suffix=output.suffix or str(output), better=better))


def _ensure_level(actions_at: str | None) -> None:
    from kepu_cli.importers.structure.numbering import read_marker

    if actions_at is not None and not actions_at.strip().isdigit() and read_marker(actions_at) is None:
        raise KepuError(say(_NO_LEVEL, level=actions_at))


def _data(source: str) -> tuple[bytes, str]:
    """The document and what it is called."""
    from kepu_cli.importers.package import MAX_PACKED
    from kepu_cli.yaml_source.files import read_file, read_stdin

    if not source.strip():
        raise KepuError(say(_NAMELESS))
    if source == STDIN:
        if console.is_typed():
            console.note(_PASTE, keys="Ctrl+Z Enter" if os.name == "nt" else "Ctrl+D")
        return read_stdin(MAX_PACKED), "<标准输入>" if console.current_lang() is Lang.ZH else "<stdin>"
    return read_file(Path(source), source, MAX_PACKED), source


def _refuse_idle(file: str, **given: bool) -> None:
    why = Words(_EXPORTED.zh.format(file=file), _EXPORTED.en.format(file=file))
    for name, is_given in given.items():
        refuse_idle(f"--{name.replace('_', '-')}", why, given=is_given)
