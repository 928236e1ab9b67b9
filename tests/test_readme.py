"""The README and the pages of the documentation show real screens: every block that shows a command is run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.process import ROOT, environment, kepu

if TYPE_CHECKING:
    from pathlib import Path

README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n\$ kepu ([^\n]*)\n(.*?)```", re.DOTALL)
PAGES = [path for path in (README, *sorted((ROOT / "docs").glob("*.md"))) if _BLOCK.search(path.read_text("utf-8"))]
# A long screen is shown up to a line that says so.
_CUT = "…\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that a reader stands in, with the examples and nothing else."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_the_screens_are_real(page: Path, folder: Path) -> None:
    text = page.read_text("utf-8")
    current = _BLOCK.sub(lambda block: _shown(block[1], block[2], folder), text)
    # Only where it differs: another test writes the tables of the same page.
    if os.environ.get("KEPU_GOLDEN") == "1" and current != text:
        page.write_text(current, "utf-8")
    assert page.read_text("utf-8") == current


def test_the_readme_shows_the_main_commands() -> None:
    shown = [block[0].split()[0] for block in _BLOCK.findall(README.read_text("utf-8"))]
    assert shown == ["init", "validate", "gaps", "export", "diff"]


def test_the_library_does_what_the_readme_shows(folder: Path) -> None:
    (script,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    command = [sys.executable, "-W", "error", "-c", script]
    ran = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=True, timeout=60)
    assert "plan.yaml:20:22 K201\n" in ran.stdout.decode()


def _shown(command: str, before: str, folder: Path) -> str:
    ran = kepu(*shlex.split(command), cwd=folder)
    lines = (ran.out + ran.err).splitlines(keepends=True)
    if before.endswith(_CUT):
        lines = [*lines[: before.count("\n") - 1], _CUT]
    return f"```console\n$ kepu {command}\n{''.join(lines)}```"
