"""Text from a file made safe to show: what a terminal would act on, or nobody would see, is spelled out."""

from __future__ import annotations

from kepu_cli.patterns import pattern


def printable(text: str) -> str:
    """The text with control and invisible characters as `\\u001b`; everything else as it is."""
    # Most texts are; the expression is compiled for those that are not.
    return text if text.isprintable() else _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def printable_lines(text: str) -> str:
    """A text of several lines made safe to show: tabs and line ends stay, all else as `printable`."""
    return "".join(part if part in "\t\r\n" else printable(part) for part in _LAYOUT.split(text))


def shortened(text: str) -> str:
    """The beginning of a text that is too long to be a name or a path: nobody reads it in a message."""
    return text if len(text) <= LONGEST else text[:SHOWN] + "…"


LONGEST = 120
SHOWN = 40

_LAYOUT = pattern("([\t\r\n])")
# C0 and C1 controls (a tab too), zero-width and bidirectional marks, line separators, surrogates, the BOM.
_UNSAFE = pattern("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
