"""Every rule's own examples: the bad one is found by its rule and by no other, the good one is clean."""

from __future__ import annotations

import re
import textwrap
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kepu_cli.checking import check, check_together
from kepu_cli.findings import Words
from kepu_cli.gathering import gather
from kepu_cli.loading.load import load_bytes
from kepu_cli.rules import all_rules, codes, together_rules
from tests.plans import NOWHERE

if TYPE_CHECKING:
    from pathlib import Path

    from kepu_cli.checking import Report
    from kepu_cli.rules.anatomy import Rule

# Examples of these show an excerpt or bytes that no docstring can hold; their own tests are elsewhere.
_OTHERWISE_TESTED = {"K001", "K002", "K007", "K009"}
_NO_EXAMPLE = "No example: the fault lies in the bytes of a file, not in its YAML."
_TODAY = date(2026, 7, 1)
_ROSTER = "地区: 示例县\n成员单位: [县教育局, 县科协]\n"
_ACROSS = tuple(rule.CODE for rule in together_rules())
_RULES = [pytest.param(rule, id=rule.CODE) for rule in all_rules() if rule.CODE not in (*_OTHERWISE_TESTED, *_ACROSS)]


@pytest.mark.parametrize("rule", _RULES)
def test_bad_example_is_found_by_its_rule_and_no_other(rule: Rule, tmp_path: Path) -> None:
    report = _check(_example(rule, "Bad"), tmp_path)
    assert [finding.code for finding in report.findings] == [rule.CODE] * max(len(report.findings), 1)


@pytest.mark.parametrize("rule", _RULES)
def test_good_example_has_no_finding(rule: Rule, tmp_path: Path) -> None:
    report = _check(_example(rule, "Good"), tmp_path)
    assert [(finding.code, finding.message.words.en) for finding in report.findings] == []


@pytest.mark.parametrize("rule", together_rules(), ids=_ACROSS)
def test_examples_of_several_plans(rule: Rule) -> None:
    assert _codes_together(_example(rule, "Bad")) == [rule.CODE]
    assert _codes_together(_example(rule, "Good")) == []


@pytest.mark.parametrize("rule", all_rules(), ids=codes())
def test_anatomy(rule: Rule) -> None:
    """Title and reason say something in both languages; the docstring does not say it a third time."""
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.NAME)
    for words in (rule.TITLE, rule.WHY):
        assert re.search(r"[\u4e00-\u9fff]", words.zh)
        assert re.search(r"[A-Za-z]", words.en)
    assert _flush_left(rule.__doc__) in (
        [f"{rule.CODE} by example.", "Bad:", "Good:"],
        [f"{rule.CODE}. {_NO_EXAMPLE}"],
    )


@pytest.mark.parametrize("rule", all_rules(), ids=codes())
def test_chinese_words_use_chinese_punctuation(rule: Rule) -> None:
    for words in _all_words(rule):
        assert not re.search(r"[\u4e00-\u9fff}”][,;?!]|[\u4e00-\u9fff”]:(?! )", words.zh), words.zh


@pytest.mark.parametrize("rule", all_rules(), ids=codes())
def test_both_languages_tell_the_same_facts(rule: Rule) -> None:
    for words in _all_words(rule):
        assert _facts(words.zh) == _facts(words.en)


def _check(text: str, folder: Path) -> Report:
    (folder / "departments.yaml").write_text(_ROSTER, encoding="utf-8")
    return check(load_bytes(text.encode(), "plan.yaml", folder), today=_TODAY)


def _codes_together(text: str) -> list[str]:
    """What is found in the plans of a text, parted by `---`, one by one and together."""
    plans = [load_bytes(part.encode(), f"{at}.yaml", NOWHERE) for at, part in enumerate(text.split("---\n"))]
    reports = [check(loaded) for loaded in plans]
    gathered = [one for loaded in plans if (one := gather(loaded))]
    reports += check_together(gathered)
    return [finding.code for report in reports for finding in report.findings]


def _example(rule: Rule, which: str) -> str:
    match = re.search(rf"^{which}:\n((?:[ ]{{4}}.*\n|\n)+)", rule.__doc__, re.MULTILINE)
    assert match, f"{rule.CODE} has no example “{which}”"
    return textwrap.dedent(match[1])


def _flush_left(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith(" ")]


def _all_words(rule: Rule) -> list[Words]:
    found: list[Words] = []
    for value in vars(rule).values():
        found += [one for one in (value.values() if isinstance(value, dict) else [value]) if isinstance(one, Words)]
    return found


def _facts(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))
