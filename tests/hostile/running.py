"""Runs a row in this process, as the command line would, and guards whatever comes out of it."""

from __future__ import annotations

import hashlib
import io
import os
import re
import resource
import signal
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kepu_cli.app import run
from kepu_cli.commands import opening
from tests.hostile.rows import bytes_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from tests.hostile.rows import Row

# What a run may tell besides the sentence that ends it.
_BESIDES = ("注意：", "说明：", "note: ", "用法见：", "see: ")
MEMORY = 300 * 1024**2
FINDING = re.compile(
    r"^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?:错误：|警告：|提示：|error: |warning: |info: )(?P<said>.*) "
    r"\[(?P<code>K\d{3})\]$"
)
# What a terminal acts on or nobody sees; a line feed ends a line.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
# What only a library or the interpreter says.
FOREIGN = re.compile(
    r"Traceback|Errno|\.py\b|site-packages|while (?:parsing|scanning)|could not|can't|codec|expected <?block|"
    r"pydantic|Input should|Field required|openpyxl|BadZip|zipfile|Error\b|Exception|None\b|object at 0x|xlsx\.",
)


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str
    seconds: float

    @property
    def told(self) -> tuple[str, ...]:
        """The findings, as the manifest writes them."""
        return tuple(
            f"{'' if match['file'] == 'plan.yaml' else match['file'] + ' '}{match['code']} "
            f"{match['line']}:{match['column']}"
            for match in map(FINDING.match, self.out.splitlines())
            if match
        )


def lay_out(row: Row, folder: Path) -> None:
    """Makes the row's files in a folder."""
    for name, content in row.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(bytes_of(content))
    if row.prepare:
        row.prepare(folder)


def ran(command: tuple[str, ...], lang: str, stdin: bytes = b"") -> Ran:
    """One command line in the current folder; a bug of ours comes through as the exception that it is."""
    opening._settings_of.cache_clear()
    streams = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8")
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8")
    began = time.process_time()
    try:
        with _environment(KEPU_LANG=lang, KEPU_DEBUG="1"), _little_memory(), _alarm(20):
            code = run(command)
        seconds = time.process_time() - began
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(code, out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8"), seconds)
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams


def snapshot(folder: Path) -> dict[str, str]:
    """What stands in a folder, links and permissions included."""
    return {path.relative_to(folder).as_posix(): _fingerprint(path) for path in sorted(folder.rglob("*"))}


def changes(before: dict[str, str], after: dict[str, str]) -> set[str]:
    """What appeared, went, or is not what it was."""
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


def ensure_clean(done: Ran, lang: str, row: Row) -> None:
    """No control character, no library's own words, no over-long line, and for every failure a place and a remedy."""
    for text in (done.out, done.err):
        assert not RAW.search(text), (row.name, text)
        foreign = FOREIGN.search(text)
        assert not foreign, (row.name, foreign, text)
        assert row.command[0] in ("show", "gaps") or max(map(len, text.splitlines()), default=0) < 1000, row.name
        for word in row.never:
            assert word not in text, (row.name, word, text)
    assert done.code in (0, 1, 2), done
    assert done.seconds < row.seconds, (row.name, done.seconds)
    if done.code == 1:
        _ensure_told(done, lang, row)
    if done.code == 2:
        _ensure_one_sentence(done, lang, row)


def ensure_places_exist(done: Ran, folder: Path) -> None:
    """Every place is one that an editor can go to, in a file that is text."""
    for match in filter(None, map(FINDING.match, done.out.splitlines())):
        path = folder / match["file"]
        if (match["line"], match["column"]) == ("1", "1") or not path.is_file():
            continue
        lines = re.split(r"\r\n|\r|\n", _text(path.read_bytes()))
        line = lines[int(match["line"]) - 1]
        assert int(match["column"]) <= len(line) + 1, (match[0], line)


def _text(data: bytes) -> str:
    for encoding in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _ensure_told(done: Ran, lang: str, row: Row) -> None:
    if row.command[0] in ("validate", "fmt", "export", "show") and "--check" not in row.command:
        assert done.told, (row.name, done)
    lines = done.out.splitlines()
    hint = "  提示：" if lang == "zh" else "  hint: "
    for at, line in enumerate(lines):
        if (match := FINDING.match(line)) and "错误：" in line + "错误：" * (lang == "en"):
            below = lines[at + 1 : at + 6]
            assert any(each.startswith(hint) for each in below), (row.name, line, below)
            assert lang == "en" or re.search("[\u4e00-\u9fff]", match["said"]), line


def _ensure_one_sentence(done: Ran, lang: str, row: Row) -> None:
    assert done.out == "", (row.name, done)
    start = "kepu：" if lang == "zh" else "kepu: "
    lines = [line for line in done.err.splitlines() if not line.startswith(_BESIDES)]
    assert len(lines) == 1, (row.name, done.err)
    assert lines[0].startswith(start), done.err
    assert len(lines[0]) < 260, done.err
    assert lang == "en" or re.search("[\u4e00-\u9fff]", lines[0].removeprefix(start)), done.err


def _fingerprint(path: Path) -> str:
    status = path.lstat()
    content = ""
    if path.is_symlink():
        content = os.readlink(path)  # noqa: PTH115
    elif path.is_file():
        mode = status.st_mode
        content = hashlib.sha256(path.read_bytes()).hexdigest() if mode & 0o400 or os.geteuid() == 0 else "closed"
    return f"{status.st_mode:o} {status.st_mtime_ns if path.is_file() else 0} {content}"


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _little_memory() -> Iterator[None]:
    """What asks for more than the limit gets a MemoryError."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        yield
        return
    used = int(statm.read_text().split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


class TooLongError(BaseException):
    """The alarm went off; nothing on the way may catch this."""


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
