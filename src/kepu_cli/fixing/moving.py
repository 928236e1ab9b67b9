"""Moving the entries of a mapping: a block's by their lines, with their comments, those in { } between the commas."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.fixing.splices import Edit, Splice
from kepu_cli.fixing.written import content_end, is_flow, line_above, line_start, next_line
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.nodes import ScalarNode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.yaml_source.nodes import MapNode, Node

KEY_ORDER = "key-order"


def moved(text: str, node: MapNode, order: Sequence[int], *, is_root: bool) -> Iterator[Edit]:
    """The edit that brings the entries into this order, none where they cannot be moved without risk.

    The comment on top of a file (`is_root`) belongs to the file; any other one right above a key moves with it.
    """
    splices = (
        _between_commas(text, node, order) if is_flow(text, node) else _by_lines(text, node, order, is_root=is_root)
    )
    if splices:
        yield Edit(KEY_ORDER, splices)


def _between_commas(text: str, node: MapNode, order: Sequence[int]) -> tuple[Splice, ...]:
    spans = [(key.start.index, _flow_end(text, key, value)) for key, value in node.entries]
    gaps = [text[before[1] : after[0]] for before, after in pairwise(spans)]
    if not all(_COMMA.fullmatch(gap) for gap in gaps):
        return ()
    return tuple(
        Splice(*span, text[slice(*spans[at])]) for span, at in zip(spans, order, strict=True) if spans[at] != span
    )


# A comment between two entries cannot be told to belong to either.
_COMMA = pattern(r"\s*,\s*")


def _flow_end(text: str, key: ScalarNode, value: Node) -> int:
    if isinstance(value, ScalarNode) and value.end.index == value.start.index:
        colon = re.compile(r"\s*:").match(text, key.end.index)
        return colon.end() if colon else key.end.index
    return value.end.index


class _Chunk(NamedTuple):
    """An entry: the blank lines and the comments above it, then its lines from the key on, with their line breaks."""

    blanks: str
    remarks: str
    lines: str


def _by_lines(text: str, node: MapNode, order: Sequence[int], *, is_root: bool) -> tuple[Splice, ...]:
    first_key = node.entries[0][0].start
    first_line = line_start(text, first_key.index)
    head = text[first_line : first_key.index]
    if not _DASHES.fullmatch(head) or any(_behind_something(text, key) for key, _ in node.entries[1:]):
        return ()
    start = first_line if "-" in head else _own_remarks(text, first_line, is_root=is_root)
    end = _end_of(text, node, first_key.column)
    chunks = _chunks(text, node, (start, end))
    if order[0] != 0:
        # What parted the first two sections parts them still.
        chunks[0] = chunks[0]._replace(blanks=chunks[order[0]].blanks)
        chunks[order[0]] = chunks[order[0]]._replace(blanks="")
    ordered = [chunks[at] for at in order]
    if "-" in head:
        ordered[0] = ordered[0]._replace(remarks=_indented(ordered[0].remarks, head[: head.index("-")]))
    heads = [head] + [" " * first_key.column] * (len(ordered) - 1)
    pieces = [
        (chunk.blanks + chunk.remarks + before + chunk.lines) for before, chunk in zip(heads, ordered, strict=True)
    ]
    return (Splice(start, end, _joined(text, pieces, ends=text[start:end].endswith(("\n", "\r")))),)


_DASHES = pattern(r" *(?:- +)*")
_LINES = pattern(r"[^\r\n]*(?:\r\n|\r|\n)")


def _behind_something(text: str, key: ScalarNode) -> bool:
    """A key that does not stand first on its line: `? key`."""
    return bool(text[line_start(text, key.start.index) : key.start.index].strip(" "))


def _own_remarks(text: str, line: int, *, is_root: bool) -> int:
    """Where the comment right above a mapping's first key begins; the one on top of a file is the file's."""
    start = line
    while start > 0 and (above := line_above(text, start)).text.startswith("#"):
        start = above.start
    if not is_root:
        return start
    at = start
    while at > 0 and not (above := line_above(text, at)).text:
        at = above.start
    return start if 0 < at < start else line


def _chunks(text: str, node: MapNode, region: tuple[int, int]) -> list[_Chunk]:
    """The region cut where the lines above each key begin."""
    keys = [key.start for key, _ in node.entries]
    tops = [region[0]]
    for before, key in zip(node.entries, keys[1:], strict=False):
        tops.append(_top(text, next_line(text, _floor(text, before)), line_start(text, key.index), key.column))
    chunks = []
    for top, key, below in zip(tops, keys, (*tops[1:], region[1]), strict=True):
        above = text[top : line_start(text, key.index)]
        blanks = _BLANK_LINES.match(above)
        cut = blanks.end() if blanks else 0
        chunks.append(_Chunk(above[:cut], above[cut:], text[key.index : below]))
    return chunks


_BLANK_LINES = pattern(r"(?:[ \t]*(?:\r\n|\r|\n))*")


def _floor(text: str, entry: tuple[ScalarNode, Node]) -> int:
    key, value = entry
    return max(key.end.index, content_end(text, value))


def _top(text: str, floor: int, line: int, column: int) -> int:
    """Where the blank lines and comments begin that belong to the key on a line, not to the entry before it."""
    for above in reversed(_LINES.findall(text, floor, line)):
        content = above.lstrip(" \t")
        if content.strip() and (
            not content.startswith("#") or _is_of_entry(content, len(above) - len(content), column)
        ):
            break
        line -= len(above)
    return line


def _is_of_entry(comment: str, indent: int, column: int) -> bool:
    """A comment below an entry that is part of it: indented deeper than its key, or an item of its list put aside."""
    return indent > column or (indent == column and bool(_PUT_ASIDE.match(comment)))


_PUT_ASIDE = pattern(r"#(?:[ \t]{3,}|[ \t]*-[ \t])")


def _end_of(text: str, node: MapNode, column: int) -> int:
    """Behind the last entry, with the comments that are part of it."""
    end = at = next_line(text, _floor(text, node.entries[-1]))
    while at < len(text):
        below = next_line(text, at)
        content = text[at:below].lstrip(" \t")
        indent = below - at - len(content)
        if content.strip() and (not content.startswith("#") or indent < column):
            break
        if content.strip() and _is_of_entry(content, indent, column):
            end = below
        at = below
    return end


def _indented(remarks: str, indent: str) -> str:
    """Comments at the indentation of the dash that they come to stand above."""
    return "".join(indent + line.lstrip(" \t") if line.strip() else line for line in _LINES.findall(remarks))


def _joined(text: str, pieces: list[str], *, ends: bool) -> str:
    """A file that ends without a line break still does."""
    if ends:
        return "".join(pieces)
    found = re.search(r"\r\n|\r|\n", text)
    line_break = found[0] if found else "\n"
    whole = "".join(piece if piece.endswith(("\n", "\r")) else piece + line_break for piece in pieces)
    return re.sub(r"(?:\r\n|\r|\n)\Z", "", whole)
