"""Tabs and look-alikes of a space in the indentation, and the lines that are text and no YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kepu_cli.fixing.splices import Splice
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.page import WIDE_SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.yaml_source.page import Line, Page

# The tab stops that editors have, the likeliest first.
TABS = (2, 4, 8)

_INDENT = pattern(r"[ \t]*(?:-[ \t]+)*")
_BLOCK = pattern(r"([ \t]*)((?:-[ \t]+)*)(?:([^\s#].*[:：])?[ \t]*)?[|>][-+0-9]*[ \t]*(?:#.*)?")


def mend_tabs(page: Page, width: int) -> Iterator[Splice]:
    """Spaces for every tab before the first sign of a line: mended one by one, the levels would not fit together."""
    for line in lines_of_yaml(page):
        indent = indent_of(line)
        if "\t" in indent:
            yield Splice(line.start, line.start + len(indent), indent.expandtabs(width))


def mend_indent(page: Page, index: int, width: int) -> Iterator[Splice]:
    """Spaces for the look-alikes at one spot: `width` of them for a full-width one, none for what has no width.

    Behind a dash it is one space, whatever stood there.
    """
    if found := re.compile(f"[{WIDE_SPACES}]+").match(page.text, index):
        widths = {"\u3000": width, "\u200b": 0}
        columns = sum(widths.get(sign, 1) for sign in found[0])
        yield Splice(index, found.end(), " " * (1 if page.text[index - 1 : index] == "-" else columns))


def indent_of(line: Line) -> str:
    """What stands before the first sign of a line: blanks, and dashes with theirs."""
    found = _INDENT.match(line.text)
    return found[0] if found else ""


def lines_of_yaml(page: Page) -> Iterator[Line]:
    """The lines with something on them, without the texts below `|` and `>`."""
    inside: int | None = None
    for line in page.lines:
        if not line.text.strip(" \t"):
            continue
        column = len(line.text) - len(line.text.lstrip(" \t"))
        if inside is not None and column > inside:
            continue
        block = _BLOCK.fullmatch(line.text)
        # The text of `- |` stands behind the dash, that of `- key: |` behind the key.
        inside = (len(block[1] + block[2]) if block[3] else len(block[1])) if block else None
        yield line
