"""`kepu diff` as a process: views, forms, three plans, exit codes, and what it says where something is wrong."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from kepu_cli.comparing.changes import VERB_WORDS
from tests.cli.process import EXAMPLES, ROOT, kepu

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

COUNTY = EXAMPLES / "sample-county"
YEARS = ("2025.yaml", "2026.yaml")
PLAN = "方案: 示例\n年度: 2026\n成员单位: [县教育局, 县科协]\n重点任务:\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the county's two years to work in, with a draft of the second."""
    county = tmp_path / "county"
    shutil.copytree(COUNTY, county)
    draft = (county / "2026.yaml").read_text(encoding="utf-8").replace("人数: 45", "人数: 60")
    (county / "草案.yaml").write_text(draft, encoding="utf-8")
    return county


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ((), "一 青少年科学素质提升行动  第 24 行\n"),
        (("--by", "action"), "一 青少年科学素质提升行动  第 24 行\n"),
        (("--by", "department"), "县林业局：新增责任 4 项；另随单位组、项目新增 3 项\n"),
        (("--department", "县民政局"), "县民政局\n你单位：新增责任 1 项、角色调整 1 项"),
        (("--summary",), "五 领导干部和公务员科学素质提升行动  退出单位 1 处\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_the_views(args: tuple[str, ...], expected: str) -> None:
    ran = kepu("diff", *YEARS, *args, cwd=COUNTY)
    assert ran.code == 0
    assert expected in ran.out


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("县卫健局", "县卫生健康局"),
        ("县科学技术协会", "县科协"),
        ("县乡村振兴局", "县农业农村局"),
        ("县扶贫办", "县农业农村局"),
        ("各镇街", "各镇街"),
        ("东河街道", "各镇街"),
    ],
    ids=["short", "alias", "former", "former of last year's roster", "group", "one of a group"],
)
def test_a_department_by_any_of_its_names(typed: str, told: str) -> None:
    assert kepu("diff", *YEARS, "--department", typed, cwd=COUNTY).out.startswith(f"{told}\n你单位：")


def test_a_department_without_news() -> None:
    ran = kepu("diff", *YEARS, "--department", "县委宣传部", cwd=COUNTY)
    assert (ran.code, ran.out) == (0, "县委宣传部：没有要告知的变化。\n")


def test_an_unknown_department_and_the_nearest_name() -> None:
    ran = kepu("diff", *YEARS, "--department", "县民攻局", cwd=COUNTY)
    assert (ran.code, ran.out) == (2, "")
    assert "两份方案里都没有“县民攻局”，是不是“县民政局”？" in ran.err
    assert "两份方案里都没有“外星局”这个单位" in kepu("diff", *YEARS, "--department", "外星局", cwd=COUNTY).err


def test_a_town_that_left_the_group_is_told_its_own_news(tmp_path: Path) -> None:
    for year, towns in (("2025", "城关镇, 石桥镇"), ("2026", "城关镇")):
        plan = f"标题: 方案\n年度: {year}\n成员单位: [县教育局, 县科协]\n单位组: {{各镇街: [{towns}]}}\n重点任务:\n"
        duty = "  - {名称: 甲, 职责: [{内容: 办展览, 牵头单位: 县科协, 责任单位: 各镇街}]}\n"
        (tmp_path / f"{year}.yaml").write_text(plan + duty, encoding="utf-8")
    ran = kepu("diff", *YEARS, "--department", "石桥镇", cwd=tmp_path)
    assert ran.out.startswith("石桥镇\n你单位：随单位组退出 1 项。\n")
    assert kepu("diff", *YEARS, "--department", "城关镇", cwd=tmp_path).out == "各镇街：没有要告知的变化。\n"


def test_a_plan_with_itself() -> None:
    ran = kepu("diff", YEARS[1], YEARS[1], "--exit-code", cwd=COUNTY)
    assert (ran.code, ran.out) == (0, "两份方案没有实质变化。\n")


