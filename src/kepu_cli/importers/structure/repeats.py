"""The same list of actions twice in a file: it is kept once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kepu_cli.findings import say
from kepu_cli.importers.drafts.draft import Written
from kepu_cli.importers.structure.said import REPEATED
from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from kepu_cli.importers.drafts.draft import DraftItem, DraftPlan


def without_repeats(plans: Sequence[DraftPlan]) -> list[DraftPlan]:
    """The plans, each list once; what a second one has besides is left over of the first."""
    plans = [_once(plan) for plan in plans]
    if len(plans) < 2:
        return plans
    kept: list[DraftPlan] = []
    places: dict[Hashable, int] = {}
    for plan in plans:
        signature = tuple(_signature(action) for action in plan.actions)
        if signature in places and _is_list(plan):
            kept[places[signature]] = _merged(kept[places[signature]], plan)
        else:
            places.setdefault(signature, len(kept))
            kept.append(plan)
    return kept


def _once(plan: DraftPlan) -> DraftPlan:
    """A plan whose second half is its first again, copied twice without a title between."""
    half, rest = divmod(len(plan.actions), 2)
    if rest or half < _FEWEST:
        return plan
    again = plan.actions[half:]
    if any(_signature(one) != _signature(other) for one, other in zip(plan.actions, again, strict=False)):
        return plan
    first = replace(plan, actions=plan.actions[:half])
    return _merged(first, replace(plan, actions=again, leftovers=(), repeated=(), written=(), members=()))


def _is_list(plan: DraftPlan) -> bool:
    return sum(1 + len(action.duties) for action in plan.actions) > 1


def _signature(item: DraftItem) -> Hashable:
    names = tuple((named.name, named.role) for each in item.attributions for named in each.names)
    below = tuple(_signature(duty) for duty in getattr(item, "duties", ()))
    return normal(item.number), normal(item.text), names, below


def _merged(first: DraftPlan, again: DraftPlan) -> DraftPlan:
    known = {normal(each.text) for each in first.leftovers}
    said = [Written(each.text, each.place) for each in again.leftovers if normal(each.text) in known]
    new = [each for each in again.leftovers if normal(each.text) not in known]
    return replace(
        first,
        leftovers=(*first.leftovers, *new),
        repeated=(*first.repeated, *again.written, *_written(again), *said, *again.repeated),
        notes=(*first.notes, say(REPEATED, where=again.actions[0].place.where)),
        members=first.members or again.members,
        region=first.region or again.region,
    )


def _written(plan: DraftPlan) -> Iterator[Written]:
    for action in plan.actions:
        yield from action.written
        for duty in action.duties:
            yield from duty.written


_FEWEST = 2  # actions of a list that is there twice
