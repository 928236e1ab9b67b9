"""What a YAML file holds: texts, lists and mappings, each with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kepu_cli.findings import Place


class Mark(Protocol):
    """A spot in the text, all three from 0 and in characters. The parser's own marks, kept as they come."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(slots=True, eq=False)
class ScalarNode:
    """`text` is None where nothing was written: empty, `""`, or a plain `~` or `null`."""

    text: str | None
    start: Mark
    end: Mark
    plain: bool


@dataclass(slots=True, eq=False)
class ListNode:
    items: list[Node]
    start: Mark
    end: Mark


@dataclass(slots=True, eq=False)
class MapNode:
    """`entries` keep their order and their repeated keys."""

    entries: list[tuple[ScalarNode, Node]]
    start: Mark
    end: Mark


Node = ScalarNode | ListNode | MapNode


def place_of(spot: Node | Mark, file: str) -> Place:
    """Where a node or a mark stands; as wide as a node that ends on the same line, else one character."""
    if not isinstance(spot, ScalarNode | ListNode | MapNode):
        return Place(file, spot.line + 1, spot.column + 1)
    width = spot.end.column - spot.start.column if spot.end.line == spot.start.line else 1
    return Place(file, spot.start.line + 1, spot.start.column + 1, max(width, 1))
