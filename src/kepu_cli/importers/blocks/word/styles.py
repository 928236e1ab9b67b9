"""What the styles of a document mean for reading: headings, automatic numbers, hidden text, tables of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.elements import attribute, child, children, is_on, number
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element


class NumberRef(NamedTuple):
    """What a paragraph or a style says of its number; None where it says nothing."""

    number_id: int | None
    level: int | None


@dataclass(frozen=True, slots=True)
class Styles:
    """Style id → its element."""

    by_id: Mapping[str, Element]
    default: str = ""

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """From the root of the styles' part."""
        entries = list(children(root, "style")) if root is not None else []
        default = next((each for each in entries if _is_default(each)), None)
        return cls({attribute(each, "styleId"): each for each in entries}, attribute(default, "styleId"))

    def heading_level(self, style_id: str) -> int | None:
        """From 1; None for body text. By the outline level of the style or one it is based on, else by its name."""
        for style in self._line(style_id):
            outline = child(style, "pPr", "outlineLvl")
            if outline is not None:
                return outline_level(outline)
            if match := _HEADING.fullmatch(attribute(child(style, "name"))):
                return int(match[1])
        match = None if style_id in self.by_id else _HEADING.fullmatch(style_id)
        return int(match[1]) if match else None

    def number_ref(self, style_id: str) -> tuple[NumberRef, str] | None:
        """The number that a style gives, and the id of the style that says so."""
        for style in self._line(style_id):
            numbered = child(style, "pPr", "numPr")
            if numbered is not None:
                return number_ref(numbered), attribute(style, "styleId")
        return None

    def is_hidden(self, style_id: str) -> bool:
        """Whether its text is not shown."""
        switches = (child(style, "rPr", "vanish") for style in self._line(style_id))
        return is_on(next((each for each in switches if each is not None), None))

    def is_contents(self, style_id: str) -> bool:
        """Whether it is for the lines of a table of contents."""
        return any(_CONTENTS.fullmatch(attribute(child(style, "name"))) for style in self._line(style_id))

    def _line(self, style_id: str) -> Iterator[Element]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        name = style_id or self.default
        while name in self.by_id and name not in seen:
            seen.add(name)
            yield self.by_id[name]
            name = attribute(child(self.by_id[name], "basedOn"))


def outline_level(outline: Element) -> int | None:
    """The heading level that an outline level from 0 means; 9 is body text."""
    level = number(outline)
    return level + 1 if level is not None and level < 9 else None


def number_ref(numbered: Element) -> NumberRef:
    """Of a `numPr` element."""
    return NumberRef(number(child(numbered, "numId")), number(child(numbered, "ilvl")))


_HEADING = pattern(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = pattern(r"(?:toc|目录)\s*[1-9]", re.IGNORECASE)


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")
