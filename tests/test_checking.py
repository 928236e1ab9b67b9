"""The runner: severities as the plan sets them, one mistake one finding, an order that depends on nothing."""

from __future__ import annotations

import random
import tracemalloc
from pathlib import Path
from textwrap import dedent

import pytest

from kepu_cli import checking
from kepu_cli.checking import Report, check
from kepu_cli.findings import Severity
from kepu_cli.loading.load import load_bytes, load_file
from kepu_cli.rules import plan_rules
from tests.cli.process import EXAMPLES
from tests.plans import load

PLAN = """\
方案: 示例方案
年度: 2026
地区: 示例县
成员单位: [县教育局, 县科协, 团县委]
重点任务:
  - 编号: 一
    名称: 青少年科学素质提升行动
    类别: 行动
    牵头单位: 县教育局
    责任单位: 县科协、团县委
    完成时限: 2026年11月底前
    职责:
      - 开齐科学课
"""


def _report(text: str, *, strict: bool = False, only: frozenset[str] = frozenset()) -> Report:
    return check(load_bytes(text.encode(), "plan.yaml", Path("nowhere")), strict=strict, only=only)


def _codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def test_the_plan_itself_has_one_info() -> None:
    assert _codes(_report(PLAN)) == ["K402"]


@pytest.mark.parametrize(
    ("right", "wrong", "codes"),
    [
        pytest.param("牵头单位: 县教育局", "牵头单们: 县教育局", ["K004", "K402"], id="a misspelt lead still leads"),
        pytest.param("牵头单位: 县教育局", "牵头单位: {甲: 县教育局}", ["K005"], id="an unfit lead is not missed too"),
        pytest.param("类别: 行动", "类别: 行动计划", ["K005", "K402"], id="an unfit kind hides nothing else"),
        pytest.param(
            "县科协、团县委",
            "县科协、团县委、县直机关、行业主管部门",
            ["K304", "K402"],
            id="words of a notice are no strangers",
        ),
        pytest.param(
            "    类别: 行动\n    牵头单位: 县教育局",
            "    类别: 活动\n    牵头单位: 县教育局、县教育局",
            ["K005", "K205", "K402"],
            id="findings beside an unfit kind",
        ),
        pytest.param("[县教育局, 县科协, 团县委]", "departments.yaml", ["K008", "K402"], id="no roster, no strangers"),
        pytest.param("  - 编号: 一\n    名称", "  - 编号: [一]\n    名称", ["K005"], id="an unfit id"),
        pytest.param("名称: 青少年科学素质提升行动", "名称: [青少年]", ["K005"], id="an unfit name is not missed too"),
        pytest.param("年度: 2026", "年度: 二〇二六", ["K005", "K402"], id="an unfit year dates nothing"),
        pytest.param(
            "完成时限: 2026年11月底前", "完成时限: [十一月]", ["K005", "K402"], id="an unfit due is not missed"
        ),
        pytest.param("    职责:\n      - 开齐科学课", "    职责: 开齐科学课", ["K005"], id="unfit duties"),
    ],
)
def test_one_mistake_one_finding(right: str, wrong: str, codes: list[str]) -> None:
    assert PLAN.count(right) == 1
    assert _codes(_report(PLAN.replace(right, wrong))) == codes


@pytest.mark.parametrize(
    ("setting", "severity"),
    [("关闭", None), ("off", None), ("错误", Severity.ERROR), ("{级别: 警告}", Severity.WARNING)],
)
def test_the_plan_sets_a_severity(setting: str, severity: Severity | None) -> None:
    report = _report(f"{PLAN}规则: {{K402: {setting}}}\n")
    assert [finding.severity for finding in report.findings] == ([severity] if severity else [])


def test_an_error_by_the_plans_own_setting_is_one_of_the_errors() -> None:
    loaded = load_bytes(f"{PLAN}规则: {{K402: 错误}}\n".encode(), "plan.yaml", Path("nowhere"))
    assert check(loaded, errors_only=True) == check(loaded)


