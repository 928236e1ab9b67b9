"""`kepu fmt`: plans, rosters and outlines made uniform, without changing what they say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kepu_cli import console
from kepu_cli.commands.arguments import PlansArgument
from kepu_cli.commands.opening import STDIN, check_now, ensure_readable, plan_files, settings_for, today
from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang, Words, say
from kepu_cli.help_page import both
from kepu_cli.printable import printable_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.fixing.tidy import Tidied
    from kepu_cli.loading.load import Loaded

HELP = Words(
    "单位名称照名册写，栏目按固定的先后排，误用的全角符号改过来，编码存成 UTF-8。"
    "谁负责什么不变，注释和其余的字一个不动。",
    "Names as the roster spells them, keys in their usual order, full-width signs mended, UTF-8. "
    "Who does what stays as it is, and so does every comment.",
)


def fmt(
    plans: PlansArgument,
    check: Annotated[
        bool,
        typer.Option("--check", help=both("只列出要整理的文件，不写", "list what would change; write nothing")),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=both("只显示会怎么改，不写", "show the changes; write nothing"))
    ] = False,
) -> None:
    """Tidies every file; exit code 1 where one cannot be read as YAML, or under --check where one would change."""
    ensure_readable(plans)
    seen = failed = False
    for file in _files(plans):
        seen = True
        if file.broken:
            _tell_findings(file.name, file.broken)
            failed = True
        elif file.tidied:
            _deliver(file, check=check, diff=diff, alone=len(plans) == 1 and file.name == plans[0])
            failed |= check and file.tidied.data != file.data
    if not seen:
        raise KepuError(say(_NO_FILES, names=tuple(plans)))
    if failed:
        raise typer.Exit(1)


_NO_FILES = Words("{names} 里没有方案或名册", "there is no plan or roster in {names}")
_TIDIED = Words("已整理 {file}：改了 {count} 处", "tidied {file}: {count} change{s}")
_WOULD = Words("{file}：要改 {count} 处", "{file}: {count} change{s}")
_NOTHING = Words("{file} 不用整理", "{file} needs no tidying")
_BECAME_UTF_8 = Words("{file} 原来的编码是 {encoding}，已转成 UTF-8", "{file} was {encoding} and is now UTF-8")
_WOULD_BECOME_UTF_8 = Words("{file} 的编码是 {encoding}，会转成 UTF-8", "{file} is {encoding} and would become UTF-8")
_ENCODINGS = {"gb18030": "GBK（GB18030）", "utf-16": "UTF-16"}


@dataclass(frozen=True, slots=True)
class _File:
    """A file with what it would become; `broken` where it cannot be read."""

    name: str
    label: str
    data: bytes
    tidied: Tidied | None = None
    broken: Loaded | None = None


def _files(names: list[str]) -> Iterator[_File]:
    """The files behind the names; what a folder holds that is none of ours is passed over."""
    from kepu_cli.loading.load import unreadable
    from kepu_cli.yaml_source.files import UnreadableFileError

    for name, in_folder in plan_files(names):
        try:
            file = _opened(name)
        except UnreadableFileError as error:
            if not in_folder:
                raise
            file = _File(name, name, b"", broken=unreadable(name, error.reason))
        if file.broken or not in_folder or _is_ours(file):
            yield file


def _opened(name: str) -> _File:
    from kepu_cli.fixing.tidy import tidy
    from kepu_cli.yaml_source.files import read_file, read_stdin

    label = name
    if name == STDIN:
        label = "<标准输入>" if console.current_lang() is Lang.ZH else "<stdin>"
    path = Path(name)
    data = read_stdin() if name == STDIN else read_file(path, name)
    settings = settings_for(name).settings
    tidied = tidy(data, label, path.parent, settings=settings, today=today())
    return _File(name, label, data, tidied, None if tidied.is_readable else tidied.loaded)


def _is_ours(file: _File) -> bool:
    loaded = file.tidied.loaded if file.tidied else None
    return loaded is not None and (loaded.is_companion or loaded.plan is not None)


def _tell_findings(name: str, broken: Loaded) -> None:
    from kepu_cli.reports import findings_text

    report = check_now(broken, settings_for(name).settings)
    console.show(findings_text.render(report, broken.places.line_of, console.screen()))


def _deliver(file: _File, *, check: bool, diff: bool, alone: bool) -> None:
    """Writes what has changed, or says what would; standard input's goes on to standard output either way.

    That a file needs nothing is worth a word only where it is the only one.
    """
    from kepu_cli.fixing.tidy import unified
    from kepu_cli.output import write_output

    assert file.tidied is not None
    changes = file.tidied.data != file.data
    facts = {"file": file.label, "count": file.tidied.changes, "s": "" if file.tidied.changes == 1 else "s"}
    writes = not (check or diff)
    if diff:
        _show_diff(unified(file.data, file.tidied.data, file.label))
    elif check and changes:
        console.show(_WOULD.in_(console.current_lang()).format(**facts) + "\n")
    elif file.name == STDIN and writes:
        console.show_bytes(file.tidied.data)
    elif changes:
        write_output(Path(file.name), file.tidied.data, force=True)
    if file.tidied.was_encoded:
        words = _BECAME_UTF_8 if writes else _WOULD_BECOME_UTF_8
        console.note(words, file=file.label, encoding=_ENCODINGS[file.tidied.was_encoded])
    if (changes and writes) or (alone and not changes):
        console.note(_TIDIED if changes else _NOTHING, **facts)


def _show_diff(text: str) -> None:
    """As it is for other programs; on a terminal with what would act on it, or nobody would see, spelled out."""
    console.show(text if console.screen().width is None else printable_lines(text))
