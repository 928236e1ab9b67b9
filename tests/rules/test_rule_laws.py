"""Whatever a plan holds, the rules look at it without falling over and say something in both languages."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kepu_cli.checking import Report, check
from kepu_cli.findings import Lang
from kepu_cli.loading.load import load_bytes

_MEMBERS = ("县教育局", "县科协", "县团委", "县人社局")
_NAMES = (
    *_MEMBERS,
    "教育局",
    "团县委",
    "县人事局",
    "县劳动局",
    "县文爱办",
    "各镇街",
    "各成员单位",
    "有关单位",
    "县科协等",
    "等部门",
)
_names = st.lists(st.sampled_from(_NAMES), max_size=4).map("、".join)
_ids = st.sampled_from(("", "一", "二", "四", "1", "3.10", "（二）", "③", "重点"))
_dues = st.sampled_from(("", "2026年底前", "2025-12-31", "尽快", "长期坚持"))
_covers = st.sampled_from(("", "1", "9", "纲要/青少年/1", "纲要/青少年/9", "一/1"))
_fields = st.fixed_dictionaries(
    {"编号": _ids, "牵头单位": _names, "责任单位": _names, "配合单位": _names, "完成时限": _dues, "对应": _covers},
    optional={"无人负责说明": st.just("由办公室统筹")},
)
_labels = st.sampled_from(("科普大集", "科学教师培训", "科技创新大赛", "{名称}"))


def _line(fields: dict[str, str]) -> str:
    return ", ".join(f'{key}: "{value}"' for key, value in fields.items() if value)


@st.composite
def _actions(draw: st.DrawFn) -> str:
    head = _line({"名称": draw(st.sampled_from(("", "任务甲", "任务乙"))), **draw(_fields)})
    for key, label in (("职责", "内容"), ("项目", "名称")):
        children = [_line({label: draw(_labels), **draw(_fields)}) for _ in range(draw(st.integers(0, 2)))]
        if children:
            head += f", {key}: [{', '.join(f'{{{child}}}' for child in children)}]"
    return f"  - {{{head.removeprefix(', ')}}}\n"


_HEAD = """\
方案: 示例方案
年度: 2026
地区: 示例县
规则: {K210: 提示}
成员单位:
  - 县教育局
  - 县科协
  - 县团委
  - {名称: 县人社局, 前身: {名称: [县人事局, 县劳动局], 至: 2009, 方式: 合并}}
上级纲要:
  - {纲要: 规划纲要, 简称: 纲要, 职责: [{编号: 青少年/1, 内容: 科学教师培训}]}
重点任务:
"""


def _check(text: str) -> Report:
    return check(load_bytes(text.encode(), "plan.yaml", Path()))


@settings(max_examples=150, deadline=None)
@given(st.lists(_actions(), min_size=1, max_size=4))
def test_every_finding_speaks_both_languages_and_stands_in_the_plan(actions: list[str]) -> None:
    text = _HEAD + "".join(actions)
    lines = text.splitlines()
    for finding in _check(text).findings:
        for said in filter(None, (finding.message, finding.hint)):
            assert all("{" not in said.in_(lang).replace("{名称}", "") for lang in Lang)
        assert finding.place.file == "plan.yaml"
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1


@settings(max_examples=50, deadline=None)
@given(st.lists(_actions(), min_size=1, max_size=4))
def test_one_place_has_no_rule_twice(actions: list[str]) -> None:
    found = [(finding.code, finding.path) for finding in _check(_HEAD + "".join(actions)).findings]
    assert len(found) == len(set(found))
