"""Waivers (豁免): findings that the plan accepts, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.dates.due import parse_due
from kepu_cli.names import normal
from kepu_cli.references import outline_reference

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kepu_cli.findings import Finding, Path
    from kepu_cli.model import Plan, Waiver


def is_waived(finding: Finding, plan: Plan, today: date | None) -> bool:
    """A waiver of the plan accepts the finding: same rule, its target if it names one, a reason, not past its day."""
    return any(
        waiver.rule.upper() == finding.code
        and waiver.reason
        and not _is_over(waiver, plan, today)
        and (not waiver.target or normal(waiver.target) in _targets(finding, plan))
        for waiver in plan.waivers
    )


def _is_over(waiver: Waiver, plan: Plan, today: date | None) -> bool:
    """Past its last day; a day that cannot be read ends nothing, and without a clock nothing is over."""
    until = parse_due(waiver.until, plan.first_year) if waiver.until else None
    return bool(today and until and until.last and until.last < today)


def _targets(finding: Finding, plan: Plan) -> set[str]:
    """What a waiver may call the finding by: a name in its message, or an item, member or duty it stands at."""
    facts = finding.message.facts.values()
    named = {normal(fact) for fact in facts if isinstance(fact, str)}
    return named | {normal(name) for name in _names_at(finding.path, plan) if name}


def _names_at(path: Path, plan: Plan) -> Iterator[str]:
    match path:
        case ("actions", int(at), *rest):
            action = plan.actions[at]
            yield from (action.id, action.name)
            match rest:
                case ["duties", int(position), *_]:
                    yield from (action.duties[position].id, action.duties[position].text)
                case ["projects", int(position), *_]:
                    yield from (action.projects[position].id, action.projects[position].name)
        case ("departments", int(at), *_):
            yield plan.departments[at].name
        case ("outline", int(at), "duties", int(position), *_):
            outline = plan.outline[at]
            duty = outline.duties[position]
            yield from (outline_reference(outline, duty), duty.id, duty.text)
