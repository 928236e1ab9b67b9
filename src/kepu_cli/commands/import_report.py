"""What `kepu import` tells of a foreign document: gathered here, worded by the report."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from kepu_cli.commands.opening import STDIN, check_now, settings_for
from kepu_cli.findings import Severity
from kepu_cli.reports.import_amounts import Amounts
from kepu_cli.reports.import_text import Kept, Listed, PlanTold, Unsure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.importers.drafts.draft import DraftItem, DraftPlan
    from kepu_cli.importers.drafts.plans import ReadyPlan


def plan_told(ready: ReadyPlan, text: str, output: Path | None) -> PlanTold:
    """One plan, with the findings of what was written."""
    draft = ready.draft
    unsure = (Unsure(each.said, each.place.where if each.place else None, each.label) for each in ready.doubts)
    return PlanTold(
        ready.plan.title,
        "" if output is None else str(output),
        _amounts(ready),
        tuple(unsure),
        draft.notes,
        tuple(Kept(each.text, each.place.where) for each in draft.leftovers),
        found_in(text, output),
    )


def found_in(text: str, output: Path | None) -> dict[Severity, int]:
    """How many errors and warnings `kepu validate` finds in a plan that was, or may be, written."""
    from kepu_cli.loading.load import load_bytes

    name = STDIN if output is None else str(output)
    loaded = load_bytes(text.encode(), name, Path() if output is None else output.parent)
    report = check_now(loaded, settings_for(name).settings)
    return {severity: report.count(severity) for severity in (Severity.ERROR, Severity.WARNING)}


def listed(plans: Sequence[DraftPlan]) -> list[Listed]:
    """The plans to choose from."""
    return [Listed(plan.title, len(plan.actions), plan.place.where) for plan in plans]


def _amounts(ready: ReadyPlan) -> Amounts:
    items = list(_items(ready.draft))
    attributed = [[named for each in item.attributions for named in each.names] for item in items]
    roles = Counter(named.role for names in attributed for named in names)
    actions = len(ready.draft.actions)
    # A table has a cell for each role; to a clerk they are one.
    return Amounts(actions, len(items) - actions, sum(map(bool, attributed)), roles, len(ready.plan.departments))


def _items(draft: DraftPlan) -> Iterator[DraftItem]:
    for action in draft.actions:
        yield action
        yield from action.duties
