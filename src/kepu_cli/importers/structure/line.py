"""A line of a document: a paragraph, or the part of one that stands for itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.drafts.draft import Written
from kepu_cli.importers.structure.numbering import read_marker
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from kepu_cli.importers.blocks.block import Place
    from kepu_cli.importers.structure.numbering import Marker


class Line(NamedTuple):
    """`text` as it stands, a number that Word makes in front; `at` tells it from every other line of the document."""

    text: str
    place: Place
    at: int
    level: int | None = None
    marker: Marker | None = None

    @property
    def body(self) -> str:
        """What stands behind the marker."""
        return self.text[self.marker.length :] if self.marker else self.text

    @property
    def written(self) -> Written:
        """All of it, word for word."""
        return Written(self.text, self.place)

    @property
    def form(self) -> str:
        """The form of its marker, `#2` for a heading without one, "" for what heads nothing."""
        if self.marker:
            return self.marker.form
        return f"#{self.level}" if self.level else ""


def line_of(text: str, place: Place, at: int, level: int | None = None) -> Line:
    return Line(text, place, at, level, read_marker(text))


def is_heading(text: str, longest: int = 40) -> bool:
    """Short, and one sentence at most: 未成年人科学素质行动, 研究提出促进科普事业发展的政策。"""
    plain = text.strip()
    return 0 < len(plain) <= longest and not _INNER_END.search(plain)


def is_bare_heading(text: str) -> bool:
    """A heading without the mark that ends a sentence."""
    return is_heading(text) and not ends_sentence(text)


def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence with its end, and the rest; quotation marks and brackets that close belong to the former."""
    found = _SENTENCE.match(text)
    return (found[0], text[found.end() :]) if found else (text, "")


def ends_sentence(text: str) -> bool:
    return bool(_FINAL.search(text.rstrip()))


_INNER_END = pattern(r"[。！？!?；;](?=.)", re.DOTALL)
_SENTENCE = pattern(r"[^。！？!?]*[。！？!?]+[”’」』》)）\"]*")
_FINAL = pattern(r"[。！？!?；;：:…][”’」』》)）\"]*$")
