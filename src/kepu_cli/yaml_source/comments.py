"""Comments that look like the rest of a value: `名称: 方案 #1 修订`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Flaw
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.decoding import place_at
from kepu_cli.yaml_source.nodes import ListNode, MapNode, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.yaml_source.nodes import Node


def cut_values(text: str, root: Node, file: str) -> tuple[Flaw, ...]:
    """The values behind which, after one space, a # follows with a letter or digit right behind it.

    Whoever writes a comment puts a space behind the #, or more than one before it.
    """
    signs = {match.start(): match for match in _GLUED.finditer(text)} if " #" in text else {}
    if not signs:
        return ()
    cut = sorted(index for index in map(_end, _plain_values(root)) if index in signs)
    return tuple(
        Flaw(
            "K010", "cut", place_at(text, signs[index].start(1), file, len(signs[index][1])), {"lost": signs[index][1]}
        )
        for index in cut
    )


_GLUED = pattern(r" (#\w[^\r\n]*)")


def _end(scalar: ScalarNode) -> int:
    return scalar.end.index


def _plain_values(root: Node) -> Iterator[ScalarNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, MapNode):
            waiting += (value for _, value in node.entries)
        elif isinstance(node, ListNode):
            waiting += node.items
        elif node.plain and node.text:
            yield node
