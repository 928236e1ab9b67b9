"""The catalogue: every rule explains itself, and its examples are true."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from kepu_cli.catalogue import FAMILY_WORDS, Family, find_rule, rule_text, rule_texts
from kepu_cli.checking import check
from kepu_cli.findings import Lang, Severity, Words
from kepu_cli.loading.load import load_bytes
from kepu_cli.reports.rules_text import explain, rules_table
from kepu_cli.reports.screen import Screen
from kepu_cli.rules import all_rules, codes, flaw_rules, plan_rules
from kepu_cli.text_width import display_width

if TYPE_CHECKING:
    from kepu_cli.rules.anatomy import Rule

DOCUMENT = """A title.

Why it matters.

Bad:

    方案: 甲
      二: 乙

    三: 丙

Good:
    方案: 乙
"""
WIDTH = 80


def rule(document: str = DOCUMENT, code: str = "K299", severity: Severity | None = Severity.INFO) -> Rule:
    title, why = Words("题", "title"), Words("因", "why")
    facts = {"CODE": code, "NAME": "some-rule", "SEVERITY": severity, "TITLE": title, "WHY": why}
    return cast("Rule", SimpleNamespace(**facts, __doc__=document))


def codes_in(yaml: str) -> set[str]:
    return {finding.code for finding in check(load_bytes(yaml.encode(), "plan.yaml", Path("nowhere"))).findings}


def test_examples_come_out_of_the_docstring_without_their_indentation() -> None:
    text = rule_text(rule())
    assert text.bad == "方案: 甲\n  二: 乙\n\n三: 丙"
    assert text.good == "方案: 乙"
    assert not text.fixed


def test_a_rule_without_examples_has_empty_ones() -> None:
    text = rule_text(rule("A title.\n\nNo example: Bad: and Good: are words here."))
    assert (text.bad, text.good) == ("", "")


def test_rules_are_found_by_code() -> None:
    assert [find_rule(code).CODE for code in codes()] == list(codes())
    with pytest.raises(KeyError):
        find_rule("K999")


def test_every_family_has_its_words() -> None:
    assert set(FAMILY_WORDS) == set(Family) == {text.family for text in rule_texts()}


@pytest.mark.parametrize("each", plan_rules(), ids=lambda each: each.CODE)
def test_the_bad_example_is_reported_and_the_good_one_is_not(each: Rule) -> None:
    text = rule_text(each)
    assert each.CODE in codes_in(text.bad)
    assert each.CODE not in codes_in(text.good)


@pytest.mark.parametrize("each", [each for each in flaw_rules() if rule_text(each).bad], ids=lambda each: each.CODE)
def test_the_bad_example_of_a_file_is_reported(each: Rule) -> None:
    assert each.CODE in codes_in(rule_text(each).bad)


@pytest.mark.parametrize("each", all_rules(), ids=lambda each: each.CODE)
def test_every_rule_is_worded_in_both_languages(each: Rule) -> None:
    for words in (each.TITLE, each.WHY):
        assert words.zh
        assert words.en
        assert not re.search(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", words.zh), "full-width punctuation"
        assert not re.search(r"[，；：。]", words.en)


def test_the_table_has_a_line_for_each_rule_and_a_heading_for_each_family() -> None:
    lines = rules_table(Screen()).splitlines()
    assert [line[2:6] for line in lines if line.startswith("  K")] == list(codes())
    assert [line for line in lines if re.match(r"K\d ", line)] == [
        "K0 文件", "K1 结构", "K2 单位", "K3 分工", "K4 覆盖", "K5 时限", "K6 目标", "K7 豁免", "K8 几份方案之间",
    ]  # fmt: skip
    assert "  K201  错误  名册里没有这个单位" in lines


@pytest.mark.parametrize("lang", Lang)
def test_the_table_is_aligned_and_fits_a_terminal(lang: Lang) -> None:
    lines = [line for line in rules_table(Screen(lang, WIDTH)).splitlines() if line.startswith("  K")]
    titles = {text.code: text.title.in_(lang) for text in rule_texts()}
    assert len({display_width(line) - display_width(titles[line[2:6]]) for line in lines}) == 1
    assert all(display_width(line) <= WIDTH for line in lines)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("each", all_rules(), ids=lambda each: each.CODE)
def test_a_page_fits_a_terminal(each: Rule, lang: Lang) -> None:
    page = explain(each, Screen(lang, WIDTH))
    assert each.CODE in page
    assert page.endswith("\n")
    text = rule_text(each)
    # An example is YAML to copy and never wrapped.
    prose = [line for line in page.splitlines() if not line or line[2:] not in text.bad + text.good]
    assert [line for line in prose if display_width(line) > WIDTH or line != line.rstrip()] == []


def test_a_page_marks_the_lines_in_which_the_examples_differ() -> None:
    document = "T.\n\nW.\n\nBad:\n    a: 1\n    b: 2\n\nGood:\n    a: 1\n    b: 3\n"
    page = explain(rule(document), Screen(Lang.EN, WIDTH))
    assert "Reported\n  a: 1\n> b: 2\n" in page
    assert "Better\n  a: 1\n> b: 3\n" in page


@pytest.mark.parametrize(
    ("each", "zh", "en"),
    [
        pytest.param(rule(), "    规则: {K299: 关闭}\n", "    rules: {K299: off}\n", id="switch-off"),
        pytest.param(rule(severity=None), "    规则: {K299: 警告}\n", "    rules: {K299: warning}\n", id="switch-on"),
    ],
)
def test_a_page_says_how_to_set_the_rule(each: Rule, zh: str, en: str) -> None:
    assert zh in explain(each, Screen(Lang.ZH))
    assert en in explain(each, Screen(Lang.EN))


def test_what_is_said_of_the_file_cannot_be_switched_off() -> None:
    page = explain(find_rule("K002"), Screen(Lang.ZH))
    assert "不能关闭" in page
    assert "规则: {" not in page


def test_colour_changes_nothing_but_colour() -> None:
    for each in all_rules():
        plain, coloured = (explain(each, Screen(Lang.ZH, WIDTH, colour)) for colour in (False, True))
        assert "\x1b[" in coloured
        assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
