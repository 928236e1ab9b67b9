"""What 对应 points at."""

from __future__ import annotations

import pytest

from kepu_cli.references import (
    covered_duties,
    covered_outline_duties,
    duty_references,
    outline_reference,
    outline_references,
    plan_references,
)
from tests.plans import plan_of

_PLAN = """
    方案: 示例
    上级纲要:
      - {{纲要: 国家的, 简称: 纲要, 职责: [{{编号: 青少年/1, 内容: 子}}, {{编号: 青少年/2, 内容: 丑}}]}}
      - {{纲要: 省里的, 职责: [{{编号: 甲, 内容: 寅}}]}}
    重点任务:
      - 编号: 一
        名称: 甲
        职责: [办展览, {{编号: 1.2, 内容: 办讲座}}, 办展览]
        项目: [{{名称: 科普日, 对应: {covers}}}]
      - 名称: 乙
        职责: [{{编号: '2.1', 内容: 写书}}, {{编号: 7, 内容: 拍片}}]
      - {{名称: 丙, 职责: [{{编号: 7, 内容: 画画}}]}}
    """


@pytest.mark.parametrize(
    ("covers", "duties"),
    [
        pytest.param("[1]", [(0, 0)], id="number in the list"),
        pytest.param("1", [(0, 0)], id="a text"),
        pytest.param("['1.2']", [(0, 1)], id="id"),
        pytest.param("[２]", [], id="a number whose duty has an id"),
        pytest.param("[１.２]", [(0, 1)], id="full width"),
        pytest.param("[办讲座]", [(0, 1)], id="text of the duty"),
        pytest.param("[1、1.2, 办展览]", [(0, 0), (0, 1)], id="several, each once"),
        pytest.param("[一/1.2]", [(0, 1)], id="own action's id before it"),
        pytest.param("['2.1']", [(1, 0)], id="id elsewhere"),
        pytest.param("[2/写书]", [(1, 0)], id="position and text elsewhere"),
        pytest.param("[7]", [], id="two elsewhere share it"),
        pytest.param("[3/7]", [(2, 0)], id="one of the two"),
        pytest.param("[9, 纲要/青少年/1]", [], id="none of the plan"),
    ],
)
def test_covered_duties(covers: str, duties: list[tuple[int, int]]) -> None:
    plan = plan_of(_PLAN.format(covers=covers))
    assert list(covered_duties(plan)) == [((0, 0), duty) for duty in duties]


def test_duty_references() -> None:
    action = plan_of(_PLAN.format(covers="[]")).actions[0]
    assert duty_references(action) == {"1": 0, "办展览": 0, "1.2": 1, "办讲座": 1, "3": 2}


def test_plan_references() -> None:
    known = plan_references(plan_of(_PLAN.format(covers="[]")))
    assert {"一/1", "一/1.2", "1.2", "2/2.1", "2.1", "一/办展览"} <= known
    assert not {"1", "1/1", "2/1"} & known


def test_outline_references() -> None:
    plan = plan_of(_PLAN.format(covers="[]"))
    known = outline_references(plan.outline)
    assert known == {
        "青少年/1": (0, 0),
        "纲要/青少年/1": (0, 0),
        "青少年/2": (0, 1),
        "纲要/青少年/2": (0, 1),
        "甲": (1, 0),
    }
    assert [outline_reference(outline, outline.duties[0]) for outline in plan.outline] == ["纲要/青少年/1", "甲"]


@pytest.mark.parametrize(
    ("covers", "duties"),
    [
        ("[纲要/青少年/2]", {(0, 1)}),
        ("[青少年/1、甲]", {(0, 0), (1, 0)}),
        ("纲要／青少年／1", {(0, 0)}),
        ("[省里的/甲, 青少年/3]", set()),
    ],
)
def test_covered_outline_duties(covers: str, duties: set[tuple[int, int]]) -> None:
    assert covered_outline_duties(plan_of(_PLAN.format(covers=covers))) == duties
