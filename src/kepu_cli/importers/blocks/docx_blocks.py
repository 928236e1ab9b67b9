"""A Word document as blocks, as it looks with all changes accepted.

Read from the XML itself: the usual library leaves out what is inserted under tracking, stands in content controls or
in text boxes, knows no automatic numbers, and takes a minute over a merged cell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.importers.blocks.block import Document, Paragraph
from kepu_cli.importers.blocks.streaming import TOO_LONG, elements_at
from kepu_cli.importers.blocks.tally import Met, Tally
from kepu_cli.importers.blocks.text_source import MAX_TEXT
from kepu_cli.importers.blocks.word.body import BodyReader
from kepu_cli.importers.blocks.word.inline import InlineReader, all_text
from kepu_cli.importers.blocks.word.numbering import Numbering
from kepu_cli.importers.blocks.word.styles import Styles
from kepu_cli.importers.elements import attribute
from kepu_cli.importers.package import DOCUMENT, open_package
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.importers.blocks.block import Block, Table
    from kepu_cli.importers.package import Package


def read_docx(data: bytes, file: str) -> Document:
    """Raises KepuError for what is no .docx file, broken, too large or nested too deep."""
    with open_package(data, file, DOCUMENT) as package:
        parts = package.relations(package.main)
        tally = Tally()
        by_kind = dict(parts.values())
        reader = _reader(package, by_kind, tally)
        blocks = tuple(_bounded(_all_blocks(package, by_kind, reader), file))
        _tell_margins(package, parts, tally)
        return Document(file, blocks, tally.notes())


def _reader(package: Package, parts: dict[str, str], tally: Tally) -> BodyReader:
    """`parts`: kind of a part → its name."""
    styles = Styles.of(package.tree(parts.get("styles", "")))
    numbering = Numbering.of(package.tree(parts.get("numbering", "")), styles)
    return BodyReader(package.file, styles, numbering, InlineReader(styles, tally), tally)


def _all_blocks(package: Package, parts: dict[str, str], reader: BodyReader) -> Iterator[Block]:
    yield from reader.blocks(elements_at(package, package.main, "document", "body"))
    for kind, words in _NOTES.items():
        for note in elements_at(package, parts.get(f"{kind}s", ""), f"{kind}s"):
            if (kind, attribute(note, "id")) in reader.notes:
                reader.tally.add(Met.NOTE)
                count = reader.tally.counts[Met.NOTE]
                yield from reader.note(note, Words(f"{words.zh} {count}", f"{words.en} {count}"))
    for comment in elements_at(package, parts.get("comments", ""), "comments"):
        reader.tally.add(Met.COMMENT, all_text(comment).strip())


_NOTES = {"footnote": Words("脚注", "footnote"), "endnote": Words("尾注", "endnote")}


def _bounded(blocks: Iterator[Block], file: str) -> Iterator[Block]:
    """As they come, until there is more text than a plan can have."""
    length = 0
    for block in blocks:
        length += len(block.text) if isinstance(block, Paragraph) else _length(block)
        if length > MAX_TEXT:
            raise KepuError(say(TOO_LONG, file=file))
        yield block


def _length(table: Table) -> int:
    return sum(len(cell.text) for cell in table.cells())


def _tell_margins(package: Package, parts: dict[str, tuple[str, str]], tally: Tally) -> None:
    """Headers and footers that say more than the page."""
    for kind, part in parts.values():
        if kind in _MARGINS:
            text = "".join(all_text(each) for each in elements_at(package, part, _MARGINS[kind])).strip()
            if not _PAGE_NUMBER.fullmatch(text):
                tally.add(Met.MARGIN, text)


_MARGINS = {"header": "hdr", "footer": "ftr"}
_PAGE_NUMBER = pattern(r"[\s\d第共页/,，.·—–－-]*|page\s*\d*(?:\s*(?:of|/)\s*\d*)?", re.IGNORECASE)
