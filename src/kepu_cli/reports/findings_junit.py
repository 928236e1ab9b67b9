"""Findings as JUnit XML, the form in which build servers show what failed.

A finding whose severity does not fail the run is a test that passed and left a note: `skipped` would claim that
something was not looked at. A file without findings is one passed test, so that it shows up among the others.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kepu_cli.patterns import pattern
from kepu_cli.printable import printable
from kepu_cli.reports import finding_counts
from kepu_cli.reports.file_uris import slashed
from kepu_cli.reports.finding_lines import finding_lines
from kepu_cli.reports.one_a_file import one_a_file

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kepu_cli.checking import Report
    from kepu_cli.findings import Finding, Lang, Severity


def render(reports: Sequence[Report], lang: Lang, failing: Collection[Severity] | None = None) -> str:
    """A suite a file, a test a finding; findings of the `failing` severities are failures.

    None: what each report says fails it.
    """
    suites = [_suite(report, lang, failing) for report in one_a_file(reports)]
    root = Element("testsuites", {"name": "kepu", **_counts(suites)})
    root.extend(suites)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


# What `printable` leaves because it can be shown, and XML 1.0 forbids.
_FORBIDDEN = pattern("[\ufffe\uffff]")


def _suite(report: Report, lang: Lang, failing: Collection[Severity] | None) -> Element:
    file = _visible(slashed(report.file))
    suite = Element("testsuite", name=file)
    fails = report.failing if failing is None else failing
    told: Counter[str] = Counter()
    for finding in report.findings:
        name = f"{finding.code} {_visible(finding.message.in_(lang))}"
        told[name] += 1
        # Of tests with the same name some servers keep one only. Lines are no part of it: they shift.
        suite.append(_test(finding, f"{name} ({told[name]})" if told[name] > 1 else name, file, lang, fails))
    if not report.findings:
        SubElement(suite, "testcase", classname=file, name=finding_counts.told([report], lang), file=file, time="0")
    suite.attrib.update(_counts([suite]))
    return suite


def _test(finding: Finding, name: str, suite: str, lang: Lang, failing: Collection[Severity]) -> Element:
    place = finding.place
    file = _visible(slashed(place.file))
    test = Element("testcase", classname=suite, name=name, file=file, line=str(place.line), time="0")
    message, *further = map(_visible, finding_lines(finding, lang))
    text = "\n".join((f"{file}:{place.line}:{place.column}: [{finding.code}] {message}", *further))
    if finding.severity in failing:
        SubElement(test, "failure", message=message, type=finding.severity.value).text = text
    else:
        SubElement(test, "system-out").text = text
    return test


def _counts(elements: Sequence[Element]) -> dict[str, str]:
    """The attributes that sum up suites; no test of ours ends in an error or takes time worth telling."""
    tests = sum(len(list(element.iter("testcase"))) for element in elements)
    failures = sum(len(list(element.iter("failure"))) for element in elements)
    return {"tests": str(tests), "failures": str(failures), "errors": "0", "skipped": "0", "time": "0"}


def _visible(text: str) -> str:
    return _FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", printable(text))
