"""The modules that each command imports, as a list to be read: whoever lengthens one sees it in the difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from kepu_cli.commands import COMMANDS
from tests.cli.process import EXAMPLES
from tests.cli.test_startup import imported
from tests.golden import assert_golden

OLD, NEW = (str(EXAMPLES / "sample-county" / f"{year}.yaml") for year in (2025, 2026))
TEXT = str(EXAMPLES / "qinghe-2026" / "实施方案.txt")
CALLS = {
    "init": ("new",),
    "validate": (NEW,),
    "gaps": (NEW,),
    "show": (NEW,),
    "export": (NEW, "-o", "table.xlsx"),
    "import": (TEXT,),
    "diff": (OLD, NEW),
    "fmt": ("--check", NEW),
    "rules": (),
    "explain": ("K201",),
    "schema": (),
    "completion": ("bash",),
}
# What we depend on; what these import themselves is theirs.
OTHERS = {"typer", "yaml", "pydantic", "rich", "openpyxl", "docx", "jinja2", "rapidfuzz", "pyarrow"}


@pytest.mark.parametrize("command", CALLS)
def test_the_modules_of_a_command(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    modules = imported(command, *CALLS[command])
    ours = sorted(name for name in modules if name.split(".")[0] == "kepu_cli")
    text = "\n".join([*sorted(modules & OTHERS), *ours]) + "\n"
    assert_golden(Path(__file__).with_name("modules") / f"{command}.txt", text)


def test_every_command_has_its_list() -> None:
    assert [entry.name for entry in COMMANDS] == [*CALLS]
