"""Runs kepu as a user does: a process of its own, in a folder, with bytes in and out."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

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
    """One run, without colours, a terminal or any of the developer's own settings."""
    env = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    env |= {"PYTHONPYCACHEPREFIX": str(_COMPILED), "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"}
    env |= {"KEPU_LANG": lang, **environ}
    command = [sys.executable, "-m", "kepu_cli", *map(str, args)]
    done = subprocess.run(command, cwd=cwd, input=stdin, env=env, capture_output=True, check=False, timeout=60)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
