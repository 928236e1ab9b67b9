"""Findings as JSON for other programs; the form is stable, its version is `SCHEMA`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Lang, Severity
from kepu_cli.json_text import json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.checking import Report
    from kepu_cli.findings import Finding

SCHEMA = 1


def render(reports: Sequence[Report], lang: Lang) -> str:
    """`{"schema", "files", "findings": […], "summary": {…}}`; only messages and hints depend on the language."""
    document = {
        "schema": SCHEMA,
        "files": list(dict.fromkeys(report.file for report in reports)),
        "findings": [_finding(finding, lang) for report in reports for finding in report.findings],
        "summary": {
            "errors": sum(report.count(Severity.ERROR) for report in reports),
            "warnings": sum(report.count(Severity.WARNING) for report in reports),
            "infos": sum(report.count(Severity.INFO) for report in reports),
            "waived": sum(report.waived for report in reports),
            **_known(reports),
        },
    }
    return json_text(document)


def _known(reports: Sequence[Report]) -> dict[str, int]:
    """How many the baseline accepts, where it accepts any."""
    known = sum(report.known for report in reports)
    return {"known": known} if known else {}


def _finding(finding: Finding, lang: Lang) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message.in_(lang),
        "hint": finding.hint.in_(lang) if finding.hint else None,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "path": list(finding.path),
    }
