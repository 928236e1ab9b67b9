"""docs/cli.md shows every command's help as it is."""

from __future__ import annotations

import os
import re

from kepu_cli.commands import COMMANDS
from tests.cli.process import ROOT, kepu

PAGE = ROOT / "docs" / "cli.md"
NAMES = [entry.name for entry in COMMANDS]
_BLOCK = re.compile(r"<!-- generated:help -->\n.*<!-- end -->\n", re.DOTALL)


def test_the_page_is_current() -> None:
    pages = [f"```text\n{kepu(command, '--help', lang=lang).out}```\n" for command in NAMES for lang in ("zh", "en")]
    text = PAGE.read_text(encoding="utf-8")
    assert _BLOCK.search(text)
    block = "<!-- generated:help -->\n\n" + "\n".join(pages) + "\n<!-- end -->\n"
    current = _BLOCK.sub(lambda _: block, text)
    if os.environ.get("KEPU_GOLDEN") == "1":
        PAGE.write_text(current, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == current
