"""The coverage report: worst first, where to look, and the documented JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from kepu_cli.coverage import measure_coverage
from kepu_cli.findings import Lang
from kepu_cli.ledger import build_ledger
from kepu_cli.reports import coverage_json, coverage_text
from kepu_cli.reports.screen import Screen
from kepu_cli.text_width import display_width
from tests.plans import load

if TYPE_CHECKING:
    from kepu_cli.coverage import Coverage
    from kepu_cli.loading.load import Loaded
    from kepu_cli.model import Plan

_TEXT = """\
方案: 示例方案
成员单位: [市教育局, 市科协, 市妇联]
领导小组: {办公室: 市科协}
上级纲要: {纲要: 国家的, 简称: 纲要, 职责: [{编号: 青少年/1, 内容: 子}]}
重点任务:
  - 编号: 一
    名称: 甲
    职责:
      - {编号: '1.1', 内容: 办展览}
      - {内容: 办讲座, 责任单位: 市教育局}
      - {内容: 写书, 牵头单位: 市教育局, 配合单位: 各成员单位}
      - {内容: 拍片, 无人负责说明: 等拨款}
  - {名称: 乙, 牵头单位: 市教育局, 职责: [画画]}
"""


def _measured(text: str) -> tuple[Loaded, Plan, Coverage]:
    loaded = load(text)
    assert loaded.plan is not None
    return loaded, loaded.plan, measure_coverage(loaded.plan, build_ledger(loaded.plan))


def _report(text: str, screen: Screen, *, show_all: bool = False) -> str:
    loaded, plan, coverage = _measured(text)
    return coverage_text.render(coverage, plan, loaded.places, screen, show_all=show_all)


def test_text_in_chinese() -> None:
    assert _report(_TEXT, Screen()).splitlines() == [
        "示例方案",
        "共 5 项：已覆盖 1，无人负责 2，有责任无牵头 1，牵头单位兜底 1",
        "",
        "无人负责 (2)  没有写单位，或者写的不是具体单位",
        "  - 1.1 办展览",
        "    plan.yaml:9  一 甲",
        "  - 拍片（有意不定单位：等拨款）",
        "    plan.yaml:12  一 甲",
        "",
        "有责任无牵头 (1)  写了单位，没有牵头的",
        "  - 办讲座",
        "    plan.yaml:10  一 甲",
        "",
        "牵头单位兜底：1 项（用 --all 列出）",
        "",
        "只通过“各成员单位”等承担的：市科协、市妇联",
        "",
        "上级纲要里没有承接的职责：",
        "  - 纲要/青少年/1 子",
        "",
        "领导小组办公室设在市科协，定不下来的可先由它统筹",
    ]


def test_text_in_english_with_all() -> None:
    text = _report(_TEXT, Screen(lang=Lang.EN), show_all=True)
    assert "5 in all: covered 1, nobody 2, no lead 1, by default 1" in text
    assert "by default (1)" in text
    assert "  - 画画\n    plan.yaml:13  乙\n" in text
    assert "Held only through a group word: 市科协, 市妇联" in text
    assert not re.search(r"[，：（）]", text)


def test_nothing_to_complain_about() -> None:
    text = _report("方案: 示例\n成员单位: [市科协]\n重点任务: [{名称: 甲, 牵头单位: 市科协}]\n", Screen())
    assert text == "示例\n共 1 项：已覆盖 1\n\n每一项都有单位负责\n"


_MISSPELT = """\
方案: 示例
成员单位: [市教育局, 市科协, 市妇联]
重点任务:
  - {名称: 甲, 牵头单位: 市科斜, 责任单位: 市教育局}
  - {名称: 乙, 责任单位: 市教育局}
  - {名称: 丙, 牵头单位: 市科斜}
"""


def test_a_lead_that_does_not_fit_the_roster_is_told_as_such() -> None:
    assert _report(_MISSPELT, Screen()).splitlines()[3:] == [
        "无人负责 (1)  没有写单位，或者写的不是具体单位",
        "  - 丙（写的是“市科斜”，和名册对不上）",
        "    plan.yaml:6",
        "",
        "有责任无牵头 (2)  写了单位，牵头的没有写，或者和名册对不上",
        "  - 甲（牵头写的是“市科斜”，和名册对不上，改好就有牵头了）",
        "    plan.yaml:4",
        "  - 乙",
        "    plan.yaml:5",
        "",
        "没有任务的成员单位：市科协（写的“市科斜”多半是它）、市妇联",
    ]
    text = _report(_MISSPELT, Screen(lang=Lang.EN))
    assert "甲 (the lead is written as “市科斜”, which does not fit the roster; put right, it leads)" in text
    assert "Members without a duty: 市科协 (probably meant by “市科斜”), 市妇联" in text


def test_json_names_what_does_not_fit_the_roster() -> None:
    loaded, _, coverage = _measured(_MISSPELT)
    gaps = json.loads(coverage_json.render(coverage, loaded.places))["gaps"]
    assert [(gap["name"], gap["grade"], gap["unsure"]) for gap in gaps] == [
        ("丙", "nobody", ["市科斜"]),
        ("甲", "no-lead", ["市科斜"]),
        ("乙", "no-lead", []),
    ]


@pytest.mark.parametrize("width", [30, 50, 80])
def test_a_terminal_is_not_overrun(width: int) -> None:
    duties = ", ".join(f"{{内容: {'办一个很长很长的展览' * 6}{at}}}" for at in range(3))
    members = "、".join(f"市第{at}局" for at in range(40))
    text = _report(
        f"方案: 示例\n成员单位: {members}\n重点任务: [{{名称: 甲, 职责: [{duties}]}}]\n", Screen(width=width)
    )
    listed = [line for line in text.splitlines() if line.startswith(" ")]
    assert max(map(display_width, listed)) <= width
    assert text.replace("\n", "").replace(" ", "").count("办一个很长很长的展览" * 6) == 3


def test_control_characters_are_spelt_out() -> None:
    text = "方案: \"示例\"\n重点任务: [{名称: 甲, 职责: ['a\u202eb\u200b']}]\n"
    assert "a\\u202eb\\u200b" in _report(text, Screen())


def test_colour_only_when_asked() -> None:
    plain = _report(_TEXT, Screen())
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", _report(_TEXT, Screen(colour=True))) == plain


def test_json() -> None:
    loaded, _, coverage = _measured(_TEXT)
    document = json.loads(coverage_json.render(coverage, loaded.places))
    assert list(document) == ["schema", "gaps", "idle", "outline", "summary"]
    assert document["schema"] == 1
    first = {"item": ["actions", 0, "duties", 0], "name": "办展览", "grade": "nobody", "because": None, "unsure": []}
    assert document["gaps"][0] == {**first, "file": "plan.yaml", "line": 9}
    assert [(gap["grade"], gap["line"], gap["because"]) for gap in document["gaps"]] == [
        ("nobody", 9, None),
        ("nobody", 12, "等拨款"),
        ("no-lead", 10, None),
        ("by-default", 13, None),
    ]
    assert document["idle"] == ["市科协", "市妇联"]
    assert document["outline"] == [{"outline": "纲要", "id": "青少年/1", "text": "子"}]
    assert document["summary"] == {"nobody": 2, "group-only": 0, "no-lead": 1, "by-default": 1, "covered": 1}
