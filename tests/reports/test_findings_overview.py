"""Very many findings on two screens, long messages on a narrow one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.checking import Report
from kepu_cli.findings import Finding, Fix, Lang, Place, Severity, Words, say
from kepu_cli.reports import findings_text
from kepu_cli.reports.screen import Screen
from kepu_cli.rules import plan_rules
from kepu_cli.text_width import display_width

_PLAIN = Screen()
_MESSAGE = Words("名册里没有“{name}”", "“{name}” is not in the roster")
_RULES = [(rule.CODE, rule.SEVERITY or Severity.INFO) for rule in plan_rules()]


def _finding(code: str, line: int, severity: Severity = Severity.ERROR, name: str = "县某局") -> Finding:
    hint = say(Words("请改正", "please mend it"))
    return Finding(code, "x", severity, say(_MESSAGE, name=name), hint, Place("plan.yaml", line, 5, 3), ("actions", 0))


def _text(findings: list[Finding], screen: Screen = _PLAIN, *, show_all: bool = False) -> str:
    report = Report("plan.yaml", tuple(findings))
    told = findings_text.render(report, lambda place: f"    第 {place.line} 行县某局", screen, show_all=show_all)
    return told + findings_text.summary([report], screen, show_all=show_all)


_named = st.tuples(st.sampled_from(_RULES), st.integers(1, 3000))


@given(st.lists(_named, min_size=300, max_size=400), st.sampled_from(Lang), st.sampled_from([None, 80, 120]))
def test_three_hundred_findings_take_less_than_two_screens(
    named: list[tuple[tuple[str, Severity], int]], lang: Lang, width: int | None
) -> None:
    text = _text([_finding(code, line, severity) for (code, severity), line in named], Screen(lang, width))
    assert text.count("\n") < 48
    if width:
        assert max(map(display_width, text.splitlines())) <= width


def test_all_of_them_are_told_with_all() -> None:
    findings = [_finding("K201", line) for line in range(1, 301)]
    assert _text(findings, show_all=True).count("[K201]") == 300


@pytest.mark.parametrize("count", [1, 16, 17, 20, 21, 300])
def test_what_is_not_listed_is_counted(count: int) -> None:
    text = _text([_finding("K201", line) for line in range(1, count + 1)])
    listed = len(re.findall(r"plan\.yaml:\d+:5", text))
    more = re.search(r"还有 (\d+) [个处]", text)
    assert listed + (int(more[1]) if more else 0) == count


def test_no_rule_is_crowded_out() -> None:
    findings = [_finding("K201", line) for line in range(1, 200)] + [_finding("K401", line) for line in range(1, 200)]
    findings += [_finding("K304", 500, Severity.WARNING)]
    text = _text(findings)
    heads = [line for line in text.splitlines() if re.match(r"(错误|警告) K", line)]
    assert heads == [
        "错误 K201 名册里没有这个单位：199 处",
        "错误 K401 职责或项目无人负责：199 处",
        "警告 K304 写了“有关单位”之类，没有写是谁：1 处",
    ]
    assert "plan.yaml:500:5: 名册里没有" in text


def test_a_few_findings_are_told_in_full() -> None:
    text = _text([_finding("K201", line) for line in range(1, 17)])
    assert text.count("^") == 16 * 4
    assert "K201 名册里没有这个单位" not in text


def test_infos_do_not_crowd_anything() -> None:
    findings = [_finding("K203", line, Severity.INFO) for line in range(1, 400)] + [_finding("K201", 7)]
    assert _text(findings).count("[K201]") == 1


def test_what_can_be_mended_is_said_unless_it_was_just_tried() -> None:
    finding = _finding("K203", 1)._replace(fix=Fix(("actions", 0, "lead", 0), "县科协"))
    report = Report("plan.yaml", (finding,))
    assert "--fix 自动改好 1 个问题" in findings_text.summary([report], _PLAIN)
    assert "--fix" not in findings_text.summary([report], _PLAIN, fixing=False)


@given(st.text("县某局 abc、", min_size=1, max_size=200), st.sampled_from([60, 80, 120]), st.sampled_from(Lang))
def test_long_messages_are_broken_within_the_screen(name: str, width: int, lang: Lang) -> None:
    screen = Screen(lang, width)
    report = Report("plan.yaml", (_finding("K201", 7, name=name),))
    lines = findings_text.render(report, lambda _: "", screen).splitlines()
    assert max(map(display_width, lines)) <= width
    joined = "".join(line.strip() for line in lines)
    assert "".join(name.split()) in "".join(joined.split())
    assert joined.count("[K201]") == 1


def test_colours_add_nothing_but_colours() -> None:
    findings = [_finding("K201", line) for line in range(1, 40)] + [_finding("K401", 3)]
    for several in (findings, findings[-2:]):
        plain, coloured = (_text(several, Screen(width=80, colour=colour)) for colour in (False, True))
        assert plain != coloured
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_the_heading_names_the_file_and_counts() -> None:
    report = Report("plans/a.yaml", (_finding("K201", 1), _finding("K304", 2, Severity.WARNING)), waived=1, known=4)
    assert findings_text.heading(report, _PLAIN) == "plans/a.yaml：1 个错误，1 个警告，豁免 1 个，基线里已有 4 个\n\n"
