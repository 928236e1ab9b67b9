"""Markdown's marks taken off: headings become levels, list signs and emphasis go, words stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.importers.blocks.line import BLANKS, Line
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def looks_like_markdown(lines: Sequence[Line]) -> bool:
    """A heading with its signs, or emphasis at least twice."""
    return any(_HEADING.fullmatch(line.text) for line in lines) or (
        sum(len(_STRONG.findall(line.text)) for line in lines) > 1
    )


@dataclass(slots=True)
class Markdown:
    """Takes the marks off lines; `links` counts the addresses that went with them."""

    links: int = 0

    def plain(self, lines: Sequence[Line]) -> Iterator[Line]:
        """The lines with words on them; one that is underlined is a heading."""
        fenced = False
        for index, line in enumerate(lines):
            if _FENCE.fullmatch(line.text):
                fenced = not fenced
            elif fenced:
                yield line
            elif not _RULE.fullmatch(line.text):
                below = lines[index + 1].text.strip(BLANKS) if index + 1 < len(lines) else ""
                yield self._line(line, underlined=len(below) > 2 and set(below) == {"="})

    def _line(self, line: Line, *, underlined: bool) -> Line:
        text, level = line.text, 1 if underlined else None
        if heading := _HEADING.fullmatch(text):
            text, level = heading[2], len(heading[1])
        else:
            text = _LIST_SIGN.sub("", _QUOTE.sub("", text))
        return Line(line.number, self._words(text), level)

    def _words(self, text: str) -> str:
        text, links = _LINK.subn(r"\1", text)
        self.links += links
        for mark in (_STRONG, _EMPHASIS, _STRUCK, _CODE):
            text = mark.sub(r"\1", text)
        return _ESCAPE.sub(r"\1", _BREAK.sub("\n", text))


_HEADING = pattern(r" {0,3}(#{1,6})[ \t\u3000]+(\S.*?)(?:[ \t]+#+)?[ \t]*")
_FENCE = pattern(r" {0,3}(?:`{3,}|~{3,})[^`]*")
_RULE = pattern(r" {0,3}(?:={3,}|(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_QUOTE = pattern(r"^(?:[ \t]{0,3}>[ \t]?)+")
_LIST_SIGN = pattern(r"^[ \t\u3000]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
# Bounded, so that a line of nothing but signs costs little.
_STRONG = pattern(r"\*\*(?=\S)([^*]{1,500})(?<=\S)\*\*")
_EMPHASIS = pattern(r"(?<![*\\])\*(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s\\])\*(?!\*)")
_STRUCK = pattern(r"~~(?=\S)([^~]{1,500}?)~~")
_CODE = pattern(r"`([^`]{1,500})`")
_LINK = pattern(r"!?\[([^\][]{0,500})\]\([^()\s]{1,2000}\)")
_BREAK = pattern(r"<br */?>", re.IGNORECASE)
_ESCAPE = pattern(r"\\([!-/:-@\[-`{}~])")
