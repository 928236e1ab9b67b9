"""A line of a text file."""

from __future__ import annotations

from typing import NamedTuple

from kepu_cli.findings import Words
from kepu_cli.importers.blocks.block import Place

# What nobody sees at the ends of a line: blanks of every width, zero-width characters.
BLANKS = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
INVISIBLE = BLANKS + "\u200b\u200c\u200d\u2060"


class Line(NamedTuple):
    """A line that is not blank, as typed. `number` is what an editor shows, `level` a heading's in Markdown."""

    number: int
    text: str
    level: int | None = None

    @property
    def bare(self) -> str:
        return self.text.strip(INVISIBLE)


def line_place(file: str, number: int) -> Place:
    return Place(file, Words(f"第 {number} 行", f"line {number}"), number)
