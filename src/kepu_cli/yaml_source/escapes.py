"""Backslashes in double quotes: those that mean a Windows path, and those that bring in what no plan may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Flaw
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.decoding import FORBIDDEN, place_at

if TYPE_CHECKING:
    import re


def explain_escapes(text: str, file: str, start: int, end: int) -> Flaw | None:
    """A double-quoted text, from quote to quote, that is a Windows path or brings control characters in."""
    if drive := _DRIVE.match(text, start, end):
        return Flaw("K002", "backslash", place_at(text, drive.start(1), file), {"sign": "\\"})
    for escape in _ESCAPE.finditer(text, start, end):
        code = _harm(escape)
        if code:
            return Flaw("K007", "control-escape", place_at(text, escape.start(), file, len(escape[0])), {"code": code})
    return None


_HARMFUL_BY_NAME = "0abevfrNLP"
_ESCAPE = pattern(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\r\n|[^xuU]))")
_DRIVE = pattern(r'"[A-Za-z]:(\\)[^\\]')


def _harm(escape: re.Match[str]) -> str:
    """The code point of an escape that stands for a forbidden character, else nothing."""
    digits = escape[1] or escape[2] or escape[3]
    if digits is None:
        return f"\\{escape[4]}" if escape[4] in _HARMFUL_BY_NAME else ""
    number = int(digits, 16)
    harmful = number > 0x10FFFF or number == 0x0D or FORBIDDEN.match(chr(number))
    return f"U+{number:04X}" if harmful else ""
