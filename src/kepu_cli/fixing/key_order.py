"""The order in which a mapping's keys stand: as the plans that we write ourselves have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.fixing.moving import moved
from kepu_cli.kinds import Child, children
from kepu_cli.vocabulary import VOCABULARY, english_key
from kepu_cli.yaml_source.nodes import ListNode, MapNode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.fixing.splices import Edit
    from kepu_cli.yaml_source.nodes import Node


def order_edits(text: str, root: Node, kind: str) -> Iterator[Edit]:
    """An edit for each mapping whose keys stand in another order; those inside others overlap them.

    Mappings with a key twice, or one that is not known there, stay as they are.
    """
    waiting: list[tuple[Node, str]] = [(root, kind)]
    while waiting:
        node, kind = waiting.pop()
        if isinstance(node, ListNode):
            waiting += [(item, kind) for item in node.items]
        elif isinstance(node, MapNode):
            fields = [english_key(kind, key.text or "") for key, _ in node.entries]
            known = [field for field in fields if field is not None]
            if len(set(known)) == len(fields) and (order := sorted_positions(kind, known)) != sorted(order):
                yield from moved(text, node, order, is_root=node is root)
            waiting += _below(node, kind, fields)


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


def _below(node: MapNode, kind: str, fields: Sequence[str | None]) -> Iterator[tuple[Node, str]]:
    """The values that have keys of the vocabulary's again; those by name (targets) one level further down."""
    nested = children(kind)
    for field, (_, value) in zip(fields, node.entries, strict=True):
        how, child = nested.get(field or "", (None, None))
        if child is None:
            continue
        if how is Child.BY_NAME and isinstance(value, MapNode):
            yield from ((below, child) for _, below in value.entries)
        else:
            yield value, child
