"""Items of a list that have lost their dash: YAML takes each for more keys of the item above."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kepu_cli.yaml_source.nodes import MapNode, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.yaml_source.nodes import Node


def items_behind(node: MapNode, at: int, known: Mapping[str, str]) -> list[MapNode]:
    """The items that begin at the entry `at` or behind it, where a list's item has its first key there once more.

    An item begins with that key on a line of its own, if others of the item above come again too and it has a name or a
    text, another one than above. What came again before it makes it doubtful what belongs to which. `known` are the
    fields of all keys.
    """
    first, field = node.entries[0][0], known.get(node.entries[0][0].text or "")
    # In { } the mapping begins before its first key; at the left margin it is no item of a list.
    if node.start.index != first.start.index or first.start.column == 0:
        return []
    fields = [known.get(key.text or "", "") for key, _ in node.entries]
    if _comes_again(fields[:at]):
        return []
    starts = [place for place in range(at, len(fields)) if fields[place] == field]
    begins: list[int] = []
    seen = {*fields[:at]} - {""}
    for start, end in pairwise((*starts, len(fields))):
        own = {*fields[start + 1 : end]}
        is_item = _calls_itself(node, fields, start, end) and not _comes_again(fields[start:end])
        if own & seen and is_item and node.entries[start][0].start.column == first.start.column:
            begins.append(start)
        seen |= own - {""}
    return [
        MapNode(node.entries[start:end], node.entries[start][0].start, node.end)
        for start, end in pairwise((*begins, len(fields)))
    ]


def _comes_again(fields: list[str]) -> bool:
    known = [field for field in fields if field]
    return len(known) > len({*known})


def _calls_itself(node: MapNode, fields: list[str], start: int, end: int) -> bool:
    """A name or a text, and none that stands above already."""
    told = {at: _text_of(node.entries[at][1]) for at, field in enumerate(fields[:end]) if field in ("name", "text")}
    above = {text for at, text in told.items() if at < start}
    return any(at >= start and text and text not in above for at, text in told.items())


def _text_of(value: Node) -> str:
    return (value.text or "") if isinstance(value, ScalarNode) else ""


def line_with_dash(entry: tuple[ScalarNode, Node]) -> str:
    """The line of a key as it should be: `- 编号: 2`."""
    key, value = entry
    text = value.text if isinstance(value, ScalarNode) and value.text and "\n" not in value.text else ""
    return f"- {key.text}: {text}".rstrip()
