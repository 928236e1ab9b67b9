"""References of projects to duties, kept true when rows were added, taken out or moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.memory import ItemMark, reference_names
from kepu_cli.names import normal, split_names
from kepu_cli.references import duty_references

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.importers.own_tables.plan_building import ActionDraft, ItemDraft
    from kepu_cli.model import Action, Plan


class LostTarget(NamedTuple):
    """A project refers to a duty whose row is gone."""

    item: ItemDraft
    reference: str


def follow_targets(plan: Plan, drafts: Sequence[ActionDraft], marks: Mapping[str, ItemMark]) -> Iterator[LostTarget]:
    """Rewrites the drafts' references by number where the duty has another number now; `plan` is what they say."""
    places = {
        duty.path: (home, position)
        for home, draft in enumerate(drafts)
        for position, duty in enumerate(draft.of("duties"))
        if duty.path
    }
    for at, draft in enumerate(drafts):
        for item in draft.items:
            targets = marks[item.path].targets if item.path in marks else {}
            if targets:
                yield from _follow(plan, at, item, targets, places)


def _follow(
    plan: Plan, at: int, item: ItemDraft, targets: Mapping[str, str], places: Mapping[str, tuple[int, int]]
) -> Iterator[LostTarget]:
    kept: list[str] = []
    for reference in item.data["covers"]:
        if (target := targets.get(reference)) is None:
            kept.append(reference)
        elif target in places:
            kept.append(_still_true(plan, at, reference, places[target], by_text=reference == target))
        else:
            yield LostTarget(item, "" if reference == target else reference)
    item.data["covers"] = kept


def _still_true(plan: Plan, at: int, reference: str, place: tuple[int, int], *, by_text: bool) -> str:
    """The reference, or the duty's id or number where it means the duty no longer."""
    home, position = place
    action = plan.actions[home]
    if by_text and home == at and _is_first(action, position):
        return action.duties[position].text
    if not by_text and normal(reference) in reference_names(action, home, position, within=home == at):
        return reference
    number = action.duties[position].id or str(position + 1)
    return number if home == at else f"{action.id or home + 1}/{number}"


def _is_first(action: Action, position: int) -> bool:
    """The duty's text means it and no duty before it, and is no list of references."""
    text = action.duties[position].text
    return split_names(text) == (text,) and duty_references(action).get(normal(text)) == position
