"""Several plans together: which concern each other, what one department leads over all, a duty with two leads."""

from __future__ import annotations

from datetime import date

import pytest

from kepu_cli.checking import check_together
from kepu_cli.findings import Lang
from kepu_cli.gathering import Gathered, at_one_time, gather
from kepu_cli.model import RuleSetting, Settings
from kepu_cli.reports import together_text
from kepu_cli.reports.screen import Screen
from tests.plans import load

HEAD = "方案: 示例\n{time}\n地区: {region}\n成员单位: {members}\n重点任务:\n"


def _plan(
    *actions: str,
    time: str = "年度: 2026",
    region: str = "示例县",
    members: str = "",
    file: str = "a",
    more: str = "",
    settings: Settings | None = None,
) -> Gathered:
    head = HEAD.format(time=time, region=region, members=members or "[县教育局, 县科协, 县农业农村局]")
    text = head + "".join(f"  - {{{one}}}\n" for one in actions) + more
    gathered = gather(load(text, label=f"{file}.yaml"), settings, date(2026, 7, 1))
    assert gathered is not None
    return gathered


def _led(count: int, lead: str, first: int = 0) -> list[str]:
    return [f"名称: 第{first + at}项工作, 牵头单位: {lead}" for at in range(count)]


def _codes(*plans: Gathered) -> list[str]:
    return [finding.code for report in check_together(plans) for finding in report.findings]


def test_a_file_too_broken_to_be_a_plan_is_left_out() -> None:
    assert gather(load("方案：示例\n")) is None


@pytest.mark.parametrize(
    ("one", "other", "concerned"),
    [
        ("年度: 2026", "年度: 2026", True),
        ("年度: 2025", "年度: 2026", False),
        ("起止: 2021-2025", "年度: 2025", True),
        ("起止: 2021-2025", "年度: 2026", False),
        ("附件: 无", "年度: 2026", True),
    ],
    ids=["same year", "other year", "within", "after", "no year"],
)
def test_plans_of_one_time_concern_each_other(one: str, other: str, *, concerned: bool) -> None:
    first = _plan("名称: 甲, 牵头单位: 县科协", time=one)
    second = _plan("名称: 甲, 牵头单位: 县教育局", time=other, file="b")
    assert (_codes(first, second) == ["K801"]) is concerned
    assert bool(list(at_one_time([first, second]))) is concerned


def test_another_region_is_another_matter() -> None:
    first = _plan("名称: 甲, 牵头单位: 县科协")
    assert _codes(first, _plan("名称: 甲, 牵头单位: 县教育局", region="他县", file="b")) == []


@pytest.mark.parametrize(
    ("one", "other", "codes"),
    [
        ("名称: 甲, 牵头单位: 县科协", "名称: 甲, 牵头单位: 示例县科协", []),
        ("名称: 甲, 牵头单位: 县科协、县教育局", "名称: 甲, 牵头单位: 县教育局、县科协", []),
        ("名称: 甲, 牵头单位: 县科协", "名称: 甲, 牵头单位: 县科协、县教育局", ["K801"]),
        ("名称: 甲, 牵头单位: 县科协", "名称: 甲, 责任单位: 县教育局", []),
        ("名称: 甲, 牵头单位: 县科协", "名称: 乙, 牵头单位: 县教育局", []),
        (
            "名称: 甲, 牵头单位: 县科协, 职责: [{内容: 办好 大赛。, 牵头单位: 县教育局}]",
            "名称: 甲, 牵头单位: 县科协, 职责: [办好大赛]",
            ["K801"],
        ),
        ("名称: 甲, 牵头单位: 县科协, 职责: [加强领导]", "名称: 乙, 牵头单位: 县教育局, 职责: [加强领导]", []),
        ("名称: 甲, 牵头单位: 县科协, 职责: [{内容: 乙}]", "名称: 乙, 牵头单位: 县教育局", []),
    ],
    ids=[
        "other spelling",
        "other order",
        "one more",
        "no lead",
        "other name",
        "a duty, written loosely",
        "stock phrase",
        "levels",
    ],
)
def test_one_duty_two_leads(one: str, other: str, codes: list[str]) -> None:
    assert _codes(_plan(one), _plan(other, file="b", members="[县教育局, 示例县科协]")) == codes


def test_both_places_and_both_sides_are_named() -> None:
    (report,) = check_together([_plan("名称: 甲, 牵头单位: 县科协"), _plan("名称: 甲, 牵头单位: 县教育局", file="b")])
    (finding,) = report.findings
    assert (report.file, str(finding.place), str(finding.also)) == ("b.yaml", "b.yaml:6:10", "a.yaml:6:10")
    assert finding.message.in_(Lang.ZH) == "“甲”在 a.yaml 里由别的单位牵头：县科协；这里是：县教育局"


