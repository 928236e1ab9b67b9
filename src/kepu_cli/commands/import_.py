"""`kepu import`: a plan from a workbook that `kepu export` made and somebody may have worked on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kepu_cli import console
from kepu_cli.commands.arguments import ForceOption
from kepu_cli.commands.opening import STDIN, check_now, settings_for
from kepu_cli.findings import Lang, Severity, Words
from kepu_cli.help_page import both

if TYPE_CHECKING:
    from kepu_cli.importers.own_tables.export_reader import Imported

HELP = both(
    "把导出的工作簿读回来，变成方案\n别人在任务分工表里改过、加过、删过的，都按现在的样子读，并逐条说明改在哪一格。"
    "没有印在表里的（完成数、实施阶段、领导小组、豁免等）不在工作簿里，读不回来。",
    "read an exported workbook back as a plan\nWhat was changed, added or removed on the division of labour is taken "
    "as it stands now, and told cell by cell. What is not printed (results, phases, the leading group, waivers) is not "
    "in the workbook.",
)


def import_(
    source: Annotated[
        str,
        typer.Argument(
            metavar=both("工作簿", "SOURCE"),
            help=both("kepu export 生成的 .xlsx；- 表示标准输入", "an .xlsx made by kepu export; - for standard input"),
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar=both("文件", "FILE"),
            help=both("写到哪个方案文件；不写就显示出来", "the plan file to write; standard output without it"),
        ),
    ] = None,
    keys: Annotated[
        Lang | None,
        typer.Option("--keys", metavar="zh|en", help=both("用中文键还是英文键", "Chinese or English keys")),
    ] = None,
    force: ForceOption = False,
) -> None:
    """Writes the plan with its roster in it, and tells what was read."""
    from kepu_cli.output import write_output
    from kepu_cli.writing.plan import plan_yaml

    imported = _read(source)
    text = plan_yaml(imported.plan, keys or console.current_lang())
    if output is None:
        console.show(text)
    else:
        write_output(output, text.encode(), force=force, protect=() if source == STDIN else (Path(source),))
        console.note(_WRITTEN, file=output)
    _tell(imported)
    _tell_errors(text, output)


_WRITTEN = Words("已生成 {file}", "wrote {file}")
_READ = Words("读出 {actions} 项任务、{duties} 条职责、{departments} 个单位", "read {counts}")
_READ_PROJECTS = Words(
    "读出 {actions} 项任务、{duties} 条职责、{projects} 个项目、{departments} 个单位", "read {counts}"
)
_NOTES = Words("表里改过或要核对的 {count} 处：", "changed on the sheet, or to be checked ({count}):")
_NOTE = Words("  {note}", "  {note}")
_MORE = Words("  另有 {count} 处没有列出", "  and {count} more")
_MOST_NOTES = 60
_HAS_ERRORS = Words(
    "注意：方案里有 {errors} 个错误，用 kepu validate {file} 查看",
    "note: the plan has {errors} error{s}; see kepu validate {file}",
)


def _read(source: str) -> Imported:
    from kepu_cli.importers.own_tables.export_reader import read_export
    from kepu_cli.importers.package import MAX_PACKED
    from kepu_cli.yaml_source.files import read_file, read_stdin

    if source == STDIN:
        label = "<标准输入>" if console.current_lang() is Lang.ZH else "<stdin>"
        return read_export(read_stdin(MAX_PACKED), label)
    return read_export(read_file(Path(source), source, MAX_PACKED), source)


def _tell(imported: Imported) -> None:
    """How much was read, and what to look at."""
    actions = imported.plan.actions
    counts = {
        "actions": len(actions),
        "duties": sum(len(action.duties) for action in actions),
        "projects": sum(len(action.projects) for action in actions),
        "departments": len(imported.plan.departments),
    }
    english = ", ".join(
        f"{count} {word if count == 1 else _PLURALS[word]}"
        for word, count in zip(_PLURALS, counts.values(), strict=True)
        if count or word != "project"
    )
    console.note(_READ_PROJECTS if counts["projects"] else _READ, **counts, counts=english)
    if imported.notes:
        console.note(_NOTES, count=len(imported.notes))
    for note in imported.notes[:_MOST_NOTES]:
        console.note(_NOTE, note=note.in_(console.current_lang()))
    if (others := len(imported.notes) - _MOST_NOTES) > 0:
        console.note(_MORE, count=others)


_PLURALS = {"action": "actions", "duty": "duties", "project": "projects", "department": "departments"}


def _tell_errors(text: str, output: Path | None) -> None:
    """How many errors `kepu validate` finds in what was written."""
    from kepu_cli.loading.load import load_bytes

    name = STDIN if output is None else str(output)
    loaded = load_bytes(text.encode(), name, Path() if output is None else output.parent)
    errors = check_now(loaded, settings_for(name).settings).count(Severity.ERROR)
    if errors:
        console.note(_HAS_ERRORS, errors=errors, s="" if errors == 1 else "s", file=name)
