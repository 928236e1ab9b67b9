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
    first = {"item": ["actions", 0, "duties", 0], "name": "办展览", "grade": "nobody", "because": None}
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
