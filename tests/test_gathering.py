"""Several plans together: which concern each other, what one department leads over all, a duty with two leads."""

from __future__ import annotations

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
    *actions: str, time: str = "年度: 2026", region: str = "示例县", members: str = "", file: str = "a"
) -> Gathered:
    head = HEAD.format(time=time, region=region, members=members or "[县教育局, 县科协, 县农业农村局]")
    gathered = gather(load(head + "".join(f"  - {{{one}}}\n" for one in actions), label=f"{file}.yaml"))
    assert gathered is not None
    return gathered


def _led(count: int, lead: str, first: int = 0) -> list[str]:
    return [f"名称: 第{first + at}项工作, 牵头单位: {lead}" for at in range(count)]


def _codes(*plans: Gathered, settings: Settings | None = None) -> list[str]:
    reports = check_together(plans, settings or Settings())
    return [finding.code for report in reports for finding in report.findings]


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
            "名称: 甲, 牵头单位: 县科协, 职责: [办好 大赛。]",
            "名称: 乙, 牵头单位: 县教育局, 职责: [办好大赛]",
            ["K801"],
        ),
        ("名称: 甲, 牵头单位: 县科协, 职责: [{内容: 乙}]", "名称: 乙, 牵头单位: 县教育局", []),
    ],
    ids=["other spelling", "other order", "one more", "no lead", "other name", "a duty, written loosely", "levels"],
)
def test_one_duty_two_leads(one: str, other: str, codes: list[str]) -> None:
    assert _codes(_plan(one), _plan(other, file="b", members="[县教育局, 示例县科协]")) == codes


def test_both_places_and_both_sides_are_named() -> None:
    (report,) = check_together(
        [_plan("名称: 甲, 牵头单位: 县科协"), _plan("名称: 甲, 牵头单位: 县教育局", file="b")], Settings()
    )
    (finding,) = report.findings
    assert (report.file, str(finding.place), str(finding.also)) == ("b.yaml", "b.yaml:6:10", "a.yaml:6:10")
    assert finding.message.in_(Lang.ZH) == "“甲”在 a.yaml 里由别的单位牵头：县科协；这里是：县教育局"


@pytest.mark.parametrize(
    ("first", "second", "limit", "codes"),
    [
        (_led(3, "县科协"), _led(1, "县科协", 9), None, []),
        (_led(3, "县科协"), _led(2, "县科协", 9), None, ["K802"]),
        ([*_led(3, "县科协"), *_led(3, "县教育局", 5)], _led(2, "县科协", 9), None, []),
        (_led(9, "县科协"), _led(1, "县教育局", 20), None, []),
        (_led(1, "县科协"), _led(1, "县科协", 9), 1, ["K802"]),
        (_led(3, "县科协"), _led(3, "县科协", 9), 6, []),
    ],
    ids=["four", "five", "others lead as well", "in one plan only: K209", "over the limit", "within the limit"],
)
def test_load_over_all_plans(first: list[str], second: list[str], limit: int | None, codes: list[str]) -> None:
    settings = Settings.model_validate({"rules": {"k802": {"limit": str(limit)}} if limit else {}})
    assert _codes(_plan(*first), _plan(*second, file="b"), settings=settings) == codes


def test_a_rule_that_is_off_is_silent() -> None:
    off = Settings(rules={"K801": RuleSetting(severity="off")})
    assert _codes(_plan("名称: 甲, 牵头单位: 县科协"), _plan("名称: 甲, 牵头单位: 县教育局"), settings=off) == []


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
