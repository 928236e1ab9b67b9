"""At every limit of `import` the last file that is read and the first that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.importers.blocks.streaming import MAX_ELEMENTS
from kepu_cli.importers.blocks.text_blocks import MAX_LINES
from kepu_cli.importers.blocks.text_source import MAX_TEXT
from kepu_cli.importers.package import MAX_PACKED, MAX_PARTS, MAX_RATIO, MAX_UNPACKED
from kepu_cli.importers.workbook_source import MAX_BLANK_ROWS, MAX_COLUMNS, MAX_ROWS
from kepu_cli.yaml_source.decoding import MAX_BYTES
from tests.hostile.office_files import (
    NOTICE,
    TASKS,
    document,
    packed_to,
    table,
    text_cell,
    unpacked_size,
    with_part,
)  # fmt: skip
from tests.hostile.rows import Row
from tests.importers.blocks.word_files import unzipped, zipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hostile.rows import Content


def _pair(
    what: str, name: str, make: Callable[[int], Content], limit: int, refusal: str, *, said: bool = False, step: int = 1
) -> tuple[Row, Row]:
    """The file at the limit, and the one a step larger: refused in a sentence, or, if `said`, read in part and told."""
    largest, larger = (lambda: make(limit)), (lambda: make(limit + step))  # made when they are needed
    read = ("import", name, "-o", "out.yaml")
    return (
        Row(f"{what}: as much as may be", {name: _content(largest)}, read, 0, writes=("out.yaml",), never=(refusal,),
            seconds=12),
        Row(f"{what}: more", {name: _content(larger)}, read, 0 if said else 2, says=(refusal,), seconds=12,
            writes=("out.yaml",) if said else ()),
    )  # fmt: skip


def _content(make: Callable[[], Content]) -> Callable[[], bytes]:
    def made() -> bytes:
        content = make()
        return content.encode() if isinstance(content, str) else content if isinstance(content, bytes) else content()

    return made


def _characters(count: int) -> str:
    return NOTICE + "科" * (count - len(NOTICE))


def _lines(count: int) -> str:
    written = sum(bool(line) for line in NOTICE.splitlines())
    return NOTICE + "甲\n" * (count - written)


def _unpacked(size: int) -> bytes:
    """Most of it zeros, with enough noise to be no bomb by its ratio."""
    return with_part(document(), size - unpacked_size(document()), noise=1_000_000)


def _parts(count: int) -> bytes:
    files = unzipped(document())
    return zipped(files | {f"media/{at}.png": b"" for at in range(count - len(files))})


def _ratio(size: int) -> bytes:
    """A file that is small, as whose least size fifty thousand bytes count."""
    return with_part(document(), size - unpacked_size(document()))


def _paragraphs(count: int) -> bytes:
    written = len(NOTICE.splitlines())
    return document("<w:p/>" * (count - written))


def _rows(count: int) -> bytes:
    return table([*TASKS, *([("备注",)] * (count - len(TASKS)))])


def _columns(count: int) -> bytes:
    return table([*TASKS, ("甲",) * count])


def _blank_rows(count: int) -> bytes:
    row = len(TASKS) + count + 1
    cells = "".join(map(text_cell, ("3", "科普进社区", "县科协", "县教育局")))
    return table(more=f'<row r="{row}">{cells}</row>')


ROWS = (
    # So many bytes are more characters than may be, in every encoding: the sentence shows which limit was met.
    Row(
        "bytes of a text: as much as may be",
        {"a.txt": lambda: b"1" * MAX_BYTES},
        ("import", "a.txt"),
        2,
        says=("100 万字",),
    ),
    Row("bytes of a text: more", {"a.txt": lambda: b"1" * (MAX_BYTES + 1)}, ("import", "a.txt"), 2, says=("5 MB",)),
    *_pair("characters of a text", "a.txt", _characters, MAX_TEXT, "100 万字"),
    *_pair("lines of a text", "a.txt", _lines, MAX_LINES, "20000"),
    *_pair("bytes of a document", "a.docx", lambda size: packed_to(document(), size), MAX_PACKED, "20 MB"),
    *_pair("bytes of a workbook", "a.xlsx", lambda size: packed_to(table(), size), MAX_PACKED, "20 MB"),
    *_pair("unpacked bytes", "a.docx", _unpacked, MAX_UNPACKED, "大得不正常"),
    *_pair("parts", "a.docx", _parts, MAX_PARTS, "大得不正常"),
    *_pair("unpacked to packed", "a.docx", _ratio, MAX_RATIO * 50_000, "大得不正常"),
    *_pair("paragraphs", "a.docx", _paragraphs, MAX_ELEMENTS, "太长"),
    *_pair("rows of a sheet", "a.xlsx", _rows, MAX_ROWS, "20000"),
    *_pair("columns of a sheet", "a.xlsx", _columns, MAX_COLUMNS, "位置太靠右", said=True),
    *_pair("blank rows in between", "a.xlsx", _blank_rows, MAX_BLANK_ROWS, "很多空行", said=True),
)
