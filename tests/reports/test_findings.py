"""Findings as text and as JSON: the caret under the very name, nothing unprintable, nothing buried."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.checking import Report
from kepu_cli.findings import Finding, Lang, Place, Severity, Words, say
from kepu_cli.printable import printable
from kepu_cli.reports import findings_json, findings_text
from kepu_cli.reports.screen import Ink, Screen
from kepu_cli.text_width import display_width

_ZH, _EN = Screen(), Screen(lang=Lang.EN)
_NAME = Words("名册里没有“{name}”", "the roster has no “{name}”")


def finding(
    code: str = "K201",
    severity: Severity = Severity.ERROR,
    place: Place | None = None,
    name: str = "市文爱办",
    hint: str = "",
) -> Finding:
    said = say(Words(f"是不是“{hint}”？", f"did you mean “{hint}”?")) if hint else None
    path = ("actions", 3, "lead", 1)
    return Finding(
        code, "unknown-department", severity, say(_NAME, name=name), said, place or Place("plan.yaml", 5, 11, 4), path
    )


def _lines(line: str, place: Place, screen: Screen = _ZH) -> list[str]:
    text = findings_text.render(Report("plan.yaml", (finding(place=place),)), lambda _: line, screen)
    return text.rstrip("\n").split("\n")


def test_a_finding_in_chinese() -> None:
    found = finding(place=Place("plan.yaml", 5, 16, 4), hint="市文明办")
    text = findings_text.render(Report("plan.yaml", (found,)), lambda _: "    责任单位: 市教育局、市文爱办", _ZH)
    assert text == (
        "plan.yaml:5:16: 错误：名册里没有“市文爱办” [K201]\n"
        "    5 |     责任单位: 市教育局、市文爱办\n"
        f"      | {' ' * 24}^^^^^^^^\n"
        "  提示：是不是“市文明办”？\n\n"
    )


def test_a_finding_in_english_with_a_second_place() -> None:
    found = Finding(
        "K103",
        "duplicate-id",
        Severity.WARNING,
        say(_NAME, name="x"),
        None,
        Place("a.yaml", 2, 1),
        (),
        Place("a.yaml", 1, 1),
    )
    text = findings_text.render(Report("a.yaml", (found,)), lambda _: "", _EN)
    assert text == "a.yaml:2:1: warning: the roster has no “x” [K103]\n  see also: a.yaml:1:1\n\n"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("    lead: 市教育局、市科协", "市科协", id="hanzi before"),
        pytest.param("lead: ABC、市科协", "市科协", id="mixed"),
        pytest.param("\tlead:\t市科协", "市科协", id="tabs"),
        pytest.param("e\u0301cole: 市科协", "市科协", id="combining"),
        pytest.param("a: 𠮷市、市科协", "市科协", id="beyond the basic plane"),
        pytest.param("a: \x1b[2J市科协", "市科协", id="escape before"),
        pytest.param("a: \u200b\u202e市科协", "市科协", id="invisible before"),
        pytest.param("市科协: x", "市科协", id="at the start"),
        pytest.param("a: [市教育局, Science Office]", "Science Office", id="Latin"),
    ],
)
@pytest.mark.parametrize("screen", [_ZH, Screen(width=80)], ids=["pipe", "terminal"])
def test_the_caret_stands_under_the_name(line: str, name: str, screen: Screen) -> None:
    _, source, carets = _lines(line, Place("plan.yaml", 5, line.index(name) + 1, len(name)), screen)
    before = source[: source.index(name)]
    assert display_width(before) == carets.index("^")
    assert carets.count("^") == display_width(name)
    assert carets.strip("| ^") == ""


@given(st.text("市科协 ab、", max_size=200), st.text("市科协 ab、", max_size=200), st.sampled_from([20, 40, 80, None]))
def test_long_lines_are_cut_around_the_name(before: str, after: str, width: int | None) -> None:
    line = f"{before}目标{after}"
    *_, source, carets = _lines(line, Place("plan.yaml", 5, len(before) + 1, 2), Screen(width=width))
    assert "目标" in source
    assert display_width(source[: source.index("目标")]) == carets.index("^")
    assert display_width(source) <= (width or 120)
    assert carets.count("^") == 4


def test_a_name_longer_than_the_screen_is_cut() -> None:
    _, source, carets = _lines("市" * 500, Place("plan.yaml", 5, 1, 500), Screen(width=60))
    assert display_width(source) <= 60
    assert 1 <= carets.count("^") <= 60


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("市科协\x1b[2J", "市科协\\u001b[2J"),
        ("a\x9bb", "a\\u009bb"),
        ("a\u200bb", "a\\u200bb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\ufeffb", "a\\ufeffb"),
        ("a\u2028b", "a\\u2028b"),
        ("a\tb\n", "a\\u0009b\\u000a"),
        ("\ud83d", "\\ud83d"),
        ("[red]市科协[/red] :smile: ★“”—", "[red]市科协[/red] :smile: ★“”—"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_nothing_unprintable_comes_out() -> None:
    nasty = "\x1b]0;x\x07\u202e\x00\x85\u2028"
    place = Place(f"{nasty}.yaml", 5, len(nasty) + 3, 3)
    report = Report(place.file, (finding(place=place, name=nasty, hint=nasty),))
    text = findings_text.render(report, lambda _: f"{nasty}a: {nasty}", _ZH) + findings_text.summary([report], _ZH)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e]", text)


def test_colour_only_when_asked() -> None:
    report = Report("plan.yaml", (finding(hint="甲"),))
    plain = findings_text.render(report, lambda _: "a: 市文爱办", _ZH) + findings_text.summary([report], _ZH)
    screen = Screen(colour=True)
    coloured = findings_text.render(report, lambda _: "a: 市文爱办", screen) + findings_text.summary([report], screen)
    assert "\x1b" not in plain
    assert f"\x1b[{Ink.ERROR}m错误\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def _many(count: int, code: str = "K203", severity: Severity = Severity.WARNING) -> tuple[Finding, ...]:
    return tuple(finding(code, severity, Place("plan.yaml", line, 1)) for line in range(1, count + 1))


@pytest.mark.parametrize(("count", "told", "left"), [(20, 20, ""), (21, 20, "1"), (500, 20, "480")])
def test_no_rule_buries_the_others(count: int, told: int, left: str) -> None:
    report = Report("plan.yaml", (*_many(count), finding("K101")))
    text = findings_text.render(report, lambda _: "", _ZH)
    assert text.count("[K203]") == told
    assert text.count("[K101]") == 1
    assert re.findall(r"K203 还有 (\d+) 个", text) == ([left] if left else [])
    assert findings_text.render(report, lambda _: "", _ZH, show_all=True).count("[K203]") == count


def test_errors_come_first_and_infos_only_when_asked() -> None:
    report = Report("plan.yaml", (*_many(1, "K9", Severity.INFO), *_many(1, "K8"), *_many(1, "K7", Severity.ERROR)))
    assert re.findall(r"\[(K\d)\]", findings_text.render(report, lambda _: "", _ZH)) == ["K7", "K8"]
    assert re.findall(r"\[(K\d)\]", findings_text.render(report, lambda _: "", _ZH, show_all=True)) == [
        "K7",
        "K8",
        "K9",
    ]


@pytest.mark.parametrize(
    ("reports", "zh", "en"),
    [
        pytest.param(
            [Report("a.yaml", ())], "a.yaml：没有发现问题\n", "a.yaml: nothing to complain about\n", id="clean"
        ),
        pytest.param(
            [Report("a.yaml", (*_many(1, severity=Severity.ERROR), *_many(2)))],
            "a.yaml：1 个错误，2 个警告\n",
            "a.yaml: 1 error, 2 warnings\n",
            id="one file",
        ),
        pytest.param(
            [Report("a.yaml", _many(3, severity=Severity.INFO)), Report("b.yaml", (), 2)],
            "2 个文件：3 个提示，豁免 2 个\n加 --all 列出提示\n",
            "2 files: 3 infos, 2 waived\n--all lists the infos\n",
            id="two files",
        ),
    ],
)
def test_summary(reports: list[Report], zh: str, en: str) -> None:
    assert findings_text.summary(reports, _ZH) == zh
    assert findings_text.summary(reports, _EN) == en


@pytest.mark.parametrize(
    ("lang", "message", "hint"),
    [
        (Lang.ZH, "名册里没有“市文爱办”", "是不是“甲”？"),
        (Lang.EN, "the roster has no “市文爱办”", "did you mean “甲”?"),
    ],
)
def test_json(lang: Lang, message: str, hint: str) -> None:
    reports = [
        Report("plan.yaml", (finding(hint="甲"), *_many(1), *_many(2, severity=Severity.INFO)), 3),
        Report("b.yaml", ()),
    ]
    document = json.loads(findings_json.render(reports, lang))
    assert list(document) == ["schema", "files", "findings", "summary"]
    assert (document["schema"], document["files"]) == (1, ["plan.yaml", "b.yaml"])
    assert document["summary"] == {"errors": 1, "warnings": 1, "infos": 2, "waived": 3}
    assert document["findings"][0] == {
        "code": "K201",
        "name": "unknown-department",
        "severity": "error",
        "message": message,
        "hint": hint,
        "file": "plan.yaml",
        "line": 5,
        "column": 11,
        "path": ["actions", 3, "lead", 1],
    }
    assert document["findings"][1]["hint"] is None
