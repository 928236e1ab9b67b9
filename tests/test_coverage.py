"""Coverage: the five grades, members without a duty, outline duties that nothing takes up."""

from __future__ import annotations

from collections import Counter

import pytest

from kepu_cli.coverage import Coverage, Grade, measure_coverage
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_file
from tests.plans import EXAMPLES, plan_of

_HEAD = """方案: 示例
地区: 什邡市
成员单位: 市教育局、市科协、市妇联
单位组: {各镇: 甲镇、乙镇}
"""


def coverage_of(text: str) -> Coverage:
    plan = plan_of(text)
    return measure_coverage(plan, build_ledger(plan))


def _first(action: str, duty: str, project: str = "") -> Coverage:
    parts = [f"名称: 甲, {action}" if action else "名称: 甲", f"职责: [{{内容: 子, {duty}}}]" if duty else "职责: [子]"]
    parts += [f"项目: [{{名称: 丑, {project}}}]"] if project else []
    return coverage_of(f"{_HEAD}重点任务: [{{{', '.join(parts)}}}]\n")


@pytest.mark.parametrize(
    ("action", "duty", "grade"),
    [
        pytest.param("", "牵头单位: 市科协", Grade.COVERED, id="a lead"),
        pytest.param("", "牵头单位: 市科协, 配合单位: 有关单位", Grade.COVERED, id="a lead beside a vague group"),
        pytest.param("牵头单位: 市科协", "责任单位: 市妇联", Grade.COVERED, id="named here, the action leads"),
        pytest.param("", "牵头单位: 甲镇", Grade.COVERED, id="a body of a declared group"),
        pytest.param("牵头单位: 市科协", "牵头单位: 市文爱办, 责任单位: 市妇联", Grade.COVERED, id="own lead unknown"),
        pytest.param("", "责任单位: 市妇联", Grade.NO_LEAD, id="responsible only"),
        pytest.param("", "配合单位: 市妇联", Grade.NO_LEAD, id="support only"),
        pytest.param("责任单位: 市科协", "责任单位: 市妇联", Grade.NO_LEAD, id="the action has no lead either"),
        pytest.param("牵头单位: 市文爱办", "责任单位: 市妇联", Grade.NO_LEAD, id="the action's lead is unknown"),
        pytest.param("牵头单位: 各成员单位", "责任单位: 市妇联", Grade.NO_LEAD, id="a group leads the action"),
        pytest.param("", "责任单位: 各成员单位", Grade.GROUP_ONLY, id="members"),
        pytest.param("", "责任单位: 各镇", Grade.GROUP_ONLY, id="declared group"),
        pytest.param("", "责任单位: 各学会", Grade.GROUP_ONLY, id="class"),
        pytest.param("牵头单位: 市科协", "责任单位: 各镇", Grade.GROUP_ONLY, id="group, although the action leads"),
        pytest.param("牵头单位: 市科协", "", Grade.BY_DEFAULT, id="the action's lead"),
        pytest.param("责任单位: 市科协", "", Grade.BY_DEFAULT, id="the action's responsible"),
        pytest.param("", "", Grade.NOBODY, id="nothing anywhere"),
        pytest.param("", "责任单位: 有关单位", Grade.NOBODY, id="vague only"),
        pytest.param("责任单位: 有关单位", "", Grade.NOBODY, id="the action is vague only"),
        pytest.param("", "责任单位: 市文爱办", Grade.NOBODY, id="unknown only"),
        pytest.param("责任单位: 市文爱办", "", Grade.NOBODY, id="the action is unknown only"),
        pytest.param("", "责任单位: 无", Grade.NOBODY, id="none"),
        pytest.param("牵头单位: 市科协", "无人负责说明: 待定", Grade.NOBODY, id="deliberately nobody"),
    ],
)
def test_grades(action: str, duty: str, grade: Grade) -> None:
    assert [item.grade for item in _first(action, duty).graded] == [grade]


@pytest.mark.parametrize(
    ("duty", "project", "grade"),
    [
        pytest.param("", "牵头单位: 市科协, 对应: 1", Grade.COVERED, id="the project leads"),
        pytest.param("", "责任单位: 市科协, 对应: 1", Grade.NO_LEAD, id="the project has no lead"),
        pytest.param(
            "责任单位: 市科协", "牵头单位: 市科协, 对应: 1", Grade.COVERED, id="responsible here, leads the project"
        ),
        pytest.param("责任单位: 各镇", "牵头单位: 市科协, 对应: 1", Grade.COVERED, id="a group here, a lead there"),
        pytest.param("", "配合单位: 各镇, 对应: 1", Grade.GROUP_ONLY, id="the project has a group only"),
        pytest.param("", "责任单位: 有关单位, 对应: 1", Grade.NOBODY, id="the project is vague"),
        pytest.param("", "牵头单位: 市科协, 对应: 2", Grade.NOBODY, id="covers another"),
        pytest.param("", "牵头单位: 市科协", Grade.NOBODY, id="covers none"),
    ],
)
def test_grades_through_a_project(duty: str, project: str, grade: Grade) -> None:
    assert _first("", duty, project).graded[0].grade is grade


def test_what_is_graded() -> None:
    graded = coverage_of(f"""{_HEAD}重点任务:
  - {{名称: 甲, 牵头单位: 市科协}}
  - {{名称: 乙, 牵头单位: 市科协, 职责: [子], 项目: [丑]}}
""").graded
    assert [(item.row.label, item.grade) for item in graded] == [
        ("甲", Grade.COVERED),
        ("子", Grade.BY_DEFAULT),
        ("丑", Grade.BY_DEFAULT),
    ]


