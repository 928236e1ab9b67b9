"""A YAML text seen line by line, for finding the slip that confused the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    import re

    from kepu_cli.findings import Place

# Blanks that look like an ASCII space and are none: full-width, no-break, typographic, zero-width.
WIDE_SPACES = "\u3000\xa0\u2002-\u200b\u202f"
# What an input method gives for the dash of a list, and the bullets that come from Word.
WIDE_DASHES = "－—–•●◆■"
WIDE_SIGNS = frozenset("\u3000\xa0\u202f" + "".join(map(chr, range(0x2002, 0x200C))) + WIDE_DASHES)

_LINE = pattern(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_SEPARATING_COLON = pattern(r":(?:[ \t]|$)")
_DASH = pattern(r"[ \t]*-(?:[ \t]|$)")
_NO_CONTENT = pattern(r"[ \t]*(?:#.*)?$")

# One line, one slip each; group 1 is the culprit. The order is the order of certainty.
_SLIPS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("tab", pattern(r" *(?:- *)*(\t)[ \t]*\S")),
    ("wide-space-indent", pattern(rf"[ \t]*(?:- +)*(?:-(?=[{WIDE_SPACES}]))?([{WIDE_SPACES}]+)")),
    ("wide-dash", pattern(rf"[ \t]*([{WIDE_DASHES}]+)")),
    ("wide-hash", pattern(r"[ \t]*(＃)")),
    ("wide-space-after-colon", pattern(rf"[^:\"'#]*:([{WIDE_SPACES}]+)")),
    # Before the colons: only behind a dash with its space is a text (-推进改革：全面实施) known to be no key.
    ("missing-space-after-dash", pattern(r"[ \t]*(-)[^\s\-\d]")),
    (
        "wide-colon",
        pattern(
            r"[ \t]*(?:- +)*[^\s：:\"'#，。；、\[{]{1,20}[ \t]*(：)(?:(?=[ \u3000]*[\[{])|(?![^#]*:(?: |$)))",
        ),
    ),
    (
        "missing-space",
        pattern(
            r"[ \t]*(?:- +)*(?!\d|https?:)[^\s：:\"'#，。；\[{]{1,20}(:)(?:[\[{]|[^\s:/\\](?!.*:(?: |$)))",
        ),
    ),
)


_COLON_SLIPS = ("wide-colon", "missing-space")
_SURE_SLIPS = ("tab", "wide-space-indent", "wide-dash", "missing-space-after-dash")
_BLOCK_TEXT = pattern(r"(?:^|[ \t:])[|>][-+0-9]*[ \t]*$")
# Of a plan; a longer file is none, and to count in it takes too long.
_MOST_LINES = 10_000
_DASH_SLIPS = ("wide-dash", "missing-space-after-dash", "wide-space-indent")


class Culprit(NamedTuple):
    """Which case it is, where it begins in the text, how wide it is."""

    kind: str
    at: int
    width: int = 1


class Line(NamedTuple):
    start: int
    text: str


class Page(NamedTuple):
    """The lines of a text, ends cut off, each with the index where it starts."""

    text: str
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, text: str) -> Page:
        return cls(text, tuple(Line(match.start(), match[1]) for match in _LINE.finditer(text)))

    def row(self, index: int) -> int:
        """The number, from 0, of the line that holds a character of the text."""
        low, high = 0, len(self.lines)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.lines[middle].start <= index else (low, middle)
        return low

    def offset(self, place: Place) -> int:
        """Where in the text a place is."""
        return self.lines[place.line - 1].start + place.column - 1

    def line(self, index: int) -> Line:
        return self.lines[self.row(index)]

    def before(self, index: int) -> str:
        """What stands on the same line in front of a character."""
        return self.text[self.line(index).start : index]

    def first_sign(self, index: int) -> int:
        """Where, behind its indentation, the line of a character begins."""
        line = self.line(index)
        return line.start + len(line.text) - len(line.text.lstrip(" \t"))

    def slip(self, rows: list[int]) -> Culprit | None:
        """The first slip of a clerk's hand on these lines."""
        return next((found for row in rows if (found := find_slip(self.lines[row]))), None)

    def slip_of_dash(self, row: int) -> Culprit | None:
        """A dash of a list that is none: YAML complains of the line below it, which has a key more than it expects."""
        found = find_slip(self.lines[row]) if row >= 0 else None
        return found if found and found.kind in _DASH_SLIPS else None

    def slip_without_keys(self) -> Culprit | None:
        """The first full-width colon of a text in which no colon is one of YAML's: then all of them are wrong."""
        if any(_SEPARATING_COLON.search(line.text) for line in self.lines):
            return None
        found = self.slip([row for row in range(len(self.lines)) if not _NO_CONTENT.match(self.lines[row].text)])
        return found if found and found.kind == "wide-colon" else None

    def others_like(self, culprit: Culprit) -> int:
        """How many more lines look as if they had the same slip; 0 where that cannot be told from a text."""
        if culprit.kind in _COLON_SLIPS:
            is_sure = not any(_SEPARATING_COLON.search(line.text) for line in self.lines)
        else:
            is_sure = culprit.kind in _SURE_SLIPS and not any(_BLOCK_TEXT.search(line.text) for line in self.lines)
        if not is_sure or len(self.lines) > _MOST_LINES:
            return 0
        return sum(
            slip.kind == culprit.kind and slip.at != culprit.at for slip in filter(None, map(find_slip, self.lines))
        )

    def slips_down_from(self, row: int) -> list[Culprit]:
        """The slips of a line and of those right below it, up to the first that has a key of its own."""
        found: list[Culprit] = []
        for line in self.lines[row:]:
            if slip := find_slip(line):
                found.append(slip)
            if _SEPARATING_COLON.search(line.text):
                break
        return found

    def run_up_to(self, row: int) -> list[int]:
        """A line and those right above it that have no key of their own, such as `名称：…`; top first."""
        first = row
        while first > 0 and not _SEPARATING_COLON.search(self.lines[first - 1].text):
            first -= 1
            if _DASH.match(self.lines[first].text):
                break
        return [number for number in range(first, row + 1) if not _NO_CONTENT.match(self.lines[number].text)]


def find_slip(line: Line) -> Culprit | None:
    """A full-width sign, a tab or a missing space where YAML needs its own sign."""
    for kind, slip in _SLIPS:
        if match := slip.match(line.text):
            return Culprit(kind, line.start + match.start(1), match.end(1) - match.start(1))
    return None
