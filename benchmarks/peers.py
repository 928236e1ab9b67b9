"""Other programs, each installed into an environment of its own under `out/peers`, never into kepu's."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache

from benchmarks.measuring import ROOT

PEERS = ROOT / "out" / "peers"
# The name that is installed where it is not the program's own.
_PACKAGES = {"deepdiff": "deepdiff[cli]"}
_PROGRAMS = {"datacontract-cli": "datacontract", "deepdiff": "deep", "xlsxwriter": "python"}


@cache
def peer(name: str) -> str | None:
    """The path of a peer's program, installed if need be; None, and a line that says so, where that fails."""
    home = PEERS / name
    program = home / ("Scripts" if os.name == "nt" else "bin") / _PROGRAMS.get(name, name)
    if not (home / "installed").is_file():
        print(f"installing {name} …", file=sys.stderr)
        if not _install(home, _PACKAGES.get(name, name)):
            print(f"{name} cannot be installed here and is left out", file=sys.stderr)
            return None
        (home / "installed").touch()
    return str(program)


def _install(home: os.PathLike[str], package: str) -> bool:
    python = PEERS / home / ("Scripts" if os.name == "nt" else "bin") / "python"
    commands = ([sys.executable, "-m", "venv", str(home)], [str(python), "-m", "pip", "install", "--quiet", package])
    return all(subprocess.run(command, check=False, capture_output=True).returncode == 0 for command in commands)
