"""The web page, read back with a real parser: every text, every span, and nothing that a plan could have put there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from kepu_cli.exporters import page_html
from kepu_cli.exporters.options import Options, Sheet, chosen_division
from kepu_cli.exporters.plain_text import shown
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_bytes
from kepu_cli.views.division import Column
from tests.exporters.odd_texts import HOSTILE, odd, plan_with
from tests.plans import EXAMPLES, plan_of

if TYPE_CHECKING:
    from kepu_cli.model import Plan

_VOID = {"meta"}
_TAGS = "html head title style body p h1 h2 div table thead tbody tr th td bdi span"
_OURS = _VOID.union(_TAGS.split())
_ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "scope", "class", "rowspan", "colspan"}

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


@dataclass
class _Cell:
    tag: str
    rows: int
    columns: int
    text: str = ""


@dataclass
class _Page(HTMLParser):
    """The tables' cells as they were written, and the texts outside of tables by their tag."""

    text: str
    tables: list[list[list[_Cell]]] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _OURS
        assert {name for name, _ in attrs} <= _ATTRIBUTES
        if tag not in _VOID:
            self.open.append(tag)
        said = dict(attrs)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"td", "th"}:
            self.tables[-1][-1].append(_Cell(tag, int(said.get("rowspan") or 1), int(said.get("colspan") or 1)))
        elif tag not in {"bdi", "span"}:
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.open):
            self.tables[-1][-1][-1].text += data
        elif self.open and self.open[-1] in self.texts:
            self.texts[self.open[-1]][-1] += data

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data}")

    def full(self, number: int) -> list[list[str]]:
        """The rows of a table; a cell over several rows says its text in each."""
        grid: list[list[str]] = []
        hanging: dict[int, tuple[int, str]] = {}
        for row in self.tables[number]:
            made: list[str] = []
            cells = iter(row)
            while True:
                if (held := hanging.pop(len(made), None)) is not None:
                    left, text = held
                    if left > 1:
                        hanging[len(made)] = (left - 1, text)
                    made.append(text)
                elif (cell := next(cells, None)) is not None:
                    if cell.rows > 1:
                        hanging[len(made)] = (cell.rows - 1, cell.text)
                    made += [cell.text] * cell.columns
                else:
                    break
            grid.append(made)
        assert hanging == {}
        return grid


def _render(plan: Plan, options: Options | None = None) -> str:
    return page_html.render(plan, build_ledger(plan), options or Options()).decode()


def test_the_tables() -> None:
    page = _Page(_render(plan_of(_PLAN)))
    assert page.texts["title"] == page.texts["h1"] == ["示例方案任务分工表"]
    assert page.texts["p"][0] == "附件1"
    assert page.full(0) == [
        ["序号", "重点任务", "具体举措", "牵头单位", "责任单位", "完成时限"],
        ["一", "青少年行动", "办展览", "市科协", "市教育局、市科协", "年底前"],
        ["一", "青少年行动", "写书", "市教育局", "", ""],
        ["二", "老年人行动", "", "市科协", "", ""],
    ]
    assert [cell.rows for cell in page.tables[0][1]] == [2, 2, 1, 1, 1, 1]
    assert page.texts["h2"] == ["示例方案责任矩阵"]
    assert page.full(1) == [
        ["序号", "重点任务", "市教育局", "市科协", "牵头", "责任"],
        ["一", "青少年行动", "☆", "☆", "0", "0"],
        ["二", "老年人行动", "", "★", "1", "0"],
        ["牵头合计", "牵头合计", "0", "1", "1", ""],
        ["责任合计", "责任合计", "0", "0", "", "0"],
    ]
    assert page.texts["p"][1].startswith("说明：★ 牵头\u3000☆ 只承担其中一部分")


def test_choices() -> None:
    plan = plan_of(_PLAN)
    chosen = Options(sheets=(Sheet.DIVISION,), columns=(Column.ACTION, Column.MEASURE), title="分工", annex="")
    page = _Page(_render(plan, chosen))
    assert page.texts["h1"] == ["分工"]
    assert "p" not in page.texts
    assert len(page.tables) == 1
    assert page.full(0)[0] == ["重点任务", "具体举措"]
    matrix = _Page(_render(plan, Options(duties=True))).full(1)
    assert [row[1] for row in matrix][:4] == ["重点任务", "青少年行动", "办展览", "写书"]


