"""How a node is written: in which style, in which brackets, and where the names of a text stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.names import split_names
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.nodes import ListNode, MapNode, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.yaml_source.nodes import Node

_REST_OF_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LINE = pattern(r"[^\r\n]*")
_COMMENT = pattern(r"(?:^|(?<=[ \t\r\n]))#[^\r\n]*")


class Line(NamedTuple):
    start: int
    text: str


class Span(NamedTuple):
    start: int
    end: int


def style_of(text: str, scalar: ScalarNode) -> str:
    """The sign that a text begins with, one of `'"|>`; empty for a plain one."""
    return "" if scalar.plain else text[scalar.start.index : scalar.start.index + 1]


def is_flow(text: str, node: Node) -> bool:
    """A list in [ ] or a mapping in { }."""
    return not isinstance(node, ScalarNode) and text[node.start.index : node.start.index + 1] in ("[", "{")


def line_end(text: str, index: int) -> int:
    """Where the line of a character ends, before its line break."""
    match = _LINE.match(text, index)
    return match.end() if match else len(text)


def next_line(text: str, index: int) -> int:
    """Where the line after the one of a character begins."""
    match = _REST_OF_LINE.match(text, index)
    return match.end() if match else len(text)


def line_start(text: str, index: int) -> int:
    """Where the line of a character begins."""
    feed = text.rfind("\n", 0, index)
    return max(feed, text.rfind("\r", feed + 1, index)) + 1


def line_above(text: str, line: int) -> Line:
    """The line before the one that begins at `line`, without blanks around it."""
    end = line - (2 if text.endswith("\r\n", 0, line) else 1)
    start = line_start(text, end)
    return Line(start, text[start:end].strip(" \t"))


def written_names(text: str, scalar: ScalarNode) -> tuple[Span, ...] | None:
    """Where each name of a text stands, letter for letter; None where an escape, a quote or a fold hides one."""
    style, at, end = style_of(text, scalar), scalar.start.index, scalar.end.index
    inside = text[at + 1 : end - 1]
    if (style == '"' and "\\" in inside) or (style == "'" and "'" in inside):
        return None
    if style in ("|", ">"):
        at = next_line(text, at)
    spans: list[Span] = []
    for name in split_names(scalar.text or ""):
        start = text.find(name, at, end)
        if start < 0:
            return None
        at = start + len(name)
        spans.append(Span(start, at))
    return tuple(spans)


def content_end(text: str, node: Node) -> int:
    """Behind the last sign of a node, the comments and blank lines after it left out."""
    while not isinstance(node, ScalarNode) and not is_flow(text, node):
        if isinstance(node, ListNode):
            below: Node = node.items[-1]
        else:
            key, below = node.entries[-1]
            if isinstance(below, ScalarNode) and below.text is None:
                # Where nothing is written, the mark may stand anywhere up to the colon.
                return max(below.end.index, key.end.index)
        node = below
    if isinstance(node, ScalarNode) and style_of(text, node) in ("|", ">"):
        header = line_end(text, node.start.index)
        return header + len(text[header : node.end.index].rstrip())
    return node.end.index


def comments(text: str, root: Node | None) -> list[str]:
    """The comments of a file, in the order in which they stand."""
    pieces: list[str] = []
    at = 0
    for start, end, stand_in in sorted(_scalars(text, root)):
        pieces += (text[at:start], stand_in)
        at = max(at, end)
    return _COMMENT.findall("".join((*pieces, text[at:])))


def _scalars(text: str, root: Node | None) -> Iterator[tuple[int, int, str]]:
    """Where text stands that is no comment, with a sign to stand in for it; of a block the lines below its `|`."""
    waiting = [root] if root else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, ListNode):
            waiting += node.items
        elif isinstance(node, MapNode):
            waiting += [part for entry in node.entries for part in entry]
        elif style_of(text, node) in ("|", ">"):
            yield next_line(text, node.start.index), node.end.index, "\n"
        elif node.end.index > node.start.index:
            yield node.start.index, node.end.index, "x"
