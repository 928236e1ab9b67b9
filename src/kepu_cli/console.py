"""The only door to the terminal: language, width and colour are decided here, and nothing else writes or reads it."""

from __future__ import annotations

import locale
import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kepu_cli.findings import Lang
from kepu_cli.printable import printable
from kepu_cli.reports.screen import Ink, Screen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TextIO

    from rich.progress import Progress as Bar

    from kepu_cli.findings import Words


def split_lang(argv: Sequence[str]) -> tuple[str | None, list[str]]:
    """What `--lang` says, wherever it stands, and the other arguments; None where it is not given."""
    value: str | None = None
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--lang":
            value = next(words, "")
        elif word.startswith("--lang="):
            value = word.removeprefix("--lang=")
        else:
            rest.append(word)
    return value, rest


def choose_lang(wanted: str | None, environ: Mapping[str, str]) -> Lang:
    """The language asked for, else KEPU_LANG, else the locale: en_* is English, anything else Chinese."""
    for name in (wanted, environ.get("KEPU_LANG")):
        if name in tuple(Lang):
            return Lang(name)
    return Lang.EN if _locale_name(environ).lower().startswith("en") else Lang.ZH


def current_lang() -> Lang:
    """The language of this run."""
    return _run.lang


def screen() -> Screen:
    """Where results go: a terminal with its width and colours, or a file or pipe without either."""
    return _screen_of(sys.stdout)


def is_typed() -> bool:
    """Whether standard input is somebody at the keyboard, who has to know that we wait."""
    return sys.stdin is not None and sys.stdin.isatty()


def notes_screen() -> Screen:
    """Where sentences about the run go, for a report among them."""
    return _screen_of(sys.stderr)


def show(text: str) -> None:
    """A result, as it is, to standard output."""
    _write(sys.stdout, text)


def show_bytes(data: bytes) -> None:
    """A result whose bytes matter: a stream for text would change line ends and what an old console lacks."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def note(words: Words, **facts: object) -> None:
    """A sentence about the run, to standard error."""
    safe = {name: printable(str(fact)) for name, fact in facts.items()}
    _write(sys.stderr, words.in_(current_lang()).format(**safe) + "\n")


def tell(report: str) -> None:
    """A report about the run, made for `notes_screen`, to standard error."""
    _write(sys.stderr, report)


def complain(text: str, hint: str = "") -> None:
    """Why a request cannot be done, in one sentence, to standard error."""
    where = _screen_of(sys.stderr)
    colon = "：" if where.lang is Lang.ZH else ": "
    _write(sys.stderr, f"{where.paint('kepu', Ink.ERROR)}{colon}{printable(text)}\n")
    if hint:
        _write(sys.stderr, f"{printable(hint)}\n")


class Progress:
    """A bar on the terminal for work that takes longer than a second; on a pipe, and for short work, nothing."""

    def __init__(self, words: Words, total: int) -> None:
        self._words = words
        self._total = total
        self._done = 0
        self._began = time.monotonic()
        self._bar: Bar | None = None

    def __enter__(self) -> Progress:
        return self

    def step(self) -> None:
        """One of the `total` is done."""
        self._done += 1
        if self._bar is None and sys.stderr.isatty() and time.monotonic() - self._began > _PATIENCE:
            self._bar = self._begin()
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=self._done)

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def _begin(self) -> Bar:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as RichProgress

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        bar = RichProgress(*columns, console=Console(file=sys.stderr), transient=True)
        bar.add_task(self._words.in_(current_lang()), total=self._total)
        bar.start()
        return bar


# Seconds that anybody waits without wondering.
_PATIENCE = 1.0


def prepare(lang: Lang) -> None:
    """Begins a run: its language, and streams that show `?` for what an old console lacks, never a traceback."""
    _run.lang = lang
    # A program without a window, or one started with its output closed, has no streams at all.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A pipe on Windows speaks the ANSI code page; editors and other programs expect UTF-8 there.
            encoding = None if stream.isatty() or os.name != "nt" else "utf-8"
            reconfigure(errors="replace", encoding=encoding or stream.encoding)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


class _Run:
    """What is decided once a run."""

    lang = Lang.ZH


_run = _Run()


def _screen_of(stream: TextIO) -> Screen:
    terminal = stream.isatty()
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    old = os.name == "nt" and "WT_SESSION" not in os.environ
    return Screen(current_lang(), _width() if terminal else None, colour=terminal and not plain, old_console=old)


def _width() -> int:
    """The terminal's columns; a nonsensical setting (COLUMNS=0) counts as 80."""
    columns = shutil.get_terminal_size((80, 24)).columns
    return columns if columns >= 20 else 80


def _locale_name(environ: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return environ[name]
    return locale.getlocale()[0] or ""


def _write(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()
