"""Runs the rules over a loaded plan: locates what they yield, sets severities, waives, sorts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kepu_cli.coverage import measure_coverage
from kepu_cli.findings import Finding, Flaw, Severity
from kepu_cli.ledger import build_ledger
from kepu_cli.rules import codes, flaw_rules, plan_rules
from kepu_cli.rules.anatomy import Subject
from kepu_cli.waivers import is_waived

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kepu_cli.findings import Issue, Path
    from kepu_cli.loading.load import Loaded
    from kepu_cli.model import Plan
    from kepu_cli.rules.anatomy import PlanRule, Rule


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one plan, by place; `waived` counts those that the plan accepts."""

    file: str
    findings: tuple[Finding, ...]
    waived: int = 0

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


def check(
    loaded: Loaded, *, strict: bool = False, only: frozenset[str] = frozenset(), today: date | None = None
) -> Report:
    """Every finding of a loaded plan, by file, line, column and code.

    `only` these codes where given; waivers past their last day end with `today`, without it none does.
    """
    found = list(_flaw_findings(loaded))
    waived = 0
    if loaded.plan is not None:
        for finding in _plan_findings(loaded, loaded.plan, strict=strict, asked=only):
            if is_waived(finding, loaded.plan, today):
                waived += 1
            else:
                found.append(finding)
    if only:
        found = [finding for finding in found if finding.code in only]
    found.sort(key=lambda finding: (finding.place, finding.code))
    return Report(loaded.file, tuple(found), waived)


def _flaw_findings(loaded: Loaded) -> Iterator[Finding]:
    rules = {rule.CODE: rule for rule in flaw_rules()}
    for flaw in (*loaded.flaws, *_unknown_codes(loaded)):
        rule = rules[flaw.code]
        issue = rule.tell(flaw)
        yield _finding(rule, issue, issue.severity or rule.SEVERITY or Severity.INFO, loaded)


def _unknown_codes(loaded: Loaded) -> Iterator[Flaw]:
    """Settings and waivers of rules that do not exist: a slip there would switch nothing off, in silence."""
    if loaded.plan is None:
        return
    named: list[tuple[Path, str]] = [(("rules", code), code) for code in loaded.plan.rules]
    named += [(("waivers", at, "rule"), waiver.rule) for at, waiver in enumerate(loaded.plan.waivers)]
    for path, code in named:
        if code.upper() not in codes():
            yield Flaw("K005", "rule-code", loaded.places.find(path), {"value": code}, path=path)


def _plan_findings(loaded: Loaded, plan: Plan, *, strict: bool, asked: frozenset[str]) -> Iterator[Finding]:
    ledger = build_ledger(plan)
    subject = Subject(plan, ledger, measure_coverage(plan, ledger))
    settings = {code.upper(): setting for code, setting in plan.rules.items()}
    for rule in plan_rules():
        setting = settings.get(rule.CODE)
        severity = setting.severity if setting else None
        if rule.CODE not in asked and (severity == "off" or (severity is None and rule.SEVERITY is None)):
            continue
        limited = replace(subject, limit=setting.limit) if setting else subject
        for issue in rule.check(limited):
            if not _follows_from_flaw(issue, rule, loaded):
                yield _finding(rule, issue, _severity(rule, issue, severity, strict=strict), loaded)


def _severity(rule: Rule, issue: Issue, set_by_plan: str | None, *, strict: bool) -> Severity:
    if set_by_plan and set_by_plan != "off":
        return Severity(set_by_plan)
    if strict and (stricter := getattr(rule, "STRICT", None)):
        return Severity(stricter)
    return issue.severity or rule.SEVERITY or Severity.INFO


def _follows_from_flaw(issue: Issue, rule: PlanRule, loaded: Loaded) -> bool:
    """What was left out as unreadable already has its finding; what follows from its absence gets none."""
    fields = {broken[-1] for broken in loaded.broken if broken}
    if fields & getattr(rule, "READS", frozenset()):
        return True
    missed = [broken for broken in loaded.broken if not (broken and broken[-1] in _INDEPENDENT)]
    if missed and rule.WHOLE_PLAN:
        return True
    return any(issue.path[: len(broken)] == broken for broken in loaded.broken) or any(
        issue.path[: len(item)] == item for item in map(_item_of, missed) if item
    )


# Fields on whose absence only a rule that says so (READS) depends.
_INDEPENDENT = frozenset(
    ("kind", "due", "targets", "results", "remark", "extra", "leader", "formerly", "sector", "contact", "until", "how")
)


def _item_of(broken: Path) -> Path:
    """The item that a broken field belongs to; of a broken list entry itself."""
    return broken[:-1] if broken and isinstance(broken[-1], str) else broken


def _finding(rule: Rule, issue: Issue, severity: Severity, loaded: Loaded) -> Finding:
    place = issue.place or loaded.places.find(issue.path)
    also = issue.also_place or (loaded.places.find(issue.also) if issue.also is not None else None)
    return Finding(rule.CODE, rule.NAME, severity, issue.message, issue.hint, place, issue.path, also, issue.fix)
