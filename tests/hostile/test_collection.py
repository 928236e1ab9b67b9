"""Every row of the collection: the exit code, the places, the words, and that nothing else on disk has changed.

A row is run in this process, in both languages, and its files are then given to the other commands, which may refuse
them but neither break nor leave anything behind. `test_processes.py` runs some as processes.
"""

from __future__ import annotations

import fnmatch
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.hostile.manifest import ROWS
from tests.hostile.rows import GOOD, PLAN, Row
from tests.hostile.running import Ran, changes, ensure_clean, ensure_places_exist, lay_out, ran, snapshot

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="NOT PROVEN: pipes, links and limits of POSIX")

# Commands that every plan of the collection is given to besides its own.
OTHERS = (("gaps", PLAN), ("show", PLAN), ("fmt", "--check", PLAN), ("export", PLAN, "-o", "no/such/folder.md"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_row(row: Row, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(row, tmp_path)
    monkeypatch.chdir(tmp_path)
    before = snapshot(tmp_path)
    done = ran(row.command, "zh", row.stdin)
    assert done.code == row.code, done
    assert done.told == row.told or not row.told, done
    for text in row.says:
        assert text in done.out + done.err, done
    ensure_clean(done, "zh", row)
    ensure_places_exist(done, tmp_path)
    _ensure_only_these_changed(changes(before, snapshot(tmp_path)), row.writes)
    if row.check:
        row.check(tmp_path)
    # What is made on the fly is large; once is enough.
    if not row.writes and not any(callable(content) for content in row.files.values()):
        _ensure_the_same_in_english(done, row)
        _ensure_others_stand_it(row, tmp_path, before)


def _ensure_only_these_changed(changed: set[str], expected: tuple[str, ...]) -> None:
    folders = {name.rpartition("/")[0] for name in expected}
    strange = {name for name in changed - folders if not any(fnmatch.fnmatch(name, each) for each in expected)}
    assert not strange
    assert bool(changed) is bool(expected)


def _ensure_the_same_in_english(done: Ran, row: Row) -> None:
    english = ran(row.command, "en", row.stdin)
    ensure_clean(english, "en", row)
    assert english.code == done.code
    assert [told.replace("<stdin>", "<标准输入>") for told in english.told] == list(done.told)


def _ensure_others_stand_it(row: Row, folder: Path, before: dict[str, str]) -> None:
    if PLAN not in row.files or row.command[0] != "validate":
        return
    unread = row.told and all(told.startswith(("K001", "K002", "K007")) for told in row.told)
    # All commands refuse in the same way what cannot be read: one of them, in turn, will do.
    for command in OTHERS[len(row.name) % len(OTHERS) :][:1] if unread else OTHERS:
        done = ran(command, "zh")
        ensure_clean(done, "zh", Row(row.name, row.files, command, seconds=row.seconds))
    assert changes(before, snapshot(folder)) == set()


def test_names_are_given_once() -> None:
    assert [name for name, count in Counter(row.name for row in ROWS).items() if count > 1] == []


def test_the_good_plan_is_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else every row would fail for a reason of its own."""
    (tmp_path / PLAN).write_text(GOOD, "utf-8")
    monkeypatch.chdir(tmp_path)
    done = ran(("validate", PLAN, "--all", "--strict"), "zh")
    assert (done.code, done.told) == (0, ())


@pytest.mark.parametrize(
    "text",
    [
        "Traceback (most recent call last):\n",
        "plan.yaml:1:1: 错误：\x1b[2J [K001]\n  提示：甲\n",
        "plan.yaml:1:1: 错误：while parsing a block mapping [K002]\n  提示：甲\n",
        "plan.yaml:1:1: 错误：这里有错 [K002]\n",
        "plan.yaml:1:1: 错误：expected block end [K002]\n  提示：甲\n",
        "出错了\n",
        "",
    ],
)
def test_the_guard_sees(text: str) -> None:
    with pytest.raises(AssertionError):
        ensure_clean(Ran(1, text, "", 0.1), "zh", Row("guard"))


@pytest.mark.parametrize(
    "done", [Ran(70, "", "", 0.1), Ran(2, "", "", 0.1), Ran(2, "甲", "kepu：乙\n", 0.1), Ran(0, "", "", 9)]
)
def test_the_guard_sees_codes_and_time(done: Ran) -> None:
    with pytest.raises(AssertionError):
        ensure_clean(done, "zh", Row("guard"))


def test_the_guard_sees_what_was_written(tmp_path: Path) -> None:
    (tmp_path / PLAN).write_text("甲", "utf-8")
    before = snapshot(tmp_path)
    assert changes(before, snapshot(tmp_path)) == set()
    (tmp_path / "a.tmp").touch()
    (tmp_path / PLAN).chmod(0o600)
    assert changes(before, snapshot(tmp_path)) == {"a.tmp", PLAN}
