"""The order in which a mapping's keys stand: as the plans that we write ourselves have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def sorted_positions(kind: str, fields: Sequence[str]) -> list[int]:
    """Positions of the fields in the order of the kind: a field moves up only as far as it has to."""
    tiers = _tiers(kind)
    waiting = list(range(len(fields)))
    order: list[int] = []
    while waiting:
        first = next(
            at for at in waiting if not any(tiers[fields[other]][1] < tiers[fields[at]][0] for other in waiting)
        )
        waiting.remove(first)
        order.append(first)
    return order


_DOING = "leader | lead | responsible | support | due | targets covers | results covers"
_REMARKS = "unassigned_because remark extra"
# Tier by tier. Within one the clerk's own order stays, and a field of several tiers may stand in any of them: plans
# differ in these. Kinds that are not here have the vocabulary's order.
_ORDER = {
    "Plan": "title | year | period | region | issuer action_count | number action_count | date action_count"
    " | annex action_count | leading_group | departments | groups | outline | phases | actions | rules waivers | extra",
    "Action": f"id | name formerly | kind formerly | {_DOING} | duties {_REMARKS} | projects {_REMARKS}",
    "Duty": f"id | text formerly | {_DOING} | unassigned_because | remark | extra",
    "Project": f"id | name formerly | text formerly | {_DOING} | unassigned_because | remark | extra",
    "Department": "name | sector short | aliases | formerly | contact",
}


def _tiers(kind: str) -> Mapping[str, tuple[int, int]]:
    """Field → the first and the last tier that it may stand in."""
    written = _ORDER.get(kind) or " | ".join(VOCABULARY[kind])
    tiers: dict[str, tuple[int, int]] = {}
    for number, fields in enumerate(written.split("|")):
        for field in fields.split():
            first, _ = tiers.get(field, (number, number))
            tiers[field] = (first, number)
    return tiers
