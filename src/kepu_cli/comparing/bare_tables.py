"""A table that has lost what kepu remembers of its plan, read as the plan that it may have been made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kepu_cli.comparing.sameness import id_key, text_key
from kepu_cli.model import Action, Duty, Item, Project, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.model import Plan

AnyItem = TypeVar("AnyItem", bound=Item)


def with_kinds_of(plan: Plan, other: Plan) -> Plan:
    """The plan with what no table shows taken from the other.

    That is: which rows are projects, what items take up (对应) and were called (原编号), and what they have from their
    action, which a table prints at each of them.
    """
    models = {
        key: item for at, action in enumerate(other.actions) for item in _items(action) for key in _keys(at, item)
    }
    homes = {text_key(action.name): at for at, action in enumerate(other.actions)}
    actions = tuple(
        _with_kinds(action, homes.get(text_key(action.name), at), models) for at, action in enumerate(plan.actions)
    )
    return plan.with_(actions=actions)


# An action's position, and the text or the id of an item of it; ("", "") is the action itself.
_Key = tuple[int, str, str]


def _with_kinds(action: Action, at: int, models: Mapping[_Key, Item]) -> Action:
    found = [(item, _model(at, item, models)) for item in _items(action)[1:]]
    found = [(_as_project(item) if _is_project(item, model) else item, model) for item, model in found]
    model = _model(at, action, models)
    whole = _like(action, model)
    whole = whole.with_(**_said_by_all(whole, found, model)) if model else whole
    items = [_without_inherited(_like(item, model), whole, model) for item, model in found]
    return whole.with_(
        duties=tuple(item for item in items if isinstance(item, Duty)),
        projects=tuple(item for item in items if isinstance(item, Project)),
    )


def _said_by_all(action: Action, found: Sequence[tuple[Item, Item | None]], model: Item) -> dict[str, object]:
    """What an action that has no row of its own says all the same: what all say who have it from the action."""
    said: dict[str, object] = {}
    for field in ("due", "leader"):
        inherited = {getattr(item, field) for item, like in found if not (like and getattr(like, field))}
        if not getattr(action, field) and "" not in inherited:
            said[field] = inherited.pop() if len(inherited) == 1 else getattr(model, field)
    if action.is_unassigned and not any(item.is_unassigned for item, _ in found):
        said |= {role.value: model.names(role) for role in Role}
    return said


def _without_inherited(item: AnyItem, action: Action, model: Item | None) -> AnyItem:
    """Without the date and the leader of its action, and the lead where the other plan leaves that to the action."""
    same = {
        field: ""
        for field in ("due", "leader")
        if getattr(item, field) == getattr(action, field) and not (model and getattr(model, field))
    }
    leads_alike = model is not None and not model.lead and item.lead == action.lead
    return item.with_(**same, **({"lead": ()} if leads_alike else {}))


def _items(action: Action) -> tuple[Item, ...]:
    return (action, *action.duties, *action.projects)


def _keys(at: int, item: Item) -> Iterator[_Key]:
    if isinstance(item, Action):
        yield at, "", ""
        return
    yield at, "text", text_key(item.label)
    if item.id:
        yield at, "id", id_key(item.id)


def _model(at: int, item: Item, models: Mapping[_Key, Item]) -> Item | None:
    """The item of the other plan that says the same, else the one of the same id."""
    return next((models[key] for key in _keys(at, item) if key in models), None)


def _is_project(item: Item, model: Item | None) -> bool:
    return isinstance(item, Duty) and isinstance(model, Project)


def _like(item: AnyItem, model: Item | None) -> AnyItem:
    if model is None:
        return item
    return item.with_(covers=item.covers or model.covers, formerly=item.formerly or model.formerly)


def _as_project(duty: Item) -> Project:
    shared = {name: getattr(duty, name) for name in Item.FIELDS}
    return Project(name=duty.label, **shared)
