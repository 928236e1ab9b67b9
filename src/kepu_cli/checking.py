"""Runs the rules over a loaded plan: locates what they yield, sets severities, waives, sorts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.collector import collector_paused
from kepu_cli.coverage import measure_coverage
from kepu_cli.findings import Finding, Flaw, Severity
from kepu_cli.gathering import rule_settings
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.places import NO_PLACES
from kepu_cli.model import Settings
from kepu_cli.names import normal
from kepu_cli.rules import codes, flaw_rule, plan_rules, together_rules, waiver_rules
from kepu_cli.rules.anatomy import Subject, Waived
from kepu_cli.waivers import Waivers, item_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from kepu_cli.findings import Issue, Path
    from kepu_cli.gathering import Gathered
    from kepu_cli.ledger import Ledger
    from kepu_cli.loading.load import Loaded
    from kepu_cli.loading.places import Places
    from kepu_cli.loading.settings_file import SettingsFile
    from kepu_cli.model import Plan, RuleSetting
    from kepu_cli.rules.anatomy import PlanRule, Rule


class Report(NamedTuple):
    """The findings of one file, by place; `waived` counts those that the plan accepts, `known` those of a baseline.

    `strict`: warnings fail too.
    """

    file: str
    findings: tuple[Finding, ...]
    waived: int = 0
    known: int = 0
    strict: bool = False

    @property
    def failing(self) -> tuple[Severity, ...]:
        """The severities that fail the check."""
        return (Severity.ERROR, Severity.WARNING) if self.strict else (Severity.ERROR,)

    @property
    def fails(self) -> bool:
        return any(finding.severity in self.failing for finding in self.findings)

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


@collector_paused()
def check(
    loaded: Loaded,
    *,
    settings: Settings | None = None,
    strict: bool = False,
    only: frozenset[str] = frozenset(),
    today: date | None = None,
    errors_only: bool = False,
    outdone: bool = False,
) -> Report:
    """Every finding of a loaded plan, by file, line, column and code.

    `only` these codes where given; a plan's own rule settings win over `settings`; waivers past their last day end
    with `today`, without it none does. With `errors_only` every error is there, and of the rest what the same rules
    tell; with `outdone` also what another rule tells better at the same path.
    """
    settings = settings or Settings()
    strict = strict or settings.strict
    flaws = [*loaded.flaws]
    found: list[Finding] = []
    waived = 0
    if loaded.plan is not None:
        plan = loaded.plan
        flaws += _unknown_codes(_named_codes(plan), loaded.places)
        choice = _Choice(rule_settings(plan, settings), strict, only, errors_only, outdone)
        found, waived = _plan_findings(loaded, plan, choice, today)
    found += [_told(flaw, loaded.places) for flaw in flaws]
    if only:
        found = [finding for finding in found if finding.code in only]
    return Report(loaded.file, _sorted(found), waived, strict=strict)


def check_settings(file: SettingsFile) -> Report:
    """What is wrong in the project's settings themselves."""
    named: list[tuple[Path, str]] = [(("rules", code), code) for code in file.settings.rules]
    flaws = (*file.flaws, *_unknown_codes(named, file.places))
    return Report(file.label, _sorted(_told(flaw, file.places) for flaw in flaws))


def check_together(
    plans: Sequence[Gathered], *, strict: bool = False, only: frozenset[str] = frozenset()
) -> tuple[Report, ...]:
    """What only several plans show together: a report a file, by file. Each plan's settings and waivers hold."""
    by_file = {plan.file: plan for plan in plans}
    found: dict[str, list[Finding]] = {}
    waived: Counter[str] = Counter()
    for rule in together_rules():
        for issue in rule.check(plans) if not only or rule.CODE in only else ():
            concerned = [by_file[place.file] for place in (issue.place, issue.also_place) if place]
            choices = [_Choice(plan.rules, strict or plan.strict, only) for plan in concerned]
            if any(choice.is_off(rule) for choice in choices):
                continue
            here, choice = concerned[0].file, choices[0]
            severity = _severity(rule, issue, choice.severity_set(rule), strict=choice.strict)
            finding = _finding(rule, issue, severity, NO_PLACES)
            if any(_accepts(plan, finding) for plan in concerned):
                waived[here] += 1
            else:
                found.setdefault(here, []).append(finding)
    return tuple(
        Report(file, _sorted(found.get(file, ())), waived[file], strict=strict or by_file[file].strict)
        for file in sorted({*found, *waived})
    )


