"""`kepu validate` as a process: forms, baseline, settings, mending, many plans; whole screens as golden files."""

from __future__ import annotations

import json
import shutil
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from kepu_cli.commands.opening import check_now, open_any
from kepu_cli.commands.validate import Format
from kepu_cli.findings import Lang
from kepu_cli.model import Settings
from kepu_cli.reports import findings_text
from kepu_cli.reports.screen import Screen
from tests.cli.process import EXAMPLES, ROOT, kepu
from tests.golden import assert_golden

if TYPE_CHECKING:
    from pathlib import Path

SHIFANG = EXAMPLES / "shifang-2007"
SCREENS = ROOT / "tests" / "cli" / "screens"
PLAN = "方案: 示例\n年度: 2026\n地区: 示例县\n成员单位: [县教育局, 县科协]\n重点任务:\n"
ACTION = "  - {名称: %s, 牵头单位: %s, 责任单位: %s, 完成时限: 年底前}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("plan.yaml", "departments.yaml"):
        shutil.copy(SHIFANG / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize(("width", "plan"), [(80, "plan.yaml"), (120, "plan.yaml"), (80, "plan-en.yaml")])
def test_the_screen_of_the_ten_tasks(width: int, plan: str, lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SHIFANG)
    loaded = open_any(plan)
    report = check_now(loaded, Settings())
    screen = Screen(lang, width)
    shown = findings_text.render(report, loaded.places.line_of, screen) + findings_text.summary([report], screen)
    assert_golden(SCREENS / f"shifang-{plan.removesuffix('.yaml')}-{width}.{lang}.txt", shown)


@pytest.mark.parametrize("form", Format)
def test_every_form_is_written_and_fails_alike(form: Format, folder: Path) -> None:
    ran = kepu("validate", "plan.yaml", "--format", form, cwd=folder)
    assert (ran.code, ran.err) == (1, "")
    assert "市文爱办" in ran.out
    if form in (Format.JSON, Format.SARIF):
        json.loads(ran.out)
    if form is Format.JUNIT:
        assert ET.fromstring(ran.out).tag == "testsuites"


def test_junit_fails_what_the_run_fails(folder: Path) -> None:
    def failures(*more: str) -> str:
        return ET.fromstring(kepu("validate", "plan.yaml", "--format", "junit", *more, cwd=folder).out).attrib[
            "failures"
        ]

    assert (failures(), failures("--strict")) == ("7", "9")


def test_a_baseline_accepts_what_is_there_and_fails_on_what_is_new(folder: Path) -> None:
    ran = kepu("validate", "plan.yaml", "--baseline", "old.json", "--write-baseline", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert "记进 old.json" in ran.err
    ran = kepu("validate", "plan.yaml", "--baseline", "old.json", "--strict", cwd=folder)
    assert (ran.code, ran.out) == (0, "plan.yaml：没有发现问题，基线里已有 27 个\n")
    plan = folder / "plan.yaml"
    plan.write_text(
        plan.read_text("utf-8").replace("年度: 2007", "\n年度: 2007", 1).replace("市水利局", "市水务办"), "utf-8"
    )
    ran = kepu("validate", "plan.yaml", "--baseline", "old.json", "--format", "json", cwd=folder)
    found = json.loads(ran.out)
    assert ran.code == 1
    assert {(one["code"], one["message"].split("”")[0]) for one in found["findings"]} <= {
        ("K201", "名册里没有“市水务办"),
        ("K208", "“市水利局"),
    }
    assert found["summary"]["known"] == 27


def test_a_baseline_holds_from_any_folder(folder: Path) -> None:
    kepu("validate", "plan.yaml", "--write-baseline", cwd=folder)
    assert (folder / "kepu-baseline.json").exists()
    ran = kepu("validate", folder / "plan.yaml", "--baseline", folder / "kepu-baseline.json")
    assert ran.code == 0


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--baseline", "none.json"), "读不了 none.json"),
        (("--baseline", "departments.yaml"), "不是基线文件"),
        (("--baseline", "departments.yaml", "--write-baseline"), "不会覆盖"),
        (("--baseline", "no/such/b.json", "--write-baseline"), "不存在"),
    ],
    ids=["missing", "another file", "never over another file", "no folder"],
)
def test_a_baseline_that_cannot_be(args: tuple[str, ...], says: str, folder: Path) -> None:
    before = (folder / "departments.yaml").read_bytes()
    ran = kepu("validate", "plan.yaml", *args, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert ran.err.count("\n") == 1
    assert (folder / "departments.yaml").read_bytes() == before


def test_the_project_says_baseline_and_strictness(folder: Path) -> None:
    (folder / "kepu.toml").write_text('baseline = "old.json"\nstrict = true\n[rules]\nK206 = "off"\n', "utf-8")
    assert kepu("validate", "plan.yaml", "--write-baseline", cwd=folder).code == 0
    assert "K206" not in (folder / "old.json").read_text("utf-8")
    assert kepu("validate", "plan.yaml", cwd=folder).code == 0
    (folder / "kepu.toml").write_text("strict = true\n", "utf-8")
    (folder / "plan.yaml").write_text(f"{PLAN}{ACTION % ('甲', '县教育局', '县教育局、县科协')}", "utf-8")
    assert kepu("validate", "plan.yaml", cwd=folder).code == 1


def test_a_folders_own_settings_hold_for_it(folder: Path) -> None:
    (folder / "kepu.toml").write_text('baseline = "old.json"\n', "utf-8")
    assert kepu("validate", folder, "--write-baseline", cwd=folder.parent).code == 0
    assert (folder / "old.json").exists()
    assert kepu("validate", folder, cwd=folder.parent).code == 0


def test_a_plans_own_settings_win_over_the_projects(folder: Path) -> None:
    (folder / "kepu.toml").write_text('[rules]\nK206 = "off"\nK101 = "off"\nK105 = "off"\nK201 = "info"\n', "utf-8")
    assert kepu("validate", "plan.yaml", "--strict", cwd=folder).code == 0
    plan = folder / "plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "规则: {K206: 错误}\n", "utf-8")
    ran = kepu("validate", "plan.yaml", cwd=folder)
    assert (ran.code, ran.out.count("[K")) == (1, 1)


def test_settings_that_are_wrong_are_told_once_for_all_plans(folder: Path) -> None:
    shutil.copy(folder / "plan.yaml", folder / "b.yaml")
    (folder / "kepu.toml").write_text("stirct = true\n", "utf-8")
    ran = kepu("validate", ".", cwd=folder)
    assert ran.code == 1
    assert ran.out.count("没有“stirct”这个栏目") == 1
    assert ran.out.startswith("kepu.toml：1 个错误\n")
    assert "    1 | stirct = true\n" in ran.out


def test_fix_mends_what_needs_no_decision(folder: Path) -> None:
    before = (folder / "plan.yaml").read_text("utf-8")
    ran = kepu("validate", "plan.yaml", "--fix", "--all", "--format", "json", cwd=folder)
    assert ran.code == 1
    found = json.loads(ran.out)["findings"]
    told = {(one["code"], one["message"]) for one in found if one["severity"] != "info"}
    assert told == {
        ("K101", "第 2 项任务没有名称"),
        ("K105", "编号从 一 跳到 三，中间少了 二"),
        ("K201", "名册里没有“市文爱办”"),
        ("K201", "名册里没有“市党校”"),
    }
    assert {one["code"] for one in found} & {"K203", "K205", "K206"} == set()
    after = (folder / "plan.yaml").read_text("utf-8")
    assert [line for line in after.splitlines() if "#" in line] == [line for line in before.splitlines() if "#" in line]
    again = kepu("validate", "plan.yaml", "--fix", cwd=folder)
    assert again.err == ""
    assert (folder / "plan.yaml").read_text("utf-8") == after


NINE = (PLAN + ACTION % ("甲", "县教育局", "县科协")).replace(": ", "：").replace(":\n", "：\n")
SLIPS = {
    "colons": (NINE, 9),
    "tabs": (PLAN + "\t- 名称: 甲\n\t  牵头单位: 县教育局\n", 2),
    "wide-spaces": (PLAN + "\u3000- 名称: 甲\n\u3000\u3000牵头单位: 县教育局\n", 2),
    "dashes": (PLAN + "  — 名称: 甲\n    牵头单位: 县教育局\n  － 名称: 乙\n    牵头单位: 县教育局\n", 2),
    "no space behind dashes": (PLAN + "  -名称: 甲\n    牵头单位: 县教育局\n  -名称: 乙\n    牵头单位: 县教育局\n", 2),
    "no space behind colons": (PLAN.replace(": ", ":") + ACTION % ("甲", "县教育局", "县科协"), 4),
    "keys": (PLAN + "  - 名称: 甲\n    牵头 单位: 县教育局\n    责任　单位: 县科协\n", 2),
    "lost dashes": (PLAN + "  - 名称: 甲\n    牵头单位: 县教育局\n    名称: 乙\n    牵头单位: 县科协\n", 1),
}


@pytest.mark.parametrize(("text", "count"), SLIPS.values(), ids=SLIPS)
def test_how_many_slips_would_be_mended_is_told_and_kept(text: str, count: int, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    told = kepu("validate", "plan.yaml", cwd=tmp_path).out
    assert f"加 --fix 自动改好 {count} 处" in told
    shown = kepu("show", "plan.yaml", cwd=tmp_path)
    broken = shown.code == 1
    assert broken is (f"用 kepu validate plan.yaml --fix 自动改好 {count} 处" in shown.err)
    mended = kepu("validate", "plan.yaml", "--fix", cwd=tmp_path)
    assert f"已改好 plan.yaml：{count} 处" in mended.err
    assert "--fix" not in mended.out


def test_what_only_stands_in_a_folder_and_is_no_plan_promises_no_mending(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("方案：示例\n年度：2026\n", encoding="utf-8")
    assert "--fix" in kepu("validate", "plan.yaml", cwd=tmp_path).out
    assert "--fix" not in kepu("validate", ".", cwd=tmp_path).out
    assert "--fix" not in kepu("validate", "-", stdin=(tmp_path / "plan.yaml").read_bytes()).out


@pytest.mark.parametrize("command", ["validate", "show", "gaps", "fmt"])
def test_a_document_is_shown_the_way_to_import(command: str, tmp_path: Path) -> None:
    folder = tmp_path / "我的 方案"
    folder.mkdir()
    (folder / "去年 (1).docx").write_bytes(b"PK\x03\x04 word/document.xml")
    (folder / "通知.txt").write_text("关于印发方案的通知：\n现印发给你们，请组织实施。\n", encoding="utf-8")
    for name in ("去年 (1).docx", "通知.txt"):
        ran = kepu(command, f"我的 方案/{name}", cwd=tmp_path)
        assert ran.code == 1
        assert f'可用 kepu import "我的 方案/{name}" -o 方案.yaml 读成方案' in ran.out
        assert ("这是 Word 文档，不是 YAML 文本" in ran.out) is name.endswith(".docx")


def test_fix_does_not_take_standard_input() -> None:
    ran = kepu("validate", "-", "--fix", stdin=PLAN.encode())
    assert (ran.code, ran.out) == (2, "")
    assert "kepu fmt -" in ran.err


def test_fix_leaves_a_file_that_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(b"\x00\x01\x02")
    ran = kepu("validate", "plan.yaml", "--fix", cwd=tmp_path)
    assert ran.code == 1
    assert (tmp_path / "plan.yaml").read_bytes() == b"\x00\x01\x02"


def test_fix_touches_only_plans_in_a_folder_and_only_the_rules_asked_for(folder: Path) -> None:
    others = {"compose.yaml": "services: {名称: 甲、甲}\n".encode("gb18030"), "site.yml": "title：网站\n".encode()}
    others["departments.yaml"] = (folder / "departments.yaml").read_text("utf-8").encode("gb18030")
    for name, data in others.items():
        (folder / name).write_bytes(data)
    ran = kepu("validate", ".", "--fix", "--rule", "K203", cwd=folder)
    assert "已改好 plan.yaml：11 处" in ran.err
    assert {name: (folder / name).read_bytes() for name in others} == others
    assert "市委宣传部、市农业局、市广电局" in (folder / "plan.yaml").read_text("utf-8"), "K206 was not asked for"


def test_nothing_is_mended_where_a_named_file_is_missing(folder: Path) -> None:
    before = (folder / "plan.yaml").read_bytes()
    for command in (("validate", "--fix"), ("fmt",)):
        ran = kepu(*command, "plan.yaml", "nope.yaml", cwd=folder)
        assert (ran.code, ran.out) == (2, "")
        assert "nope.yaml" in ran.err
        assert (folder / "plan.yaml").read_bytes() == before


def test_other_programs_files_in_a_folder_are_passed_over(folder: Path) -> None:
    others = {
        "compose.yaml": "services: {web: {image: nginx}}\n",
        "mkdocs.yml": "site_name: x\nnav:\n  - a: b\n",
        "list.yaml": "- a\n- b\n",
        "two.yaml": "a: 1\n---\nb: 2\n",
        "tag.yaml": "a: !ref b\n",
    }
    for name, text in others.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "broken.yaml").write_text("方案：甲\n年度: 2026\n", "utf-8")
    ran = kepu("validate", ".", "--format", "json", cwd=folder)
    assert json.loads(ran.out)["files"] == ["broken.yaml", "plan.yaml"]
    assert kepu("validate", "list.yaml", cwd=folder).code == 1, "one that is named is told"


def test_a_file_named_twice_is_checked_once(folder: Path) -> None:
    ran = kepu("validate", "plan.yaml", "./plan.yaml", ".", "--format", "json", cwd=folder)
    assert json.loads(ran.out)["files"] == ["plan.yaml"]
    assert kepu("validate", "-", "-", stdin=PLAN.encode()).code == 2


def test_a_folder_has_a_summary_a_file_and_one_for_all(folder: Path) -> None:
    (folder / "b.yaml").write_text(f"{PLAN}{ACTION % ('甲', '县教育局', '县科协')}", "utf-8")
    ran = kepu("validate", ".", cwd=folder)
    lines = ran.out.splitlines()
    assert lines[0] == "plan.yaml：7 个错误，2 个警告，18 个提示"
    assert lines[-2] == "2 个文件：7 个错误，2 个警告，18 个提示"
    assert not any(line.startswith("b.yaml") for line in lines), "a clean file is only counted"


def test_plans_looked_at_together(tmp_path: Path) -> None:
    first = "".join(ACTION % (f"第{at}项", "县科协", "县教育局") for at in range(4))
    (tmp_path / "a.yaml").write_text(f"{PLAN}{first}", "utf-8")
    (tmp_path / "b.yaml").write_text(
        f"{PLAN}{ACTION % ('第0项', '县教育局', '县科协')}{ACTION % ('另一项', '县科协', '县教育局')}", "utf-8"
    )
    apart = kepu("validate", ".", cwd=tmp_path)
    assert apart.code == 0
    assert "K8" not in apart.out
    ran = kepu("validate", ".", "--together", "--strict", cwd=tmp_path)
    assert ran.code == 1
    assert "b.yaml:6:10: 警告：“第0项”在 a.yaml 里由别的单位牵头：县科协；这里是：县教育局 [K801]" in ran.out
    assert "    6 |   - {名称: 第0项" in ran.out
    assert "[K802]" in ran.out
    assert "2026 年，2 份方案合计" in ran.out
    assert "\n2 个文件：" in ran.out
    only = kepu("validate", ".", "--rule", "K801", "--format", "json", cwd=tmp_path)
    assert [one["code"] for one in json.loads(only.out)["findings"]] == ["K801"]
    assert json.loads(only.out)["files"] == ["a.yaml", "b.yaml"]
