"""Findings as Markdown: a real parser finds the tables and not a trace of markup from any name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kepu_cli.checking import Report
from kepu_cli.findings import Lang, Place, Severity
from kepu_cli.markdown_text import inert
from kepu_cli.printable import printable
from kepu_cli.reports import findings_markdown
from tests.golden import assert_golden
from tests.reports.machine_reports import GOLDEN, HOSTILE, a_finding, names, sample, some_reports

if TYPE_CHECKING:
    from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_OWN_HTML = re.compile(r"<details>\n<summary>\d+ 个提示</summary>\n|</details>\n?")


def _rows(text: str) -> list[list[str]]:
    """The cells of all table rows below the headers; fails on any markup that is not the report's own."""
    rows: list[list[str]] = []
    body = False
    for token in _PARSER.parse(text):
        assert token.type != "html_block" or _OWN_HTML.fullmatch(token.content), token.content
        assert token.type not in {"fence", "code_block", "blockquote_open", "bullet_list_open"}
        body = token.type == "tbody_open" or (body and token.type != "tbody_close")
        if body and token.type == "tr_open":
            rows.append([])
        if body and token.type == "inline":
            rows[-1].append(_text(token))
        elif token.type == "inline":
            _text(token)
    return rows


def _text(inline: Token) -> str:
    children = inline.children or []
    assert {child.type for child in children} <= {"text", "text_special"}, inline.content
    return "".join(child.content for child in children).replace("\u200b", "")


@pytest.mark.parametrize("lang", Lang)
def test_the_sample_word_for_word(lang: Lang) -> None:
    text = findings_markdown.render([sample(), Report("改好的.yaml", (), waived=1)], lang)
    assert_golden(GOLDEN / f"sample.{lang}.md", text)


@given(some_reports)
@example([Report(name, (a_finding(name, place=Place(name, 1, 1), hint=name),)) for name in HOSTILE])
def test_every_finding_is_one_row(reports: list[Report]) -> None:
    rows = _rows(findings_markdown.render(reports, Lang.ZH, 10**9))
    found = [(finding.code, finding.message.in_(Lang.ZH)) for report in reports for finding in report.findings]
    assert all(len(row) == 5 for row in rows)
    assert sorted((row[4], row[2]) for row in rows) == sorted(found)


@given(names)
@example("\\")
@example("a\\|b")
@example("&#8203;&amp;")
def test_a_name_is_shown_as_typed(name: str) -> None:
    (_, paragraph, _) = _PARSER.parse(f"“{inert(name)}”")
    assert _text(paragraph) == f"“{printable(name)}”"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("@admin", "@&#8203;admin", id="a person"),
        pytest.param("方案 #1 修订", "方案 \\#&#8203;1 修订", id="an issue"),
        pytest.param("http://x.example", "http:&#8203;//x.example", id="an address"),
        pytest.param("www.x.example", "www&#8203;.x.example", id="an address without scheme"),
        pytest.param(":smile:", ":&#8203;smile:", id="an emoji"),
        pytest.param("县科协：12:30，80%！", "县科协：12:30，80%！", id="nothing to part"),
    ],
)
def test_what_hosts_look_for_is_parted(text: str, expected: str) -> None:
    assert inert(text) == expected


def test_the_heading_is_the_summary() -> None:
    report = Report("plan.yaml", (a_finding(),), waived=2)
    assert findings_markdown.render([report], Lang.ZH).startswith("### kepu · plan.yaml：1 个错误，豁免 2 个\n")
    assert findings_markdown.render([report], Lang.EN).startswith("### kepu · plan.yaml: 1 error, 2 waived\n")


def test_a_clean_plan_is_its_heading() -> None:
    assert (
        findings_markdown.render([Report("plan.yaml", ())], Lang.EN)
        == "### kepu · plan.yaml: nothing to complain about\n"
    )


def test_errors_come_first_and_infos_are_folded() -> None:
    info, warning, error = (
        a_finding(severity.value, severity=severity) for severity in (Severity.INFO, Severity.WARNING, Severity.ERROR)
    )
    text = findings_markdown.render(
        [Report("甲.yaml", (info, warning, error)), Report("乙.yaml", (info, error))], Lang.ZH
    )
    assert [row[1] for row in _rows(text)] == ["错误", "警告", "错误", "提示", "提示"]
    shown, folded = text.split("<details>\n<summary>2 个提示</summary>")
    assert "提示" not in shown.partition("\n")[2]
    assert [part.count("#### 甲.yaml") for part in (shown, folded)] == [1, 1]


def test_another_file_and_another_place_are_named() -> None:
    found = a_finding(place=Place("departments.yaml", 7, 3), hint="甲", also=Place("plan.yaml", 2, 1))
    (row,) = _rows(findings_markdown.render([Report("plan.yaml", (found,))], Lang.ZH))
    assert row == ["departments.yaml:7:3", "错误", "“市文爱办”写错了", "是不是“甲”？（另见：2:1）", "K201"]


def _long(errors: int, infos: int) -> Report:
    severities = [Severity.ERROR] * errors + [Severity.INFO] * infos
    return Report("plan.yaml", tuple(a_finding(severity=severity) for severity in severities))


@settings(max_examples=50)
@given(st.integers(0, 30), st.integers(0, 30), st.integers(300, 4000))
def test_what_is_cut_is_counted(errors: int, infos: int, limit: int) -> None:
    text = findings_markdown.render([_long(errors, infos)], Lang.EN, limit)
    assert len(text) <= limit
    shown = [
        row[1]
        for row in _rows(
            text.replace("infos</summary>", "个提示</summary>").replace("info</summary>", "个提示</summary>")
        )
    ]
    left = re.findall(r"(\d+) (error|info)s?(?:, | more)", text.partition("…")[2])
    told = {severity: int(count) for count, severity in left}
    assert shown.count("error") + told.get("error", 0) == errors
    assert shown.count("info") + told.get("info", 0) == infos
    assert text.count("<details>") == text.count("</details>") == (1 if "info" in shown else 0)
    # An error is never left out for the sake of an info.
    assert "info" not in shown or "error" not in told


def test_a_comment_on_github_holds_it() -> None:
    text = findings_markdown.render([_long(3000, 3000)], Lang.ZH)
    assert 65_000 < len(text) <= 65_536
    assert re.search(r"\n……篇幅所限，还有 \d+ 个错误，3000 个提示没有列出；用 kepu validate --all 查看全部。\n$", text)