def test_json_on_the_screen_and_in_a_file_are_one(folder: Path) -> None:
    shown = kepu("diff", *YEARS, "--format", "json", cwd=folder)
    assert kepu("diff", *YEARS, "-o", "变化.json", cwd=folder).code == 0
    assert shown.out == (folder / "变化.json").read_bytes().decode()
    document = json.loads(shown.out)
    assert list(document) == ["schema", "changes", "shifts", "carried", "proposals", "doubts", "summary"]
    assert document["summary"]["reformed"] == 1


@pytest.mark.parametrize(
    ("suffix", "begin"),
    [(".xlsx", b"PK"), (".docx", b"PK"), (".html", b"<!doctype html>"), (".md", b"# "), (".json", b"{\n")],
)
def test_every_form_is_written_by_its_suffix(suffix: str, begin: bytes, folder: Path) -> None:
    ran = kepu("diff", *YEARS, "-o", f"变化{suffix}", "--exit-code", cwd=folder)
    assert (ran.code, ran.out) == (1, "")
    assert f"已生成 变化{suffix}\n" in ran.err
    assert (folder / f"变化{suffix}").read_bytes().startswith(begin)


def test_a_file_for_one_department(folder: Path) -> None:
    assert kepu("diff", *YEARS, "-o", "民政局.md", "--department", "县民政局", cwd=folder).code == 0
    text = (folder / "民政局.md").read_text(encoding="utf-8")
    assert "县民政局" in text
    assert "1.7" not in text


def test_an_existing_file_is_kept_without_force(folder: Path) -> None:
    target = folder / "变化.md"
    target.write_text("mine", encoding="utf-8")
    ran = kepu("diff", *YEARS, "-o", target.name, cwd=folder)
    assert ran.code == 2
    assert "--force" in ran.err
    assert target.read_text(encoding="utf-8") == "mine"
    assert kepu("diff", *YEARS, "-o", target.name, "--force", cwd=folder).code == 0
    assert target.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("victim", ["2025.yaml", "2026.yaml", "departments-2025.yaml"])
