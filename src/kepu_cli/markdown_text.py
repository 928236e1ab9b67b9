"""Text from a plan inside Markdown: shown as it was typed, whatever it contains."""

from __future__ import annotations

from kepu_cli.patterns import pattern
from kepu_cli.printable import printable


def inert(text: str) -> str:
    """The text on one line, without any markup, HTML, link, mention or emoji coming of it; safe in a table's cell.

    What code hosts look for even after rendering (an address, @name, #12, :smile:) is parted by a zero-width space.
    """
    parted = _LOOKED_FOR.sub(f"\\g<0>{_PART}", printable(text))
    escaped = _MARKUP.sub(r"\\\g<0>", parted)
    return _HTML.sub(lambda match: _ENTITIES[match[0]], escaped)


_PART = "\u200b"
_LOOKED_FOR = pattern(
    r"[@#!%~$^](?=[0-9A-Za-z_\"])|&(?=[0-9])"  # people and, on one host or another, issues, merge requests and labels
    r"|:(?=//)|www(?=\.)|mailto(?=:)"  # addresses
    r"|:(?=[0-9_]*[a-z+-][a-z0-9_+-]*:)"  # emoji
)
_MARKUP = pattern(r"[\\`*_\[\]|~#$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", _PART: "&#8203;"}
_HTML = pattern(f"[{''.join(_ENTITIES)}]")
