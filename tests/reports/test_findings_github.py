"""Findings as workflow commands: read back with the runner's own grammar, each says what it said."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

import pytest
from hypothesis import example, given

from kepu_cli.catalogue import find_rule
from kepu_cli.checking import Report
from kepu_cli.findings import Finding, Lang, Place, Severity
from kepu_cli.printable import printable
from kepu_cli.reports import findings_github
from tests.golden import assert_golden
from tests.reports.machine_reports import GOLDEN, HOSTILE, a_finding, sample, some_reports

# In the runner's order: the percent sign comes last.
_IN_MESSAGE = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_IN_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


class _Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def _read(line: str) -> _Command:
    """As the runner does: up to the second `::` stand name and properties, all after it is the message."""
    assert line.startswith("::")
    end = line.index("::", 2)
    name, _, listed = line[2:end].partition(" ")
    properties = dict(pair.split("=", 1) for pair in listed.strip().split(","))
    undone = {key: _undo(value, _IN_PROPERTY) for key, value in properties.items()}
    return _Command(name, undone, _undo(line[end + 2 :], _IN_MESSAGE))


def _undo(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escape, sign in escapes:
        text = text.replace(escape, sign)
    return text


def _commands(*reports: Report, lang: Lang = Lang.ZH) -> list[_Command]:
    text = findings_github.render(reports, lang)
    assert "\r" not in text
    return [_read(line) for line in text.split("\n")[:-1]]


@pytest.mark.parametrize("lang", Lang)
def test_the_sample_word_for_word(lang: Lang) -> None:
    assert_golden(GOLDEN / f"sample.{lang}.github.txt", findings_github.render([sample()], lang))


def test_nothing_found_is_nothing_said() -> None:
    assert findings_github.render([Report("plan.yaml", ())], Lang.ZH) == ""


@given(some_reports)
@example([Report(name, (a_finding(name, place=Place(name, 1, 1), hint=name),)) for name in HOSTILE])
def test_every_finding_is_one_line_and_can_be_read_back(reports: list[Report]) -> None:
    findings = [finding for report in reports for finding in report.findings]
    commands = _commands(*reports)
    assert len(commands) == len(findings)
    for command, finding in zip(commands, findings, strict=True):
        assert command.message.split("\n") == _lines(finding)
        assert command.properties == {
            "file": printable(PurePath(finding.place.file).as_posix()),
            "line": str(finding.place.line),
            "col": str(finding.place.column),
            "endColumn": str(finding.place.column + finding.place.width),
            "title": f"{finding.code} {find_rule(finding.code).TITLE.zh}",
        }


def _lines(finding: Finding) -> list[str]:
    lines = [finding.message.in_(Lang.ZH)]
    lines += [finding.hint.in_(Lang.ZH)] if finding.hint else []
    return lines + ([f"另见：{printable(str(finding.also))}"] if finding.also else [])


@pytest.mark.parametrize(
    ("severity", "name"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")]
)
def test_the_command_for_a_severity(severity: Severity, name: str) -> None:
    assert _commands(Report("plan.yaml", (a_finding(severity=severity),)))[0].name == name


def test_a_command_to_the_letter() -> None:
    found = a_finding("50%::甲", place=Place("a,b:c.yaml", 5, 11, 4), hint="乙", also=Place("d.yaml", 2, 1))
    assert findings_github.render([Report("a,b:c.yaml", (found,))], Lang.EN) == (
        "::error file=a%2Cb%3Ac.yaml,line=5,col=11,endColumn=15,"
        f"title=K201 {find_rule('K201').TITLE.en}::"
        "“50%25::甲” is wrong%0Adid you mean “乙”?%0Asee also: d.yaml:2:1\n"
    )
