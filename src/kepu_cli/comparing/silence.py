"""Plans from documents that have no word about some fields: what nobody said is no change."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kepu_cli.comparing.sameness import text_key
from kepu_cli.model import Action, Duty, Item, Project, Role

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kepu_cli.model import Plan

AnyItem = TypeVar("AnyItem", bound=Item)


def silence(plan: Plan, fields: Collection[str]) -> Plan:
    """The plan as if nothing were written for these keys (English ones), at the plan and at every item."""
    if not fields:
        return plan
    actions = tuple(_silent_action(action, fields) for action in plan.actions)
    return plan.with_(**_defaults(plan, {*fields} - {"actions"}), actions=actions)


def with_roster_of(plan: Plan, other: Plan) -> Plan:
    """The plan with the other's members and groups: for a document that has no roster but only names."""
    return plan.with_(departments=other.departments, groups=other.groups, region=plan.region or other.region)


def with_kinds_of(plan: Plan, other: Plan) -> Plan:
    """The plan with what no table shows taken from the other.

    That is: which rows are projects, what items take up (对应) and were called (原编号), and what an action says of
    itself where each of its rows says it.
    """
    kinds = {_key(at, item): item for at, action in enumerate(other.actions) for item in _items(action)}
    homes = {text_key(action.name): at for at, action in enumerate(other.actions)}
    actions = tuple(
        _with_kinds(action, homes.get(text_key(action.name), at), kinds) for at, action in enumerate(plan.actions)
    )
    return plan.with_(actions=actions)


def _with_kinds(action: Action, at: int, kinds: Mapping[tuple[int, str], Item]) -> Action:
    duties: list[Duty] = []
    projects = [_like(each, kinds.get(_key(at, each))) for each in action.projects]
    for duty in action.duties:
        model = kinds.get(_key(at, duty))
        if isinstance(model, Project):
            projects.append(_like(_as_project(duty), model))
        else:
            duties.append(_like(duty, model))
    model = kinds.get(_key(at, action))
    whole = _like(action, model).with_(duties=tuple(duties), projects=tuple(projects))
    return whole.with_(**_said_by_all(whole, model)) if model else whole


def _said_by_all(action: Action, model: Item) -> dict[str, object]:
    """What the model says of an action that has no row of its own, or none for that."""
    items = _items(action)[1:]
    said: dict[str, object] = {
        field: getattr(model, field)
        for field in ("due", "leader")
        if not getattr(action, field) and all(getattr(item, field) for item in items)
    }
    if action.is_unassigned and not any(item.is_unassigned for item in items):
        said |= {role.value: model.names(role) for role in Role}
    return said


def _items(action: Action) -> tuple[Item, ...]:
    return (action, *action.duties, *action.projects)


def _key(at: int, item: Item) -> tuple[int, str]:
    """The action's position and what the item is called; an action goes by its position."""
    return at, "" if isinstance(item, Action) else text_key(item.label)


def _like(item: AnyItem, model: Item | None) -> AnyItem:
    if model is None:
        return item
    return item.with_(covers=item.covers or model.covers, formerly=item.formerly or model.formerly)


def _as_project(duty: Duty) -> Project:
    shared = {name: getattr(duty, name) for name in Item.FIELDS}
    return Project(name=duty.text, **shared)


def _silent_action(action: Action, fields: Collection[str]) -> Action:
    return action.with_(
        **_defaults(action, fields),
        duties=tuple(duty.with_(**_defaults(duty, fields)) for duty in action.duties),
        projects=tuple(project.with_(**_defaults(project, fields)) for project in action.projects),
    )


def _defaults(of: Plan | Item, fields: Collection[str]) -> dict[str, object]:
    """What a field has where nothing is written; required ones stay."""
    return {name: field.default for name, field in of.FIELDS.items() if name in fields and not field.is_required}
