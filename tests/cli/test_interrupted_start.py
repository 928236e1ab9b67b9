"""Ctrl-C while kepu is still being imported: the exit code of an interruption, and not a word."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from kepu_cli.errors import INTERRUPTED
from tests.cli.process import EXAMPLES, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="NOT PROVEN: no process sends itself Ctrl-C there")

PLAN = str(EXAMPLES / "shifang-2007" / "plan.yaml")
# Finds nothing, but presses Ctrl-C when it is asked for the module that the first argument names.
CHILD = """
import signal, sys

class Press:
    def find_spec(self, name, path=None, target=None):
        if name == wanted:
            print("pressed", flush=True)
            signal.raise_signal(signal.SIGINT)

wanted = sys.argv.pop(1)
from kepu_cli.__main__ import main
sys.meta_path.insert(0, Press())
main()
"""


@pytest.mark.parametrize(
    "module",
    [
        "kepu_cli.app",
        "kepu_cli.findings",
        "kepu_cli.front_page",
        "kepu_cli.command_line",
        "typer",
        "kepu_cli.commands.validate",
        "kepu_cli.rules.k201_unknown_department",
    ],
)
def test_interrupted_at_an_import(module: str) -> None:
    command = [sys.executable, "-c", CHILD, module, "validate", PLAN]
    done = subprocess.run(
        command,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
        encoding="utf-8",
        # A run in the background is deaf to Ctrl-C, and so would be its child.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, "pressed\n", "")


THROWING_AWAY = """
import signal, sys
import kepu_cli.command_line
from kepu_cli.__main__ import main

class Waste:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

def call(arguments):
    waste = Waste()
    del waste
    print("went on")
    return 0

kepu_cli.command_line.call = call
sys.argv = ["kepu", "rules"]
main()
"""


def test_interrupted_while_something_is_thrown_away() -> None:
    """Python goes on as if nobody had pressed anything, and would only report it; the exit code tells."""
    done = subprocess.run([sys.executable, "-c", THROWING_AWAY], env=environment(), capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, b"went on\n", b"")
