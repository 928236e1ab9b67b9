"""A text, typed, pasted or in Markdown, as blocks: a paragraph a line, and the tables that stand in it."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang, Words, say
from kepu_cli.importers.blocks.block import Document, Paragraph
from kepu_cli.importers.blocks.drawn_tables import drawn_table
from kepu_cli.importers.blocks.line import INVISIBLE, Line, line_place
from kepu_cli.importers.blocks.markdown_lines import Markdown, looks_like_markdown
from kepu_cli.importers.blocks.typed_tables import piped_table, tabbed_table
from kepu_cli.yaml_source.decoding import FORBIDDEN, decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.findings import Flaw, Said
    from kepu_cli.importers.blocks.block import Block

UNREADABLE = Words("{file} 第 {line} 行：{problem}；{hint}", "{file}, line {line}: {problem}; {hint}")
TOO_MANY_LINES = Words(
    "{file} 超过 {limit} 行，太长了；请只留方案的正文再试",
    "{file} has more than {limit} lines; please keep only the plan itself",
)
CLEANED = Words("去掉了 {count} 个看不见的控制字符", "left out {count} invisible control characters")
LINKS = Words("略去了 {count} 个链接的网址，文字都留着", "left out the addresses of {count} links, not their words")

MAX_LINES: Final = 50_000  # that are not blank

_LINE_END = re.compile("\r\n|\r|\n")
# Line ends to some programs and not to others: editors do not count them.
_SOFT_END = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_TABLES = (drawn_table, piped_table, tabbed_table)
_MARKDOWN_SUFFIXES = (".md", ".markdown")


def read_text(data: bytes, file: str) -> Document:
    """Raises KepuError for bytes that are no text, and for texts too large."""
    text, notes = _decoded(data, file)
    lines = list(_lines(text))
    if len(lines) > MAX_LINES:
        raise KepuError(say(TOO_MANY_LINES, file=file, limit=MAX_LINES))
    markdown = Markdown()
    if PurePath(file).suffix.lower() in _MARKDOWN_SUFFIXES or looks_like_markdown(lines):
        lines = list(markdown.plain(lines))
    controls = len(FORBIDDEN.findall(_SOFT_END.sub("", text)))
    counts = ((CLEANED, controls), (LINKS, markdown.links))
    notes += tuple(say(words, count=count) for words, count in counts if count)
    return Document(file, tuple(_blocks(lines, file)), notes)


def _decoded(data: bytes, file: str) -> tuple[str, tuple[Said, ...]]:
    """The text with its control characters, and what is to be told of its encoding."""
    decoded = decode(data, file)
    for flaw in decoded.flaws:
        if flaw.code == "K001":
            raise KepuError(_refusal(flaw))
    encoding = next((flaw for flaw in decoded.flaws if flaw.code == "K009"), None)
    # Pasted text may hold characters that no plan may; which encoding it is, is known by now all the same.
    text = decoded.text or data.decode(encoding.kind if encoding else "utf-8")
    return text.lstrip("\ufeff"), (_told(encoding)[0],) if encoding else ()


def _refusal(flaw: Flaw) -> Said:
    problem, hint = ((Words(*(each.in_(lang) for lang in Lang))) for each in _told(flaw))
    return say(UNREADABLE, file=flaw.place.file, line=flaw.place.line, problem=problem, hint=hint)


def _told(flaw: Flaw) -> tuple[Said, Said]:
    """The rule's message, and its hint."""
    from kepu_cli.rules import flaw_rule

    issue = flaw_rule(flaw.code).tell(flaw)
    assert issue.hint is not None
    return issue.message, issue.hint


def _lines(text: str) -> Iterator[Line]:
    for number, whole in enumerate(_LINE_END.split(text), start=1):
        for part in _SOFT_END.split(whole):
            if (plain := FORBIDDEN.sub("", part)).strip(INVISIBLE):
                yield Line(number, plain)


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
