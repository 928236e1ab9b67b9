"""A process that has kepu imported already and forks one of its own for every command line that it is asked to run.

What it runs is what `python -m kepu_cli` runs, in a process with its own streams, folder and environment; only the
start of the interpreter and the imports are shared. `test_each_command.py` shows that both give the same.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import json
import os
import pkgutil
import socket
import subprocess
import sys
import traceback
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).parents[2]
# What fits into a pipe at once, on every system: nobody has to feed it.
MOST_INPUT = 16_000
_LONGEST_RUN = 60  # seconds


def can_fork() -> bool:
    return hasattr(os, "fork") and hasattr(socket, "send_fds")


@dataclass(frozen=True, slots=True)
class Forker:
    """The process, and the socket over which it is asked."""

    process: subprocess.Popen[bytes]
    line: socket.socket

    def run(self, args: Sequence[str], cwd: str, env: Mapping[str, str], stdin: bytes) -> tuple[int, bytes, bytes]:
        """The exit code, and what was written to output and errors."""
        request = json.dumps({"args": args, "cwd": cwd, "env": dict(env)}).encode("utf-8", "surrogateescape")
        with TemporaryFile() as out, TemporaryFile() as err:
            with _full_pipe(stdin) as read:
                socket.send_fds(self.line, [len(request).to_bytes(4, "big")], [read, out.fileno(), err.fileno()])
                self.line.sendall(request)
                answer = self.line.recv(4, socket.MSG_WAITALL)
            if len(answer) < 4:
                raise RuntimeError(f"the process that forks has ended: {args}")
            out.seek(0)
            err.seek(0)
            return int.from_bytes(answer, "big", signed=True), out.read(), err.read()

    def stop(self) -> None:
        self.line.close()
        self.process.wait()


@cache
def forker() -> Forker:
    """The one of this process; it ends with it."""
    ours, its = socket.socketpair()
    ours.settimeout(_LONGEST_RUN)
    env = {name: value for name, value in os.environ.items() if name != "KEPU_DEBUG"}
    env |= {"PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "tests.cli.forking", str(its.fileno())]
    null = subprocess.DEVNULL
    process = subprocess.Popen(
        command, cwd=ROOT, env=env, stdin=null, stdout=null, stderr=null, pass_fds=[its.fileno()]
    )
    its.close()
    made = Forker(process, ours)
    atexit.register(made.stop)
    return made


@contextlib.contextmanager
def _full_pipe(content: bytes) -> Iterator[int]:
    """A pipe to be read, that holds the content and has nobody left to write more."""
    read, write = os.pipe()
    os.write(write, content)
    os.close(write)
    try:
        yield read
    finally:
        os.close(read)


def serve(line: socket.socket) -> None:
    """Answers requests until nobody is there to ask; raises no error then."""
    import_everything()
    # What the forks share they do not have to look at.
    gc.freeze()
    while True:
        head, streams, _, _ = socket.recv_fds(line, 4, 3)
        if not head:
            return
        request = json.loads(
            line.recv(int.from_bytes(head, "big"), socket.MSG_WAITALL).decode("utf-8", "surrogateescape")
        )
        child = os.fork()
        if child == 0:
            line.close()
            _take_over(streams, request)
            os._exit(run_main())
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(child, 0)
        line.sendall(os.waitstatus_to_exitcode(status).to_bytes(4, "big", signed=True))


def import_everything() -> None:
    """What the children then share."""
    import kepu_cli

    for module in pkgutil.walk_packages(kepu_cli.__path__, "kepu_cli."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _take_over(streams: Sequence[int], request: Mapping[str, object]) -> None:
    """The streams, folder, environment and arguments of the run."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    env, args = request["env"], request["args"]
    assert isinstance(env, dict)
    assert isinstance(args, list)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(str(request["cwd"]))
    sys.argv = ["kepu", *args]


def run_main() -> int:
    """Runs the arguments of `sys.argv` and ends as the interpreter does: an exit code, or a traceback and 1."""
    from kepu_cli.__main__ import main

    code: object = 0
    try:
        main()
    except SystemExit as left:
        code = left.code
    except Exception:  # noqa: BLE001 - whatever nobody caught
        traceback.print_exc()
        code = 1
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    return code if isinstance(code, int) else int(code is not None)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
