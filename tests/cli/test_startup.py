"""What a command must not import: start-up is what the clerk feels."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.process import EXAMPLES, environment

if TYPE_CHECKING:
    from pathlib import Path

PLAN = str(EXAMPLES / "shifang-2007" / "plan.yaml")
HEAVY = ("pydantic", "yaml", "rich", "openpyxl", "rapidfuzz")


def imported(*args: str) -> set[str]:
    """The modules that a command line leaves imported, by a process of its own."""
    code = (
        "import sys; sys.argv = ['kepu', *sys.argv[1:]]\n"
        "from kepu_cli.__main__ import main\n"
        "try: main()\n"
        "except SystemExit as left: assert left.code in (0, 1), left.code\n"
        "print('\\nMODULES', *sorted(sys.modules))"
    )
    command = [sys.executable, "-c", code, *args]
    done = subprocess.run(command, env=environment(), capture_output=True, check=True, encoding="utf-8")
    return set(done.stdout.rpartition("MODULES")[2].split())


@pytest.mark.parametrize(
    ("args", "banned"),
    [
        (("--version",), (*HEAVY, "typer", "kepu_cli.app")),
        (("--help",), (*HEAVY, "typer")),
        ((), (*HEAVY, "typer")),
        (("validate", "--help"), HEAVY),
        (("validate", PLAN), ("pydantic_core", "openpyxl", "rich", "json", "kepu_cli.exporters.workbook")),
        (("gaps", PLAN), ("pydantic_core", "openpyxl", "rich")),
        (("show", PLAN), ("openpyxl",)),
        (("diff", PLAN, PLAN), ("openpyxl",)),
    ],
    ids=lambda value: " ".join(value[:1]) or "bare",
)
def test_a_command_imports_only_what_it_uses(args: tuple[str, ...], banned: tuple[str, ...]) -> None:
    assert imported(*args) & set(banned) == set()


def test_an_export_writes_without_what_checks_a_reading(tmp_path: Path) -> None:
    modules = imported("export", PLAN, "-o", str(tmp_path / "book.xlsx"))
    assert "openpyxl" in modules
    assert "pydantic_core" not in modules


def test_the_test_sees_an_import() -> None:
    assert {"typer", "yaml"} <= imported("validate", PLAN)
