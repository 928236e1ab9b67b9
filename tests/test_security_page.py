"""The page on security is current: its limits are those of the code, its promises those that the code keeps.

`KEPU_GOLDEN=1` writes the tables anew.
"""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path

import pytest

from kepu_cli.documentation import limits_table, with_tables
from kepu_cli.yaml_source.decoding import MAX_BYTES, MAX_LINES
from kepu_cli.yaml_source.source import MAX_DEPTH, MAX_NODES

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "security.md"
SOURCES = sorted((ROOT / "src").rglob("*.py"))

# Modules that reach other computers, start programs or run what a file holds.
_DANGEROUS = frozenset(
    ("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "subprocess", "multiprocessing", "pickle",
     "concurrent", "marshal", "shelve", "ctypes", "webbrowser", "code", "runpy", "xmlrpc", "asyncio")
)  # fmt: skip
# Only the parts of addresses that spell a path as a URI; nothing is fetched.
_HARMLESS = frozenset(("urllib.parse",))
# Many plans are checked by several processes of kepu itself; only this module starts them.
_OWN_PROCESSES = frozenset(
    ("concurrent.futures", "multiprocessing", "multiprocessing.connection", "multiprocessing.context")
)
_STARTS_THEM = ROOT / "src" / "kepu_cli" / "commands" / "many_files.py"


def test_page_is_current() -> None:
    written = PAGE.read_text("utf-8")
    current = with_tables(written)
    if os.environ.get("KEPU_GOLDEN"):
        PAGE.write_text(current, "utf-8", newline="\n")
    assert PAGE.read_text("utf-8") == current


def test_the_limits_are_those_of_the_code() -> None:
    table = limits_table("plan")
    for limit in (f"{MAX_BYTES // 1024**2} MB", str(MAX_LINES), str(MAX_DEPTH), str(MAX_NODES)):
        assert f"| {limit} |" in table


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_nothing_reaches_the_network_or_runs_what_it_reads(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    harmless = _HARMLESS | _OWN_PROCESSES if path == _STARTS_THEM else _HARMLESS
    assert not {name for name in _imported(tree) if name.partition(".")[0] in _DANGEROUS} - harmless
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not called & {"eval", "exec", "compile", "__import__"}
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not attributes & {"system", "popen", "startfile", "execv", "spawnv", "unsafe_load", "full_load"}


def _imported(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_chinese_prose_has_full_width_punctuation() -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`|<!--.*?<!-- end -->", "", PAGE.read_text("utf-8"), flags=re.DOTALL)
    assert re.findall(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", text) == []
