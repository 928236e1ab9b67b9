"""Whatever befalls a command that writes: each file is the old one or the new one, whole, and nothing else is there.

One table of commands, one test a fault. The runs are real processes, begun by one that has kepu loaded.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.cli.nursery import Ended, Nursery, Task
from tests.cli.writers import INPUTS, WRITERS, Writer, files_in, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(os.name == "nt", reason="NOT PROVEN: signals, limits and forks of POSIX")

EVERY = pytest.mark.parametrize("name", WRITERS)
SETTINGS = {
    "C": {"LC_ALL": "C", "PYTHONIOENCODING": "", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "GBK": {"PYTHONIOENCODING": "gbk"},
    "no columns": {"COLUMNS": "0", "TERM": "dumb"},
    "colours": {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": "-1"},
    "no colours": {"NO_COLOR": "1", "TERM": "", "COLUMNS": "one"},
    "another hash": {"PYTHONHASHSEED": "7", "TZ": "America/Lima", "HOME": "/nowhere"},
}


class Known(NamedTuple):
    """What a command writes when nothing goes wrong, and what it says."""

    new: dict[str, bytes]
    ended: Ended


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


@pytest.fixture(scope="module")
def known(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Known]:
    return {name: _known(nursery, WRITERS[name], tmp_path_factory.mktemp("known")) for name in WRITERS}


def _known(nursery: Nursery, writer: Writer, folder: Path) -> Known:
    (ended,) = nursery.run(Task(writer.args, str(lay_out(folder))))
    assert ended.code == writer.code, ended
    new = {name: data for name, data in files_in(folder).items() if INPUTS.get(name) != data}
    assert new, "it writes nothing"
    return Known(new, ended)


def _before(name: str, known: Known) -> dict[str, bytes]:
    return INPUTS | {output: WRITERS[name].old(output, data) for output, data in known.new.items()}


def _prepared(name: str, known: Known, folder: Path) -> Path:
    """The folder as it was before the run."""
    return lay_out(folder, _before(name, known))


def _ensure_old_or_new(name: str, known: Known, folder: Path, *, killed: bool = False) -> bool:
    """True if all is new."""
    before, now = _before(name, known), files_in(folder)
    left = {each for each in now if Path(each).name.startswith(".~kepu-") and each.endswith(".tmp")}
    assert killed or not left
    assert set(now) - left == set(before)
    for each, data in before.items():
        assert now[each] in (data, known.new.get(each, data)), (name, each)
    return all(now[each] == data for each, data in known.new.items())


def _ensure_refused(name: str, known: Known, folder: Path, ended: Ended) -> None:
    """Nothing has changed, and one sentence says why."""
    assert ended.code == 2, ended
    lines = [line for line in ended.err.splitlines() if line.startswith("kepu")]
    assert len(lines) == 1, ended
    assert lines[0].startswith("kepu："), ended
    assert "空间不够" in lines[0] or "只读" in lines[0] or "临时文件夹" in lines[0], ended
    assert "Traceback" not in ended.err
    assert files_in(folder) == _before(name, known)


@EVERY
def test_over_what_was_there_it_writes_the_same(
    name: str, nursery: Nursery, known: dict[str, Known], tmp_path: Path
) -> None:
    """Else no fault would be worth trying."""
    (ended,) = nursery.run(Task(WRITERS[name].args, str(_prepared(name, known[name], tmp_path))))
    assert ended[:3] == known[name].ended[:3]
    assert _ensure_old_or_new(name, known[name], tmp_path)


@EVERY
def test_no_room_in_a_file(name: str, nursery: Nursery, known: dict[str, Known], tmp_path: Path) -> None:
    (ended,) = nursery.run(Task(WRITERS[name].args, str(_prepared(name, known[name], tmp_path)), room=60))
    _ensure_refused(name, known[name], tmp_path, ended)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few pages."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("NOT PROVEN: no small disk can be mounted here")
    yield disk
    subprocess.run(["umount", disk], check=True, capture_output=True)


def test_no_room_on_the_disk_and_then_no_writing_at_all(disk: Path, nursery: Nursery, known: dict[str, Known]) -> None:
    for fill in (True, False):
        for name, writer in WRITERS.items():
            folder = _prepared(name, known[name], disk / "in")
            if fill:
                _fill(disk / "filler")
            else:
                subprocess.run(["mount", "-o", "remount,ro", disk], check=True, capture_output=True)
            (ended,) = nursery.run(Task(writer.args, str(folder)))
            _ensure_refused(name, known[name], folder, ended)
            if not fill:
                subprocess.run(["mount", "-o", "remount,rw", disk], check=True, capture_output=True)
            shutil.rmtree(folder)
            (disk / "filler").unlink(missing_ok=True)


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            return


@EVERY
def test_two_at_once_leave_whole_files(name: str, nursery: Nursery, known: dict[str, Known], tmp_path: Path) -> None:
    folder = _prepared(name, known[name], tmp_path)
    ended = nursery.run(Task(WRITERS[name].args, str(folder), copies=3))
    assert {each.code for each in ended} <= {0, WRITERS[name].code}, ended
    assert _ensure_old_or_new(name, known[name], tmp_path)


@EVERY
def test_interrupted_it_says_nothing_and_leaves_nothing(
    name: str, nursery: Nursery, known: dict[str, Known], tmp_path: Path
) -> None:
    needed = known[name].ended.seconds
    for sixth in range(1, 7):
        folder = _prepared(name, known[name], tmp_path)
        (ended,) = nursery.run(Task(WRITERS[name].args, str(folder), after=needed * sixth / 6, sent=signal.SIGINT))
        assert ended.code in (130, WRITERS[name].code), ended
        assert "Traceback" not in ended.err
        _ensure_old_or_new(name, known[name], tmp_path)


@EVERY
def test_killed_at_some_moments(name: str, nursery: Nursery, known: dict[str, Known], tmp_path: Path) -> None:
    needed = known[name].ended.seconds
    for fourth in range(1, 5):
        folder = _prepared(name, known[name], tmp_path)
        nursery.run(Task(WRITERS[name].args, str(folder), after=needed * (0.3 + 0.2 * fourth), sent=signal.SIGKILL))
        _ensure_old_or_new(name, known[name], folder, killed=True)
        for left in folder.rglob(".~kepu-*.tmp"):
            left.unlink()


def test_killed_at_a_hundred_moments(nursery: Nursery, known: dict[str, Known], tmp_path: Path) -> None:
    name = "export xlsx"
    needed = known[name].ended.seconds
    chance = random.Random(100)
    # At once, and never; in between mostly late, which is when it writes.
    moments = [0.0, None, *(needed * chance.triangular(0, 1.3, 1) for _ in range(98))]
    seen = []
    for after in moments:
        folder = _prepared(name, known[name], tmp_path)
        nursery.run(Task(WRITERS[name].args, str(folder), after=after, sent=signal.SIGKILL))
        seen.append(_ensure_old_or_new(name, known[name], folder, killed=True))
        for left in folder.glob(".~kepu-*.tmp"):
            left.unlink()
    assert seen[:2] == [False, True]


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_files_are_the_same_whatever_the_terminal_can_show(
    setting: str, known: dict[str, Known], tmp_path: Path
) -> None:
    nursery = Nursery(**SETTINGS[setting])
    try:
        for name, writer in WRITERS.items():
            folder = _prepared(name, known[name], tmp_path / name)
            (ended,) = nursery.run(Task(writer.args, str(folder)))
            assert "Traceback" not in ended.err
            assert "\x1b" not in ended.out + ended.err
            # Names that kepu itself makes cannot be written where the system takes ASCII alone.
            possible = (setting, name) != ("C", "export per department")
            assert ended.code == (writer.code if possible else 2), (name, ended)
            assert _ensure_old_or_new(name, known[name], folder) is possible, name
    finally:
        nursery.close()


PRINTERS = {
    "validate": ("validate", "plan.yaml", "--all"),
    "validate json": ("validate", "plan.yaml", "--format", "json"),
    "gaps": ("gaps", "plan.yaml"),
    "show": ("show", "plan.yaml"),
    "show matrix": ("show", "plan.yaml", "--matrix"),
    "diff": ("diff", "plan.yaml", "later.yaml"),
    "import": ("import", "notice.txt"),
    "fmt diff": ("fmt", "--diff", "plan.yaml"),
    "rules": ("rules",),
    "explain": ("explain", "K201"),
    "schema": ("schema",),
    "help": ("--help",),
}


@pytest.mark.parametrize("name", PRINTERS)
def test_output_that_nobody_takes(name: str, nursery: Nursery, tmp_path: Path) -> None:
    folder = lay_out(tmp_path)
    (usual,) = nursery.run(Task(PRINTERS[name], str(folder)))
    assert usual.out
    (full,) = nursery.run(Task(PRINTERS[name], str(folder), out="/dev/full"))
    assert (full.code, full.err.splitlines()[-1]) == (2, "kepu：磁盘满了，输出没有写完"), full
    (unread,) = nursery.run(Task(PRINTERS[name], str(folder), out="nobody reads"))
    assert unread.code in (0, usual.code), unread
    for ended in (full, unread):
        assert "Traceback" not in ended.err
        assert "Exception ignored" not in ended.err
    assert files_in(folder) == INPUTS
