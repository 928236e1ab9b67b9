"""K405's law: a reference that is offered holds where it is written."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kepu_cli.checking import check
from tests.plans import load

_WRONG = st.sampled_from(
    [
        "纲耍/青少年/1",
        "青少牛/2",
        "纲要-青少年-2",
        "青少年1",
        "办科普大会",
        "组织科普大集",
        "教师科学素质的提升",
        "11",
        "二/3",
    ]
)


def _plan(first: str, second: str) -> str:
    return f"""\
方案: 示例
年度: 2026
上级纲要:
  - 纲要: 子
    简称: 纲要
    职责: [{{编号: 青少年/1, 内容: 科学精神}}, {{编号: 青少年/2, 内容: 教师科学素质提升}}, {{编号: 1/1, 内容: 丑}}]
重点任务:
  - {{名称: 甲, 编号: 一, 职责: [{{内容: 举办科普大集}}, {{编号: "1.1", 内容: 组织科普大集活动}}], 对应: [{first}]}}
  - {{名称: 乙, 编号: 二, 职责: [{{内容: 办科普大集}}], 对应: [{second}]}}
"""


def _unknown(text: str) -> dict[tuple[str | int, ...], str | None]:
    """The unknown references by place, each with the one that is offered."""
    told = [finding for finding in check(load(text)).findings if finding.code == "K405"]
    near = {finding.path: finding.hint.facts.get("near") if finding.hint else None for finding in told}
    return {path: str(one) if one else None for path, one in near.items()}


@settings(deadline=None, max_examples=80)
@given(st.lists(_WRONG, min_size=1, max_size=3, unique=True), st.lists(_WRONG, min_size=1, max_size=3, unique=True))
def test_an_offered_reference_holds(first: list[str], second: list[str]) -> None:
    before = _unknown(_plan(", ".join(first), ", ".join(second)))
    for path, near in before.items():
        if near is None:
            continue
        lists = [list(first), list(second)]
        row = lists[int(path[1])]
        assert near not in row
        row[int(path[3])] = f'"{near}"'
        after = _unknown(_plan(", ".join(lists[0]), ", ".join(lists[1])))
        assert after.keys() == before.keys() - {path}
