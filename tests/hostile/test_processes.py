"""What only a process shows: signals, streams that are closed, terminals and locales, memory that is taken away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from tests.cli.process import EXAMPLES
from tests.hostile.manifest import ROWS
from tests.hostile.rows import PLAN, edit
from tests.hostile.running import FOREIGN, RAW, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="NOT PROVEN: signals and limits of POSIX")

SHIFANG = EXAMPLES / "shifang-2007" / "plan.yaml"
WRONG = edit("年度: 2026", "年度：2026")
# In GBK, not in GBK, in no encoding of one byte, and what terminals act on.
ODD = edit("青少年科学素质提升行动", "'科普★𠮷🧪é¥[/red]:smile:'").replace("县教育局\n    责", "县外星𠮷局\n    责")


def _kepu(
    folder: Path,
    *args: str,
    shell: str = "",
    prepare: Callable[[], None] | None = None,
    environ: Mapping[str, str] = MappingProxyType({}),
) -> subprocess.CompletedProcess[bytes]:
    """One run as bytes; `shell` is what a shell does with its streams."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON", "KEPU_"))}
    env |= {"KEPU_LANG": "zh", "PYTHONIOENCODING": "utf-8", **environ}
    command = [sys.executable, "-m", "kepu_cli", *args]
    if shell:
        command = ["sh", "-c", f'"$@" {shell}', "sh", *command]
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, check=False, timeout=60,
        stdin=subprocess.DEVNULL, preexec_fn=prepare,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / PLAN).write_text(ODD, "utf-8")
    (tmp_path / "wrong.yaml").write_text(WRONG, "utf-8")
    return tmp_path


LOCALES = {
    "C": {"LC_ALL": "C", "PYTHONIOENCODING": ""},
    "C without coercion": {"LC_ALL": "C", "PYTHONIOENCODING": "", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "POSIX": {"PYTHONIOENCODING": "", "LC_ALL": "POSIX", "PYTHONUTF8": "0"},
    "GBK": {"PYTHONIOENCODING": "gbk"},
    "GB2312": {"PYTHONIOENCODING": "gb2312"},
    "code page 437": {"PYTHONIOENCODING": "cp437"},
    "ASCII": {"PYTHONIOENCODING": "ascii"},
    "ASCII, strict": {"PYTHONIOENCODING": "ascii:strict"},
    "UTF-16": {"PYTHONIOENCODING": "utf-16"},
    "no such locale": {"PYTHONIOENCODING": "", "LC_ALL": "xx_YY.nowhere"},
}


@pytest.mark.parametrize("command", [("validate", PLAN, "--all"), ("show", PLAN)], ids=lambda command: command[0])
@pytest.mark.parametrize("environ", LOCALES.values(), ids=LOCALES)
def test_every_encoding_of_the_terminal(environ: dict[str, str], command: tuple[str, ...], folder: Path) -> None:
    done = _kepu(folder, *command, environ=environ)
    assert done.returncode == (1 if command[0] == "validate" else 0), done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout
    if "gbk" in environ.values() and command[0] == "show":
        assert "科普★??é?[/red]:smile:" in done.stdout.decode("gbk")


TERMINALS = {
    **{f"COLUMNS={columns}": {"COLUMNS": columns} for columns in ("0", "1", "-5", "19", "abc", "99999999", "")},
    "no TERM": {"TERM": ""},
    "dumb": {"TERM": "dumb"},
    "colour forced": {"FORCE_COLOR": "1", "TERM": "xterm-256color"},
    "no home": {"HOME": "/nowhere"},
}


@pytest.mark.parametrize("environ", TERMINALS.values(), ids=TERMINALS)
def test_off_a_terminal_the_place_is_never_broken(environ: dict[str, str], folder: Path) -> None:
    done = _kepu(folder, "validate", "wrong.yaml", environ=environ)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("wrong.yaml:2:3: 错误：这里用了全角冒号“：” [K002]\n")
    assert b"\x1b" not in done.stdout


STREAMS = {
    "output closed": (">&-", (1,)),
    "errors closed": ("2>&-", (1,)),
    "both closed": (">&- 2>&-", (1,)),
    "input closed": ("<&-", (1,)),
    "a full disk": (">/dev/full", (2,)),
    "errors to a full disk": ("2>/dev/full", (1,)),
    "head": ("| head -c 1", (0,)),
    "nobody reads": ("| true", (0,)),
}


@pytest.mark.parametrize(("shell", "codes"), STREAMS.values(), ids=STREAMS)
def test_streams_that_fail(shell: str, codes: tuple[int, ...], folder: Path) -> None:
    done = _kepu(folder, "validate", "wrong.yaml", shell=shell)
    assert done.returncode in codes, done
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.parametrize("args", [("show", "-"), ("validate", "-"), ("fmt", "-")], ids=lambda args: args[0])
def test_standard_input_closed_is_empty_input(args: tuple[str, ...], folder: Path) -> None:
    done = _kepu(folder, *args, shell="<&-")
    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stderr
    assert "空的" in done.stdout.decode() or "标准输入" in done.stderr.decode()


def _waiting(folder: Path) -> subprocess.Popen[bytes]:
    """A run that waits for its standard input."""
    command = [sys.executable, "-m", "kepu_cli", "validate", "-"]
    env = {**os.environ, "KEPU_LANG": "zh", "PYTHONIOENCODING": "utf-8"}
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=folder, env=env, stdin=pipe, stdout=pipe, stderr=pipe)
    assert process.stdin
    process.stdin.write(b"#" * 200_000)
    process.stdin.flush()
    return process


