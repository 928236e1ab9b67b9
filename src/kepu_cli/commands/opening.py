"""Opening the plans that a command names: files, standard input, folders."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kepu_cli import console
from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang, Severity, Words, say
from kepu_cli.shell_words import typed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kepu_cli.checking import Report
    from kepu_cli.loading.load import Loaded
    from kepu_cli.loading.settings_file import SettingsFile
    from kepu_cli.model import Plan, Settings

STDIN = "-"


def open_any(name: str, *, in_folder: bool = False) -> Loaded:
    """A plan by file name, or from standard input for `-`.

    Raises KepuError where it cannot be read; one that was only found in a folder becomes a finding instead.
    """
    from kepu_cli.loading.load import load_bytes, load_file, unreadable
    from kepu_cli.yaml_source.files import UnreadableFileError, read_stdin

    if name == STDIN:
        return load_bytes(read_stdin(), stdin_label(), Path())
    try:
        return load_file(Path(name), name)
    except UnreadableFileError as error:
        if in_folder:
            return unreadable(name, error.reason)
        raise


def stdin_label() -> str:
    """What standard input is called where a plan has its file's name."""
    return "<标准输入>" if console.current_lang() is Lang.ZH else "<stdin>"


def open_plan(name: str) -> tuple[Loaded, Plan]:
    """A plan to work with: one too broken to load is told with its findings (exit 1), errors are noted."""
    from kepu_cli.reports import findings_text

    loaded = open_any(name)
    if loaded.is_companion:
        raise KepuError(say(_NO_PLAN, file=loaded.file))
    report = check_now(loaded, settings_for(name).settings, errors_only=loaded.plan is not None)
    if loaded.plan is None:
        console.show(findings_text.render(report, loaded.places.line_of, console.screen()))
        console.show(findings_text.summary([report], console.screen(), fixing=False))
        _tell_mendable(loaded, name)
        raise typer.Exit(1)
    if errors := report.count(Severity.ERROR):
        console.note(_HAS_ERRORS, file=loaded.file, typed=typed(name), errors=errors, s="" if errors == 1 else "s")
    return loaded, loaded.plan


def settings_for(name: str) -> SettingsFile:
    """The project's settings for a plan or a folder of them; for standard input those of where the user stands."""
    if name == STDIN:
        return _settings_of("")
    return _settings_of(name if _is_folder(name) else os.path.dirname(name))  # noqa: PTH120 - asked for every file


def check_now(
    loaded: Loaded,
    settings: Settings,
    *,
    strict: bool = False,
    only: frozenset[str] = frozenset(),
    errors_only: bool = False,
) -> Report:
    """The findings as of today: waivers past their day waive nothing."""
    from kepu_cli.checking import check

    return check(loaded, settings=settings, strict=strict, only=only, today=today(), errors_only=errors_only)


def today() -> date:
    """The day by the clerk's own calendar."""
    from datetime import date

    return date.today()


def ensure_readable(names: list[str]) -> None:
    """Raises KepuError for the first named file that cannot be read: before any other is written."""
    from kepu_cli.yaml_source.files import read_file

    for name in names:
        if name != STDIN and not _is_folder(name):
            read_file(Path(name), name)


def plan_files(names: list[str]) -> Iterator[tuple[str, bool]]:
    """The YAML files behind file and folder names, each once, and whether each was found in a folder.

    Raises KepuError where standard input is named twice: it can be read only once.
    """
    seen: set[str] = set()
    for name, in_folder in _all_files(names):
        if name == STDIN and name in seen:
            raise KepuError(say(_STDIN_TWICE))
        # A name that no file can have is told when it is opened.
        real = name if name == STDIN or "\0" in name else os.path.realpath(name)
        if real not in seen:
            seen.add(real)
            yield name, in_folder


def _tell_mendable(loaded: Loaded, name: str) -> None:
    """How to have the slips mended that keep a file from being read."""
    from kepu_cli.fixing.prospects import count_mendable

    settings, folder = settings_for(name).settings, Path(name).parent
    if name != STDIN and (count := count_mendable(loaded, folder, settings=settings, today=today())):
        console.note(_MENDABLE, count=count, file=typed(name))


def _all_files(names: list[str]) -> Iterator[tuple[str, bool]]:
    from kepu_cli.yaml_source.files import YAML_SUFFIXES

    for name in names:
        if name != STDIN and _is_folder(name):
            for path in sorted(Path(name).rglob("*")):
                if path.suffix.lower() in YAML_SUFFIXES and not _is_hidden(path.relative_to(name)):
                    yield str(path), True
        else:
            yield name, False


_STDIN_TWICE = Words("标准输入（-）只能写一次", "standard input (-) can be named only once")
_NO_PLAN = Words("{file} 是名册或纲要，不是方案", "{file} is a roster or an outline, not a plan")
_MENDABLE = Words(
    "用 kepu validate {file} --fix 自动改好 {count} 处", "kepu validate {file} --fix mends {count} by itself"
)
_HAS_ERRORS = Words(
    "注意：{file} 里有 {errors} 个错误，用 kepu validate {typed} 查看",
    "note: {file} has {errors} error{s}; see kepu validate {typed}",
)


def _is_folder(name: str) -> bool:
    # os.path.isdir answers for any name; Path.is_dir raises for one that is too long.
    return os.path.isdir(name)  # noqa: PTH112


@cache
def _settings_of(folder: str) -> SettingsFile:
    from kepu_cli.loading.settings_file import load_settings

    return load_settings(Path(folder))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts)
