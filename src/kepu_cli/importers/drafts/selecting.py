"""Which plans a document gave, each with the texts around it that are no part of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.importers.drafts.draft import Leftover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.importers.drafts.draft import DraftPlan, Reading

NOTHING = Words(
    "在 {file} 里没有读到任务。要有编了号的条目（一、（一）1.），写着牵头单位、责任单位，或者有“牵头单位”“责任单位”栏的"
    "表格。条目编了号而没有认出来的，请用 --actions-at 写明任务那一级编号的样子，例如 --actions-at （一）",
    "no task was found in {file}. What is read are numbered items (一、（一）1.) that say who leads or is responsible, "
    "and tables with columns such as 牵头单位 and 责任单位. Where items were not recognised, --actions-at （一） says "
    "what their numbers look like",
)


def plans_of(reading: Reading) -> tuple[DraftPlan, ...]:
    """The plans that have an action, in order; every text that is left over stands with the plan before it.

    Raises KepuError where there is none.
    """
    plans = [plan for plan in reading.plans if plan.actions]
    if not plans:
        raise KepuError(say(NOTHING, file=reading.file))
    starts = [plan.place.order for plan in plans]
    around: list[list[Leftover]] = [[] for _ in plans]
    for leftover in (*reading.leftovers, *_empty_ones(reading)):
        around[max(bisect_right(starts, leftover.place.order) - 1, 0)].append(leftover)
    return tuple(
        replace(plan, leftovers=tuple(sorted((*plan.leftovers, *others), key=lambda each: each.place.order)))
        for plan, others in zip(plans, around, strict=True)
    )


def _empty_ones(reading: Reading) -> Iterator[Leftover]:
    """What stands in plans without an action."""
    for plan in reading.plans:
        if not plan.actions:
            if plan.title:
                yield Leftover(plan.title, plan.place)
            yield from plan.leftovers