def test_the_plan_sets_a_limit() -> None:
    leads = PLAN.replace("牵头单位: 县教育局", "牵头单位: 县教育局、县科协").replace("责任单位: 县科协、", "责任单位: ")
    assert _report(leads, only=frozenset({"K302"})).findings[0].severity is Severity.INFO
    stricter = _report(f"{leads}规则: {{K302: {{上限: 1}}}}\n", only=frozenset({"K302"}))
    assert stricter.findings[0].severity is Severity.WARNING


def test_strict_raises_what_is_held_by_default() -> None:
    assert [finding.severity for finding in _report(PLAN, strict=True).findings] == [Severity.WARNING]


def test_a_rule_that_is_switched_off_still_answers_when_asked() -> None:
    assert _codes(_report(f"{PLAN}规则: {{K402: 关闭}}\n", only=frozenset({"K402"}))) == ["K402"]


def test_findings_stand_in_the_order_of_the_file() -> None:
    report = check(load_file(EXAMPLES / "shifang-2007" / "plan.yaml"))
    places = [(finding.place, finding.code) for finding in report.findings]
    assert places == sorted(places)


def test_the_order_of_the_rules_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = load_file(EXAMPLES / "shifang-2007" / "plan.yaml")
    expected = check(loaded)
    rules = list(plan_rules())
    random.Random(7).shuffle(rules)
    monkeypatch.setattr(checking, "plan_rules", lambda: tuple(rules))
    assert check(loaded) == expected


def test_everything_is_told_at_once() -> None:
    text = dedent(PLAN).replace("县科协、团县委", "县科协、县文爱办").replace("类别: 行动", "类别: 活动")
    assert {"K005", "K201", "K208", "K402"} == set(_codes(_report(text)))


@pytest.mark.parametrize("extra", ["规则: {K999: 关闭}", "豁免: [{规则: K2O1, 理由: 无}]"], ids=["setting", "waiver"])
def test_a_code_that_no_rule_has_is_told(extra: str) -> None:
    assert _codes(_report(f"{PLAN}{extra}\n")) == ["K402", "K005"]


def test_codes_may_be_written_small() -> None:
    assert _codes(_report(f"{PLAN}规则: {{k402: 关闭}}\n")) == []


def test_full_width_brackets_are_told_once() -> None:
    assert _codes(_report(PLAN.replace("牵头单位: 县教育局", "牵头单位: 【县教育局，县科协】"))) == ["K005"]
    assert _codes(_report(PLAN.replace("[县教育局, 县科协, 团县委]", "【县教育局，县科协，团县委】"))) == [
        "K005",
        "K402",
    ]


def test_blank_text_is_nothing() -> None:
    assert _codes(_report(PLAN.replace("- 开齐科学课", '- " "'))) == ["K005"]


def test_what_stands_in_brackets_behind_a_name_is_not_lost_in_silence() -> None:
    report = _report(PLAN.replace("牵头单位: 县教育局", "牵头单位: 县教育局（县科协）").replace("县科协、团", "团"))
    assert "K203" in _codes(report)


def test_a_name_that_is_to_go_need_not_be_put_right_first() -> None:
    text = PLAN.replace("县科协、团县委", "县科协、团县委、科协")
    assert _codes(_report(text)) == ["K205", "K402"]
    assert _codes(_report(f"{text}规则: {{K205: 关闭}}\n")) == ["K203", "K402"]
    assert _codes(_report(f"{text}豁免: [{{规则: K205, 理由: 两处各有各的事}}]\n")) == ["K203", "K402"]
    assert _codes(_report(text, only=frozenset(("K203",)))) == ["K203"]


def test_plans_that_were_checked_leave_no_texts_behind() -> None:
    def held(sign: str) -> int:
        long = sign * 100_000
        check(load(f"方案: 甲\n重点任务: [{{编号: {long}, 名称: {long}, 牵头单位: 县{long}, 完成时限: {long}}}]"))
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        # A few are kept: those whose findings have just been told.
        first = [held(sign) for sign in "甲乙丙丁戊己庚辛壬"]
        assert held("癸") - first[-1] < 100_000
    finally:
        tracemalloc.stop()
