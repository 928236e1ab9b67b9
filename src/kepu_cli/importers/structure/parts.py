"""The parts of a text with who does what: attributions found, and each put to the part that it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kepu_cli.importers.structure.blocks import second_block
from kepu_cli.importers.structure.line import is_bare_heading, is_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.importers.structure.line import Line
    from kepu_cli.importers.structure.pieces import Entry, Reader
    from kepu_cli.importers.structure.tree import Node


@dataclass(slots=True, eq=False)
class Part:
    """A part, its heading and body read. `details` are numbered lines below it that are only points of its text.

    `told`: somebody is named at it; `told_below`: at it or below it. `is_section`: who is named below the last of its
    parts does all of them. `orphans` are the departments of a part behind it whose heading is missing.
    """

    node: Node
    head: Entry | None
    body: list[Entry]
    children: list[Part]
    details: list[Line] = field(default_factory=list)
    is_section: bool = False
    orphans: list[Entry] = field(default_factory=list)

    @property
    def told(self) -> bool:
        return any(entry.attributions for entry in self.entries())

    @property
    def told_below(self) -> bool:
        return any(part.told for part in self.walk())

    @property
    def number(self) -> str:
        marker = self.head.line.marker if self.head else None
        return marker.number if marker else ""

    @property
    def heading(self) -> str:
        return self.head.text if self.head else ""

    @property
    def is_strong(self) -> bool:
        """Somebody is named at it or below it, and not only in running words."""
        return any(entry.is_strong for part in self.walk() for entry in part.entries())

    def entries(self) -> Iterator[Entry]:
        if self.head:
            yield self.head
        yield from self.body

    def walk(self) -> Iterator[Part]:
        yield self
        for child in self.children:
            yield from child.walk()

    def texts(self) -> list[Entry]:
        """The paragraphs of its body that are more than attributions."""
        return [entry for entry in self.body if not entry.is_attribution]


def read_parts(node: Node, reader: Reader) -> Part:
    """The part and all below it."""
    part = Part(
        node,
        reader.entry(node.line) if node.line else None,
        [reader.entry(line) for line in node.content],
        [read_parts(child, reader) for child in node.children],
    )
    _take_labels(part)
    for run in runs_of(part.children):
        _cut_tail(run)
        if node.line:
            _take_up(part, run)
    if any(child.is_section for child in part.children):
        _take_up_single(part)
    _take_orphans(part)
    _take_details(part)
    return part


def runs_of(parts: list[Part]) -> list[list[Part]]:
    """Siblings by the run of numbers that they belong to."""
    found: dict[int, list[Part]] = {}
    for part in parts:
        found.setdefault(part.node.run, []).append(part)
    return list(found.values())


def is_measure(part: Part) -> bool:
    """Has its departments, and parts below it that have none and are not what the departments are for."""
    return (
        part.told and bool(part.children) and not part.is_section and not any(each.told_below for each in part.children)
    )


def take_points(part: Part) -> None:
    """Makes what is numbered below a measure points of its text."""
    part.details += [entry.line for child in part.children for each in child.walk() for entry in each.entries()]
    part.details += [line for child in part.children for each in child.walk() for line in each.details]
    part.details.sort(key=lambda line: line.at)
    part.children = []


def _take_labels(part: Part) -> None:
    """Numbered lines that only say who (1. 牵头单位：… 2. 责任单位：…) belong to what they stand below."""
    labels = [child for child in part.children if not child.children and child.head and child.head.is_attribution]
    if not part.node.line or not labels:
        return
    part.body += [entry for child in labels for entry in child.entries()]
    part.children = [child for child in part.children if child not in labels]


def _cut_tail(run: list[Part]) -> None:
    """Takes from the last of a list what stands below the list: a closing sentence, a signature.

    Paragraphs beyond those that its siblings have are no part of it, unless an attribution follows.
    """
    last, others = run[-1], run[:-1]
    if last.children:
        return
    usual = max((len(each.texts()) for each in others), default=_ANY if is_heading(last.heading) else 0)
    with_persons = not others or any(
        each.persons for part in others for entry in part.body for each in entry.attributions
    )
    told = max((at for at, entry in enumerate(last.body) if _says_who(entry, with_persons)), default=-1)
    kept: list[Entry] = []
    for at, entry in enumerate(last.body):
        if at > told and (entry.attributions or sum(not each.is_attribution for each in kept) >= usual):
            break
        kept.append(entry)
    last.body = kept


def _says_who(entry: Entry, with_persons: bool) -> bool:
    """A line that is about an item; 联系人 alone, where no other item has one, stands at the end of a notice."""
    return any(each.names or each.due or (with_persons and each.persons) for each in entry.attributions)


def _take_up(part: Part, run: list[Part]) -> None:
    """An attribution on a line of its own below the last of several, none of which has any, is about them all."""
    last, others = run[-1], run[:-1]
    if not others or last.children or any(each.told_below for each in others) or (last.head and last.head.attributions):
        return
    start = len(last.body)
    while start and last.body[start - 1].is_attribution:
        start -= 1
    if not any(entry.attributions for entry in last.body[:start]):
        part.is_section = start < len(last.body)
        part.body += last.body[start:]
        last.body = last.body[:start]


def _take_up_single(part: Part) -> None:
    """Where the lines below the last of several are about them all, those below the only one are too."""
    for child in part.children:
        only = child.children[0] if len(child.children) == 1 else None
        if only and not only.children and not child.told and not (only.head and only.head.attributions):
            labels = [entry for entry in only.body if entry.is_attribution]
            if labels and only.body[-len(labels) :] == labels:
                child.is_section = True
                child.body += labels
                only.body = only.body[: -len(labels)]


def _take_orphans(part: Part) -> None:
    """Departments that stand once more below the last of its parts, where the next number is left out behind it."""
    following = part.node.following.value if part.node.following else 0
    if not part.children or part.children[-1].children or following <= part.node.value + 1:
        return
    last = part.children[-1]
    part.orphans = second_block(last)
    last.body = last.body[: len(last.body) - len(part.orphans)]


def _take_details(part: Part) -> None:
    """What is numbered below a measure that has its departments, and has none itself, are points of its text."""
    siblings = [each for each in part.children if each.told and not each.children]
    for child in part.children:
        if is_measure(child) and (len(siblings) * 2 > len(part.children) or not is_bare_heading(child.heading)):
            take_points(child)


_ANY = 1_000_000
