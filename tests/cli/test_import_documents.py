"""`kepu import` of documents that somebody wrote, as a process; `KEPU_GOLDEN=1` writes the screens and plans anew."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from kepu_cli.loading.load import load_file
from tests.cli.process import EXAMPLES, ROOT, kepu
from tests.importers.documents.office_files import OFFICE_FILES

if TYPE_CHECKING:
    from pathlib import Path

SCREENS = ROOT / "tests" / "cli" / "imports"
NOTICE = "实施方案.txt"
SEVERAL = "两份方案.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all the documents, as a clerk has them."""
    for document in (EXAMPLES / "qinghe-2026" / NOTICE, ROOT / "tests" / "importers" / "documents" / SEVERAL):
        (tmp_path / document.name).write_bytes(document.read_bytes())
    for name, make in OFFICE_FILES.items():
        (tmp_path / name).write_bytes(make())
    return tmp_path


def _ensure_golden(name: str, text: str) -> None:
    path = SCREENS / name
    if os.environ.get("KEPU_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [NOTICE, *OFFICE_FILES])
def test_a_document_becomes_a_plan(folder: Path, name: str) -> None:
    ran = kepu("import", name, cwd=folder)
    assert ran.code == 0
    _ensure_golden(f"{name}.yaml", ran.out)
    _ensure_golden(f"{name}.zh.txt", ran.err)
    _ensure_golden(f"{name}.en.txt", kepu("import", name, "--keys", "zh", cwd=folder, lang="en").err)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_written_is_what_is_shown(folder: Path, lang: str) -> None:
    ran = kepu("import", NOTICE, "-o", "plan.yaml", cwd=folder, lang=lang)
    assert (ran.code, ran.out) == (0, "")
    assert (folder / "plan.yaml").read_text("utf-8") == kepu("import", NOTICE, cwd=folder, lang=lang).out
    assert ran.err.endswith("kepu validate plan.yaml\n")


def test_the_keys_may_be_of_the_other_language(folder: Path) -> None:
    ran = kepu("import", NOTICE, "--keys", "en", cwd=folder)
    assert "\ntitle: 青禾县2026年全民科学素质行动实施方案\n" in ran.out
    assert "# to check: " in ran.out
    assert "检查" in ran.err


def test_the_numbers_told_are_those_of_validate(folder: Path) -> None:
    ran = kepu("import", NOTICE, "-o", "plan.yaml", cwd=folder)
    checked = kepu("validate", "plan.yaml", cwd=folder)
    told = next(line.split("检查")[1].strip() for line in ran.err.splitlines() if "检查" in line)
    assert told in checked.out


def test_pasted_text_on_standard_input(folder: Path) -> None:
    ran = kepu("import", "-", cwd=folder, stdin=(folder / NOTICE).read_bytes())
    shown = kepu("import", NOTICE, cwd=folder)
    assert ran.code == 0
    assert ran.out.replace("<标准输入>", NOTICE) == shown.out
    assert ran.err.endswith("接着：kepu import - -o 方案.yaml\n")


def test_of_several_plans_somebody_has_to_choose(folder: Path) -> None:
    ran = kepu("import", SEVERAL, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "两份方案.md 里有 2 份方案：",
        "  1  白河镇2026年科普工作计划（3 项任务，第 1 行起）",
        "  2  红石镇2026年科普工作计划（3 项任务，第 9 行起）",
        "kepu：请用 --plan 1 选一份，或者用 -o 方案.yaml 把每一份写成一个文件",
    ]


def test_one_of_several_plans(folder: Path) -> None:
    ran = kepu("import", SEVERAL, "--plan", "2", "-o", "plan.yaml", cwd=folder)
    assert ran.code == 0
    plan = load_file(folder / "plan.yaml").plan
    assert plan is not None
    assert (plan.title, len(plan.actions)) == ("红石镇2026年科普工作计划", 3)


def test_the_next_step_repeats_what_was_asked(folder: Path) -> None:
    options = ("--plan", "2", "--actions-at", "(1)", "--first-leads")
    ran = kepu("import", SEVERAL, *options, cwd=folder)
    assert ran.err.endswith('接着：kepu import 两份方案.md --actions-at "(1)" --plan 2 --first-leads -o 方案.yaml\n')


@pytest.mark.parametrize("number", ["0", "3"])
def test_a_plan_that_is_not_there(folder: Path, number: str) -> None:
    ran = kepu("import", SEVERAL, "--plan", number, cwd=folder)
    assert (ran.code, ran.err) == (2, f"kepu：两份方案.md 里有 2 份方案，没有第 {number} 份\n")


def test_several_plans_are_written_side_by_side(folder: Path) -> None:
    ran = kepu("import", SEVERAL, "-o", "乡镇.yaml", cwd=folder)
    assert ran.code == 0
    assert sorted(path.name for path in folder.glob("*.yaml")) == ["乡镇-1.yaml", "乡镇-2.yaml"]
    titles = [plan.title for number in (1, 2) if (plan := load_file(folder / f"乡镇-{number}.yaml").plan)]
    assert titles == ["白河镇2026年科普工作计划", "红石镇2026年科普工作计划"]
    assert ran.err.endswith("kepu validate 乡镇-1.yaml 乡镇-2.yaml\n")


def test_none_is_written_where_one_is_in_the_way(folder: Path) -> None:
    (folder / "乡镇-2.yaml").write_text("方案: 我的\n", encoding="utf-8")
    ran = kepu("import", SEVERAL, "-o", "乡镇.yaml", cwd=folder)
    assert (ran.code, ran.err) == (2, "kepu：乡镇-2.yaml 已经存在，要覆盖请加 --force；一个文件也没有写\n")
    assert not (folder / "乡镇-1.yaml").exists()
    assert (folder / "乡镇-2.yaml").read_text("utf-8") == "方案: 我的\n"
    assert kepu("import", SEVERAL, "-o", "乡镇.yaml", "--force", cwd=folder).code == 0
    assert "红石镇" in (folder / "乡镇-2.yaml").read_text("utf-8")


def test_a_folder_is_no_place_for_a_plan(folder: Path) -> None:
    (folder / "乡镇").mkdir()
    ran = kepu("import", SEVERAL, "-o", "乡镇", "--force", cwd=folder)
    assert (ran.code, ran.err) == (2, "kepu：乡镇 是一个文件夹，请写明文件名\n")


def test_nothing_read_is_no_success(folder: Path) -> None:
    (folder / "通知.txt").write_text("关于召开会议的通知\n请各单位准时参加。\n", encoding="utf-8")
    ran = kepu("import", "通知.txt", "-o", "plan.yaml", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kepu：在 通知.txt 里没有读到任务。")
    assert not (folder / "plan.yaml").exists()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("空.docx", b"", "是空的"),
        ("方案.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "另存为"),
        ("方案.pdf", b"%PDF-1.7\n", "PDF"),
        ("方案.docx", b"\x89PNG\r\n\x1a\n", "图片"),
        ("方案.txt", b"\xff\xd8\xff\xe0", "图片"),
        ("方案.zip", b"PK\x03\x04", "压缩包"),
    ],
    ids=["empty", "old", "pdf", "png", "jpeg", "zip"],
)
def test_files_that_nobody_can_read_here(folder: Path, name: str, data: bytes, told: str) -> None:
    (folder / name).write_bytes(data)
    ran = kepu("import", name, "-o", "plan.yaml", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kepu：")
    assert ran.err.count("\n") == 1
    assert name in ran.err
    assert told in ran.err
    assert not (folder / "plan.yaml").exists()


@pytest.mark.parametrize("name", OFFICE_FILES)
def test_a_torn_file(folder: Path, name: str) -> None:
    (folder / name).write_bytes(OFFICE_FILES[name]()[:2000])
    ran = kepu("import", name, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"kepu：{name} 不完整或已损坏，读不了；")


@pytest.mark.parametrize("level", ["foo", ""])
def test_a_level_that_is_none(folder: Path, level: str) -> None:
    ran = kepu("import", NOTICE, "--actions-at", level, cwd=folder)
    assert ran.code == 2
    assert ran.err.startswith(f"kepu：看不懂 --actions-at “{level}”；")


def test_the_level_may_be_told(folder: Path) -> None:
    ran = kepu("import", NOTICE, "--actions-at", "1.", "-o", "plan.yaml", cwd=folder)
    assert ran.code == 0
    plan = load_file(folder / "plan.yaml").plan
    assert plan is not None
    assert "组织青少年科技创新大赛" in [action.name.rstrip("。") for action in plan.actions]


def test_the_first_may_lead(folder: Path) -> None:
    (folder / "甲.txt").write_text("甲镇工作方案\n一、办展览。（责任单位：县科协、县妇联）\n", encoding="utf-8")
    assert "牵头单位" not in kepu("import", "甲.txt", cwd=folder).out
    assert "    牵头单位: 县科协\n" in kepu("import", "甲.txt", "--first-leads", cwd=folder).out


def test_a_folder_is_no_document(folder: Path) -> None:
    (folder / "方案").mkdir()
    ran = kepu("import", "方案", cwd=folder)
    assert (ran.code, ran.err) == (2, "kepu：读不了 方案：这是文件夹，不是文件\n")


def test_why_nothing_was_read_is_told(folder: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.title = "台账"
    book.active.append(["序号", "任务", "责任单位"])
    book.active.sheet_state = "hidden"
    book.create_sheet("空白")
    book.save(folder / "藏.xlsx")
    ran = kepu("import", "藏.xlsx", cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert first == "说明：工作表“台账”是隐藏的，没有读入；需要的话请取消隐藏再读"
    assert second.startswith("kepu：在 藏.xlsx 里没有读到任务。")


@pytest.mark.parametrize(
    ("arguments", "chinese", "english"),
    [
        (("",), "没有写要读哪个文件", "the name of the file to read is blank"),
        (("甲.txt", "--plan", "两份"), "--plan 后面要写一个数字，不是“两份”", "--plan takes a number, not “两份”"),
        (("甲.txt", "乙.txt"), "多写了参数：乙.txt", "too many arguments: 乙.txt"),
    ],
    ids=["no name", "no number", "two files"],
)
def test_what_a_new_clerk_may_type(folder: Path, arguments: tuple[str, ...], chinese: str, english: str) -> None:
    for lang, sentence in (("zh", f"kepu：{chinese}"), ("en", f"kepu: {english}")):
        ran = kepu("import", *arguments, cwd=folder, lang=lang)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines()[0] == sentence


def test_a_sheet_saved_as_csv(folder: Path) -> None:
    rows = "2026年任务分工表,,\n序号,任务,责任单位\n1,办展览,县科协\n,,\n合计,1项,\n"
    (folder / "分工.csv").write_bytes(rows.encode("gb18030"))
    ran = kepu("import", "分工.csv", "-o", "plan.yaml", cwd=folder)
    assert ran.code == 0
    assert "- 第 5 行  合计 1项" in ran.err
    plan = load_file(folder / "plan.yaml").plan
    assert plan is not None
    assert (plan.title, [action.name for action in plan.actions]) == ("2026年任务分工表", ["办展览"])
