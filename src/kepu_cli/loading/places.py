"""Path → place in a file: the nodes that were read are kept, and asked only for what is reported."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import NOTHING, Place
from kepu_cli.names import split_names
from kepu_cli.yaml_source.nodes import ListNode, MapNode, ScalarNode, place_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kepu_cli.findings import Path
    from kepu_cli.loading.transcript import Transcript
    from kepu_cli.yaml_source.nodes import Node
    from kepu_cli.yaml_source.source import Source


class Mount(NamedTuple):
    """A part of the plan's tree that stands in a file: the plan itself, its roster, an outline."""

    source: Source
    node: Node
    transcript: Transcript


class NameSpot(NamedTuple):
    """A name in a list of names: the `position`-th (from 0) that the text `scalar` holds.

    `field` is the field's value: that text itself, or the list whose item it is; `holder` the mapping of the field.
    """

    mount: Mount
    holder: MapNode
    field: ScalarNode | ListNode
    scalar: ScalarNode
    position: int


class Places(NamedTuple):
    """`mounts` by the path at which each hangs; the plan's own file hangs at ().

    `texts` by file, those of files too broken to hang anywhere too: their findings show a line as well.
    """

    file: str
    mounts: Mapping[Path, Mount]
    texts: Mapping[str, str] = NOTHING

    def find(self, path: Path) -> Place:
        """The place of the longest part of the path that exists; a name within a text has its own."""
        for length in range(len(path), -1, -1):
            if mount := self.mounts.get(path[:length]):
                return _walk(mount, path[:length], path[length:])
        return Place(self.file, 1, 1)

    def find_empty(self, path: Path) -> Place:
        """The place of the first empty item of the list at a path."""
        for length in range(len(path), -1, -1):
            if mount := self.mounts.get(path[:length]):
                node: Node | None = mount.node
                for step in path[length:]:
                    node = _child(mount, node, step) if node else None
                items = mount.transcript.items_of(node) if isinstance(node, ListNode) else ()
                empty = next((item for item in items if isinstance(item, ScalarNode) and not item.text), None)
                return place_of(empty, mount.source.file) if empty else self.find(path)
        return self.find(path)

    def spot(self, path: Path) -> NameSpot | None:
        """What holds the name at a path, for changing it there; None where the name is in no file of its own."""
        for length in range(len(path), -1, -1):
            if mount := self.mounts.get(path[:length]):
                return _spot(mount, path[:length], path[length:])
        return None

    def files(self) -> tuple[str, ...]:
        """The labels of all files that the plan was read from."""
        return tuple(dict.fromkeys(mount.source.file for mount in self.mounts.values()))

    def line_of(self, place: Place) -> str:
        """The source line of a place, without its line end; empty where there is none."""
        return source_line(self.texts.get(place.file, ""), place.line)


# Of findings that bring their own places.
NO_PLACES = Places("", {})


def source_line(text: str, line: int) -> str:
    """Line `line` (from 1) of a text, lines counted as editors do: LF, CR LF, CR."""
    lines = _lines(text)
    return lines[line - 1] if 0 < line <= len(lines) else ""


# A report asks for the lines of the same few files again and again.
@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


# Fields whose value is a list of names, given as YAML list or as one text: positions count the names.
# A mapping among them (a member, a former name) counts as one.
_NAME_LISTS = frozenset(
    ("lead", "responsible", "support", "covers", "formerly", "aliases", "names", "customary_leads", "departments")
)


def _walk(mount: Mount, base: Path, steps: Path) -> Place:
    node, last = mount.node, base[-1] if base else ""
    item: Node | None
    for step in steps:
        in_names = isinstance(step, int) and (last in _NAME_LISTS or "groups" in (*base, *steps))
        if in_names and isinstance(node, (ScalarNode, ListNode)):
            items = mount.transcript.items_of(node) if isinstance(node, ListNode) else [node]
            item, names = _name_at(items, int(step), empty_counts=last == "departments")
            if isinstance(item, ScalarNode) and item.text:
                return _place_in_text(mount.source, item, names)
        elif isinstance(node, MapNode) and step == 0:
            # One mapping where a list of them may stand.
            continue
        else:
            item = _child(mount, node, step)
        if item is None:
            break
        node, last = item, step
    return _node_place(mount, node)


def _spot(mount: Mount, base: Path, steps: Path) -> NameSpot | None:
    node: Node | None = mount.node
    holder: MapNode | None = None
    for step in steps[:-1]:
        if isinstance(node, MapNode):
            if step == 0:
                continue
            holder = node
        node = _child(mount, node, step) if node else None
    last = (*base, *steps[:-1])[-1:]
    if holder is None or not isinstance(node, ScalarNode | ListNode) or (last[:1] and last[0] not in _NAME_LISTS):
        return None
    items = mount.transcript.items_of(node) if isinstance(node, ListNode) else [node]
    item, names = _name_at(items, int(steps[-1]), empty_counts=False)
    if not isinstance(item, ScalarNode) or not item.text:
        return None
    return NameSpot(mount, holder, node, item, len(names) - 1)


def _child(mount: Mount, node: Node, step: str | int) -> Node | None:
    if isinstance(node, MapNode) and isinstance(step, str):
        pair = mount.transcript.fields.get(id(node), {}).get(step)
        return pair[1] if pair else None
    if isinstance(node, ListNode) and isinstance(step, int):
        items = mount.transcript.items_of(node)
        return items[step] if step < len(items) else None
    return None


def _node_place(mount: Mount, node: Node) -> Place:
    """A mapping is pointed at by its first key, a list by its first item."""
    if isinstance(node, MapNode) and node.entries:
        return place_of(node.entries[0][0], mount.source.file)
    if isinstance(node, ListNode) and node.items:
        return _node_place(mount, node.items[0])
    return place_of(node, mount.source.file)


def _name_at(items: Sequence[Node], position: int, *, empty_counts: bool) -> tuple[Node | None, tuple[str, ...]]:
    """What holds the `position`-th name of a list that may be spread over several texts, and its names up to that."""
    for item in items:
        names: tuple[str, ...] = ("",)
        if isinstance(item, ScalarNode) and (item.text or not empty_counts):
            names = split_names(item.text or "")
        if position < len(names):
            return item, names[: position + 1]
        position -= len(names)
    return None, ()


def _place_in_text(source: Source, node: ScalarNode, names: tuple[str, ...]) -> Place:
    """Where the last of `names`, the first ones of the scalar, stands in its source."""
    text = source.text
    starts = _starts(text, node.start.index, node.end.index, node.text or "")
    if len(names) > len(starts):
        # An escape or a folded line hides the name: point at the text as a whole.
        return place_of(node, source.file)
    start = starts[len(names) - 1]
    head = text[node.start.index : start]
    line = node.start.line + 1 + head.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    line_start = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return Place(source.file, line, start - line_start + 1, len(names[-1]))


# Every name of a long list may have its finding.
@lru_cache(maxsize=8)
def _starts(text: str, at: int, end: int, names: str) -> tuple[int, ...]:
    """Where each name begins in the source, found by stepping over those before it, as far as they are found."""
    starts: list[int] = []
    for name in split_names(names):
        found = text.find(name, at, end)
        if found < 0:
            break
        starts.append(found)
        at = found + len(name)
    return tuple(starts)
