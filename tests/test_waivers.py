"""A waiver accepts what it names, with a reason, until its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from kepu_cli.checking import Report, check
from kepu_cli.loading.load import load_bytes

PLAN = """\
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协, 县水利局, 县林业局]
    重点任务:
      - 编号: 一
        名称: 青少年科学素质提升行动
        完成时限: 年底前
        牵头单位: 县教育局
        责任单位: 县科协
    豁免:
      - {waiver}
"""


def _report(waiver: str, today: date | None = None) -> Report:
    text = dedent(PLAN).replace("{waiver}", waiver)
    return check(load_bytes(text.encode(), "plan.yaml", Path()), today=today)


@pytest.mark.parametrize(
    ("waiver", "waived"),
    [
        ("{规则: K208, 对象: 县水利局, 理由: 本年度无任务}", 1),
        ("{规则: k208, 对象: 县水利局, 理由: 本年度无任务}", 1),
        ("{规则: K208, 理由: 本年度无任务}", 2),
        ("{规则: K208, 对象: 县畜牧局, 理由: 本年度无任务}", 0),
        ("{规则: K201, 对象: 县水利局, 理由: 本年度无任务}", 0),
        ("{规则: K208, 对象: 县水利局}", 0),
        ("{规则: K208, 对象: 县水利局, 理由: 本年度无任务, 至: 2026-06-30}", 0),
        ("{规则: K208, 对象: 县水利局, 理由: 本年度无任务, 至: 2026-07-01}", 1),
    ],
    ids=["by name", "code in small letters", "all", "another name", "another rule", "no reason", "over", "last day"],
)
def test_what_is_waived(waiver: str, waived: int) -> None:
    report = _report(waiver, date(2026, 7, 1))
    assert report.waived == waived
    assert sum(finding.code == "K208" for finding in report.findings) == 2 - waived


def test_without_a_clock_no_waiver_ends() -> None:
    assert _report("{规则: K208, 理由: 无, 至: 1999-12-31}").waived == 2
