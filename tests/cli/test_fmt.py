"""`kepu fmt` as a user runs it: what it writes, what it only shows, and what it leaves alone."""

from __future__ import annotations

import shutil
import stat
from typing import TYPE_CHECKING

import pytest

from tests.cli.process import EXAMPLES, kepu
from tests.fixing.samples import action

if TYPE_CHECKING:
    from pathlib import Path

_BEFORE = action("责任单位: 教育局\n牵头单位: 县科协\n")
_AFTER = action("牵头单位: 县科协\n责任单位: 县教育局\n")
_BROKEN = "方案: 示例\n年度 2026\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(_BEFORE, encoding="utf-8")
    return path


def test_a_plan_is_tidied_once(plan: Path) -> None:
    plan.chmod(0o640)
    ran = kepu("fmt", "plan.yaml", cwd=plan.parent)
    assert (ran.code, ran.out, ran.err) == (0, "", "已整理 plan.yaml：改了 2 处\n")
    assert plan.read_text(encoding="utf-8") == _AFTER
    assert stat.S_IMODE(plan.stat().st_mode) == 0o640
    written = plan.stat().st_mtime_ns
    ran = kepu("fmt", "plan.yaml", cwd=plan.parent, lang="en")
    assert (ran.code, ran.out, ran.err) == (0, "", "plan.yaml needs no tidying\n")
    assert plan.stat().st_mtime_ns == written
    assert [*plan.parent.iterdir()] == [plan]


def test_check_lists_and_writes_nothing(plan: Path) -> None:
    ran = kepu("fmt", "--check", "plan.yaml", cwd=plan.parent)
    assert (ran.code, ran.out, ran.err) == (1, "plan.yaml：要改 2 处\n", "")
    assert plan.read_text(encoding="utf-8") == _BEFORE
    plan.write_text(_AFTER, encoding="utf-8")
    ran = kepu("fmt", "--check", "plan.yaml", cwd=plan.parent)
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize(("options", "code"), [(["--diff"], 0), (["--diff", "--check"], 1)], ids=["alone", "check"])
def test_diff_shows_and_writes_nothing(plan: Path, options: list[str], code: int) -> None:
    ran = kepu("fmt", *options, "plan.yaml", cwd=plan.parent)
    assert (ran.code, ran.err) == (code, "")
    assert ran.out.startswith("--- plan.yaml\n+++ plan.yaml\n@@ ")
    assert "\n-    责任单位: 教育局\n     牵头单位: 县科协\n+    责任单位: 县教育局\n" in ran.out
    assert plan.read_text(encoding="utf-8") == _BEFORE


def test_standard_input_goes_to_standard_output() -> None:
    ran = kepu("fmt", "-", stdin=b"\xef\xbb\xbf" + _BEFORE.replace("\n", "\r\n").encode())
    assert ran.code == 0
    assert ran.out == "\ufeff" + _AFTER.replace("\n", "\r\n")
    assert ran.err == "已整理 <标准输入>：改了 2 处\n"
    ran = kepu("fmt", "-", stdin=_AFTER.encode(), lang="en")
    assert (ran.code, ran.out, ran.err) == (0, _AFTER, "<stdin> needs no tidying\n")
    ran = kepu("fmt", "-", "--check", stdin=_BEFORE.encode())
    assert (ran.code, ran.out) == (1, "<标准输入>：要改 2 处\n")


def test_an_old_encoding_is_told(plan: Path) -> None:
    plan.write_bytes(_AFTER.encode("gbk"))
    ran = kepu("fmt", "plan.yaml", "--check", cwd=plan.parent)
    assert (ran.code, ran.out) == (1, "plan.yaml：要改 1 处\n")
    assert ran.err == "plan.yaml 的编码是 GBK（GB18030），会转成 UTF-8\n"
    ran = kepu("fmt", "plan.yaml", cwd=plan.parent)
    assert ran.code == 0
    assert ran.err == "plan.yaml 原来的编码是 GBK（GB18030），已转成 UTF-8\n已整理 plan.yaml：改了 1 处\n"
    assert plan.read_text(encoding="utf-8") == _AFTER


@pytest.mark.parametrize("options", [[], ["--check"], ["--diff"]], ids=["write", "check", "diff"])
def test_what_is_no_yaml_is_told_and_left(plan: Path, options: list[str]) -> None:
    plan.write_text(_BROKEN, encoding="utf-8")
    ran = kepu("fmt", *options, "plan.yaml", cwd=plan.parent)
    assert ran.code == 1
    assert ran.out.startswith("plan.yaml:2:1")
    assert plan.read_text(encoding="utf-8") == _BROKEN


def test_a_folder_with_everything_in_it(plan: Path) -> None:
    folder = plan.parent
    shutil.copy(EXAMPLES / "sample-county" / "departments.yaml", folder / "roster.yaml")
    (folder / "outline.yml").write_text("职责:\n  - {内容: 做, 编号: 1}\n纲要: 示例\n", encoding="utf-8")
    (folder / "broken.yaml").write_text(_BROKEN, encoding="utf-8")
    (folder / "compose.yaml").write_text("version: 2\nservices: {web: {image: x}}\n", encoding="utf-8")
    (folder / ".hidden.yaml").write_text(_BEFORE, encoding="utf-8")
    (folder / "notes.txt").write_text("x: 1", encoding="utf-8")
    kept = {path: path.read_bytes() for path in folder.iterdir() if path.name not in ("plan.yaml", "outline.yml")}
    ran = kepu("fmt", ".", cwd=folder)
    assert ran.code == 1
    assert ran.out.startswith("broken.yaml:2:1")
    assert ran.err.splitlines() == [
        "已整理 outline.yml：改了 2 处",
        "已整理 plan.yaml：改了 2 处",
    ]
    assert all(path.read_bytes() == data for path, data in kept.items())
    assert plan.read_text(encoding="utf-8") == _AFTER


def test_settings_of_the_project_hold(plan: Path) -> None:
    (plan.parent / "kepu.toml").write_text('[rules]\nK203 = "off"\n', encoding="utf-8")
    assert kepu("fmt", "plan.yaml", cwd=plan.parent).code == 0
    assert plan.read_text(encoding="utf-8") == _AFTER.replace("县教育局\n", "教育局\n").replace("  - 教", "  - 县教")


_IMPOSSIBLE = {"missing": "nowhere.yaml", "no plans in it": "empty", "no permission": "locked.yaml"}


@pytest.mark.parametrize("name", _IMPOSSIBLE.values(), ids=_IMPOSSIBLE)
def test_what_cannot_be_done(plan: Path, name: str) -> None:
    (plan.parent / "empty").mkdir()
    locked = plan.parent / "locked.yaml"
    locked.write_text(_BEFORE, encoding="utf-8")
    locked.chmod(0o444)
    ran = kepu("fmt", name, cwd=plan.parent)
    assert (ran.code, ran.out) == (2, "")
    assert name in ran.err
    assert locked.read_text(encoding="utf-8") == _BEFORE
