"""Values of the wrong shape: each is told at its place, and all the rest is still a plan."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kepu_cli.loading.load import Loaded, load_bytes
from kepu_cli.vocabulary import VOCABULARY
from tests.plans import NOWHERE, load, told

_REST = "重点任务:\n  - 名称: 甲\n    牵头单位: 市科协\n  - 名称: 乙\n"

# How to reach a value of each kind from the plan: (before, after) around it, as flow YAML.
_AROUND = {
    "Plan": "{x}",
    "Action": "重点任务: [{{x}}]",
    "Duty": "重点任务: [{名称: 甲, 职责: [{{x}}]}]",
    "Project": "重点任务: [{名称: 甲, 项目: [{{x}}]}]",
    "Phase": "实施阶段: [{{x}}]",
    "LeadingGroup": "领导小组: {{x}}",
    "Target": "重点任务: [{名称: 甲, 目标: {场次: {{x}}}}]",
    "RuleSetting": "规则: {K209: {{x}}}",
    "Waiver": "豁免: [{{x}}]",
    "Department": "成员单位: [{{x}}]",
    "FormerName": "成员单位: [{名称: 市科协, 前身: [{{x}}]}]",
    "Outline": "上级纲要: [{{x}}]",
    "OutlineAction": "上级纲要: [{纲要: 子, 职责: [], 重点任务: [{{x}}]}]",
    "OutlineDuty": "上级纲要: [{纲要: 子, 职责: [{{x}}]}]",
}
_SHAPES = {
    "text": "胡",
    "list": "[胡]",
    "mapping": "{胡: 胡}",
    "nested": "[[胡], {胡: [胡]}]",
    "null item": "[~, 胡]",
    "deep": "{胡: {胡: [胡]}}",
}
_SWEEP = [
    pytest.param(kind, field, shape, id=f"{kind}.{field}-{shape}")
    for kind, around in _AROUND.items()
    for field in VOCABULARY[kind]
    for shape in _SHAPES
]


def _with(kind: str, field: str, value: str) -> str:
    inner = f"{field}: {value}"
    text = inner if kind == "Plan" else _AROUND[kind].replace("{x}", inner)
    # What the plan needs besides, in flow style where the field itself stands in the way.
    return "\n".join(line for line in ("方案: 示例" if field != "title" or kind != "Plan" else "", text) if line) + (
        "" if "重点任务" in text.split(":")[0] or (kind, field) == ("Plan", "actions") else "\n" + _REST
    )


def _check_places(loaded: Loaded, text: str) -> None:
    lines = text.split("\n")
    for flaw in loaded.flaws:
        assert flaw.place.file == "plan.yaml"
        assert 1 <= flaw.place.line <= len(lines)
        assert 1 <= flaw.place.column <= len(lines[flaw.place.line - 1]) + 1


@pytest.mark.parametrize(("kind", "field", "shape"), _SWEEP)
def test_any_shape_anywhere(kind: str, field: str, shape: str) -> None:
    text = _with(kind, field, _SHAPES[shape])
    loaded = load_bytes(text.encode(), "plan.yaml", NOWHERE)
    _check_places(loaded, text)
    assert len({(flaw.code, flaw.path) for flaw in loaded.flaws}) == len(loaded.flaws)
    if shape in ("nested", "deep") and not (field in ("extra", "results") and shape == "nested"):
        assert loaded.flaws, "no field holds this"
    if (kind, field) != ("Plan", "actions"):
        assert loaded.plan is not None
        assert loaded.plan.actions


@pytest.mark.parametrize(
    ("written", "flaw"),
    [
        pytest.param("年度: 20266", "K005 year 2:5", id="year"),
        pytest.param("起止: 2026", "K005 period 2:5", id="period"),
        pytest.param("任务数: 十", "K005 count 2:6", id="count"),
        pytest.param("地区: [什邡市]", "K005 text 2:6", id="list for text"),
        pytest.param("领导小组: 市科协", "K005 mapping 2:7", id="text for mapping"),
        pytest.param("单位组: [甲镇]", "K005 mapping 2:7", id="list for mapping"),
        pytest.param("单位组: {各镇: {甲: 乙}}", "K005 names 2:12", id="mapping for names"),
        pytest.param("实施阶段: 三个阶段", "K005 list 2:7", id="text for list"),
        pytest.param("实施阶段: {名称: 甲}", "K005 list 2:8", id="mapping for list"),
        pytest.param("实施阶段: [三个阶段]", "K005 mapping 2:8", id="text for a mapping in a list"),
        pytest.param("实施阶段: [{时间: 3月}]", "K006 missing 2:9", id="missing in a list"),
        pytest.param("实施阶段:\n  -", "K005 nothing 3:4", id="null item"),
        pytest.param("成员单位: [市科协, ~]", "K005 nothing 2:13", id="null member"),
        pytest.param("豁免: [K208]", "K005 mapping 2:6", id="text for a waiver"),
        pytest.param("规则: {K302: 停}", "K005 choice 2:12", id="bare setting"),
        pytest.param("规则: {K302: 关了}", "K005 choice-near 2:12", id="bare setting nearly right"),
        pytest.param("规则: {K209: {上限: 多}}", "K005 count 2:17", id="limit"),
        pytest.param("成员单位: [{简称: 科协}]", "K006 missing 2:9", id="member without a name"),
        pytest.param("成员单位: [{名称: 市科协, 系统: 群众}]", "K005 choice-near 2:22", id="choice nearly right"),
        pytest.param(
            "成员单位: [{名称: 市科协, 前身: {名称: 科普协会, 至: 去年}}]", "K005 year 2:36", id="only former name"
        ),
        pytest.param(
            "成员单位: [{名称: 市科协, 前身: 【科普协会】}]", "K005 wide-brackets 2:22", id="bare former names"
        ),
        pytest.param("上级纲要: {简称: 纲}", "K006 missing 2:8", id="outline without a title"),
        pytest.param(
            "上级纲要: {纲要: 子, 职责: [{编号: 1, 内容: 丑, 县级可不承接: 也许}]}", "K005 choice 2:43", id="flag"
        ),
    ],
)
def test_one_unfit_value_is_one_flaw_at_its_place(written: str, flaw: str) -> None:
    loaded = load(f"方案: 示例\n{written}\n{_REST}")
    assert [told(flaw) for flaw in loaded.flaws] == [flaw]
    assert loaded.plan is not None
    assert [(action.name, action.lead) for action in loaded.plan.actions] == [("甲", ("市科协",)), ("乙", ())]


def test_an_action_keeps_what_fits() -> None:
    loaded = load("""
        方案: 示例
        重点任务:
          - 名称: [甲]
            编号: 一
            牵头单位: {甲: 乙}
            责任单位: [市科协, ~, 市教育局]
            类别: 形动
            职责:
              - 办展览
              -
              - [错]
              - 牵头单位: 市科协
            目标: 20
        """)
    assert [told(flaw) for flaw in loaded.flaws] == [
        "K005 text 4:10",
        "K005 names 6:12",
        "K005 nothing 7:17",
        "K005 choice-near 8:9",
        "K005 nothing 11:8",
        "K005 mapping 12:10",
        "K006 missing 13:9",
        "K005 mapping 14:9",
    ]
    assert loaded.plan is not None
    [action] = loaded.plan.actions
    assert (action.id, action.name, action.lead, action.responsible) == ("一", "", (), ("市科协", "市教育局"))
    assert [(duty.text, duty.lead) for duty in action.duties] == [("办展览", ()), ("", ()), ("", ()), ("", ("市科协",))]


def test_a_list_of_nothing_names_nobody_and_hides_nothing() -> None:
    loaded = load("方案: 示例\n重点任务:\n  - 名称: 甲\n    牵头单位:\n      -\n")
    assert [told(flaw) for flaw in loaded.flaws] == ["K005 nothing 5:8"]
    assert loaded.broken == ()
    assert loaded.plan is not None
    assert loaded.plan.actions[0].lead == ()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("[20]", [], id="list"),
        pytest.param("{单位: 场}", [""], id="without its value"),
        pytest.param("{数值: 20, 场: 场}", ["20"], id="with a stranger"),
    ],
)
def test_a_named_value_that_is_none_is_left_out(written: str, kept: list[str]) -> None:
    loaded = load(f"方案: 示例\n重点任务:\n  - 名称: 甲\n    目标:\n      场次: {written}\n规则:\n  从: {written}\n")
    assert loaded.plan is not None
    assert [target.value for target in loaded.plan.actions[0].targets.values()] == kept
    assert list(loaded.plan.rules) == ["从"] * len(kept)


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        pytest.param("方案: 示例\n年度: 2026\n", "K006 no-actions 1:1", id="missing"),
        pytest.param("方案: 示例\n重点任务:\n", "K006 no-actions 2:6", id="nothing written"),
        pytest.param("方案: 示例\n重点任务: []\n", "K006 no-actions 2:7", id="empty"),
        pytest.param("方案: 示例\n重点任务: 十项\n", "K005 list 2:7", id="text"),
        pytest.param("方案: 示例\n重点任务: {名称: 甲}\n", "K005 list 2:8", id="mapping"),
    ],
)
def test_without_actions_there_is_no_plan(text: str, flaw: str) -> None:
    loaded = load(text)
    assert loaded.plan is None
    assert [told(flaw) for flaw in loaded.flaws] == [flaw]


@pytest.mark.parametrize("title", ["", "方案:\n", "方案: ~\n", "方案: [示例]\n"])
def test_a_plan_without_a_title_is_still_read(title: str) -> None:
    loaded = load(title + _REST)
    assert loaded.plan is not None
    assert loaded.plan.title == ""
    assert loaded.broken == (("title",),)
    assert len(loaded.flaws) == 1


def test_a_long_value_is_told_short() -> None:
    [flaw] = load(f"方案: 示例\n年度: {'9' * 5000}\n{_REST}").flaws
    assert flaw.facts["value"] == "9" * 40 + "…"


_KEYS = st.sampled_from(
    sorted({spelling for keys in VOCABULARY.values() for name, key in keys.items() for spelling in (name, *key.zh)})
)
_DATA = st.recursive(
    st.one_of(
        st.none(),
        st.sampled_from(["市科协", "各成员单位", "2026", "是", "r.yaml", "builtin:2006", "", "K208"]),
        st.text(max_size=5),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.one_of(_KEYS, st.text(max_size=3)), inner, max_size=5)
    ),
    max_leaves=25,
)


@settings(deadline=None)
@given(st.dictionaries(_KEYS, _DATA, max_size=6), st.booleans())
def test_nothing_that_is_written_raises(data: dict[str, Any], whole: bool) -> None:
    if whole:
        data = {"方案": "示例", "重点任务": [{"名称": "甲"}], **data}
    text = json.dumps(data, ensure_ascii=False)
    loaded = load_bytes(text.encode("utf-8", "replace"), "plan.yaml", NOWHERE)
    assert loaded.flaws or loaded.plan or loaded.is_companion
    for flaw in loaded.flaws:
        assert flaw.place.line >= 1
        loaded.places.line_of(flaw.place)