def test_english() -> None:
    text = _render(
        plan_of("""
        title: Science plan
        departments: [Bureau of Education, Association]
        actions: [{name: Youth, lead: Association, responsible: [Association, Bureau of Education]}]
    """)
    )
    assert '<html lang="en">' in text
    assert 'content: "Page " counter(page) " of " counter(pages)' in text
    page = _Page(text)
    assert page.texts["h1"] == ["Science plan: division of labour"]
    assert page.full(0)[1] == ["", "Youth", "Association", "Association; Bureau of Education"]


@pytest.mark.parametrize("example", ["shifang-2007/plan.yaml", "sample-county/2026.yaml", "wuyi-policy/plan.yaml"])
def test_every_text_of_a_real_plan(example: str) -> None:
    path = EXAMPLES / example
    plan = load_bytes(path.read_bytes(), str(path), path.parent).plan
    assert plan is not None
    table = chosen_division(plan, build_ledger(plan), Options())
    expected = [
        [
            {Column.NUMBER: block.number, Column.ACTION: block.action}.get(column)
            or "、".join(row.names.get(column, ()))
            or row.texts.get(column, "")
            for column in table.columns
        ]
        for block in table.blocks
        for row in block.rows
    ]
    assert _Page(_render(plan)).full(0)[1:] == expected


def test_the_page_needs_nothing_else() -> None:
    text = _render(plan_of(_PLAN))
    assert text.startswith("<!doctype html>\n")
    assert '<html lang="zh-CN">' in text
    assert '<meta charset="utf-8">' in text
    assert "default-src 'none'" in text
    assert re.search(r"https?:|//|url\(|@import|<script|<link|\bsrc=|\bhref=", text) is None
    style = _Page(text).texts["style"][0]
    assert "size: A4 landscape" in style
    assert 'content: "第 " counter(page) " 页 共 " counter(pages) " 页"' in style
    assert "thead { display: table-header-group; }" in style
    assert "tr { break-inside: avoid; }" in style
    assert style.count("{") == style.count("}")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_as_typed(text: str) -> None:
    _check(text, text, text, text)


@given(odd, odd, odd, odd)
def test_any_text_is_shown_as_typed(title: str, action: str, measure: str, name: str) -> None:
    _check(title, action, measure, name)


def _check(title: str, action: str, measure: str, name: str) -> None:
    page = _Page(_render(plan_with(title, action, measure, name, annex=title)))
    assert page.texts["h1"] == page.texts["title"] == [shown(f"{title}任务分工表")]
    assert page.texts["p"][:1] == [shown(title)] or not title
    heads, *rows = page.full(0)
    assert [len(row) for row in rows] == [len(heads)] * 3
    column = {head: [row[place] for row in rows] for place, head in enumerate(heads)}
    assert column["重点任务"] == [shown(action), shown(action), "第二项"]
    assert column["具体举措"] == [shown(text) for text in (f"1.1 {measure}", measure, f"1.1 {measure}")]
    assert column["牵头单位"] == [shown(text) for text in (name, "", name)]
    assert column["责任单位"][1] in (shown(f"{name}、市教育局"), "市教育局")


def test_names_are_kept_apart() -> None:
    """Marks of writing direction in one name do not turn the next one round, and lines break between names."""
    text = _render(plan_with("一", "二", "三", "市科协\u202e"))
    assert '<bdi class="name">市科协\u202e、</bdi><bdi class="name">市教育局</bdi>' in text


def test_bytes() -> None:
    plan = plan_with("一", "二", "三\r\n四", "六\ud800")
    data = page_html.render(plan, build_ledger(plan), Options())
    assert data == page_html.render(plan, build_ledger(plan), Options())
    assert b"\r" not in data
    assert data.endswith(b"</html>\n")
