"""`kepu export` as a process: what is chosen, a workbook for each department, what stays as it was."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.cli.process import EXAMPLES, kepu

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COUNTY = EXAMPLES / "sample-county" / "2026.yaml"
PLAN = """\
方案: 示例
年度: 2026
附件: 附件1
成员单位: [市教育局, 'CON', 市科协]
单位组: {各镇: 甲镇、乙镇}
重点任务:
  - {编号: 一, 名称: 甲, 牵头单位: 市科协, 责任单位: 市教育局、各镇, 完成时限: 6月}
  - {编号: 二, 名称: 乙, 牵头单位: '市文/爱办', 配合单位: 市科协、有关单位}
"""
_BLANK = "\u3000" * 13
SIGNATURE = f"负责人（签字）：{_BLANK}单位（盖章）：{_BLANK}日期：\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"
FILES = ["01 市教育局.xlsx", "03 市科协.xlsx", "04 各镇.xlsx", "05 市文_爱办.xlsx"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _rows(path: Path) -> list[list[object]]:
    sheet = load_workbook(path).worksheets[0]
    rows: Iterator[list[object]] = (
        [value for value in row if value is not None] for row in sheet.iter_rows(values_only=True)
    )
    return [row for row in rows if row]


def test_all_sheets_by_default_and_the_findings_among_them(folder: Path) -> None:
    ran = kepu("export", "plan.yaml", "-o", "x.xlsx", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    book = load_workbook(folder / "x.xlsx")
    assert book.sheetnames == ["任务分工表", "责任矩阵", "部门任务清单", "覆盖检查", "统计", "_kepu"]
    told = [str(cell.value) for row in book["覆盖检查"].iter_rows() for cell in row]
    assert any("市文/爱办" in text for text in told)
    assert "plan.yaml:8" in told
    assert str(folder) not in "".join(told)


def test_sheets_columns_title_and_annex(folder: Path) -> None:
    args = (
        "--sheets",
        "统计、division",
        "--sheets",
        "统计",
        "--columns",
        "牵头单位,remark",
        "--title",
        "题",
        "--annex",
        "",
    )
    assert kepu("export", "plan.yaml", "-o", "x.xlsx", *args, cwd=folder).code == 0
    book = load_workbook(folder / "x.xlsx")
    assert book.sheetnames == ["统计", "任务分工表", "_kepu"]
    assert book["统计"]["A1"].value == "题"
    assert [cell.value for cell in book["任务分工表"][2]] == ["重点任务", "牵头单位", "备注"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        pytest.param((), "请用 -o 写明输出文件，或用 --per-department", id="no target"),
        pytest.param(("-o", "x.xlsx", "--sheets", "统记"), "是不是“统计”", id="no such sheet"),
        pytest.param(("-o", "x.xlsx", "--columns", "备住"), "是不是“备注”", id="no such column"),
        pytest.param(("-o", "x.csv", "--columns", "备注"), "--columns 在这里不起作用：.csv", id="columns of a ledger"),
        pytest.param(("-o", "x.json", "--annex", "附件2"), "--annex 在这里不起作用", id="annex of a ledger"),
        pytest.param(("-o", "x.md", "--sheets", "统计"), "只管 .xlsx", id="sheets of a page"),
        pytest.param(("--per-department", "d", "--sheets", "统计"), "没有用 -o", id="sheets without a workbook"),
        pytest.param(("-o", "x.pdf"), "不知道“.pdf”", id="no such form"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_written(args: tuple[str, ...], told: str, folder: Path) -> None:
    ran = kepu("export", "plan.yaml", *args, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert _files(folder) == ["plan.yaml"]


def test_a_file_for_each_department_with_tasks(folder: Path) -> None:
    ran = kepu("export", "plan.yaml", "--per-department", "各单位/2026", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert "已生成 4 个单位的任务清单，在 各单位/2026 里" in ran.err
    assert _files(folder / "各单位" / "2026") == FILES
    assert _rows(folder / "各单位" / "2026" / "03 市科协.xlsx") == [
        ["示例任务清单"],
        ["单位：市科协\u3000\u3000（牵头 1 项、配合 1 项）"],
        ["序号", "角色", "重点任务", "牵头单位", "其他单位", "完成时限"],
        [1, "牵头", "一 甲", "市科协", "市教育局、各镇", "6月"],
        [2, "配合", "二 乙", "市文/爱办", "有关单位"],
        [SIGNATURE],
    ]


def test_a_group_and_its_bodies(folder: Path) -> None:
    kepu("export", "plan.yaml", "--per-department", "d", "--title", "题", "--annex", "附件3", cwd=folder)
    rows = _rows(folder / "d" / FILES[2])
    assert rows[:4] == [["附件3"], ["题"], ["单位：各镇\u3000\u3000（责任 1 项）"], ["包括：甲镇、乙镇"]]
    assert load_workbook(folder / "d" / FILES[3]).sheetnames == ["市文 爱办"]


def test_both_at_once(folder: Path) -> None:
    ran = kepu("export", "plan.yaml", "-o", "x.xlsx", "--per-department", "d", cwd=folder)
    assert ran.code == 0
    assert _files(folder) == ["d", "plan.yaml", "x.xlsx"]
    assert _files(folder / "d") == FILES


def test_the_same_plan_gives_the_same_files(folder: Path) -> None:
    for name in ("one", "two"):
        assert kepu("export", "plan.yaml", "--per-department", name, cwd=folder).code == 0
    for name in FILES:
        assert (folder / "one" / name).read_bytes() == (folder / "two" / name).read_bytes()


@pytest.mark.parametrize("there", [FILES[0], FILES[-1]], ids=["the first", "the last"])
def test_one_file_that_exists_keeps_all_from_being_written(there: str, folder: Path) -> None:
    (folder / "d").mkdir()
    (folder / "d" / there).write_bytes(b"mine")
    ran = kepu("export", "plan.yaml", "-o", "x.xlsx", "--per-department", "d", cwd=folder)
    assert ran.code == 2
    assert there in ran.err
    assert "一个文件也没有写" in ran.err
    assert _files(folder / "d") == [there]
    assert not (folder / "x.xlsx").exists()
    assert (folder / "d" / there).read_bytes() == b"mine"
    assert kepu("export", "plan.yaml", "--per-department", "d", "--force", cwd=folder).code == 0
    assert _files(folder / "d") == FILES
    assert (folder / "d" / there).read_bytes() != b"mine"


def test_a_failure_in_between_says_which_file_and_how_many(folder: Path) -> None:
    (folder / "d" / FILES[2]).mkdir(parents=True)
    ran = kepu("export", "plan.yaml", "--per-department", "d", "--force", cwd=folder)
    assert ran.code == 2
    assert FILES[2] in ran.err
    assert "已写好 2 个，还有 2 个没有写" in ran.err
    assert _files(folder / "d") == FILES[:3]
    assert load_workbook(folder / "d" / FILES[1])


def test_a_folder_that_cannot_be_made(folder: Path) -> None:
    ran = kepu("export", "plan.yaml", "--per-department", "plan.yaml", cwd=folder)
    assert ran.code == 2
    assert "plan.yaml 不是文件夹" in ran.err
    assert (folder / "plan.yaml").read_text(encoding="utf-8") == PLAN


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that cannot be written")
def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    (folder / "d").mkdir()
    (folder / "d").chmod(stat.S_IRUSR | stat.S_IXUSR)
    ran = kepu("export", "plan.yaml", "--per-department", "d", cwd=folder)
    (folder / "d").chmod(0o755)
    assert ran.code == 2
    assert "没有权限" in ran.err


def test_a_plan_in_which_nobody_has_a_task(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("方案: 示例\n重点任务: [{名称: 甲, 责任单位: 有关单位}]\n", encoding="utf-8")
    ran = kepu("export", "plan.yaml", "--per-department", "d", cwd=tmp_path)
    assert ran.code == 2
    assert "没有一个单位有任务" in ran.err
    assert _files(tmp_path) == ["plan.yaml"]


def test_a_source_is_never_replaced_by_a_departments_file(folder: Path) -> None:
    target = folder / "d" / FILES[0]
    target.parent.mkdir()
    shutil.move(folder / "plan.yaml", target)
    ran = kepu("export", target, "--per-department", "d", "--force", cwd=folder)
    assert ran.code == 2
    assert target.read_text(encoding="utf-8") == PLAN


def test_an_example_in_english_words(tmp_path: Path) -> None:
    ran = kepu("export", COUNTY, "--per-department", "d", cwd=tmp_path, lang="en")
    assert "wrote the tasks of 25 departments to d" in ran.err
    assert _files(tmp_path / "d")[0] == "01 县委组织部.xlsx"