def test_its_own_sources_are_never_replaced(victim: str, folder: Path) -> None:
    (folder / victim).rename(folder / "kept.json")
    (folder / victim).symlink_to("kept.json")
    before = (folder / "kept.json").read_bytes()
    ran = kepu("diff", *YEARS, "-o", "kept.json", "--force", cwd=folder)
    assert ran.code == 2, ran
    assert (folder / "kept.json").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("-o", "变化.pdf"), "不知道“.pdf”是什么格式，请用 .xlsx、.docx、.html、.md、.json 作后缀"),
        (("-o", "变化"), "不知道“变化”是什么格式"),
        (("-o", "没有/变化.md"), "不存在，请先建好它"),
        (("-o", "变化.md", "--format", "json"), "--format 在这里不起作用"),
        (("-o", "变化.md", "--by", "department"), "--by 在这里不起作用"),
        (("-o", "变化.json", "--department", "县科协"), "--department 在这里不起作用"),
        (("--format", "json", "--summary"), "--summary 在这里不起作用：JSON 里总是全部内容"),
        (("--summary", "--by", "action"), "--by 在这里不起作用"),
        (("--department", "县科协", "--summary"), "--summary 在这里不起作用"),
        (("--by", "month"), "--by 只能是其中之一：action department"),
        (("草案.yaml", "-o", "变化.xlsx"), "三份一起比，可以写成 .json，不能写成“.xlsx”"),
        (("草案.yaml", "--department", "县科协"), "--department 在这里不起作用：三份一起比的时候只有一种看法"),
        (("草案.yaml", "多了.yaml"), "多写了参数"),
        (("没有.yaml",), "没有.yaml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(args: tuple[str, ...], says: str, folder: Path) -> None:
    before = sorted(path.name for path in folder.iterdir())
    ran = kepu("diff", *YEARS, *args, cwd=folder)
    assert (ran.code, ran.out) == (2, ""), ran
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_roster_is_no_plan() -> None:
    ran = kepu("diff", "departments-2025.yaml", YEARS[1], cwd=COUNTY)
    assert (ran.code, ran.out) == (2, "")
    assert "departments-2025.yaml 是名册或纲要，不是方案" in ran.err


def test_one_plan_alone_is_not_enough() -> None:
    assert "缺少 新方案" in kepu("diff", YEARS[0], cwd=COUNTY).err


def test_two_equal_ids_side_by_side(tmp_path: Path) -> None:
    twice = "  - {编号: 一, 名称: %s, 牵头单位: 县科协}\n"
    (tmp_path / "a.yaml").write_text(PLAN + twice % "甲" + twice % "乙", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(PLAN + twice % "甲", encoding="utf-8")
    ran = kepu("diff", "a.yaml", "b.yaml", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "编号 一 用了两次" in ran.err


def test_a_broken_plan_is_told_with_its_findings(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("方案: [\n", encoding="utf-8")
    ran = kepu("diff", "a.yaml", "a.yaml", cwd=tmp_path)
    assert ran.code == 1
    assert "K002" in ran.out


def test_a_roster_that_cannot_be_read_is_no_mass_departure(folder: Path) -> None:
    named = folder / "2026.yaml"
    text, count = re.subn(
        "^成员单位: .*$", "成员单位: 没有这个文件.yaml", named.read_text(encoding="utf-8"), flags=re.M
    )
    assert count == 1
    lost = folder / "名册没了.yaml"
    lost.write_text(text, encoding="utf-8")
    for pair in ((named, lost), (lost, named)):
        ran = kepu("diff", *pair)
        assert ran.out.startswith("两份方案没有实质变化。"), ran.out
        assert f"{lost.name} 的成员单位没有读出来，单位和单位组按 {named} 的对照" in ran.err


def test_one_plan_may_come_from_standard_input() -> None:
    data = (COUNTY / YEARS[0]).read_bytes()
    piped, named = kepu("diff", "-", YEARS[1], cwd=COUNTY, stdin=data), kepu("diff", *YEARS, cwd=COUNTY)
    assert piped.out == named.out
    assert "标准输入（-）只能写一次" in kepu("diff", "-", "-", cwd=COUNTY, stdin=data).err


def test_three_plans(folder: Path) -> None:
    plan = (folder / "2026.yaml").read_text(encoding="utf-8")
    (folder / "意见.yaml").write_text(plan.replace("人数: 45", "人数: 50"), encoding="utf-8")
    ran = kepu("diff", "2026.yaml", "草案.yaml", "意见.yaml", "--exit-code", cwd=folder)
    assert ran.code == 1
    assert ran.out.startswith("两边都改了，互相冲突（1）\n")
    assert "草案.yaml\n        目标调整  人数 45 → 60\n" in ran.out
    assert kepu("diff", "2026.yaml", "草案.yaml", "意见.yaml", "-o", "冲突.json", cwd=folder).code == 0
    document = json.loads((folder / "冲突.json").read_text(encoding="utf-8"))
    assert document["summary"] == {"clash": 1, "ours": 0, "theirs": 0, "alike": 0}


def test_a_clash_says_of_which_item_each_side_speaks(tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in ("base.yaml", "o.yaml", "t.yaml"))
    base.write_text(YEAR, encoding="utf-8")
    ours.write_text(YEAR.replace(", 县妇联]\n", "]\n", 1) + "  - {编号: 二, 名称: 老年人行动}\n", encoding="utf-8")
    charged = YEAR.replace("内容: 轮训教师, 牵头单位: 县教育局", "内容: 轮训教师, 牵头单位: 县妇联")
    theirs.write_text(charged + "  - {编号: 二, 名称: 农民行动}\n", encoding="utf-8")
    told = kepu("diff", base, ours, theirs).out
    assert "    t.yaml\n      1.2 轮训教师\n        牵头调整  县教育局 → 县妇联\n" in told, told
    assert "  二 农民行动\n    o.yaml\n      二 老年人行动\n" in told


def test_where_only_a_member_went_the_items_are_told_as_they_were(tmp_path: Path) -> None:
    old, new, page = (tmp_path / name for name in ("old.yaml", "new.yaml", "变化.md"))
    old.write_text(PLAN.replace("]", ", 县妇联]") + "  - {名称: 甲, 牵头单位: 县科协}\n", encoding="utf-8")
    new.write_text(PLAN + "  - {名称: 甲, 牵头单位: 县科协}\n", encoding="utf-8")
    assert kepu("diff", old, new, "-o", page).code == 0
    told = page.read_text(encoding="utf-8")
    assert "成员退出：县妇联" in told
    assert "各项任务没有变化，变化见上面" in told
    assert "没有实质变化" not in told


def test_three_plans_without_a_change(folder: Path) -> None:
    ran = kepu("diff", "2026.yaml", "2026.yaml", "2026.yaml", "--exit-code", cwd=folder)
    assert (ran.code, ran.out) == (0, "两份方案都没有实质变化。\n")


def test_files_of_one_name_are_told_with_their_folders(folder: Path) -> None:
    (folder / "甲").mkdir()
    shutil.copytree(COUNTY, folder / "甲", dirs_exist_ok=True)
    text = (folder / "草案.yaml").read_text(encoding="utf-8")
    (folder / "甲" / "2026.yaml").write_text(text, encoding="utf-8")
    ran = kepu("diff", "2026.yaml", "2026.yaml", "甲/2026.yaml", cwd=folder)
    assert "只有 甲/2026.yaml 改了（1）" in ran.out


def test_in_english() -> None:
    ran = kepu("diff", *YEARS, "--department", "县气象局", cwd=COUNTY, lang="en")
    assert ran.out.startswith(
        "县气象局\nFor your department: 2 new as responsible; also through group words and projects: 3 new.\n"
    )


PAGE = ROOT / "docs" / "comparing.md"


def test_the_page_names_every_kind_of_change() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for verb, words in VERB_WORDS.items():
        assert f"| {words.zh} | {words.en} | `{verb}` |" in text


def test_the_page_names_every_key_of_the_json() -> None:
    text = PAGE.read_text(encoding="utf-8")
    document = json.loads(kepu("diff", *YEARS, "--format", "json", cwd=COUNTY).out)
    assert all(f"| `{key}` |" in text for key in document if key != "schema")
    for key in ("changes", "shifts", "carried"):
        row = next(line for line in text.splitlines() if line.startswith(f"| `{key}` |"))
        assert set(re.findall(r'"(\w+)"', row)) == set(document[key][-1])


def test_the_page_shows_a_real_screen() -> None:
    shown = re.search(r"```text\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    golden = ROOT / "tests" / "reports" / "golden" / "changes" / "small-80.zh.txt"
    assert shown[1] in golden.read_text(encoding="utf-8")


def test_the_chinese_prose_of_the_page_has_full_width_punctuation() -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", text) == []


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
@pytest.mark.parametrize("plan", ["sample-county/2026.yaml", "shifang-2007/plan.yaml", "wuyi-policy/plan.yaml"])
def test_what_was_exported_is_the_same_plan(plan: str, suffix: str, tmp_path: Path) -> None:
    table = str(tmp_path / f"table{suffix}")
    assert kepu("export", str(EXAMPLES / plan), "-o", table).code == 0
    for pair in ((str(EXAMPLES / plan), table), (table, str(EXAMPLES / plan)), (table, table)):
        ran = kepu("diff", *pair, "--exit-code")
        assert (ran.code, ran.out) == (0, "两份方案没有实质变化。\n")


def _first_sheet_alone(book: Workbook) -> None:
    for sheet in book.worksheets[1:]:
        book.remove(sheet)


def _sorted_by_lead(book: Workbook) -> None:
    """As somebody does who copies the values into a new sheet, fills them down and sorts the rows."""
    printed = book.worksheets[0]
    filled: dict[tuple[int | None, int | None], Any] = {
        (row, column): printed.cell(area.min_row, area.min_col).value
        for area in printed.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }
    rows = [[filled.get((cell.row, cell.column), cell.value) for cell in row] for row in printed.iter_rows()]
    head = next(at for at, row in enumerate(rows) if "牵头单位" in row)
    lead = rows[head].index("牵头单位")
    _first_sheet_alone(book)
    sheet = book.create_sheet()
    for row in (*rows[: head + 1], *sorted(filter(any, rows[head + 1 :]), key=lambda row: str(row[lead]))):
        sheet.append(row)
    book.remove(printed)


@pytest.mark.parametrize("plan", ["2025.yaml", "2026.yaml"])
@pytest.mark.parametrize("change", [_first_sheet_alone, _sorted_by_lead], ids=["first sheet", "sorted"])
def test_a_table_that_remembers_nothing_is_the_same_plan(
    plan: str, change: Callable[[Workbook], None], tmp_path: Path
) -> None:
    """What it prints of an action at each row, and what it cannot print, is no change."""
    table = tmp_path / "分工表.xlsx"
    assert kepu("export", COUNTY / plan, "-o", table).code == 0
    book = load_workbook(table)
    change(book)
    book.save(table)
    ran = kepu("diff", COUNTY / plan, table)
    assert ran.out.startswith("两份方案没有实质变化。"), ran.out
    assert "没有实质变化" in kepu("diff", table, COUNTY / plan).out


YEAR = """
方案: 甲县2025年方案
年度: 2025
成员单位: [县科协, 县教育局, 县妇联]
重点任务:
  - 编号: 一
    名称: 青少年行动
    牵头单位: 县科协
    牵头领导: 王副县长
    完成时限: 12月底前
    职责:
      - {编号: 1.1, 内容: 讲座进校园, 牵头单位: 县教育局}
      - {编号: 1.2, 内容: 轮训教师, 牵头单位: 县教育局, 对应: [纲要/青少年/6], 备注: 每季度一次}
    项目: [{名称: 科普日, 责任单位: 县妇联, 对应: [1.1]}]
"""


def test_the_table_of_last_year_against_the_plan_of_this_year(tmp_path: Path) -> None:
    """Of the one sheet that is left the same is told as of the plan that it was made of."""
    old, new, table = (tmp_path / name for name in ("old.yaml", "new.yaml", "old.xlsx"))
    old.write_text(YEAR, encoding="utf-8")
    this_year = YEAR.replace("2025", "2026").replace("12月底前", "11月底前").replace("王", "赵")
    new.write_text(this_year.replace("轮训教师", "轮训科学教师").replace("每季度", "每月"), encoding="utf-8")
    assert kepu("export", old, "-o", table).code == 0
    book = load_workbook(table)
    _first_sheet_alone(book)
    book.save(table)
    from_plan, from_table = (_told(kepu("diff", one, new, "--format", "json").out) for one in (old, table))
    assert from_table == from_plan
    assert len(from_plan) == 4


def test_targets_and_remarks_of_a_bare_table_are_compared(tmp_path: Path) -> None:
    table = tmp_path / "分工表.xlsx"
    assert kepu("export", COUNTY / "2026.yaml", "-o", table).code == 0
    book = load_workbook(table)
    _first_sheet_alone(book)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if new := {"场次 30": "场次 60", "新增": "保留"}.get(str(cell.value)):
                cell.value = new
    book.save(table)
    told = _told(kepu("diff", COUNTY / "2026.yaml", table, "--format", "json").out)
    assert ("target-changed", "科学家精神宣讲进校园", "场次 30", "场次 60") in told
    assert {(verb, before, after) for verb, _, before, after in told} == {
        ("target-changed", "场次 30", "场次 60"),
        ("changed", "新增", "保留"),
    }


def _told(text: str) -> list[tuple[str, str, str, str]]:
    changes = json.loads(text)["changes"]
    return [(one["verb"], one["name"], one["before"], one["after"]) for one in changes]


def test_a_table_without_what_is_to_be_done_cannot_be_compared(tmp_path: Path) -> None:
    table = tmp_path / "分工表.xlsx"
    assert kepu("export", COUNTY / "2026.yaml", "--columns", "牵头单位、责任单位", "-o", table).code == 0
    ran = kepu("diff", COUNTY / "2026.yaml", table)
    assert (ran.code, ran.out) == (2, "")
    assert "导出时没有要“具体举措”一列，分不清哪一行是哪一项，没法对比" in ran.err


@pytest.mark.parametrize("plan", ["2025.yaml", "2026.yaml"])
def test_markdown_is_the_same_plan(plan: str, tmp_path: Path) -> None:
    table = tmp_path / "分工表.md"
    assert kepu("export", COUNTY / plan, "-o", table).code == 0
    assert kepu("diff", COUNTY / plan, table).out.startswith("两份方案没有实质变化。")


def test_a_table_that_came_back_tells_what_somebody_changed(tmp_path: Path) -> None:
    """The lead of one measure retyped, a due date put off: that, without lines, and nothing else."""
    table = tmp_path / "退回.xlsx"
    kepu("export", str(COUNTY / "2026.yaml"), "-o", str(table))
    book = load_workbook(table)
    sheet = book.worksheets[0]
    for row in sheet.iter_rows():
        if any("科学家精神宣讲进校园" in str(cell.value) for cell in row):
            for cell in row:
                if cell.value == "县教育局":
                    cell.value = "县科协"
                elif cell.value == "持续推进":
                    cell.value = "6月底前"
    book.save(table)
    ran = kepu("diff", str(COUNTY / "2026.yaml"), str(table))
    assert ran.out.startswith(
        "一 青少年科学素质提升行动\n"
        "  1.1 科学家精神宣讲进校园\n"
        "    牵头调整  县教育局 → 县科协\n"
        "    时限调整  持续推进 → 6月底前\n\n"
        "共 2 处变化："
    )
    told = json.loads(kepu("diff", str(COUNTY / "2026.yaml"), str(table), "--format", "json").out)
    assert {(change["old"]["line"], change["new"]) for change in told["changes"]} == {(33, None), (35, None)}


NOTICE = """\
云岭县2026年全民科学素质工作要点
一、重点任务
（一）实施青少年科学素质提升行动。办好科技节。（牵头单位：县教育局；责任单位：县科协、团县委）
（二）实施老年人科学素质提升行动。办好老年课堂。（牵头单位：县民政局；责任单位：县科协）
"""


def test_two_notices_as_they_were_sent(tmp_path: Path) -> None:
    """Neither has a roster or a key of ours: only what both say can differ."""
    old, new = tmp_path / "去年.txt", tmp_path / "今年.txt"
    old.write_text(NOTICE.replace("2026", "2025"), encoding="gb18030")
    new.write_text(NOTICE.replace("县民政局", "县卫生健康局"), encoding="utf-8")
    ran = kepu("diff", str(old), str(new))
    assert "牵头调整  县民政局 → 县卫生健康局" in ran.out
    assert ran.out.endswith("共 1 处变化：牵头调整 1 处。\n旧方案 2 项：继续 2 项。\n")
    assert kepu("diff", str(old), str(old)).out == "两份方案没有实质变化。\n"


def test_a_document_with_two_plans_has_to_be_parted_first(tmp_path: Path) -> None:
    both = tmp_path / "汇编.txt"
    both.write_text(f"{NOTICE}\n{NOTICE.replace('云岭', '青山').replace('科技节', '科普日')}", encoding="utf-8")
    ran = kepu("diff", str(COUNTY / "2026.yaml"), str(both))
    assert ran.code == 2
    assert "里有 2 份方案，请先用 kepu import" in ran.err