_OTHERS = _led(1, "县教育局", 30)


@pytest.mark.parametrize(
    ("first", "second", "limit", "codes"),
    [
        ([*_led(3, "县科协"), *_OTHERS], _led(1, "县科协", 9), None, []),
        ([*_led(3, "县科协"), *_OTHERS], _led(2, "县科协", 9), None, ["K802"]),
        (_led(3, "县科协"), _led(2, "县科协", 9), None, []),
        ([*_led(3, "县科协"), *_led(3, "县教育局", 5)], _led(2, "县科协", 9), None, []),
        (_led(9, "县科协"), _led(1, "县教育局", 20), None, []),
        (_led(1, "县科协"), _led(1, "县科协", 9), 1, ["K802"]),
        (_led(3, "县科协"), _led(3, "县科协", 9), 6, []),
    ],
    ids=["four", "five", "alone", "others lead as well", "in one plan only: K209", "over the limit", "within it"],
)
@pytest.mark.parametrize("where", ["project", "plan"])
def test_load_over_all_plans(
    first: list[str], second: list[str], limit: int | None, codes: list[str], where: str
) -> None:
    rules = {"rules": {"k802": {"limit": str(limit)}}} if limit and where == "project" else {}
    more = f"规则: {{K802: {{上限: {limit}}}}}\n" if limit and where == "plan" else ""
    plans = [
        _plan(*actions, file=file, more=more, settings=Settings.read(rules))
        for actions, file in ((first, "a"), (second, "b"))
    ]
    assert _codes(*plans) == codes


def test_the_leading_groups_office_leads_what_nobody_else_does() -> None:
    plans = [_plan(*_led(3, "县科协", at), *_OTHERS, file=str(at), more="领导小组: {办公室: 科协}\n") for at in (0, 9)]
    assert "K802" not in _codes(*plans)


@pytest.mark.parametrize(
    ("more", "codes", "waived"),
    [
        ("", ["K801"], 0),
        ("规则: {K801: 关闭}\n", [], 0),
        ("豁免: [{规则: K801, 理由: 两家商定}]\n", [], 1),
        ("豁免: [{规则: K801, 对象: 教育局, 理由: 两家商定}]\n", [], 1),
        ("豁免: [{规则: K801, 对象: 县农业农村局, 理由: 两家商定}]\n", ["K801"], 0),
        ("豁免: [{规则: K801, 理由: 两家商定, 至: 2026-06-30}]\n", ["K801"], 0),
        ("豁免: [{规则: K801}]\n", ["K801"], 0),
    ],
    ids=["nothing", "off", "waived", "by name", "another name", "over", "no reason"],
)
@pytest.mark.parametrize("at", [0, 1], ids=["first", "second"])
def test_either_plan_may_accept_a_finding(more: str, codes: list[str], waived: int, at: int) -> None:
    mores = ["", ""]
    mores[at] = more
    plans = [
        _plan("名称: 甲, 牵头单位: 县科协", more=mores[0]),
        _plan("名称: 甲, 牵头单位: 县教育局", file="b", more=mores[1]),
    ]
    reports = check_together(plans)
    assert [finding.code for report in reports for finding in report.findings] == codes
    assert sum(report.waived for report in reports) == waived


def test_a_rule_that_the_project_switches_off_is_silent() -> None:
    off = Settings(rules={"K801": RuleSetting(severity="off")})
    plans = [_plan(f"名称: 甲, 牵头单位: {lead}", file=lead, settings=off) for lead in ("县科协", "县教育局")]
    assert _codes(*plans) == []


def test_the_table_sums_the_plans_of_the_latest_year() -> None:
    plans = [
        _plan(*_led(3, "县科协"), time="起止: 2025-2026"),
        _plan(*_led(2, "示例县科协"), members="[示例县科协]", file="b"),
        _plan(*_led(1, "县教育局"), time="年度: 2025", file="c"),
        _plan(*_led(1, "县教育局"), region="他县", file="d"),
    ]
    table = together_text.render(plans, Screen(width=80))
    assert "2026 年，2 份方案合计" in table
    assert "2025" not in table
    row = next(line for line in table.splitlines() if "县科协" in line)
    assert row.split("│")[2].strip() == "5"


def test_each_projects_strictness_holds_for_its_plans() -> None:
    strict = Settings.read({"strict": "true"})
    plans = [_plan("名称: 甲, 牵头单位: 县科协"), _plan("名称: 甲, 牵头单位: 县教育局", file="b", settings=strict)]
    assert [report.fails for report in check_together(plans)] == [True]
    assert [report.fails for report in check_together(plans[::-1])] == [False]
