"""The blocks of a document as lines and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.blocks.block import Paragraph, Table
from kepu_cli.importers.structure.line import line_of
from kepu_cli.importers.structure.pages import Raw, without_pages
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.importers.blocks.block import Block
    from kepu_cli.importers.structure.line import Line


class Lines(NamedTuple):
    """`lines` in order, `tables` with the `at` of the line that follows, `numbers` of pages that were joined.

    `asides` are texts beside the running one: footnotes.
    """

    lines: list[Line]
    tables: list[tuple[int, Table]]
    numbers: list[Raw]
    asides: list[Raw]


def lines_of(blocks: Iterable[Block]) -> Lines:
    lines: list[Line] = []
    tables: list[tuple[int, Table]] = []
    numbers: list[Raw] = []
    waiting: list[Raw] = []

    def flush() -> None:
        joined = without_pages(waiting)
        numbers.extend(joined.numbers)
        for text, place, level in joined.texts:
            if text.strip():
                lines.append(line_of(text, place, len(lines), level))
        waiting.clear()

    asides: list[Raw] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.aside:
            asides.append(Raw(block.number + block.text, block.place))
        elif isinstance(block, Paragraph):
            waiting += _texts(block)
        else:
            flush()
            tables.append((len(lines), block))
    flush()
    return Lines(lines, tables, numbers, asides)


_BREAKS = pattern(r"[\r\n\v\f\u2028\u2029]+")


def _texts(paragraph: Paragraph) -> Iterator[Raw]:
    """The paragraph at its line breaks; Word's own number stands in front of the first."""
    for index, text in enumerate(_BREAKS.split(paragraph.text)):
        number = paragraph.number if index == 0 else ""
        if (number + text).strip():
            yield Raw(number + text, paragraph.place, paragraph.level if index == 0 else None)
