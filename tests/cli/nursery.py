"""Runs kepu in children of a process that has loaded it already: real processes, at a tenth of the price.

`python -m tests.cli.nursery` is that process; it takes a task a line and answers with a line. `Nursery` is its client.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from typing import IO, TYPE_CHECKING, NamedTuple

from tests.cli.forking import ROOT, import_everything, run_main

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Task:
    """`copies` begin at once; each is sent `sent` after so many seconds; `out` is where standard output goes.

    `room` is how large a file may become.
    """

    args: Sequence[str]
    cwd: str
    copies: int = 1
    after: float | None = None
    sent: int = signal.SIGINT
    room: int | None = None
    out: str = ""


class Ended(NamedTuple):
    """`code` is negative where a signal ended it."""

    code: int
    out: str
    err: str
    seconds: float


class Nursery:
    """The client; `environ` is what its runs find in their environment."""

    def __init__(self, **environ: str) -> None:
        env = {name: value for name, value in os.environ.items() if not name.startswith(("KEPU_", "LC_", "LANG"))}
        env |= {"KEPU_LANG": "zh", "PYTHONIOENCODING": "utf-8", **environ}
        command = [sys.executable, "-m", "tests.cli.nursery"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, env=env, stdin=pipe, stdout=pipe)

    def run(self, task: Task) -> list[Ended]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(asdict(task)).encode() + b"\n")
        self._process.stdin.flush()
        return [Ended(*each) for each in json.loads(self._process.stdout.readline())]

    def close(self) -> None:
        self._process.communicate(timeout=60)


def main() -> None:
    """Answers until there are no more tasks."""
    import_everything()
    answers = os.fdopen(os.dup(1), "wb")
    for line in sys.stdin.buffer:
        answers.write(json.dumps(_answer(Task(**json.loads(line)))).encode() + b"\n")
        answers.flush()


def _answer(task: Task) -> list[Ended]:
    begun = [_begin(task) for _ in range(task.copies)]
    began = time.monotonic()
    if task.after is not None:
        time.sleep(task.after)
        for pid, _, _ in begun:
            os.kill(pid, task.sent)
    return [_ended(pid, out, err, began) for pid, out, err in begun]


def _begin(task: Task) -> tuple[int, int, int]:
    """The child's number, and where its output and its errors can be read."""
    (out, into_out), (err, into_err) = os.pipe(), os.pipe()
    if task.out == "nobody reads":
        os.close(out)
        out = os.open(os.devnull, os.O_RDONLY)
    pid = os.fork()
    if not pid:
        _live(task, into_out, into_err, (out, err))
    os.close(into_out)
    os.close(into_err)
    return pid, out, err


def _live(task: Task, out: int, err: int, theirs: tuple[int, int]) -> None:
    """The child: what a process does between its start and its end."""
    code = 130  # interrupted before or after the program's own care of it
    try:
        for descriptor in theirs:
            os.close(descriptor)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(task.out, os.O_WRONLY) if task.out.startswith("/") else out, 1)
        os.dup2(err, 2)
        os.close(out)
        os.close(err)
        code = _run(task)
    except KeyboardInterrupt:
        pass
    finally:
        os._exit(code)


def _run(task: Task) -> int:
    os.chdir(task.cwd)
    # Those of the nursery remember what they were opened on.
    sys.stdout = open(1, "w", encoding=sys.stdout.encoding, closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding=sys.stderr.encoding, closefd=False)  # noqa: SIM115
    # As the system hands them over: bytes, in whatever this process takes them for.
    sys.argv = ["kepu", *(os.fsdecode(argument.encode()) for argument in task.args)]
    if task.room is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (task.room, task.room))
    return run_main()


def _ended(pid: int, out: int, err: int, began: float) -> Ended:
    texts = [_read(os.fdopen(each, "rb")) for each in (out, err)]
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return Ended(code, texts[0], texts[1], time.monotonic() - began)


def _read(stream: IO[bytes]) -> str:
    with stream:
        return stream.read().decode("utf-8", "surrogateescape")


if __name__ == "__main__":
    main()
