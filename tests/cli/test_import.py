"""`kepu import` of what `kepu export` made, as a process: what it writes, what it says about it, what it refuses."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kepu_cli.api import export
from kepu_cli.loading.load import load_file
from tests.cli.process import EXAMPLES, kepu
from tests.importers.edited import edited, exported, row_deleted, typed
from tests.importers.generated import told_by

if TYPE_CHECKING:
    from pathlib import Path

CLEAN = EXAMPLES / "sample-county" / "2026.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an export, one that somebody has edited, and the export of a large example."""
    (tmp_path / "分工表.xlsx").write_bytes(exported())
    (tmp_path / "改过.xlsx").write_bytes(edited(exported(), typed("D7", "县文爱办"), row_deleted(5)))
    plan = load_file(CLEAN).plan
    assert plan is not None
    (tmp_path / "county.xlsx").write_bytes(export(plan))
    return tmp_path


def test_a_plan_is_written_and_told(folder: Path) -> None:
    ran = kepu("import", "county.xlsx", "-o", "plan.yaml", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "已生成 plan.yaml\n读出 11 项任务、46 条职责、7 个项目、24 个单位\n"
    plan, old = load_file(folder / "plan.yaml").plan, load_file(CLEAN).plan
    assert plan is not None
    assert old is not None
    assert told_by(plan) == told_by(old)
    assert kepu("validate", "plan.yaml", cwd=folder).code == 0


def test_a_document_of_ours_comes_back_too(folder: Path) -> None:
    assert kepu("export", CLEAN, "-o", folder / "county.docx").code == 0
    ran = kepu("import", "county.docx", "-o", "plan.yaml", cwd=folder)
    assert ran.code == 0
    assert ran.err.startswith("已生成 plan.yaml\n读出 11 项任务、46 条职责、7 个项目、24 个单位\n")
    plan, old = load_file(folder / "plan.yaml").plan, load_file(CLEAN).plan
    assert plan is not None
    assert old is not None
    assert told_by(plan) == told_by(old)


def test_without_a_file_name_the_plan_is_shown(folder: Path) -> None:
    ran = kepu("import", "分工表.xlsx", cwd=folder, lang="en")
    assert ran.out.startswith("title: 示例县方案\nyear: 2026\n")
    assert ran.err.startswith("read 4 actions, 5 duties, 1 project, 5 departments\n")
    chinese = kepu("import", "分工表.xlsx", "--keys", "zh", cwd=folder, lang="en")
    assert chinese.out.startswith("方案: 示例县方案\n年度: 2026\n")


def test_changes_and_errors_are_told(folder: Path) -> None:
    ran = kepu("import", "改过.xlsx", "-o", "plan.yaml", cwd=folder)
    assert ran.code == 0
    assert ran.err.splitlines() == [
        "已生成 plan.yaml",
        "读出 4 项任务、4 条职责、1 个项目、5 个单位",
        "表里改过或要核对的 2 处：",
        "  任务分工表!C5 对应的一条职责表里没有了，去掉了这个对应",
        "  原来的第 1 项职责 2 表里没有了，没有读入",
        "注意：方案里有 1 个错误，用 kepu validate plan.yaml 查看",
    ]


def test_standard_input(folder: Path) -> None:
    ran = kepu("import", "-", cwd=folder, stdin=(folder / "分工表.xlsx").read_bytes())
    assert (ran.code, ran.out) == (0, kepu("import", "分工表.xlsx", cwd=folder).out)


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("nowhere.xlsx",), "kepu：读不了 nowhere.xlsx：文件不存在\n"),
        (("分工表.xlsx", "-o", "plan.csv"), "kepu：plan.csv 已经存在，要覆盖它请加 --force\n"),
        (
            ("分工表.xlsx", "-o", "分工表.xlsx", "--force"),
            "kepu：分工表.xlsx 就是正在读的文件，请换一个输出文件名\n",
        ),
        (("分工表.xlsx", "-o", "方案.docx"), "kepu：方案是 .yaml 文件，不能写成 .docx；请用 -o 方案.yaml\n"),
        (("分工表.xlsx", "-o", "方案"), "kepu：方案是 .yaml 文件，不能写成 方案；请用 -o 方案.yaml\n"),
        (
            ("分工表.xlsx", "--actions-at", "一、"),
            "kepu：--actions-at 在这里不起作用：分工表.xlsx 是 kepu 导出的，照原来的方案读\n",
        ),
        (
            ("分工表.xlsx", "--first-leads"),
            "kepu：--first-leads 在这里不起作用：分工表.xlsx 是 kepu 导出的，照原来的方案读\n",
        ),
        (
            ("分工表.xlsx", "--plan", "2"),
            "kepu：--plan 在这里不起作用：分工表.xlsx 是 kepu 导出的，照原来的方案读\n",
        ),
    ],
    ids=["missing", "exists", "itself", "no plan", "no suffix", "level", "first", "second plan"],
)
def test_what_cannot_be_done(folder: Path, args: tuple[str, ...], sentence: str) -> None:
    (folder / "plan.csv").write_text("序号,任务\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ran = kepu("import", *args, cwd=folder)
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_reading_a_workbook_needs_no_spreadsheet_library(folder: Path) -> None:
    code = (
        "import sys; sys.argv = ['kepu', 'import', '分工表.xlsx']\n"
        "from kepu_cli.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "assert not {'openpyxl', 'docx', 'rich'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=folder, check=True, capture_output=True)
