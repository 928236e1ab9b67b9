"""What a text report needs to know of where it will be shown: language, width, colour. It never prints."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Lang, Severity

if TYPE_CHECKING:
    from kepu_cli.findings import Words


class Ink(StrEnum):
    """The few inks of our reports, as the codes of ANSI's "select graphic rendition"."""

    ERROR = "1;31"
    WARNING = "1;33"
    INFO = "36"
    GOOD = "32"
    BOLD = "1"
    DIM = "2"


# Wider than any text of a plan; and five Chinese characters, the least a line must hold.
_UNLIMITED = 1_000_000
_NARROWEST = 10

SEVERITY_INK = {Severity.ERROR: Ink.ERROR, Severity.WARNING: Ink.WARNING, Severity.INFO: Ink.INFO}


class Screen(NamedTuple):
    """`width` in columns, None where the text goes to a file or a pipe and is never wrapped or cut.

    `old_console` is the Windows console before Windows Terminal: its Chinese fonts draw box lines two columns wide.
    """

    lang: Lang = Lang.ZH
    width: int | None = None
    colour: bool = False
    old_console: bool = False

    def room(self, used: int = 0) -> int:
        """Columns that are left beside `used` ones: never so few that nothing can be read, without end on a pipe."""
        return _UNLIMITED if self.width is None else max(self.width - used, _NARROWEST)

    def paint(self, text: str, ink: Ink) -> str:
        return f"\x1b[{ink}m{text}\x1b[0m" if self.colour and text else text

    def pick(self, words: Words) -> str:
        return words.in_(self.lang)
