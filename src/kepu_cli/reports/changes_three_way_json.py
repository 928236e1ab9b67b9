"""Three plans compared, for programs: every changed fact with the changes of both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.comparing.three_way import Standing
from kepu_cli.json_text import json_text
from kepu_cli.reports.changes_json import SCHEMA, change_data, heading_data, place_data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.comparing.changes import Change
    from kepu_cli.comparing.three_way import ChangedFact, ThreeWay
    from kepu_cli.reports.changes_three_way import PlanFile, Three


def render(three: ThreeWay, files: Three) -> str:
    """The facts in the base's order; in a change `old` is a place in the base, `new` one in the side's own file."""
    document = {
        "schema": SCHEMA,
        "files": {"base": files.base.name, "ours": files.ours.name, "theirs": files.theirs.name},
        "facts": [_fact(fact, files) for fact in three.facts],
        "summary": {standing.value: sum(fact.standing is standing for fact in three.facts) for standing in Standing},
    }
    return json_text(document)


def _fact(fact: ChangedFact, files: Three) -> dict[str, object]:
    return {
        "standing": fact.standing.value,
        "facet": fact.facet.value,
        "item": list(fact.item) if fact.item is not None else None,
        "level": fact.level.value if fact.level else None,
        "number": fact.number,
        "name": fact.name,
        "action": heading_data(fact.action) if fact.action else None,
        "which": fact.which,
        "ours": _changes(fact.ours, files.base, files.ours),
        "theirs": _changes(fact.theirs, files.base, files.theirs),
    }


def _changes(changes: Iterable[Change], base: PlanFile, side: PlanFile) -> list[dict[str, object]]:
    return [
        change_data(change, {"old": place_data(change.old, base.places), "new": place_data(change.new, side.places)})
        for change in changes
    ]
