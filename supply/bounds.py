"""`make bounds`: tries kepu with the lowest versions that pyproject.toml allows, and with the newest.

The lowest belong to the oldest Python that kepu is meant for; on a newer one they may not be installable.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import TYPE_CHECKING

from supply.declared import ROOT, locked, name_of, runtime

if TYPE_CHECKING:
    from packaging.requirements import Requirement

ENDS = ("lowest", "newest")
# What the tests below need besides kepu.
TOOLS = ("pytest", "hypothesis", "jsonschema", "markdown-it-py")
# Every dependency is used by one of these.
TELLING = (
    "tests/cli/test_commands.py",
    "tests/cli/test_validate.py",
    "tests/exporters/test_docx.py",
    "tests/exporters/test_html.py",
    "tests/exporters/test_workbook.py",
    "tests/importers/test_edited_exports.py",
    "tests/loading",
    "tests/reports",
    "tests/test_model.py",
    "tests/test_near_names.py",
    "tests/test_schema.py",
    "tests/yaml_source",
)


def main(ends: list[str]) -> int:
    """Both ends, or those named; not 0 where a test fails with one of them."""
    return max(_tried(end) for end in ends or ENDS)


def constraints(end: str) -> list[str]:
    """The lines for pip that hold every dependency at that end; the newest is what pip takes by itself."""
    return [f"{name_of(each)}=={lowest(each)}" for each in runtime()] if end == "lowest" else []


def lowest(requirement: Requirement) -> str:
    """The version behind `>=`, of which every dependency has one."""
    (version,) = (each.version for each in requirement.specifier if each.operator == ">=")
    return version


def _tried(end: str) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / "venv", with_pip=True)
        python = folder / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        (folder / "constraints.txt").write_text("\n".join(constraints(end)), "utf-8")
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, "-c", str(folder / "constraints.txt"), str(ROOT), *_tools()], check=True)
        _show(end, python)
        command = [str(python), "-m", "pytest", "-q", "-m", "not paper", "-p", "no:cacheprovider", *TELLING]
        return subprocess.run(command, check=False, cwd=ROOT).returncode


def _tools() -> list[str]:
    """The test tools in the versions of the lock, so that only what is tried differs."""
    return [f"{each.name}{each.specifier}" for each in locked() if each.name in TOOLS]


def _show(end: str, python: Path) -> None:
    done = subprocess.run([python, "-m", "pip", "freeze"], check=True, capture_output=True, text=True)
    wanted = {name_of(each) for each in runtime()}
    lines = [line for line in done.stdout.splitlines() if line.partition("==")[0].lower().replace("_", "-") in wanted]
    print(f"{end}: {', '.join(lines)}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
