"""What is written as YAML reads as the same plan, in both key languages, whatever its texts hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kepu_cli.checking import check
from kepu_cli.findings import Lang
from kepu_cli.fixing.tidy import tidy
from kepu_cli.loading.load import load_bytes, load_file
from kepu_cli.model import Plan
from kepu_cli.writing.plan import plan_yaml
from kepu_cli.writing.scalars import scalar
from kepu_cli.yaml_source.decoding import FORBIDDEN
from tests.plans import EXAMPLES, NOWHERE, plan_of

if TYPE_CHECKING:
    from pathlib import Path

    from kepu_cli.loading.load import Loaded

PLANS = sorted(path for path in EXAMPLES.glob("*/*.yaml") if not load_file(path).is_companion)
LANGS = pytest.mark.parametrize("lang", tuple(Lang))

HOSTILE = (
    "- x", "# x", "a # b", "{a: b}", "[a, b]", "yes", "3.10", "010", "~", "null", "a: b", "a:", "甲：乙",
    "第一行\n第二行", "一\n\n三\n", "尾\n\n", "\n首", "  缩进\n不缩进", "a\tb", "一\t\n二", " 两端 ",
    "\u3000全角\u3000", "\"双\"", "'单'", "'单\"双\\", "D:\\科普", "🎉 科普", "%50", "@所有人", "`x`", "!重要",
    "&a", "*a", "? 问", "?问", "--- 分隔", "...", "<<", "a,b", "=1+1", "| 竖", "> 大于", "｛全角｝", "【方】",
    "\u200b隐", "第一行\n# 第二行\n- 第三行", "a #", "#", "-", "—", ":", "值, 另一个: 值", "一\n  二\n三 ",
)  # fmt: skip
# Whatever a file may hold: no control characters, no line ends that only Word knows.
CHARACTERS = st.characters(exclude_categories=["Cs"]).filter(lambda char: not FORBIDDEN.match(char) and char != "\r")
TEXTS = st.sampled_from(HOSTILE) | st.text(CHARACTERS, max_size=8)
NAMES = st.lists(
    st.sampled_from(
        ("县教育局", "各区、县级市", "县级市", "各区", "局（甲、乙）", "~", "【a】", "a b", "县 科协", "无")
    )
    | TEXTS,
    max_size=3,
)
NAMED = st.dictionaries(TEXTS, TEXTS, max_size=2)
ITEM = {
    "id": TEXTS, "lead": NAMES, "responsible": NAMES, "support": NAMES, "leader": TEXTS, "due": TEXTS,
    "targets": st.dictionaries(TEXTS, TEXTS | st.fixed_dictionaries({"value": TEXTS}, optional={"unit": TEXTS})),
    "results": NAMED, "covers": NAMES, "formerly": NAMES, "unassigned_because": TEXTS, "remark": TEXTS, "extra": NAMED,
}  # fmt: skip


def _some(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(required, optional=optional)


FORMER = _some({"names": NAMES}, {"until": st.just("2009"), "how": st.sampled_from(("merged", "更名"))})
DEPARTMENT = TEXTS | _some(
    {"name": TEXTS},
    {
        "sector": st.just("政府"),
        "short": TEXTS,
        "aliases": NAMES,
        "formerly": st.lists(FORMER, max_size=2),
        "contact": TEXTS,
    },
)
OUTLINE = st.sampled_from(("builtin:2021", "builtin:2006")) | _some(
    {"title": TEXTS},
    {
        "short": TEXTS,
        "period": st.just("2021—2035"),
        "actions": st.lists(_some({"name": TEXTS}, {"customary_leads": NAMES, "prefix": TEXTS}), max_size=1),
        "duties": st.lists(
            _some({"id": TEXTS, "text": TEXTS}, {"optional": st.sampled_from(("是", "否"))}), max_size=2
        ),
    },
)
DATA = _some(
    {
        "title": TEXTS,
        "actions": st.lists(
            _some(
                {"name": TEXTS},
                ITEM
                | {
                    "kind": st.sampled_from(("行动", "programme")),
                    "duties": st.lists(TEXTS | _some({"text": TEXTS}, ITEM), max_size=2),
                    "projects": st.lists(TEXTS | _some({"name": TEXTS}, ITEM | {"text": TEXTS}), max_size=2),
                },
            ),
            min_size=1,
            max_size=2,
        ),
    },
    {
        "year": st.just("2026"),
        "period": st.just("2021-2025"),
        "region": TEXTS,
        "issuer": TEXTS,
        "date": TEXTS,
        "action_count": st.just("07"),
        "leading_group": _some({}, {"head": TEXTS, "deputies": st.lists(TEXTS, max_size=2), "office": TEXTS}),
        "departments": st.lists(DEPARTMENT, max_size=3),
        "groups": st.dictionaries(TEXTS, NAMES, max_size=2),
        "outline": st.lists(OUTLINE, max_size=2),
        "phases": st.lists(_some({"name": TEXTS}, {"time": TEXTS, "text": TEXTS}), max_size=2),
        "rules": st.dictionaries(
            TEXTS, st.just("off") | _some({}, {"limit": st.just("6"), "severity": st.just("警告")}), max_size=2
        ),
        "waivers": st.lists(_some({"rule": TEXTS}, {"target": TEXTS, "reason": TEXTS, "until": TEXTS}), max_size=1),
        "extra": NAMED,
    },
)  # fmt: skip


def _read(text: str) -> Loaded:
    return load_bytes(text.encode(), "plan.yaml", NOWHERE)


def _told(loaded: Loaded) -> list[tuple[object, ...]]:
    """Without their order, in which the file comes first."""
    found = [(each.code, each.severity, each.path, each.message.in_(Lang.ZH)) for each in check(loaded).findings]
    return sorted(found, key=str)


@settings(max_examples=100)
@given(DATA)
def test_what_is_written_reads_as_the_same(data: dict[str, Any]) -> None:
    """JSON is YAML too, so it brings every text into a plan as it is."""
    plan = _read(json.dumps(data, ensure_ascii=False)).plan
    if plan is None:
        return
    for lang in Lang:
        assert _read(plan_yaml(plan, lang)).plan == plan


@settings(max_examples=300)
@given(TEXTS)
@example("键" * 1200)
@example("x" * 3000 + "\n: y")
def test_every_text_survives_as_any_kind_of_value(text: str) -> None:
    if not text.strip():
        return
    data = {
        "title": text,
        "extra": {text: text, "乙": text},
        "actions": [
            {"name": text, "duties": [text], "projects": [{"name": "x", "remark": text}], "extra": {"甲": text}}
        ],
    }
    plan = Plan.read(data)
    again = _read(plan_yaml(plan, Lang.ZH))
    assert again.flaws == ()
    assert again.plan == plan


@LANGS
@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_examples_keep_their_findings(path: Path, lang: Lang) -> None:
    loaded = load_file(path)
    assert loaded.plan is not None
    again = _read(plan_yaml(loaded.plan, lang))
    assert again.plan == loaded.plan
    assert _told(again) == _told(loaded)


@LANGS
@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_fmt_finds_the_keys_in_order(path: Path, lang: Lang) -> None:
    plan = load_file(path).plan
    assert plan is not None
    plain = plan.with_(departments=())  # without a roster no name is respelt
    data = plan_yaml(plain, lang).encode()
    assert tidy(data, "plan.yaml", NOWHERE).data == data


@pytest.mark.parametrize(
    ("text", "plain", "inside"),
    [
        ("市科协", "市科协", "市科协"),
        ("3.10", "3.10", "3.10"),
        ("yes", "yes", "yes"),
        ("甲, 乙", "甲, 乙", '"甲, 乙"'),
        ("甲：乙", "甲：乙", "甲：乙"),
        ("a:b", "a:b", '"a:b"'),
        ("-1", "-1", '"-1"'),
        ("a: b", '"a: b"', '"a: b"'),
        ("#1", '"#1"', '"#1"'),
        ("a#1", "a#1", "a#1"),
        ("~", '"~"', '"~"'),
        ("“双减”", "“双减”", "“双减”"),
        ('"双减"行动', "'\"双减\"行动'", "'\"双减\"行动'"),
        ("D:\\科普", "D:\\科普", "'D:\\科普'"),
        ("'\"", '"\'\\""', '"\'\\""'),
        ("一\n二", '"一\\n二"', '"一\\n二"'),
        ("", '""', '""'),
    ],
)
def test_quotes_stand_where_they_are_needed(text: str, plain: str, inside: str) -> None:
    assert (scalar(text), scalar(text, inside=True)) == (plain, inside)


PLAN = """\
方案: 示例方案
年度: 2026
地区: 示例县
领导小组:
  组长: 分管副县长
  副组长: [办公室主任, 科协主席]

成员单位:
  - 县教育局
  - 名称: 县人社局
    别名: [县人社保局]
    前身:
      - {名称: [县人事局], 至: 2009, 方式: 合并}

单位组:
  各镇: 甲镇、乙镇

上级纲要:
  - builtin:2021

重点任务:
  # 待核：没有写完成时限
  - 编号: 一
    名称: "青少年: 行动"
    类别: 行动
    牵头单位: 县教育局
    责任单位: 各区、县级市、县人社局
    职责:
      - 一句话
      - 内容: |-
          第一行
          第二行
        完成时限: 12月底前
        目标: {场次: 20, 比例: {数值: 12, 单位: "%"}}
        对应: [纲要/青少年/1]

  - 名称: 二
    责任单位: [各区, 县级市]

规则:
  K302: 关闭
  K209: {上限: 6}
"""


def test_a_plan_looks_as_if_written_by_hand() -> None:
    plan = plan_of(PLAN)
    assert plan.actions[0].responsible == ("各区、县级市", "县人社局")
    assert plan_yaml(plan, Lang.ZH, {("actions", 0): ["待核：没有写完成时限"]}) == PLAN
