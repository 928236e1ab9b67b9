"""The large parts of a document, an element at a time, and never more of it than is good for us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.importers.elements import local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from kepu_cli.importers.package import Package

TOO_LONG = Words(
    "{file} 太长了，读不了；请只留方案的正文和表格再试",
    "{file} is too long to be read; please keep only the text and the tables of the plan",
)
TOO_DEEP = Words(
    "{file} 里的表格或文本框套得太深（超过 {limit} 层），读不了；请把文字复制到新文档里再试",
    "{file} nests tables or boxes too deep (more than {limit} levels); please copy its text into a new document",
)

MAX_DEPTH: Final = 120
MAX_ELEMENTS: Final = 20_000
MAX_HELD: Final = 400_000  # elements in one


def elements_at(package: Package, part: str, *way: str) -> Iterator[Element]:
    """The elements of a part that stand below `way`, names from the root down; each is gone when the next is asked for.

    Raises KepuError for a part too long or nested too deep to be read safely.
    """
    open_: list[Element] = []
    held = count = 0
    for event, element in package.events(part):
        if event == "start":
            open_.append(element)
            held += 1
            if len(open_) == 1 and local(element.tag) != way[0]:
                raise package.broken()
            if len(open_) > MAX_DEPTH:
                raise KepuError(say(TOO_DEEP, file=package.file, limit=MAX_DEPTH))
            if held > MAX_HELD or count > MAX_ELEMENTS:
                raise KepuError(say(TOO_LONG, file=package.file))
            continue
        open_.pop()
        if len(open_) == len(way):
            if all(local(each.tag) == name for each, name in zip(open_, way, strict=True)):
                yield element
            open_[-1].clear()
            held, count = 0, count + 1
