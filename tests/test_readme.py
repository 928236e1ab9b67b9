"""The blocks of the README that show a command show its real output."""

from __future__ import annotations

import os
import re
import shlex
from typing import TYPE_CHECKING

from tests.cli.process import ROOT, kepu

if TYPE_CHECKING:
    from pathlib import Path

README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n\$ kepu ([^\n]*)\n(.*?)```", re.DOTALL)
# A long screen is shown up to a line that says so.
_CUT = "…\n"


def test_the_screens_are_real(tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8")
    current = _BLOCK.sub(lambda block: _shown(block[1], block[2], tmp_path), text)
    if os.environ.get("KEPU_GOLDEN") == "1":
        README.write_text(current, encoding="utf-8")
    assert len(_BLOCK.findall(text)) >= 4
    assert README.read_text(encoding="utf-8") == current


def _shown(command: str, before: str, folder: Path) -> str:
    arguments = [str(folder / word) if word.endswith(".xlsx") else word for word in shlex.split(command)]
    ran = kepu(*arguments, cwd=ROOT, lang="zh")
    out = (ran.out + ran.err).replace(str(folder) + "/", "")
    lines = out.splitlines(keepends=True)
    if before.endswith(_CUT):
        lines = [*lines[: before.count("\n") - 1], _CUT]
    return f"```console\n$ kepu {command}\n{''.join(lines)}```"
