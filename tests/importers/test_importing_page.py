"""The page on importing tells the current limits; its screens are held true by `tests/test_readme.py`."""

from __future__ import annotations

import os
import re

from kepu_cli.documentation import with_tables
from kepu_cli.importers.package import MAX_PACKED
from kepu_cli.importers.workbook_source import MAX_ROWS
from tests.cli.process import ROOT

PAGE = ROOT / "docs" / "importing.md"


def test_the_tables_are_current() -> None:
    written = PAGE.read_text("utf-8")
    current = with_tables(written)
    # Only where it differs: another test writes the screens of the same page.
    if os.environ.get("KEPU_GOLDEN") == "1" and current != written:
        PAGE.write_text(current, "utf-8", newline="\n")
    assert PAGE.read_text("utf-8") == current


def test_the_limits_are_those_of_the_code() -> None:
    text = PAGE.read_text("utf-8")
    assert f"{MAX_PACKED // 1024**2} MB" in text
    assert f"| {MAX_ROWS} |" in text


def test_chinese_prose_has_full_width_punctuation() -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`|\[[^]]*\]\([^)]*\)", "", PAGE.read_text("utf-8"), flags=re.DOTALL)
    assert re.findall(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", text) == []
