"""Findings as JUnit XML: well-formed for any name, every finding a test, the counts right."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import example, given

from kepu_cli.checking import Report
from kepu_cli.findings import Lang, Place, Severity
from kepu_cli.reports import findings_junit
from kepu_cli.reports.one_a_file import one_a_file
from tests.golden import assert_golden
from tests.reports.machine_reports import GOLDEN, HOSTILE, a_finding, sample, some_reports

_ALL = tuple(Severity)


def _read(*reports: Report, failing: tuple[Severity, ...] | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(findings_junit.render(reports, Lang.ZH, failing).encode("utf-8"))


def _counted(element: ElementTree.Element) -> dict[str, str]:
    tests, failures = len(list(element.iter("testcase"))), len(list(element.iter("failure")))
    return {"tests": str(tests), "failures": str(failures), "errors": "0", "skipped": "0", "time": "0"}


@pytest.mark.parametrize("lang", Lang)
def test_the_sample_word_for_word(lang: Lang) -> None:
    text = findings_junit.render([sample(), Report("改好的.yaml", ())], lang)
    assert_golden(GOLDEN / f"sample.{lang}.junit.xml", text)


@given(some_reports)
@example([Report(name, (a_finding(name, place=Place(name, 1, 1), hint=name),)) for name in HOSTILE])
def test_every_finding_is_one_test(reports: list[Report]) -> None:
    root = _read(*reports)
    files = {report.file for report in reports}
    assert len(root) == len(files)
    failing = sum(finding.severity in report.failing for report in one_a_file(reports) for finding in report.findings)
    assert len(list(root.iter("failure"))) == failing
    found = sum(len(report.findings) for report in reports)
    assert len(list(root.iter("failure"))) + len(list(root.iter("system-out"))) == found
    for element in (root, *root):
        assert {key: value for key, value in element.attrib.items() if key != "name"} == _counted(element)


@pytest.mark.parametrize("name", HOSTILE)
def test_the_text_comes_back(name: str) -> None:
    """Only what XML cannot hold, or nobody would see, is spelled out."""
    test = _read(Report("plan.yaml", (a_finding(name, hint=name),)))[0][0]
    message = a_finding(name).message.in_(Lang.ZH).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    assert test.get("name") == f"K201 {message}"
    failure = test.find("failure")
    assert failure is not None
    assert failure.get("message") == message
    assert (failure.text or "").split("\n")[0] == f"plan.yaml:5:11: [K201] {message}"
    assert len((failure.text or "").split("\n")) == 2


@pytest.mark.parametrize(
    ("failing", "failures"),
    [
        pytest.param((Severity.ERROR,), "1", id="errors"),
        pytest.param((Severity.ERROR, Severity.WARNING), "3", id="warnings too"),
        pytest.param((), "0", id="none"),
    ],
)
def test_only_what_fails_the_run_is_a_failure(failing: tuple[Severity, ...], failures: str) -> None:
    severities = (Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.INFO)
    report = Report("plan.yaml", tuple(a_finding(severity=severity) for severity in severities))
    root = _read(report, failing=failing)
    assert (root.get("tests"), root.get("failures")) == ("4", failures)


@pytest.mark.parametrize(("strict", "failures"), [(False, "0"), (True, "1")])
def test_a_report_knows_what_fails_it(strict: bool, failures: str) -> None:
    report = Report("plan.yaml", (a_finding(severity=Severity.WARNING),), strict=strict)
    assert _read(report).get("failures") == failures


def test_a_file_without_findings_is_a_passed_test() -> None:
    root = _read(Report("甲.yaml", (), waived=2), Report("乙.yaml", (a_finding(),)))
    clean = root[0][0]
    assert (root[0].get("name"), root[0].get("tests"), root[0].get("failures")) == ("甲.yaml", "1", "0")
    assert (clean.get("classname"), clean.get("name")) == ("甲.yaml", "没有发现问题，豁免 2 个")
    assert len(clean) == 0


def test_no_two_tests_of_a_file_have_one_name_and_none_changes_with_the_lines() -> None:
    here, there = (a_finding(place=Place("plan.yaml", line, 1)) for line in (3, 9))
    reports = Report("plan.yaml", (here, there)), Report("plan.yaml", (here,))
    names = [test.get("name") for test in _read(*reports).iter("testcase")]
    assert names == ["K201 “市文爱办”写错了", "K201 “市文爱办”写错了 (2)", "K201 “市文爱办”写错了 (3)"]


def test_a_finding_in_a_linked_file_belongs_to_its_plan() -> None:
    test = _read(Report("plan.yaml", (a_finding(place=Place("departments.yaml", 7, 3)),)))[0][0]
    assert (test.get("classname"), test.get("file"), test.get("line")) == ("plan.yaml", "departments.yaml", "7")
