"""The kinds of mappings that the language has, by name, and which of their fields hold mappings again."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, get_args, get_origin

from kepu_cli.frozen import Frozen, marks_of
from kepu_cli.model import (
    Action,
    Department,
    Duty,
    FormerName,
    LeadingGroup,
    Outline,
    OutlineAction,
    OutlineDuty,
    Phase,
    Plan,
    Project,
    Roster,
    RuleSetting,
    Settings,
    Target,
    Waiver,
)  # fmt: skip

KINDS: Mapping[str, type[Frozen]] = {
    model.__name__: model
    for model in (
        Plan, Action, Duty, Project, Phase, LeadingGroup, Target, RuleSetting, Waiver,
        Roster, Department, FormerName, Outline, OutlineAction, OutlineDuty, Settings,
    )
}  # fmt: skip


class Child(StrEnum):
    """How a field holds values that have keys of their own."""

    ONE = "one"
    MANY = "many"
    BY_NAME = "by-name"


def children(kind: str) -> Mapping[str, tuple[Child, str | None]]:
    """Fields of a kind that hold mappings: how, and of which kind (None: free texts by name)."""
    return _CHILDREN[kind]


def _child(annotation: Any) -> tuple[Child, str | None] | None:
    annotation, _ = marks_of(annotation)
    origin, args = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and annotation.__name__ in KINDS:
        return Child.ONE, annotation.__name__
    if origin is tuple and isinstance(args[0], type) and args[0].__name__ in KINDS:
        return Child.MANY, args[0].__name__
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        value = args[1]
        return Child.BY_NAME, value.__name__ if isinstance(value, type) and value.__name__ in KINDS else None
    return None


_CHILDREN = {
    kind: {name: child for name, field in model.FIELDS.items() if (child := _child(field.annotation)) is not None}
    for kind, model in KINDS.items()
}
