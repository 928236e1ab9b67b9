"""What stands over the tables of a plan, and how the plan's title is read from it again."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from kepu_cli.api import export
from kepu_cli.model import Plan
from kepu_cli.views.division import TITLE
from kepu_cli.views.table_title import retitled, table_title
from tests.importers.edited import imported, told, typed

PLAN = """
    方案: 示例县2026年重点任务分工方案（征求意见稿）
    重点任务: [{名称: 甲, 牵头单位: 县科协}]
    """


def _plan(title: str) -> Plan:
    return Plan.read({"title": title, "actions": [{"name": "甲", "lead": "县科协"}]})


@pytest.mark.parametrize(
    ("title", "above"),
    [
        ("示例县2026年工作要点", "示例县2026年工作要点任务分工表"),
        ("示例县实施方案（征求意见稿）", "示例县实施方案（征求意见稿）任务分工表"),
        ("示例县重点任务分工方案", "示例县重点任务分工表"),
        ("示例县重点任务分工方案（征求意见稿）", "示例县重点任务分工表（征求意见稿）"),
        ("示例县重点任务分解表(送审稿)", "示例县重点任务分工表(送审稿)"),
        ("示例县任务分解和责任分工方案", "示例县任务分工表"),
        ("示例县工作责任分工方案", "示例县工作任务分工表"),
        ("示例县科普分工表（试行）", "示例县科普任务分工表（试行）"),
        ("任务分工表", "任务分工表"),
        ("Plan 2026", "Plan 2026: division of labour"),
    ],
)
def test_over_the_division(title: str, above: str) -> None:
    plan = _plan(title) if title != "Plan 2026" else Plan.read({"title": title, "actions": [{"name": "a"}]})
    assert table_title(plan, TITLE) == above
    if title not in ("示例县实施方案（征求意见稿）", "任务分工表"):
        assert retitled(above, TITLE, title) == title


def test_over_every_sheet() -> None:
    book = load_workbook(io.BytesIO(export(_plan("示例县重点任务分工方案（送审稿）"))))
    assert [sheet["A1"].value for sheet in book.worksheets[:5]] == [
        f"示例县重点任务{name}（送审稿）" for name in ("分工表", "责任矩阵", "部门任务清单", "覆盖检查", "统计")
    ]


def test_a_title_changed_on_the_sheet() -> None:
    result = imported(typed("A1", "示例县2026年重点任务分工表（送审稿）"), text=PLAN)
    assert result.plan.title == "示例县2026年重点任务分工方案（送审稿）"
    assert told(result) == ["任务分工表!A1 的标题改过，方案名称读作“示例县2026年重点任务分工方案（送审稿）”"]
    assert imported(text=PLAN).plan.title == "示例县2026年重点任务分工方案（征求意见稿）"
