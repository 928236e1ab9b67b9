"""The part of `kepu import` that reads back what `kepu export` made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli import console
from kepu_cli.commands.import_report import found_in
from kepu_cli.commands.opening import STDIN
from kepu_cli.findings import Severity, Words
from kepu_cli.shell_words import typed

if TYPE_CHECKING:
    from pathlib import Path

    from kepu_cli.findings import Lang
    from kepu_cli.importers.own_tables.export_reader import Imported


def write_own(imported: Imported, output: Path | None, lang: Lang, *, force: bool, protect: tuple[Path, ...]) -> None:
    """Writes the plan with its roster in it, and tells what was read and what somebody had changed."""
    from kepu_cli.output import write_output
    from kepu_cli.writing.plan import plan_yaml

    text = plan_yaml(imported.plan, lang)
    if output is None:
        console.show(text)
    else:
        write_output(output, text.encode(), force=force, protect=protect)
        console.note(_WRITTEN, file=output)
    _tell(imported)
    if errors := found_in(text, output)[Severity.ERROR]:
        console.note(_HAS_ERRORS, errors=errors, s="" if errors == 1 else "s", file=typed(output or STDIN))


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
