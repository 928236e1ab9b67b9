"""Finding one's way among the elements of a document, whichever of the two namespaces a program writes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


@lru_cache(maxsize=4096)
def local(tag: str) -> str:
    """`tbl`, of a name with its namespace."""
    return tag.rpartition("}")[2]


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of that name, of it the first child of the next name, and so on."""
    for name in names:
        element = next(children(element, name), None) if element is not None else None
    return element


def children(element: Element, name: str) -> Iterator[Element]:
    return (each for each in element if local(each.tag) == name)


def attribute(element: Element | None, name: str = "val") -> str:
    """Its value, "" where it has none."""
    if element is None:
        return ""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def number(element: Element | None, name: str = "val") -> int | None:
    """None for what is no whole number of a size that documents have."""
    text = attribute(element, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and attribute(element).lower() not in ("0", "false", "off")
