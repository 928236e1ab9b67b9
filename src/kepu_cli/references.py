"""What `covers` (对应) points at: a duty of the same action, a duty elsewhere in the plan, or one of an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.model import Action, Item, Outline, OutlineDuty, Plan


def covered_duties(plan: Plan) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Pairs of a project and a duty that it takes up, each as positions (action, item), in the order written.

    A reference means a duty of the project's own action first, then one elsewhere in the plan if only one fits.
    """
    elsewhere: Mapping[str, tuple[int, int]] | None = None
    for at, action in enumerate(plan.actions):
        own = duty_references(action) if any(project.covers for project in action.projects) else {}
        for position, project in enumerate(action.projects):
            found: dict[tuple[int, int], None] = {}
            for reference in map(normal, project.covers):
                if reference in own:
                    found[at, own[reference]] = None
                    continue
                if elsewhere is None:
                    elsewhere = unique_duties(plan)
                if reference in elsewhere:
                    found[elsewhere[reference]] = None
            yield from (((at, position), duty) for duty in found)


def duty_references(action: Action) -> Mapping[str, int]:
    """Reference within the action → position of the duty: its id, else its number in the list from 1, and its text."""
    names: dict[str, int] = {}
    for position, duty in enumerate(action.duties):
        names.setdefault(normal(duty.id or str(position + 1)), position)
        names.setdefault(normal(duty.text), position)
    return names


def plan_references(plan: Plan) -> frozenset[str]:
    """Every reference to a duty that holds anywhere in the plan: a duty's id, or action id/duty id."""
    return frozenset(reference for reference, _ in _plan_duties(plan))


def unique_duties(plan: Plan) -> Mapping[str, tuple[int, int]]:
    """References that hold anywhere in the plan, without those that several duties share."""
    found: dict[str, set[tuple[int, int]]] = {}
    for reference, duty in _plan_duties(plan):
        found.setdefault(reference, set()).add(duty)
    return {reference: duties.pop() for reference, duties in found.items() if len(duties) == 1}


def outline_references(outlines: tuple[Outline, ...]) -> Mapping[str, tuple[int, int]]:
    """Reference (纲要/青少年/1, or 青少年/1) → position of the outline and of its duty."""
    return dict(_outline_duties(outlines))


def covered_outline_duties(plan: Plan) -> frozenset[tuple[int, int]]:
    """The outline duties that any action, duty or project of the plan takes up."""
    known = outline_references(plan.outline)
    return frozenset(known[ref] for item in _items(plan) for ref in map(normal, item.covers) if ref in known)


def outline_reference(outline: Outline, duty: OutlineDuty) -> str:
    """How a plan refers to an outline's duty: 纲要/青少年/1."""
    return f"{outline.short}/{duty.id}" if outline.short else duty.id


def _plan_duties(plan: Plan) -> Iterator[tuple[str, tuple[int, int]]]:
    for at, action in enumerate(plan.actions):
        for name, position in duty_references(action).items():
            yield normal(f"{action.id or at + 1}/{name}"), (at, position)
        yield from ((normal(duty.id), (at, position)) for position, duty in enumerate(action.duties) if duty.id)


def _outline_duties(outlines: tuple[Outline, ...]) -> Iterator[tuple[str, tuple[int, int]]]:
    for at, outline in enumerate(outlines):
        for position, duty in enumerate(outline.duties):
            yield normal(duty.id), (at, position)
            yield normal(outline_reference(outline, duty)), (at, position)


def _items(plan: Plan) -> Iterator[Item]:
    for action in plan.actions:
        yield action
        yield from action.duties
        yield from action.projects
