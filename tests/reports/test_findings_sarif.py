"""Findings as SARIF: valid by the standard's own schema, whatever the names, and the same alerts after lines shift.

`sarif-schema-2.1.0.json` is the schema of the OASIS standard "Static Analysis Results Interchange Format (SARIF)
Version 2.1.0 Plus Errata 01", unchanged; its id says where OASIS publishes it.
"""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
from hypothesis import example, given, settings

from kepu_cli.catalogue import RuleText, rule_texts
from kepu_cli.checking import Report, check
from kepu_cli.findings import Finding, Lang, Place, Severity, Words, say
from kepu_cli.loading.load import load_file
from kepu_cli.reports import findings_sarif
from kepu_cli.reports.sarif_rules import descriptor
from tests.golden import assert_golden
from tests.plans import load
from tests.reports.machine_reports import EXAMPLE_PLANS, GOLDEN, HOSTILE, a_finding, sample, some_reports

_SCHEMA = Path(__file__).with_name("sarif-schema-2.1.0.json")
# Only what RFC 3986 lets stand in a URI, and an escape after every percent sign.
_URI_REFERENCE = re.compile(r"(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-F]{2})*")
_URI = re.compile(rf"[a-z][a-z0-9+.-]*:{_URI_REFERENCE.pattern}")


@lru_cache(maxsize=1)
def _validator() -> jsonschema.Draft4Validator:
    formats = jsonschema.FormatChecker()
    formats.checks("uri")(lambda value: _URI.fullmatch(value) is not None)
    formats.checks("uri-reference")(lambda value: _URI_REFERENCE.fullmatch(value) is not None)
    return jsonschema.Draft4Validator(json.loads(_SCHEMA.read_text("utf-8")), format_checker=formats)


def _log(*reports: Report, lang: Lang = Lang.ZH) -> dict[str, Any]:
    """The log, once it has proven valid."""
    log: dict[str, Any] = json.loads(findings_sarif.render(reports, lang))
    assert [f"{error.json_path}: {error.message[:200]}" for error in _validator().iter_errors(log)] == []
    return log


def _results(*reports: Report, lang: Lang = Lang.ZH) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = _log(*reports, lang=lang)["runs"][0]["results"]
    return results


def _uri(name: str) -> dict[str, str]:
    result = _results(Report(name, (a_finding(place=Place(name, 1, 1)),)))[0]
    location: dict[str, str] = result["locations"][0]["physicalLocation"]["artifactLocation"]
    return location


def _prints(*findings: Finding, lang: Lang = Lang.ZH) -> list[str]:
    report = Report("plan.yaml", findings)
    return [result["partialFingerprints"]["kepuFinding/v1"] for result in _results(report, lang=lang)]


def test_the_schema_finds_what_is_wrong() -> None:
    log = _log(sample())
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    location["artifactLocation"]["uri"] = "方案.yaml"
    location["region"]["startLine"] = 0
    log["runs"][0]["language"] = "Chinese"
    assert len(list(_validator().iter_errors(log))) == 3


@pytest.mark.parametrize("lang", Lang)
def test_the_sample_word_for_word(lang: Lang) -> None:
    """Without the rules, which change with every new one."""
    log = _log(sample(), lang=lang)
    run = log["runs"][0]
    run["tool"]["driver"]["version"] = "*"
    run["tool"]["driver"]["rules"] = []
    for result in run["results"]:
        del result["ruleIndex"]
    assert_golden(GOLDEN / f"sample.{lang}.sarif", json.dumps(log, ensure_ascii=False, indent=2) + "\n")


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("plan", EXAMPLE_PLANS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_example_makes_a_valid_log(plan: Path, lang: Lang) -> None:
    report = check(load_file(plan, plan.name))
    results = _results(report, lang=lang)
    assert [result["ruleId"] for result in results] == [finding.code for finding in report.findings]
    prints = [
        (result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], *result["partialFingerprints"].values())
        for result in results
    ]
    assert len(set(prints)) == len(prints)


