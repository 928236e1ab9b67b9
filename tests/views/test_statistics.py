"""A plan in numbers."""

from __future__ import annotations

from kepu_cli.coverage import Grade, measure_coverage
from kepu_cli.ledger import build_ledger
from kepu_cli.views.load import Load
from kepu_cli.views.statistics import Statistics, statistics
from kepu_cli.views.task_lists import task_lists
from tests.plans import plan_of


def _of(text: str) -> Statistics:
    plan = plan_of(text)
    ledger = build_ledger(plan)
    return statistics(plan, task_lists(plan, ledger), measure_coverage(plan, ledger))


def test_numbers() -> None:
    facts = _of("""
        方案: 示例
        成员单位: [市教育局, 市科协]
        单位组: {各镇: 甲镇、乙镇}
        重点任务:
          - {名称: 甲, 类别: 工程, 牵头单位: 市科协, 责任单位: 各镇}
          - {名称: 乙, 类别: 行动}
          - {名称: 丙, 职责: [{内容: 子, 责任单位: 市科协}, 丑]}
          - {名称: 丁, 类别: 行动, 牵头单位: 市科协}
        """)
    assert facts.title == "示例任务统计"
    assert facts.loads == (
        Load("市教育局", 0, 0, 0, 0),
        Load("市科协", 2, 1, 0, 0),
        Load("各镇", 0, 0, 0, 1),
    )
    assert [(kind.zh, count) for kind, count in facts.kinds] == [("行动", 2), ("工程", 1), ("未分类", 1)]
    assert facts.grades == ((Grade.COVERED, 2), (Grade.NO_LEAD, 1), (Grade.NOBODY, 2))
    assert facts.items == 5


def test_english() -> None:
    facts = _of("title: Plan\nactions: [{name: A, kind: programme}]\n")
    assert facts.title == "Plan: statistics"
    assert [kind.en for kind, _ in facts.kinds] == ["programme"]
