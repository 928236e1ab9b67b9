"""The plan's views on the terminal and on a pipe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kepu_cli.findings import Lang
from kepu_cli.ledger import build_ledger
from kepu_cli.model import Plan
from kepu_cli.reports import plan_tables
from kepu_cli.reports.screen import Screen
from kepu_cli.text_width import display_width
from kepu_cli.views.department import department_tasks
from kepu_cli.views.division import division_table
from kepu_cli.views.load import department_loads
from kepu_cli.views.matrix import responsibility_matrix
from tests.plans import plan_of

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXT = """
    方案: 示例方案
    成员单位: [市教育局, 市科协, 市妇联]
    重点任务:
      - 编号: 一
        名称: 青少年科学素质提升行动
        牵头单位: 市教育局
        责任单位: 市科协、市妇联
        完成时限: 年底前
      - {编号: 二, 名称: 乙, 牵头单位: 市科协, 职责: [办展览, {内容: 办讲座, 牵头单位: 市妇联}]}
    """
_VIEWS: dict[str, Callable[[Plan, Screen], str]] = {
    "division": lambda plan, screen: plan_tables.division(division_table(plan, build_ledger(plan)), screen),
    "matrix": lambda plan, screen: plan_tables.matrix(responsibility_matrix(plan, build_ledger(plan)), screen),
    "loads": lambda plan, screen: plan_tables.loads(plan.title, department_loads(build_ledger(plan)), screen),
    "tasks": lambda plan, screen: plan_tables.tasks("市科协", department_tasks(build_ledger(plan), "市科协"), screen),
}


def _cells(text: str) -> list[list[str]]:
    return [re.split(r"\s{2,}", line.strip()) for line in text.splitlines() if line.strip()]


def test_division_on_a_pipe() -> None:
    text = _VIEWS["division"](plan_of(_TEXT), Screen())
    assert [row for row in _cells(text) if "─" not in row[0]] == [
        ["示例方案任务分工表"],
        ["序号", "重点任务", "具体举措", "牵头单位", "责任单位", "完成时限"],
        ["一", "青少年科学素质提升行动", "市教育局", "市科协、市妇联", "年底前"],
        ["二", "乙", "办展览", "市科协"],
        ["办讲座", "市妇联"],
    ]


def test_loads_on_a_pipe() -> None:
    text = _VIEWS["loads"](plan_of(_TEXT), Screen())
    assert [row for row in _cells(text) if row[0].startswith("市")] == [
        ["市教育局", "1", "1"],
        ["市科协", "1", "1", "2"],
        ["市妇联", "1", "1", "2"],
    ]


def test_tasks_on_a_pipe() -> None:
    lines = _cells(_VIEWS["tasks"](plan_of(_TEXT), Screen()))
    assert ["牵头", "二 乙"] in lines
    assert ["牵头", "办展览", "乙"] in lines
    assert ["责任", "一 青少年科学素质提升行动", "市教育局（牵头）、市妇联", "年底前"] in lines
    assert lines[-1] == ["牵头 2 项，责任 1 项，配合 0 项"]


def test_matrix_on_a_pipe() -> None:
    lines = _VIEWS["matrix"](plan_of(_TEXT), Screen()).splitlines()
    heads = [line for line in lines if "市" in line or "局" in line]
    assert "".join(heads).count("市") == 3
    [first] = [line for line in lines if line.strip().startswith("一")]
    assert re.findall("[牵责配]", first) == ["牵", "责", "责"]
    [second] = [line for line in lines if line.strip().startswith("二")]
    assert re.findall(r"[牵*]", second) == ["牵", "*"]
    assert lines[-1].startswith("牵 牵头")


def test_matrix_in_parts() -> None:
    members = [f"市第{at:02}局" for at in range(30)]
    plan = Plan.read(
        {"title": "示例", "departments": members, "actions": [{"id": "一", "name": "甲", "lead": members}]}
    )
    text = _VIEWS["matrix"](plan, Screen(width=60))
    rows = [line for line in text.splitlines() if "牵" in line and "牵头" not in line]
    assert len(rows) == 2
    assert sum(row.count("牵") for row in rows) == 30
    assert text.count("示例") == 1


@pytest.mark.parametrize("view", _VIEWS)
@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", Lang)
def test_a_terminal_is_not_overrun_and_columns_stand_straight(view: str, width: int, lang: Lang) -> None:
    text = _VIEWS[view](plan_of(_TEXT), Screen(lang=lang, width=width))
    assert max(map(display_width, text.splitlines())) <= width
    framed = [line for line in text.splitlines() if line[:1] in ("│", "├", "┌", "└")]
    assert framed
    starts = {line[0]: display_width(line) for line in framed}
    assert len(set(starts.values())) == 1
    assert "…" not in text


@pytest.mark.parametrize("view", _VIEWS)
def test_on_a_pipe_nothing_is_wrapped(view: str) -> None:
    name = "办一个很长的展览" * 20
    plan = Plan.read({"title": "示例", "actions": [{"name": name, "lead": ["市科协", "市教育局" * 20]}]})
    text = _VIEWS[view](plan, Screen())
    assert (name if view != "loads" else "市教育局" * 20) in text


@pytest.mark.parametrize("view", _VIEWS)
def test_an_old_console_gets_plain_lines(view: str) -> None:
    text = _VIEWS[view](plan_of(_TEXT), Screen(width=80, old_console=True))
    assert not re.search("[\u2500-\u257f]", text)


@pytest.mark.parametrize("view", _VIEWS)
def test_colour_only_when_asked(view: str) -> None:
    plan = plan_of(_TEXT)
    plain = _VIEWS[view](plan, Screen(width=80))
    coloured = _VIEWS[view](plan, Screen(width=80, colour=True))
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@pytest.mark.parametrize("view", _VIEWS)
def test_data_is_never_markup(view: str) -> None:
    nasty = "[red]甲[/] :smile: \x1b[2J\u202e[/"
    plan = Plan.read(
        {
            "title": nasty,
            "departments": ["市科协", nasty],
            "actions": [{"id": nasty, "name": nasty, "lead": ["市科协"], "support": [nasty], "due": nasty}],
        }
    )
    text = _VIEWS[view](plan, Screen())
    assert "\x1b" not in text
    assert "\u202e" not in text
    if view != "matrix":
        assert "[red]甲[/] :smile: \\u001b[2J\\u202e[/" in text


@pytest.mark.parametrize("view", _VIEWS)
def test_a_plan_of_nothing(view: str) -> None:
    plan = Plan.read({"title": "", "actions": [{}]})
    assert _VIEWS[view](plan, Screen(width=60))
    assert _VIEWS[view](plan, Screen())
