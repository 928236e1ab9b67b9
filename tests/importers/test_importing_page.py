"""The page on importing shows real screens and current limits; `KEPU_GOLDEN=1` writes them anew."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from typing import TYPE_CHECKING

from kepu_cli.documentation import with_tables
from kepu_cli.importers.package import MAX_PACKED
from kepu_cli.importers.workbook_source import MAX_ROWS
from tests.cli.process import ROOT, kepu

if TYPE_CHECKING:
    from pathlib import Path

PAGE = ROOT / "docs" / "importing.md"
DOCUMENTS = ROOT / "tests" / "importers" / "documents"
_SCREEN = re.compile(r"```console\n\$ kepu ([^\n]*)\n.*?```", re.DOTALL)


def test_the_page_is_current(tmp_path: Path) -> None:
    folder = shutil.copytree(DOCUMENTS, tmp_path / "documents")
    text = PAGE.read_text("utf-8")
    current = with_tables(_SCREEN.sub(lambda match: _shown(match[1], folder), text))
    if os.environ.get("KEPU_GOLDEN") == "1":
        PAGE.write_text(current, "utf-8", newline="\n")
    assert _SCREEN.search(text)
    assert PAGE.read_text("utf-8") == current


def test_the_limits_are_those_of_the_code() -> None:
    text = PAGE.read_text("utf-8")
    assert f"{MAX_PACKED // 1024**2} MB" in text
    assert f"| {MAX_ROWS} |" in text


def test_chinese_prose_has_full_width_punctuation() -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`|\[[^]]*\]\([^)]*\)", "", PAGE.read_text("utf-8"), flags=re.DOTALL)
    assert re.findall(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", text) == []


def _shown(command: str, folder: Path) -> str:
    ran = kepu(*shlex.split(command), cwd=folder)
    return f"```console\n$ kepu {command}\n{ran.out}{ran.err}```"
