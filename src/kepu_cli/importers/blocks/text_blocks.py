"""A text, typed, pasted or in Markdown, as blocks: a paragraph a line, and the tables that stand in it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.importers.blocks.block import Document, Paragraph
from kepu_cli.importers.blocks.drawn_tables import drawn_table
from kepu_cli.importers.blocks.line import INVISIBLE, Line, line_place
from kepu_cli.importers.blocks.markdown_lines import Markdown, looks_like_markdown
from kepu_cli.importers.blocks.separated_tables import separated_table
from kepu_cli.importers.blocks.text_source import text_of
from kepu_cli.importers.blocks.typed_tables import piped_table, tabbed_table
from kepu_cli.importers.package import EMPTY
from kepu_cli.importers.suffixes import MARKDOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.importers.blocks.block import Block

TOO_MANY_LINES = Words(
    "{file} 超过 {limit} 行，太长了；请只留方案的正文再试",
    "{file} has more than {limit} lines; please keep only the plan itself",
)
LINKS = Words("略去了 {count} 个链接的网址，文字都留着", "left out the addresses of {count} links, not their words")

MAX_LINES: Final = 20_000  # that are not blank

_TABLES = (drawn_table, piped_table, tabbed_table)


def read_text(data: bytes, file: str) -> Document:
    """Raises KepuError for bytes that are no text, and for texts too large."""
    source = text_of(data, file)
    lines = [Line(number, line) for number, line in source.lines() if line.strip(INVISIBLE)]
    if not lines:
        raise KepuError(say(EMPTY, file=file))
    if len(lines) > MAX_LINES:
        raise KepuError(say(TOO_MANY_LINES, file=file, limit=MAX_LINES))
    if table := separated_table(source.plain(), file):
        return Document(file, (table,), source.notes)
    markdown = Markdown()
    if PurePath(file).suffix.lower() in MARKDOWN or looks_like_markdown(lines):
        lines = list(markdown.plain(lines))
    links = [say(LINKS, count=markdown.links)] if markdown.links else []
    return Document(file, tuple(_blocks(lines, file)), (*source.notes, *links))


def _blocks(lines: Sequence[Line], file: str) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        for table in _TABLES:
            if found := table(lines, at, file):
                yield found.table
                at = found.end
                break
        else:
            line = lines[at]
            yield Paragraph(line.bare, line_place(file, line.number), level=line.level)
            at += 1
