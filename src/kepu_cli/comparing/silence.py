"""Plans from documents that have no word about some fields: what nobody said is no change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from kepu_cli.model import Action, Item, Plan


def silence(plan: Plan, fields: Collection[str]) -> Plan:
    """The plan as if nothing were written for these keys (English ones), at the plan and at every item."""
    if not fields:
        return plan
    actions = tuple(_silent_action(action, fields) for action in plan.actions)
    return plan.with_(**_defaults(plan, {*fields} - {"actions"}), actions=actions)


def with_roster_of(plan: Plan, other: Plan) -> Plan:
    """The plan with the other's members and groups: for a document that has no roster but only names."""
    return plan.with_(departments=other.departments, groups=other.groups, region=plan.region or other.region)


def _silent_action(action: Action, fields: Collection[str]) -> Action:
    return action.with_(
        **_defaults(action, fields),
        duties=tuple(duty.with_(**_defaults(duty, fields)) for duty in action.duties),
        projects=tuple(project.with_(**_defaults(project, fields)) for project in action.projects),
    )


def _defaults(of: Plan | Item, fields: Collection[str]) -> dict[str, object]:
    """What a field has where nothing is written; required ones stay."""
    return {name: field.default for name, field in of.FIELDS.items() if name in fields and not field.is_required}
