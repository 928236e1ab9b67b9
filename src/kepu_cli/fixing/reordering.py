"""Keys moved into their usual order, with the comments that belong to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.fixing.moving import moved
from kepu_cli.key_order import sorted_positions
from kepu_cli.kinds import Child, children
from kepu_cli.vocabulary import english_key
from kepu_cli.yaml_source.nodes import ListNode, MapNode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
