"""Awkward plans and what is told about them, word for word. `KEPU_GOLDEN=1 pytest tests/rules` rewrites the texts."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from kepu_cli.checking import check
from kepu_cli.findings import Finding, Lang, Severity
from kepu_cli.loading.load import load_bytes

_TODAY = date(2026, 7, 1)
_CASES = Path(__file__).with_name("cases")
_PLANS = [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in sorted(_CASES.glob("K*/*.yaml"))]


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("plan", _PLANS)
def test_case_is_told_as_agreed(plan: Path, lang: Lang) -> None:
    golden = plan.with_suffix(f".{lang}.txt")
    told = _told(plan, lang)
    if os.environ.get("KEPU_GOLDEN"):
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == golden.read_text("utf-8")


@pytest.mark.parametrize("plan", _PLANS)
def test_case_shows_the_rule_of_its_folder(plan: Path) -> None:
    """A case named clean-… shows what tempts a careless rule and must not be told."""
    codes = {line.split()[2] for line in _told(plan, Lang.EN).splitlines()}
    assert (plan.parent.name in codes) is not plan.stem.startswith("clean")


def test_who_asks_for_the_errors_alone_gets_every_one() -> None:
    """A rule whose WORST is forgotten would be left out."""
    for path in sorted(_CASES.glob("K*/*.yaml")):
        loaded = load_bytes(path.read_bytes(), path.name, path.parent)
        every, asked = (check(loaded, today=_TODAY, errors_only=only).findings for only in (False, True))
        assert [one for one in asked if one.severity is Severity.ERROR] == [
            one for one in every if one.severity is Severity.ERROR
        ], path.stem


def test_every_golden_text_has_its_plan() -> None:
    plans = {path.with_suffix("") for path in _CASES.glob("K*/*.yaml")}
    assert {path.with_suffix("").with_suffix("") for path in _CASES.glob("K*/*.txt")} == plans


def _told(plan: Path, lang: Lang) -> str:
    report = check(load_bytes(plan.read_bytes(), plan.name, plan.parent), today=_TODAY)
    return "".join(_line(finding, plan.name, lang) for finding in report.findings)


def _line(finding: Finding, plan: str, lang: Lang) -> str:
    """`line:column severity code message | hint`, with the file where it is not the plan, and the second place."""
    place = f"{finding.place.line}:{finding.place.column}"
    if finding.place.file != plan:
        place = f"{finding.place.file}:{place}"
    hint = f" | {finding.hint.in_(lang)}" if finding.hint else ""
    also = f" (also {finding.also.line}:{finding.also.column})" if finding.also else ""
    return f"{place} {finding.severity} {finding.code} {finding.message.in_(lang)}{hint}{also}\n"
