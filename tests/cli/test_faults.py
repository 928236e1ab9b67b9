"""What forbids that a file is written: the old file is whole, the message one sentence, the exit code 2.

What befalls a run on its way, for every command: test_writing_faults.py.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kepu_cli import command_line
from kepu_cli.app import run
from tests.cli.process import EXAMPLES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PLAN = EXAMPLES / "shifang-2007" / "plan.yaml"
OLD = b"what was there before"
FORMS = ("out.xlsx", "out.csv", "out.docx", "out.html")
POSIX = pytest.mark.skipif(os.name == "nt", reason="limits and users of POSIX")


def _export(
    target: Path, *more: str, prepare: Callable[[], None] | None = None, environ: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """The process, begun; `prepare` runs in it before Python does."""
    command = [sys.executable, "-m", "kepu_cli", "export", str(PLAN), "-o", str(target), *more]
    env = {**os.environ, "KEPU_LANG": "zh", "PYTHONIOENCODING": "utf-8", **(environ or {})}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env=env, stdout=pipe, stderr=pipe, preexec_fn=prepare)  # noqa: PLW1509


def _ended(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    out, err = process.communicate(timeout=60)
    assert out == b""
    return process.returncode, err.decode()


def _one_sentence(err: str) -> str:
    """What is complained of; a note about the plan's own errors may stand before it."""
    lines = [line for line in err.splitlines() if not line.startswith("注意：")]
    assert len(lines) == 1, err
    assert lines[0].startswith("kepu：")
    return lines[0]


@POSIX
def test_interrupted_it_says_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    process = _export(target)
    time.sleep(0.15)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode in (0, 130, -signal.SIGINT)
    assert b"Traceback" not in err or process.returncode == -signal.SIGINT
    assert all(path.name == "out.xlsx" for path in tmp_path.iterdir())


@POSIX
@pytest.mark.skipif(os.name != "nt" and os.geteuid() != 0, reason="NOT PROVEN: only root can become somebody else")
def test_a_folder_where_nobody_may_write(tmp_path: Path) -> None:
    folder = Path("/tmp") / f"kepu-read-only-{os.getpid()}"
    folder.mkdir()
    try:
        (folder / "out.xlsx").write_bytes(OLD)
        (folder / "out.xlsx").chmod(0o666)
        folder.chmod(0o555)
        readable = _readable_by_anybody()
        if not readable:
            pytest.skip("NOT PROVEN: this checkout cannot be read by another user")
        code, err = _ended(_export(folder / "out.xlsx", "--force", prepare=lambda: os.setuid(65534)))
        assert code == 2
        assert "没有权限" in _one_sentence(err)
        assert (folder / "out.xlsx").read_bytes() == OLD
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def _readable_by_anybody() -> bool:
    """Another user can run this Python and read the plan."""
    command = [sys.executable, "-c", f"import kepu_cli; open({str(PLAN)!r}).read()"]
    try:
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, user=65534)
    except PermissionError:
        return False
    return done.returncode == 0


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["new", "force"])
@pytest.mark.parametrize("name", FORMS)
def test_a_folder_in_place_of_the_file(name: str, force: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    code, err = _ended(_export(tmp_path / name, *force))
    assert code == 2
    assert "是一个文件夹" in _one_sentence(err)
    assert list((tmp_path / name).iterdir()) == []


@pytest.mark.parametrize("name", FORMS)
def test_the_same_plan_gives_the_same_bytes_wherever_it_is_exported(name: str, tmp_path: Path) -> None:
    made = []
    for at, environ in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"},
            {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LANG": "C", "KEPU_LANG": "en"},
        )
    ):
        target = tmp_path / str(at) / name
        target.parent.mkdir()
        assert _ended(_export(target, environ=environ))[0] == 0
        made.append(target.read_bytes())
        time.sleep(1.1 if at == 0 else 0)
    assert made[0] == made[1]


def test_what_breaks_while_it_clears_up_after_ctrl_c_is_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An archive that is open when Ctrl-C comes complains that it cannot be closed."""

    def interrupted(_: object) -> int:
        try:
            raise KeyboardInterrupt
        finally:
            raise ValueError("there is an open handle")

    monkeypatch.setattr(command_line, "call", interrupted)
    assert run(["rules"]) == 130
    assert capsys.readouterr().err == ""
