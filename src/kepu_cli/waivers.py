"""Waivers (豁免): findings that the plan accepts, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.dates.due import parse_due
from kepu_cli.names import normal, split_names
from kepu_cli.references import outline_reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from kepu_cli.findings import Finding, Path
    from kepu_cli.model import Plan, Waiver
    from kepu_cli.roster import Register


class Waivers(NamedTuple):
    """A plan's waivers, ready to be asked.

    `over` are the positions of those whose last day has passed; `by_rule` rule → accepted name → position.
    """

    plan: Plan
    over: frozenset[int]
    by_rule: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, plan: Plan, register: Register, today: date | None) -> Waivers:
        """Without a clock nothing is over; a last day that cannot be read ends nothing.

        A target may be several names, and a department's may be any that `register` knows.
        """
        over = frozenset(at for at, waiver in enumerate(plan.waivers) if _is_over(waiver, plan, today))
        by_rule: dict[str, dict[str, int]] = {}
        for at, waiver in enumerate(plan.waivers):
            if waiver.reason and at not in over:
                names = by_rule.setdefault(waiver.rule.upper(), {})
                for target in _all_names(waiver.target, register):
                    names.setdefault(target, at)
        return cls(plan, over, by_rule)

    def targets(self) -> Mapping[str, frozenset[str]]:
        """Rule → the names that waivers of it give, "" for all."""
        return {code: frozenset(names) for code, names in self.by_rule.items()}

    def accepting(self, finding: Finding) -> int | None:
        """The position of the waiver that accepts a finding: same rule, and its target if it names one."""
        targets = self.by_rule.get(finding.code)
        if targets is None:
            return None
        names = ("", *_targets(finding, self.plan))
        return min((targets[name] for name in names if name in targets), default=None)


def item_at(path: Path, plan: Plan) -> tuple[str, ...]:
    """What a path stands at, by names that survive a renumbering: action and duty, member, or outline duty."""
    match path:
        case ("actions", int(at), *rest):
            action = plan.actions[at]
            own = (action.name or action.id or str(at + 1),)
            match rest:
                case [("duties" | "projects") as level, int(position), *_]:
                    return (*own, (action.duties if level == "duties" else action.projects)[position].label)
            return own
        case ("departments", int(at), *_):
            return (plan.departments[at].name,)
        case ("outline", int(at), "duties", int(position), *_):
            return (outline_reference(plan.outline[at], plan.outline[at].duties[position]),)
    return ()


def _all_names(target: str, register: Register) -> Iterator[str]:
    yield normal(target)
    for name in split_names(target):
        yield normal(name)
        if not register.is_open:
            yield normal(register.resolve(name).department)


def _is_over(waiver: Waiver, plan: Plan, today: date | None) -> bool:
    until = parse_due(waiver.until, plan.first_year) if waiver.until else None
    return bool(today and until and until.last and until.last < today)


def _targets(finding: Finding, plan: Plan) -> set[str]:
    """What a waiver may call the finding by: a name in its message, or an item, member or duty it stands at."""
    named = {normal(name) for name in finding.message.names()}
    return named | {normal(name) for name in _names_at(finding.path, plan) if name}


def _names_at(path: Path, plan: Plan) -> Iterator[str]:
    yield from item_at(path, plan)
    match path:
        case ("actions", int(at), *rest):
            yield plan.actions[at].id
            match rest:
                case ["duties", int(position), *_]:
                    yield plan.actions[at].duties[position].id
                case ["projects", int(position), *_]:
                    yield plan.actions[at].projects[position].id
        case ("outline", int(at), "duties", int(position), *_):
            duty = plan.outline[at].duties[position]
            yield from (duty.id, duty.text)