def _accepts(plan: Gathered, finding: Finding) -> bool:
    """A waiver of the plan accepts a finding across plans: in general, or for a name in its message."""
    accepted = plan.waived.get(finding.code, frozenset())
    return not accepted.isdisjoint(("", *map(normal, finding.message.names())))


class _Choice(NamedTuple):
    """Which rules run, and how strictly."""

    settings: Mapping[str, RuleSetting]
    strict: bool
    asked: frozenset[str]
    errors_only: bool = False
    outdone: bool = False

    def severity_set(self, rule: Rule) -> str | None:
        setting = self.settings.get(rule.CODE)
        return setting.severity if setting else None

    def is_off(self, rule: Rule) -> bool:
        severity = self.severity_set(rule)
        if self.errors_only and Severity.ERROR not in (severity, getattr(rule, "WORST", rule.SEVERITY)):
            return True
        return rule.CODE not in self.asked and (severity == "off" or (severity is None and rule.SEVERITY is None))


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.place, finding.code)))


def _told(flaw: Flaw, places: Places) -> Finding:
    rule = flaw_rule(flaw.code)
    issue = rule.tell(flaw)
    return _finding(rule, issue, issue.severity or rule.SEVERITY or Severity.INFO, places)


def _named_codes(plan: Plan) -> list[tuple[Path, str]]:
    named: list[tuple[Path, str]] = [(("rules", code), code) for code in plan.rules]
    return named + [(("waivers", at, "rule"), waiver.rule) for at, waiver in enumerate(plan.waivers)]


def _unknown_codes(named: list[tuple[Path, str]], places: Places) -> Iterator[Flaw]:
    """Settings and waivers of rules that do not exist: a slip there would switch nothing off, in silence."""
    known = frozenset(codes())
    for path, code in named:
        # One that is not written has its own finding.
        if code and code.upper() not in known:
            yield Flaw("K005", "rule-code", places.find(path), {"value": code}, path=path)


def _plan_findings(loaded: Loaded, plan: Plan, choice: _Choice, today: date | None) -> tuple[list[Finding], int]:
    """What the rules find and no waiver accepts, and how much is accepted."""
    ledger = build_ledger(plan)
    waivers = Waivers.of(plan, ledger.register, today)
    kept: list[Finding] = []
    used: list[int] = []
    for finding in _raw_findings(loaded, plan, ledger, choice):
        accepting = waivers.accepting(finding)
        if accepting is None:
            kept.append(finding)
        else:
            used.append(accepting)
    kept = kept if choice.outdone else _without_outdone(kept, choice.asked)
    if plan.waivers:
        waived = Waived(plan, frozenset(used), waivers.over, complete=not (loaded.broken or choice.errors_only))
        for rule in waiver_rules():
            if not choice.is_off(rule):
                kept += (_located(rule, issue, loaded, choice) for issue in rule.check(waived))
    return kept, len(used)


def _without_outdone(findings: list[Finding], asked: frozenset[str]) -> list[Finding]:
    """Leaves out what another rule tells better at the same path; one that was not asked for tells nothing."""
    yielding = {rule.CODE: rule.YIELDS_TO for rule in plan_rules() if hasattr(rule, "YIELDS_TO")}
    if not any(finding.code in yielding for finding in findings):
        return findings
    told = {(finding.code, finding.path) for finding in findings if not asked or finding.code in asked}
    return [one for one in findings if not any((code, one.path) in told for code in yielding.get(one.code, ()))]


def _raw_findings(loaded: Loaded, plan: Plan, ledger: Ledger, choice: _Choice) -> Iterator[Finding]:
    subject = Subject(plan, ledger, measure_coverage(plan, ledger))
    for rule in plan_rules():
        if choice.is_off(rule):
            continue
        setting = choice.settings.get(rule.CODE)
        limited = subject._replace(limit=setting.limit) if setting else subject
        for issue in rule.check(limited):
            if not (loaded.broken and _follows_from_flaw(issue, rule, loaded)):
                yield _located(rule, issue, loaded, choice)


def _located(rule: Rule, issue: Issue, loaded: Loaded, choice: _Choice) -> Finding:
    severity = _severity(rule, issue, choice.severity_set(rule), strict=choice.strict)
    return _finding(rule, issue, severity, loaded.places, loaded.plan)


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


def _finding(rule: Rule, issue: Issue, severity: Severity, places: Places, plan: Plan | None = None) -> Finding:
    place = issue.place or places.find(issue.path)
    also = issue.also_place or (places.find(issue.also) if issue.also is not None else None)
    item = item_at(issue.path, plan) if plan is not None else ()
    return Finding(rule.CODE, rule.NAME, severity, issue.message, issue.hint, place, issue.path, also, issue.fix, item)
