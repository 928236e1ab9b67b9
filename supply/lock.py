"""`make lock`: writes requirements-dev.lock, one set of versions for every Python and system that kepu is meant for."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from supply.declared import LOCK, ROOT

OLDEST_PYTHON = "3.11"
HEAD = """\
# The versions that the tests ran with, for every Python from 3.11 on and every system; `make test` installs these.
# Written by `make lock`; what may be installed stands in pyproject.toml.
"""


def main() -> None:
    """Asks a resolver of its own, which the project needs for nothing else, so it is not among its tools."""
    with tempfile.TemporaryDirectory() as folder:
        resolver = _resolver(Path(folder))
        command = [str(resolver), "pip", "compile", "pyproject.toml", "--extra", "dev", "--universal", "--upgrade"]
        command += ["--python-version", OLDEST_PYTHON, "--no-annotate", "--no-header", "--quiet", *_index()]
        # The installer itself is the machine's own; it should not replace itself while it works.
        command += ["--no-emit-package", "pip"]
        done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    LOCK.write_text(HEAD + done.stdout.decode(), "utf-8", newline="\n")
    print(f"{LOCK.name}: {len(done.stdout.splitlines())} packages")


def _resolver(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", "uv>=0.5"], check=True)
    return programs / "uv"


def _index() -> list[str]:
    """The index that pip is set to, which the resolver would not look up."""
    command = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    index = subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()
    return ["--default-index", index] if index else []


if __name__ == "__main__":
    main()
