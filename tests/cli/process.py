"""Runs kepu as a user does: a process of its own, in a folder, with bytes in and out."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from tests.cli.forking import MOST_INPUT, can_fork, forker

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "data" / "examples"
# As on a user's disk, what was compiled once is there the next time, even where the environment asks for the contrary.
_COMPILED = ROOT / ".pytest_cache" / "compiled"
_NOT_PASSED_ON = ("NO_COLOR", "KEPU_LANG", "KEPU_DEBUG", "PYTHONDONTWRITEBYTECODE")


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


def kepu(*args: str | Path, cwd: Path = ROOT, stdin: bytes = b"", lang: str = "zh", **environ: str) -> Ran:
    """One run, without colours, a terminal or any of the developer's own settings.

    Forked where that can be, from a process that has started already.
    """
    if not can_fork() or len(stdin) > MOST_INPUT or any(name.startswith(_READ_AT_START) for name in environ):
        return started(*args, cwd=cwd, stdin=stdin, lang=lang, **environ)
    code, out, err = forker().run([str(arg) for arg in args], str(cwd), environment(lang, environ), stdin)
    return Ran(code, out.decode(), err.decode())


def started(*args: str | Path, cwd: Path = ROOT, stdin: bytes = b"", lang: str = "zh", **environ: str) -> Ran:
    """The same with a new interpreter."""
    command = [sys.executable, "-m", "kepu_cli", *map(str, args)]
    env = environment(lang, environ)
    done = subprocess.run(command, cwd=cwd, input=stdin, env=env, capture_output=True, check=False, timeout=60)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


# What the interpreter reads of the environment, and only when it starts.
_READ_AT_START = ("PYTHON", "LC_", "LANG")


def environment(lang: str = "zh", more: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """That of a run: what was compiled once is there the next time."""
    env = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    env |= {"PYTHONPYCACHEPREFIX": str(_COMPILED), "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"}
    return env | {"KEPU_LANG": lang, **more}
