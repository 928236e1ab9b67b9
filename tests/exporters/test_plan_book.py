"""The workbook of a plan, read back: what each sheet says, and how it can be chosen."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kepu_cli import __version__
from kepu_cli.exporters.options import Options, Sheet
from kepu_cli.exporters.workbook import plan_book
from kepu_cli.ledger import build_ledger
from kepu_cli.model import Plan
from kepu_cli.views.division import Column
from tests.exporters.plan_samples import book, example, stress, tiny
from tests.plans import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from kepu_cli.loading.load import Loaded

NAMES = ["任务分工表", "责任矩阵", "部门任务清单", "覆盖检查", "统计", "_kepu"]


def _read(loaded: Loaded, options: Options | None = None, *, checked: bool = True) -> Workbook:
    return load_workbook(io.BytesIO(book(loaded, options, checked=checked)))


@cache
def _made(name: str) -> Workbook:
    """That of a sample or an example, made once for all tests, which only read it."""
    samples = {"tiny": tiny, "stress": stress}
    return _read(samples[name]() if name in samples else example(name))


def _rows(sheet: Worksheet) -> list[list[object]]:
    """The rows without their blank cells."""
    rows: Iterator[list[object]] = (
        [value for value in row if value is not None] for row in sheet.iter_rows(values_only=True)
    )
    return [row for row in rows if row]


@pytest.mark.parametrize("name", ["sample-county/2026.yaml", "shifang-2007/plan.yaml", "wuyi-policy/plan.yaml"])
def test_all_sheets_of_an_example(name: str) -> None:
    made = _made(name)
    assert made.sheetnames == NAMES
    assert [sheet.sheet_state for sheet in made.worksheets] == ["visible"] * 5 + ["hidden"]
    for sheet in made.worksheets[:5]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.oddFooter is not None
        assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"


def test_tasks_of_a_department() -> None:
    rows = _rows(_made("shifang-2007/corrected.yaml")["部门任务清单"])
    assert rows[0] == ["什邡市全民科学素质行动工作方案部门任务清单"]
    assert rows[1] == ["序号", "角色", "重点任务", "牵头单位", "其他单位", "完成时限"]
    at = rows.index(["市财政局：牵头 1 项"])
    assert rows[at + 1][:4] == [1, "牵头", "十 经费投入", "市财政局"]


def test_groups_stand_once_behind_the_departments() -> None:
    told = [str(row[0]) for row in _rows(_made("sample-county/2026.yaml")["部门任务清单"])]
    headings = [each for each in told if "：" in each]
    assert headings[0] == "县委组织部：牵头 3 项、责任 4 项，另通过单位组 2 项"
    assert headings[-2:] == ["各成员单位：责任 2 项", "各镇街：责任 11 项"]
    assert len(headings) == 24 + 2


def test_a_department_without_tasks_is_told() -> None:
    assert ["镇卫生院：没有任务"] in _rows(_made("tiny")["部门任务清单"])


def test_coverage_of_an_example() -> None:
    rows = _rows(_made("wuyi-policy/plan.yaml")["覆盖检查"])
    assert rows[1] == ["序号", "级别", "事项", "问题", "怎么办", "位置"]
    assert rows[2] == ["检查发现的问题（3）"]
    assert rows[3][1:3] == ["警告", "2.1 培养专业人才，发掘兼职人才"]
    at = rows.index(["没有落实的职责和项目（7）"])
    assert rows[at + 1] == [
        1,
        "无人负责",
        "3.3 科普统计",
        "“科普统计”无人负责：没有写单位，所属任务也没有",
        "请写上单位，同一任务里的其他工作由县科技局、县科协承担；有意不定的，请写“无人负责说明”",
        "plan.yaml:73",
    ]
    assert [row[1] for row in rows[at + 2 :] if len(row) == 6] == [*["有责任无牵头"] * 6, "名册单位"]
    assert rows[-1] == [f"另有提示 8 条，没有列出。由 kepu {__version__} 检查，方案年度：2006—2010。"]


def test_a_sound_plan_says_so_and_by_whom() -> None:
    rows = _rows(_made("sample-county/2026.yaml")["覆盖检查"])
    assert rows[2:] == [["未发现问题"], [f"另有提示 1 条，没有列出。由 kepu {__version__} 检查，方案年度：2026。"]]


def test_without_a_report_the_gaps_remain() -> None:
    sheet = _read(tiny(), checked=False)["覆盖检查"]
    assert _rows(sheet)[2:5] == [
        ["没有落实的职责和项目（1）"],
        [1, "无人负责", "2 办讲座", "没有写单位，或者写的不是具体单位", "请写上负责的单位"],
        ["没有具体任务的成员单位（1）"],
    ]


def test_no_folder_of_the_office_leaves_it() -> None:
    made = load_workbook(io.BytesIO(book(example("sample-county/2025.yaml"))))
    told = {str(value) for row in made["覆盖检查"].iter_rows(values_only=True) for value in row if value}
    assert any(re.fullmatch(r"2025\.yaml:\d+", each) for each in told)
    assert not any("/" in each and ".yaml" in each for each in told)


COVERAGE = """
    方案: 示例
    成员单位: [市教育局, 市科协]
    上级纲要: [{名称: 纲要, 简称: 纲要, 职责: [{编号: 青少年/1, 内容: 讲科学}]}]
    单位组: {各镇: 甲镇、乙镇}
    重点任务:
      - {名称: 甲, 无人负责说明: 待定}
      - {名称: 乙, 牵头单位: 市外星局}
      - {名称: 丙, 责任单位: 各镇}
      - {名称: 丁, 牵头单位: 市科协, 职责: [子]}
    """


def test_every_kind_of_trouble() -> None:
    rows = _rows(_read(load(COVERAGE), checked=False)["覆盖检查"])
    assert [row[1:5] for row in rows if len(row) >= 4][1:] == [
        ["无人负责", "甲", "有意不定单位：待定"],
        ["无人负责", "乙", "写的单位名册里没有，或者对得上几个", "请先改正单位名称"],
        ["仅写单位组", "丙", "只写了单位组，没有具体单位", "请在单位组之外写明一个具体单位"],
        ["名册单位", "市教育局", "没有任务", "请确认是否漏写"],
        ["上级纲要", "纲要/青少年/1 讲科学", "方案里没有承接", "请安排到一项任务里，并写明“对应”"],
    ]
    assert "另有 1 项自己没有写单位，由所属任务的单位承担。" in str(rows[-1][0])


def test_a_misspelt_lead_is_one_mistake() -> None:
    text = """
        方案: 示例
        成员单位: [市教育局, 市科协]
        重点任务: [{名称: 甲, 牵头单位: 市科斜, 责任单位: 市教育局}]
        """
    rows = _rows(_read(load(text), checked=False)["覆盖检查"])
    assert [row[1:5] for row in rows if len(row) >= 4][1:] == [
        ["有责任无牵头", "甲", "牵头写的是“市科斜”，和名册对不上", "请改正单位名称，改好就有牵头了"],
        ["名册单位", "市科协", "没有任务；写的“市科斜”多半是它", "请先改正单位名称"],
    ]


def test_statistics() -> None:
    sheet = _made("sample-county/2026.yaml")["统计"]
    rows = _rows(sheet)
    assert rows[1:4] == [["覆盖情况", "项数", "占比"], ["已覆盖", 53, 1], ["合计", 53, 1]]
    assert rows[4:9] == [
        ["任务类别", "项数", "占比"],
        ["行动", 5, 0.4545],
        ["工程", 5, 0.4545],
        ["保障", 1, 0.0909],
        ["合计", 11, 1],
    ]
    assert rows[9:12] == [
        ["各单位承担的任务（项）"],
        ["单位", "牵头", "责任", "合计", "另通过单位组"],
        ["县委组织部", 3, 4, 7, 2],
    ]
    assert rows[-1] == ["各镇街", 0, 0, 0, 11]
    assert sheet["C3"].number_format == "0.0%"


def _charts(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = sorted(name for name in file.namelist() if name.startswith("xl/charts/chart"))
        return [file.read(name).decode() for name in names]


def test_the_chart_stores_what_it_shows_and_points_at_its_cells() -> None:
    (chart,) = _charts(book(example("sample-county/2026.yaml")))
    assert "stacked" in chart
    assert re.findall(r"<c?:?f>([^<]*)</", chart)[:2] == ["'统计'!$A$15:$A$39", "'统计'!$D$15:$D$39"]
    names = re.findall(r"<(?:c:)?v>([^<]*)</", chart)
    assert names[:4] == ["牵头", "县委组织部", "县委宣传部", "县委党校"]
    assert '"262626"' in chart
    sheet = _made("sample-county/2026.yaml")["统计"]
    assert [sheet["A15"].value, sheet["D15"].value, sheet["A39"].value] == ["县委组织部", 3, "各镇街"]


def test_many_departments_share_several_charts() -> None:
    charts = _charts(book(stress(), Options(sheets=(Sheet.STATISTICS,))))
    assert [chart.count("领导小组办公室") for chart in charts] == [3 * 20, 3 * 20]


def test_sheets_in_the_order_chosen_and_the_head_on_the_first() -> None:
    options = Options(sheets=(Sheet.STATISTICS, Sheet.DIVISION), title="=题", annex="附件9")
    made = _read(tiny(), options)
    assert made.sheetnames == ["统计", "任务分工表", "_kepu"]
    assert [made["统计"]["A1"].value, made["统计"]["A2"].value] == ["附件9", "=题"]
    assert made["任务分工表"]["A1"].value == "石亭江镇科普工作方案任务分工表"


@pytest.mark.parametrize("sheet", list(Sheet))
def test_each_sheet_alone(sheet: Sheet) -> None:
    made = _read(tiny(), Options(sheets=(sheet,), title="题"))
    assert len(made.sheetnames) == 2
    assert made.worksheets[0]["A1"].value == "题"


def test_chosen_columns_are_printed_empty() -> None:
    made = _read(tiny(), Options(columns=(Column.ACTION, Column.SUPPORT, Column.REMARK)))
    assert [cell.value for cell in made["任务分工表"][2]] == ["重点任务", "配合单位", "备注"]


@pytest.mark.parametrize("sample", [tiny, stress], ids=["tiny", "stress"])
def test_same_plan_same_bytes(sample: object) -> None:
    assert callable(sample)
    assert book(sample()) == book(sample())


def test_english() -> None:
    made = _read(load("title: Plan\nyear: 2026\ndepartments: [Library, School]\nactions: [{name: A, lead: Library}]\n"))
    assert made.sheetnames[:5] == [
        "Division of labour",
        "Responsibility matrix",
        "Tasks by department",
        "Coverage",
        "Statistics",
    ]
    assert ["Library: leads 1"] in _rows(made["Tasks by department"])
    assert ["School: no tasks"] in _rows(made["Tasks by department"])


TEXT = st.text(
    st.one_of(st.sampled_from("=+-@\t'\"<&>\x00\x1b\ufffe_xA0\n😀𠮷𪚥字、 "), st.characters(exclude_categories=["Cs"])),
    min_size=1,
    max_size=60,
)


@given(TEXT, TEXT, TEXT, st.integers(1, 40))
@settings(max_examples=40)
def test_any_texts_make_a_workbook_of_texts(title: str, name: str, duty: str, times: int) -> None:
    action = {"name": name * times, "lead": [name], "duties": [{"text": duty * times}, {"text": duty, "lead": [title]}]}
    plan = Plan.read({"title": title, "departments": [name], "actions": [action]})
    data = plan_book.render(plan, build_ledger(plan), Options(), None, None)
    made = load_workbook(io.BytesIO(data))
    for sheet in made.worksheets:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert not any(b"<f>" in file.read(each) for each in file.namelist() if each.startswith("xl/worksheets/sheet"))


@pytest.mark.parametrize("sample", ["tiny", "stress", "wuyi-policy/plan.yaml"])
@pytest.mark.parametrize("name", ["部门任务清单", "覆盖检查", "统计"])
def test_rows_are_as_high_as_their_texts(name: str, sample: str) -> None:
    """Counted roughly and apart from the program: hanzi an em wide, 1.4 ems a line."""
    sheet = _made(sample)[name]
    ends = {(area.min_row, area.min_col): area.max_col for area in sheet.merged_cells.ranges}
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEFGHIJ"]
    for row in sheet.iter_rows():
        for cell in row:
            if not isinstance(cell.value, str):
                continue
            last = ends.get((cell.row, cell.column), cell.column)
            size = float(cell.font.size)
            a_line = int((sum(widths[cell.column - 1 : last]) * 5.25 - 4) / size * 2)
            lines = sum(-(-len(line.encode("gbk", "replace")) // a_line) or 1 for line in cell.value.split("\n"))
            assert float(sheet.row_dimensions[cell.row].height or 0) >= lines * size * 1.4