@pytest.mark.parametrize(
    ("duty", "project", "left_open"),
    [
        pytest.param("", "", True, id="nothing"),
        pytest.param("责任单位: 有关单位", "", True, id="vague"),
        pytest.param("责任单位: 市文爱办", "", False, id="unknown: told already"),
        pytest.param("无人负责说明: 待定", "", False, id="a reason"),
        pytest.param("", "责任单位: 有关单位, 对应: 1", False, id="told at the project"),
        pytest.param("牵头单位: 市科协", "", False, id="covered"),
    ],
)
def test_left_open(duty: str, project: str, *, left_open: bool) -> None:
    first = _first("", duty, project).graded[0]
    assert first.is_left_open is left_open
    assert first.because == ("待定" if "说明" in duty else "")
    assert first.through_project is bool(project)


def test_gaps_are_the_worst_first_in_the_plans_order() -> None:
    duties = [
        "甲1",
        "{内容: 乙, 牵头单位: 市科协}",
        "{内容: 丙, 责任单位: 市科协}",
        "{内容: 丁, 责任单位: 各镇}",
        "甲2",
    ]
    gaps = coverage_of(f"{_HEAD}重点任务: [{{名称: 甲, 职责: [{', '.join(duties)}]}}]\n").gaps
    assert [item.row.label for item in gaps] == ["甲1", "甲2", "丁", "丙"]


@pytest.mark.parametrize(
    ("action", "duty", "unsure"),
    [
        pytest.param("", "牵头单位: 市文爱办, 责任单位: 市妇联、市外星局", ("市文爱办",), id="the lead"),
        pytest.param("牵头单位: 市文爱办", "责任单位: 市妇联", ("市文爱办",), id="the action's lead"),
        pytest.param("", "责任单位: 市外星局, 配合单位: 市文爱办", ("市外星局", "市文爱办"), id="all names"),
        pytest.param("", "责任单位: 市妇联、市外星局", (), id="no lead is written"),
        pytest.param("牵头单位: 市科协", "牵头单位: 市文爱办, 责任单位: 市妇联", (), id="covered all the same"),
    ],
)
def test_names_without_which_it_would_be_held(action: str, duty: str, unsure: tuple[str, ...]) -> None:
    assert _first(action, duty).graded[0].unsure == unsure


def test_a_member_that_a_misspelt_name_means() -> None:
    found = coverage_of(f"{_HEAD}重点任务: [{{名称: 甲, 牵头单位: 市科斜, 责任单位: 市教育局}}]\n").idle
    assert [(member.department, member.meant_by) for member in found] == [("市科协", "市科斜"), ("市妇联", "")]


@pytest.mark.parametrize(
    ("written", "idle"),
    [
        pytest.param("牵头单位: 市教育局, 责任单位: 科协, 配合单位: 市妇联", [], id="nobody"),
        pytest.param("牵头单位: 市教育局", [("市科协", False), ("市妇联", False)], id="not named"),
        pytest.param(
            "牵头单位: 市教育局, 责任单位: 各成员单位", [("市科协", True), ("市妇联", True)], id="through the group"
        ),
        pytest.param(
            "牵头单位: 市教育局, 责任单位: 有关单位", [("市科协", False), ("市妇联", False)], id="vague reaches none"
        ),
    ],
)
def test_idle_members(written: str, idle: list[tuple[str, bool]]) -> None:
    found = coverage_of(f"{_HEAD}重点任务: [{{名称: 甲, {written}, 职责: [子]}}]\n").idle
    assert [(member.department, member.through_group) for member in found] == idle
    assert [member.path for member in found] == [("departments", at) for at in range(3 - len(idle), 3)]


def test_open_duties_of_the_outline() -> None:
    found = coverage_of(f"""{_HEAD}上级纲要:
  - 纲要: 国家的
    简称: 纲要
    职责: [{{编号: 1, 内容: 子}}, {{编号: 2, 内容: 丑}}, {{编号: 3, 内容: 寅, 县级可不承接: 是}}]
  - {{纲要: 省里的, 职责: [{{编号: 甲, 内容: 卯}}]}}
重点任务: [{{名称: 甲, 牵头单位: 市科协, 职责: [{{内容: 办展览, 对应: 纲要/2}}]}}]
""").outline
    assert [(duty.path, duty.outline, duty.duty.text) for duty in found] == [
        (("outline", 0, "duties", 0), "纲要", "子"),
        (("outline", 1, "duties", 0), "省里的", "卯"),
    ]


def test_wuyi_covers_eight_and_forgets_one() -> None:
    plan = load_file(EXAMPLES / "wuyi-policy/plan.yaml").plan
    assert plan is not None
    coverage = measure_coverage(plan, build_ledger(plan))
    assert Counter(item.grade for item in coverage.graded) == {Grade.COVERED: 8, Grade.NO_LEAD: 6, Grade.NOBODY: 1}
    assert coverage.gaps[0].row.label == "科普统计"
    assert [(member.department, member.through_group) for member in coverage.idle] == [("县发改局", True)]


def test_shifang_leaves_no_member_idle() -> None:
    plan = load_file(EXAMPLES / "shifang-2007/plan.yaml").plan
    assert plan is not None
    assert measure_coverage(plan, build_ledger(plan)).idle == ()
