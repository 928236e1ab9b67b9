"""The files of `kepu export --per-department`: made first, then written, none where one is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli import console
from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang, Words, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kepu_cli.exporters.options import Options
    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Plan


class ReadyFile(NamedTuple):
    path: Path
    data: bytes


def ready_files(plan: Plan, ledger: Ledger, options: Options, folder: Path, *, force: bool) -> tuple[ReadyFile, ...]:
    """A workbook for each department with tasks, not yet written; KepuError where a file exists, unless `force`."""
    from kepu_cli.exporters.workbook.department_book import department_book, department_files

    wanted = department_files(plan, ledger)
    if not wanted:
        raise KepuError(say(_NOBODY))
    for file in wanted:
        ensure_free(folder / file.name, force=force)
    files = []
    with console.Progress(_MAKING, len(wanted)) as progress:
        for file in wanted:
            files.append(ReadyFile(folder / file.name, department_book(plan, file.tasks, options)))
            progress.step()
    return tuple(files)


def write_files(files: Sequence[ReadyFile], *, force: bool, protect: tuple[Path, ...]) -> None:
    """Writes each whole; where one fails, says which and how many are there already."""
    from kepu_cli.output import write_output

    for written, file in enumerate(files):
        try:
            _make_folder(file.path.parent)
            write_output(file.path, file.data, force=force, protect=protect)
        except KepuError as problem:
            if not written:
                raise
            why = Words(problem.sentence(Lang.ZH), problem.sentence(Lang.EN))
            raise KepuError(say(_STOPPED, why=why, written=written, left=len(files) - written)) from problem


_MAKING = Words("正在生成", "making the files")
_NOBODY = Words(
    "方案里没有一个单位有任务，没有文件可生成", "no department of the plan has a task; there is no file to write"
)
_EXISTS = Words(
    "{file} 已经存在，要覆盖请加 --force；一个文件也没有写",
    "{file} already exists; add --force to overwrite; nothing was written",
)
_NOT_A_FOLDER = Words("{folder} 不是文件夹，也建不成：{reason}", "{folder} is no folder and cannot be made: {reason}")
_BAD_NAME = Words("名称里有不能用的字符", "the name has characters that cannot be used")
_STOPPED = Words(
    "{why}；已写好 {written} 个，还有 {left} 个没有写",
    "{why}; {written} were written, {left} were not",
)


def ensure_free(path: Path, *, force: bool) -> None:
    """Raises KepuError for a file that is there already, before any of several is written; unless forced."""
    try:
        exists = path.exists() or path.is_symlink()
    except OSError:  # a name that the system cannot even look up: writing it will say why
        return
    if exists and not force:
        raise KepuError(say(_EXISTS, file=str(path)))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        from kepu_cli.system_reasons import reason_of

        raise KepuError(say(_NOT_A_FOLDER, folder=str(folder), reason=reason_of(problem))) from problem
    except ValueError as problem:  # a NUL in the name
        raise KepuError(say(_NOT_A_FOLDER, folder=str(folder), reason=_BAD_NAME)) from problem
