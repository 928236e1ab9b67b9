"""The part of `kepu import` that writes what was read of somebody else's document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli import console
from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang, Words, say
from kepu_cli.shell_words import typed

if TYPE_CHECKING:
    from pathlib import Path

    from kepu_cli.importers.drafts.draft import DraftPlan, Reading


class Wanted(NamedTuple):
    """What the command line asks for. `again` is the command as it was typed, but for where to write."""

    output: Path | None
    number: int | None
    lang: Lang
    again: str
    force: bool
    protect: tuple[Path, ...]


def write_plans(reading: Reading, wanted: Wanted) -> None:
    """The chosen plan, or each in a file of its own; then what there is to say."""
    from kepu_cli.commands.import_report import plan_told
    from kepu_cli.importers.drafts.plan_text import plan_text
    from kepu_cli.importers.drafts.plans import ready_plan
    from kepu_cli.importers.drafts.selecting import plans_of
    from kepu_cli.reports import import_text

    try:
        plans = plans_of(reading)
    except KepuError:
        # Why nothing was read may be among them: a sheet that is hidden, text in pictures.
        console.tell(import_text.render_notes(reading.notes, console.notes_screen()))
        raise
    drafts = _chosen(reading.file, plans, wanted)
    targets = _targets(wanted.output, len(drafts))
    ready = [ready_plan(draft, reading.file) for draft in drafts]
    texts = [plan_text(each, reading.file, wanted.lang, reading.notes) for each in ready]
    _put(texts, targets, wanted)
    told = [plan_told(*each) for each in zip(ready, texts, targets, strict=True)]
    console.tell(import_text.render(told, reading.notes, _next_step(targets, wanted), console.notes_screen()))


_CHOOSE = Words(
    "请用 --plan 1 选一份，或者用 -o 方案.yaml 把每一份写成一个文件",
    "please choose one with --plan 1, or write each to a file of its own with -o plan.yaml",
)
_NO_SUCH_PLAN = Words(
    "{file} 里有 {count} 份方案，没有第 {number} 份", "{file} holds {count} plan(s); there is no number {number}"
)


def _chosen(file: str, plans: tuple[DraftPlan, ...], wanted: Wanted) -> tuple[DraftPlan, ...]:
    """The plan asked for, else all that can be written; raises KepuError where somebody has to choose first."""
    from kepu_cli.commands.import_report import listed
    from kepu_cli.reports.import_text import render_list

    if wanted.number is not None:
        if not 1 <= wanted.number <= len(plans):
            raise KepuError(say(_NO_SUCH_PLAN, file=file, count=len(plans), number=wanted.number))
        return plans[wanted.number - 1 : wanted.number]
    if wanted.output is None and len(plans) > 1:
        console.tell(render_list(file, listed(plans), console.notes_screen()))
        raise KepuError(say(_CHOOSE))
    return plans


def _targets(output: Path | None, count: int) -> list[Path | None]:
    """Where each plan goes: plan.yaml, or plan-1.yaml, plan-2.yaml."""
    if output is None or count == 1:
        return [output]
    return [output.with_stem(f"{output.stem}-{number}") for number in range(1, count + 1)]


def _put(texts: list[str], targets: list[Path | None], wanted: Wanted) -> None:
    """Each file whole; none where one of several exists already, unless forced."""
    from kepu_cli.commands.department_files import ReadyFile, ensure_free, write_files
    from kepu_cli.output import write_output

    files = [ReadyFile(path, text.encode()) for path, text in zip(targets, texts, strict=True) if path]
    if not files:
        console.show(texts[0])
    elif len(files) == 1:
        write_output(*files[0], force=wanted.force, protect=wanted.protect)
    else:
        for file in files:
            ensure_free(file.path, force=wanted.force)
        write_files(files, force=wanted.force, protect=wanted.protect)


def _next_step(targets: list[Path | None], wanted: Wanted) -> str:
    """The command to type next: the check of what was written, or this one again with a file to write."""
    names = [typed(str(path)) for path in targets if path]
    if names:
        return f"kepu validate {' '.join(names)}"
    return f"{wanted.again} -o {'方案' if console.current_lang() is Lang.ZH else 'plan'}.yaml"
