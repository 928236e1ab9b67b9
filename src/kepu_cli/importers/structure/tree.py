"""The numbered parts of a text, one below the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from kepu_cli.importers.structure.numbering import usual_rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kepu_cli.importers.structure.line import Line


@dataclass(slots=True, eq=False)
class Node:
    """A numbered part, or a heading: its line, the lines up to the next one, the parts below it.

    `line` is None for the root. `following` is the next of its siblings, `run` counts how often the numbering began
    again among them.
    """

    line: Line | None
    parent: Node | None = None
    depth: int = 0
    run: int = 0
    content: list[Line] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    following: Node | None = None

    @property
    def form(self) -> str:
        return self.line.form if self.line else ""

    @property
    def value(self) -> int:
        return self.line.marker.value if self.line and self.line.marker else 0

    @property
    def text(self) -> str:
        """The heading without its number."""
        return self.line.body if self.line else ""

    def walk(self) -> Iterator[Node]:
        """The part and everything below it, in order."""
        todo = [self]
        while todo:
            node = todo.pop()
            yield node
            todo.extend(reversed(node.children))

    def lines(self) -> Iterator[Line]:
        """Every line of it, in order."""
        for node in self.walk():
            if node.line:
                yield node.line
            yield from node.content


def build_tree(lines: Sequence[Line]) -> Node:
    """The root of the lines; what stands before the first number is its content.

    Which form stands above which is seen in the lines; where they do not tell, custom decides.
    """
    root = Node(None)
    above = _Order(lines)
    last = root
    for line in lines:
        if not line.form:
            last.content.append(line)
            continue
        parent = _parent(last, line.form, above)
        last = Node(line, parent, parent.depth + 1, _run(parent, line))
        if parent.children:
            parent.children[-1].following = last
        parent.children.append(last)
    return root


def runs(nodes: Iterable[Node]) -> list[list[Node]]:
    """Siblings by the run of numbers that they belong to."""
    found: dict[int, list[Node]] = {}
    for node in nodes:
        found.setdefault(node.run, []).append(node)
    return list(found.values())


class _Order:
    """Which of two forms stands above the other."""

    def __init__(self, lines: Sequence[Line]) -> None:
        headed = [line for line in lines if line.form]
        self._opens = Counter(
            (before.form, after.form)
            for before, after in pairwise(headed)
            if before.form != after.form and after.marker and after.marker.value == 1
        )

    def above(self, upper: str, lower: str) -> bool:
        down, up = self._opens[upper, lower], self._opens[lower, upper]
        return down > up if down != up else _rank(upper) < _rank(lower)


def _rank(form: str) -> int:
    return int(form[1:]) - 100 if form.startswith("#") else usual_rank(form)


def _parent(last: Node, form: str, order: _Order) -> Node:
    """The part that a new one of this form stands in: beside the last of its form, else below all that are above it."""
    node: Node | None = last
    while node is not None and node.line:
        if node.form == form:
            return node.parent or node
        node = node.parent
    node = last
    while node.line and node.parent and order.above(form, node.form):
        node = node.parent
    return node


def _run(parent: Node, line: Line) -> int:
    """A number below the last one begins the count again; so does a second one, as no other number that is repeated."""
    if not parent.children:
        return 0
    before = parent.children[-1]
    if before.form != line.form:
        return before.run + 1
    again = line.marker is not None and (line.marker.value == 1 or line.marker.value < before.value)
    return before.run + again