@pytest.mark.parametrize(("sent", "codes"), [(signal.SIGINT, (130,)), (signal.SIGTERM, (-15, 143))])
def test_interrupted_while_it_waits(sent: signal.Signals, codes: tuple[int, ...], folder: Path) -> None:
    # More than a pipe holds has been taken: it reads.
    process = _waiting(folder)
    process.send_signal(sent)
    out, err = process.communicate(timeout=60)
    assert process.returncode in codes
    assert (out, err) == (b"", b"")


@pytest.mark.parametrize(
    "name", ["dashes that kill the C parser", "a hundred thousand brackets", "billion laughs", "a merge-key bomb"]
)
def test_bombs_on_a_small_stack_and_in_little_memory(name: str, tmp_path: Path) -> None:
    """Windows gives a program two megabytes of stack; here it is one."""
    import resource

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_STACK, (1_000_000, 1_000_000))
        resource.setrlimit(resource.RLIMIT_AS, (300_000_000, 300_000_000))
        resource.setrlimit(resource.RLIMIT_CPU, (2, 2))

    row = next(row for row in ROWS if row.name == name)
    lay_out(row, tmp_path)
    done = _kepu(tmp_path, *row.command, prepare=small)
    assert done.returncode == 1, done
    assert "[K007]" in done.stdout.decode()


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    import shutil

    gone = tmp_path / "gone"
    command = f'mkdir -p "{gone}" && cd "{gone}" && rmdir "{gone}" && exec {shutil.which(sys.executable)} -m kepu_cli'
    for args in (f"validate {SHIFANG}", f"export {SHIFANG} -o out.xlsx", "validate .", "init ."):
        done = subprocess.run(["sh", "-c", f"{command} {args}"], capture_output=True, check=False, timeout=60,
                              env={**os.environ, "KEPU_LANG": "zh", "PYTHONIOENCODING": "utf-8"})  # fmt: skip
        assert done.returncode in (1, 2), (args, done)
        assert b"Traceback" not in done.stderr, args
        assert not RAW.search(done.stderr.decode())
        assert not FOREIGN.search(done.stderr.decode()), done.stderr.decode()


def test_no_folder_for_temporary_files(tmp_path: Path) -> None:
    done = _kepu(
        tmp_path, "export", str(SHIFANG), "-o", "out.xlsx", environ=dict.fromkeys(("TMPDIR", "TEMP", "TMP"), "/nowhere")
    )
    assert done.returncode == 0, done
    assert [path.name for path in tmp_path.iterdir()] == ["out.xlsx"]


def test_a_bug_of_ours_is_one_line(folder: Path) -> None:
    broken = "import sys, kepu_cli.checking as c; c.check = lambda *a, **k: 1 / 0; from kepu_cli.app import run; "
    env = {**os.environ, "KEPU_LANG": "zh", "PYTHONIOENCODING": "utf-8"}
    for debug, code in (("", 70), ("1", 1)):
        command = [sys.executable, "-c", broken + f"sys.exit(run(['validate', {PLAN!r}]))"]
        done = subprocess.run(command, cwd=folder, env={**env, "KEPU_DEBUG": debug}, capture_output=True, check=False)
        assert done.returncode == code
        assert (b"Traceback" in done.stderr) is bool(debug)
        assert done.stderr.count(b"\n") == 1 or debug


@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "pipe"])
def test_a_diff_is_safe_on_a_terminal_and_exact_elsewhere(terminal: bool, tmp_path: Path) -> None:
    odd = edit("责任单位: 县科协", "责任单位: 县 科协").replace("名称: 青", "名称: \u202e\u200b青")
    (tmp_path / PLAN).write_text(odd, "utf-8")
    if terminal:
        out = _on_a_terminal(tmp_path, "fmt", "--diff", PLAN)
    else:
        out = _kepu(tmp_path, "fmt", "--diff", PLAN).stdout.decode()
    assert "-    责任单位: 县 科协" in out
    assert ("名称: \\u202e\\u200b青" in out) is terminal
    assert ("\u202e" in out) is not terminal


def _on_a_terminal(folder: Path, *args: str) -> str:
    import pty

    ours, theirs = pty.openpty()
    env = {**os.environ, "KEPU_LANG": "zh", "PYTHONIOENCODING": "utf-8", "TERM": "xterm", "COLUMNS": "120"}
    command = [sys.executable, "-m", "kepu_cli", *args]
    subprocess.run(command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=theirs, check=True, timeout=60)
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as screen:
        return screen.read(65536).decode()
