"""Findings as workflow commands of GitHub Actions: annotations at the lines of a change.

The grammar is the runner's own: `::command key=value,key=value::message`, one command a line. It undoes %0D, %0A and
%25 everywhere, %3A and %2C in properties, and knows no other escapes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Severity
from kepu_cli.printable import printable
from kepu_cli.reports.file_uris import slashed
from kepu_cli.reports.finding_lines import finding_lines
from kepu_cli.rules import all_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.checking import Report
    from kepu_cli.findings import Finding, Lang


def render(reports: Sequence[Report], lang: Lang) -> str:
    """A line a finding; nothing at all where nothing was found. `endColumn` is the column after the last one meant."""
    titles = {rule.CODE: f"{rule.CODE} {rule.TITLE.in_(lang)}" for rule in all_rules()}
    return "".join(_command(finding, titles[finding.code], lang) for report in reports for finding in report.findings)


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# The percent sign goes first: it begins every other escape.
_IN_MESSAGE = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTY = (*_IN_MESSAGE, (":", "%3A"), (",", "%2C"))


def _command(finding: Finding, title: str, lang: Lang) -> str:
    place = finding.place
    properties = {
        "file": printable(slashed(place.file)),
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.width),
        "title": title,
    }
    listed = ",".join(f"{key}={_escaped(value, _IN_PROPERTY)}" for key, value in properties.items())
    message = _escaped("\n".join(finding_lines(finding, lang)), _IN_MESSAGE)
    return f"::{_COMMANDS[finding.severity]} {listed}::{message}\n"


def _escaped(text: str, escapes: Sequence[tuple[str, str]]) -> str:
    for sign, escape in escapes:
        text = text.replace(sign, escape)
    return text
