"""Each command with an interpreter of its own; the other tests fork theirs, and get the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.forking import can_fork, forker
from tests.cli.process import EXAMPLES, kepu, started

if TYPE_CHECKING:
    from pathlib import Path

PLAN = (EXAMPLES / "shifang-2007" / "corrected.yaml").read_bytes()
ROSTER = (EXAMPLES / "shifang-2007" / "departments-corrected.yaml").read_bytes()
COMMANDS: dict[str, tuple[tuple[str, ...], int]] = {
    "bare": ((), 0),
    "init": (("init", "new"), 0),
    "validate": (("validate", "-", "--strict"), 1),
    "gaps": (("gaps", "plan.yaml"), 0),
    "show": (("show", "plan.yaml"), 0),
    "export": (("export", "plan.yaml", "-o", "out.xlsx"), 0),
    "import": (("import", "notice.txt", "-o", "read.yaml"), 0),
    "diff": (("diff", "plan.yaml", "other.yaml", "--exit-code"), 1),
    "fmt": (("fmt", "other.yaml"), 0),
    "rules": (("rules",), 0),
    "explain": (("explain", "K201"), 0),
    "schema": (("schema",), 0),
    "completion": (("completion", "bash"), 0),
    "no such command": (("exprot",), 2),
}
NOTICE = "一、办展览。牵头单位：县科协；责任单位：县教育局。完成时限：6月底前。\n"


@pytest.mark.parametrize(("args", "code"), COMMANDS.values(), ids=COMMANDS)
def test_started_anew_and_forked_it_is_the_same(args: tuple[str, ...], code: int, tmp_path: Path) -> None:
    ran, files = [], []
    for run in (started, kepu):
        folder = tmp_path / run.__name__
        folder.mkdir()
        _lay_out(folder)
        ran.append(run(*args, cwd=folder, stdin="方案: 甲\n".encode()))
        files.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    assert ran[0] == ran[1]
    assert ran[0].code == code
    assert files[0] == files[1]


def _lay_out(folder: Path) -> None:
    (folder / "plan.yaml").write_bytes(PLAN)
    (folder / "other.yaml").write_bytes(PLAN.replace("牵头单位: 市教育局".encode(), "牵头单位: 市科协".encode(), 1))
    (folder / "departments-corrected.yaml").write_bytes(ROSTER)
    (folder / "notice.txt").write_text(NOTICE, "utf-8")


@pytest.mark.skipif(not can_fork(), reason="NOT PROVEN: this system forks no processes")
def test_a_run_leaves_nothing_to_the_next(tmp_path: Path) -> None:
    """Neither its folder nor its environment, arguments or input."""
    one = kepu("validate", "-", cwd=tmp_path, stdin=PLAN[:9000], lang="en", COLUMNS="60")
    assert kepu("validate", "-", stdin=b"") != one
    assert kepu("validate", "-", cwd=tmp_path, stdin=PLAN[:9000], lang="en", COLUMNS="60") == one
    assert forker().process.poll() is None