@settings(max_examples=30)
@given(some_reports)
@example([Report(name, (a_finding(name, place=Place(name, 1, 1), hint=name),)) for name in HOSTILE])
def test_every_finding_is_there_once(reports: list[Report]) -> None:
    log = _log(*reports)
    results, rules = log["runs"][0]["results"], log["runs"][0]["tool"]["driver"]["rules"]
    findings = [
        finding for file in _files(reports) for report in reports if report.file == file for finding in report.findings
    ]
    assert len(results) == len(findings)
    for result, finding in zip(results, findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert _shown(result["message"]["text"]).startswith(finding.message.in_(Lang.ZH))
        location = result["locations"][0]["physicalLocation"]
        assert _name_in(location["artifactLocation"]["uri"]) == PurePath(finding.place.file).as_posix()
        assert location["region"]["startLine"] == finding.place.line
        assert location["region"]["endColumn"] - location["region"]["startColumn"] == finding.place.width
        assert len(result.get("relatedLocations", [])) == (finding.also is not None)


def _files(reports: list[Report]) -> list[str]:
    return list(dict.fromkeys(report.file for report in reports))


def _shown(text: str) -> str:
    """As a viewer shows it: what stands for a literal brace is one, and a link that was parted is put together."""
    return re.sub(r"\{(\{\d+\})\}", r"\1", text).replace("] (", "](")


def _name_in(uri: str) -> str:
    return os.fsdecode(unquote_to_bytes(uri.removeprefix("file://")))


@pytest.mark.parametrize(
    ("name", "location"),
    [
        pytest.param("plan.yaml", {"uri": "plan.yaml", "uriBaseId": "%SRCROOT%"}, id="relative"),
        pytest.param(
            "我的 方案/50%#1?.yaml",
            {"uri": "%E6%88%91%E7%9A%84%20%E6%96%B9%E6%A1%88/50%25%231%3F.yaml", "uriBaseId": "%SRCROOT%"},
            id="blanks and signs",
        ),
        pytest.param("/srv/方案.yaml", {"uri": "file:///srv/%E6%96%B9%E6%A1%88.yaml"}, id="absolute"),
        pytest.param("<stdin>", {"uri": "%3Cstdin%3E"}, id="standard input"),
        pytest.param(
            "<标准输入>", {"uri": "%3C%E6%A0%87%E5%87%86%E8%BE%93%E5%85%A5%3E"}, id="standard input in Chinese"
        ),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the absolute name is a POSIX one")
def test_where_a_file_is(name: str, location: dict[str, str]) -> None:
    assert _uri(name) == location


@pytest.mark.parametrize(("lang", "tag"), [(Lang.ZH, "zh-CN"), (Lang.EN, "en")])
def test_the_run_says_its_language_and_how_it_counts_columns(lang: Lang, tag: str) -> None:
    run = _log(Report("plan.yaml", ()), lang=lang)["runs"][0]
    assert (run["language"], run["tool"]["driver"]["language"]) == (tag, tag)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"] == []


@pytest.mark.parametrize("lang", Lang)
def test_every_rule_is_listed_with_its_help(lang: Lang) -> None:
    rules = _log(Report("plan.yaml", ()), lang=lang)["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [text.code for text in rule_texts()]
    for rule, text in zip(rules, rule_texts(), strict=True):
        assert re.fullmatch("([A-Z][a-z0-9]*)+", rule["name"])
        # What code scanning shows; longer ones it refuses.
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["defaultConfiguration"].get("enabled", True) is (text.severity is not None)
        for example_text in filter(None, (text.bad, text.good)):
            assert example_text in rule["help"]["text"]
            assert f"```yaml\n{example_text}\n```" in rule["help"]["markdown"]
            assert "```" not in example_text


def test_a_rule_word_for_word() -> None:
    title, why = Words("编号重复", "An id is used twice"), Words("一个编号只能指一项。", "An id has to mean one item.")
    text = RuleText("K103", "duplicate-id", None, title, why, bad="编号: 一\n编号: 一", good="", fixed=False)
    assert descriptor(text, Lang.ZH) == {
        "id": "K103",
        "name": "DuplicateId",
        "shortDescription": {"text": "编号重复"},
        "fullDescription": {"text": "一个编号只能指一项。"},
        "help": {
            "text": "一个编号只能指一项。\n\n会报告：\n编号: 一\n编号: 一",
            "markdown": "一个编号只能指一项。\n\n**会报告**\n\n```yaml\n编号: 一\n编号: 一\n```",
        },
        "defaultConfiguration": {"enabled": False, "level": "note"},
    }


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_the_level_is_the_finding_s_own(severity: Severity, level: str) -> None:
    assert _results(Report("plan.yaml", (a_finding(severity=severity),)))[0]["level"] == level


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (Lang.ZH, "“市文爱办”写错了。建议：是不是“市文明办”？"),
        (Lang.EN, "“市文爱办” is wrong. Hint: did you mean “市文明办”?"),
    ],
)
def test_message_and_hint(lang: Lang, text: str) -> None:
    assert _results(Report("plan.yaml", (a_finding(hint="市文明办"),)), lang=lang)[0]["message"] == {"text": text}


def test_a_name_is_neither_a_link_nor_an_argument() -> None:
    text = _results(Report("plan.yaml", (a_finding("[甲](1) {0} {乙}"),)))[0]["message"]["text"]
    assert text == "“[甲] (1) {{0}} {乙}”写错了"


def test_fingerprints_outlive_shifted_lines_and_the_language() -> None:
    before = _PLAN.format(above="")
    after = _PLAN.format(above="  - 名称: 新任务\n    牵头单位: 县科协\n# 说明\n")
    both = [check(load(text), only=frozenset(("K304", "K401"))).findings for text in (before, after)]
    assert [finding.code for finding in both[0]] == ["K304", "K304", "K401"]
    assert [finding.place.line for finding in both[0]] != [finding.place.line for finding in both[1]]
    assert _prints(*both[0]) == _prints(*both[1]) == _prints(*both[0], lang=Lang.EN)
    assert len(set(_prints(*both[0]))) == 3


_PLAN = """\
方案: 方案
年度: 2026
成员单位: [县科协]
重点任务:
{above}  - 名称: 科普大集
    牵头单位: 县科协
    责任单位: 有关单位、相关部门
  - 名称: 科技进校园
    职责:
      - 名称: 无人负责的事
"""


def test_fingerprints_forget_numbers_and_keep_names() -> None:
    words = Words("{name}牵头 {count} 项", "{name} leads {count}")
    some, more = (a_finding()._replace(message=say(words, name="县科协", count=count)) for count in (12, 13))
    other = a_finding()._replace(message=say(words, name="县教育局", count=12))
    elsewhere = some._replace(item=("科普大集",))
    assert _prints(some) == _prints(more)
    assert len({*_prints(some), *_prints(other), *_prints(elsewhere)}) == 3


def test_twins_are_told_apart_by_their_order() -> None:
    first, second = _prints(a_finding(), a_finding())
    assert (first.partition(":")[0], first[-2:], second[-2:]) == (second.partition(":")[0], ":1", ":2")


def test_reports_of_one_file_number_their_twins_together() -> None:
    report = Report("plan.yaml", (a_finding(),))
    assert len({result["partialFingerprints"]["kepuFinding/v1"] for result in _results(report, report)}) == 2
