"""The tables as Markdown, read back with a real parser: every text as it was typed, no markup but our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from kepu_cli.exporters import table_markdown
from kepu_cli.exporters.options import Options, Sheet
from kepu_cli.exporters.plain_text import shown
from kepu_cli.ledger import build_ledger
from kepu_cli.printable import printable
from kepu_cli.views.division import Column
from tests.exporters.odd_texts import HOSTILE, odd, plan_with
from tests.plans import plan_of

if TYPE_CHECKING:
    from markdown_it.token import Token

    from kepu_cli.model import Plan

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

_PLAN = """
    方案: 示例方案
    附件: 附件1
    成员单位: [市教育局, 市科协]
    重点任务:
      - 编号: 一
        名称: 青少年行动
        职责:
          - {内容: 办展览, 牵头单位: 市科协, 责任单位: [市教育局, 市科协], 完成时限: 年底前}
          - {内容: 写书, 牵头单位: 市教育局}
      - {编号: 二, 名称: 老年人行动, 牵头单位: 市科协}
"""


def _render(plan: Plan, options: Options | None = None) -> str:
    return table_markdown.render(plan, build_ledger(plan), options or Options()).decode()


def _blocks(text: str) -> tuple[list[str], list[list[list[str]]]]:
    """Headings and paragraphs, then the rows of each table; fails on any other block."""
    texts: list[str] = []
    tables: list[list[list[str]]] = []
    for token in _PARSER.parse(text):
        kind = token.type.removesuffix("_open").removesuffix("_close")
        assert kind in {"heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "inline"}, token
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type == "inline" and token.level >= 3:
            tables[-1][-1].append(_text(token))
        elif token.type == "inline":
            texts.append(_text(token))
    return texts, tables


def _text(inline: Token) -> str:
    """Line breaks are the only markup inside a text."""
    parts = []
    for child in inline.children or []:
        assert child.type in {"text", "text_special"} or child.content == "<br>", inline.content
        parts.append("\n" if child.type == "html_inline" else child.content)
    return "".join(parts).replace("\u200b", "")


def _as_read(text: str) -> str:
    """What is left of a text in a cell: invisible characters spelled out, no blanks at either end."""
    lines = shown(text).replace("\t", " ").strip().split("\n")
    return "\n".join(map(printable, lines))


def test_word_for_word() -> None:
    assert _render(plan_of(_PLAN)) == (
        "附件1\n"
        "\n"
        "# 示例方案任务分工表\n"
        "\n"
        "| 序号 | 重点任务 | 具体举措 | 牵头单位 | 责任单位 | 完成时限 |\n"
        "| :-: | --- | --- | --- | --- | :-: |\n"
        "| 一 | 青少年行动 | 办展览 | 市科协 | 市教育局、市科协 | 年底前 |\n"
        "| 一 | 青少年行动 | 写书 | 市教育局 |  |  |\n"
        "| 二 | 老年人行动 |  | 市科协 |  |  |\n"
        "\n"
        "## 示例方案责任矩阵\n"
        "\n"
        "| 序号 | 重点任务 | 市教育局 | 市科协 | 牵头 | 责任 |\n"
        "| :-: | --- | :-: | :-: | :-: | :-: |\n"
        "| 一 | 青少年行动 | ☆ | ☆ | 0 | 0 |\n"
        "| 二 | 老年人行动 |  | ★ | 1 | 0 |\n"
        "|  | 牵头合计 | 0 | 1 | 1 |  |\n"
        "|  | 责任合计 | 0 | 0 |  | 0 |\n"
        "\n"
        "说明：★ 牵头\u3000☆ 只承担其中一部分，或随重点任务、通过单位组承担，不计入合计\n"
    )


def test_choices() -> None:
    plan = plan_of(_PLAN)
    chosen = Options(sheets=(Sheet.DIVISION,), columns=(Column.ACTION, Column.MEASURE), title="分工", annex="")
    assert _render(plan, chosen) == (
        "# 分工\n\n| 重点任务 | 具体举措 |\n| --- | --- |\n"
        "| 青少年行动 | 办展览 |\n| 青少年行动 | 写书 |\n| 老年人行动 |  |\n"
    )
    _, (_, matrix) = _blocks(_render(plan, Options(duties=True)))
    assert [row[1] for row in matrix][:4] == ["重点任务", "青少年行动", "办展览", "写书"]


def test_english() -> None:
    plan = plan_of("""
        title: Science plan
        departments: [Bureau of Education, Association]
        actions: [{name: Youth, lead: Association, responsible: [Association, Bureau of Education]}]
    """)
    texts, (division, matrix) = _blocks(_render(plan))
    assert texts[:2] == ["Science plan: division of labour", "Science plan: responsibility matrix"]
    assert division == [
        ["No.", "Action", "Lead", "Responsible"],
        ["", "Youth", "Association", "Association; Bureau of Education"],
    ]
    assert matrix[0] == ["No.", "Action", "Bureau of Education", "Association", "lead", "responsible"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_as_typed(text: str) -> None:
    _check(text, text, text, text)


@given(odd, odd, odd, odd)
def test_any_text_is_shown_as_typed(title: str, action: str, measure: str, name: str) -> None:
    _check(title, action, measure, name)


def _check(title: str, action: str, measure: str, name: str) -> None:
    plan = plan_with(title, action, measure, name, annex=title)
    texts, (division, _) = _blocks(_render(plan))
    if _as_read(title):
        assert texts[0] == _as_read(title)
    heads, *rows = division
    assert [len(row) for row in rows] == [len(heads)] * 3
    column = {head: [row[place] for row in rows] for place, head in enumerate(heads)}
    assert column["重点任务"] == [_as_read(action), _as_read(action), "第二项"]
    assert column["具体举措"] == [_as_read(text) for text in (f"1.1 {measure}", measure, f"1.1 {measure}")]
    if name.strip():
        assert column["牵头单位"] == [_as_read(text) for text in (name, "", name)]
        assert column["责任单位"][1] in (_as_read(f"{name}、市教育局"), "市教育局")


def test_bytes() -> None:
    plan = plan_with("一", "二", "三\r\n四\u2028五", "六\ud800")
    data = table_markdown.render(plan, build_ledger(plan), Options())
    assert data == table_markdown.render(plan, build_ledger(plan), Options())
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    assert "三<br>四<br>五" in data.decode()
    assert "六\ufffd" in data.decode()
