"""A file that holds several texts, cut into them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kepu_cli.importers.structure.titles import is_annex, is_part_title, is_title, title_lines
from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.importers.structure.line import Line


@dataclass(frozen=True, slots=True)
class Segment:
    """One text: the lines of its title, all others. `is_annex` where it follows the word 附件."""

    title: tuple[Line, ...]
    lines: tuple[Line, ...]
    is_annex: bool = False


def segments_of(lines: Sequence[Line]) -> list[Segment]:
    """The texts in their order; all lines are in them."""
    starts = _starts(lines)
    bounds = [0, *starts, len(lines)]
    return [_segment(lines[start:end]) for start, end in pairwise(bounds) if start < end]


def _starts(lines: Sequence[Line]) -> list[int]:
    """Where a text begins: at 篇二, at 附件, at a title behind which the numbers begin again."""
    following = _next_markers(lines)
    parts = sum(map(is_part_title, lines)) > 1
    repeated = Counter(normal(line.text) for line in lines if is_title(line))
    found: list[int] = []
    first: Line | None = None
    for index, line in enumerate(lines):
        after = following[index]
        if line.marker:
            first = first or line
        elif (
            (parts and is_part_title(line))
            or is_annex(line)
            or (
                first is not None
                and after is not None
                and (is_title(line) or repeated[normal(line.text)] > 1)
                and _begins_again(first, after)
            )
        ):
            found.append(index)
            first = None
    return _without_neighbours(found)


def _begins_again(first: Line, after: Line) -> bool:
    return after.marker is not None and after.form == first.form and after.marker.value == 1


def _next_markers(lines: Sequence[Line]) -> list[Line | None]:
    """For every line the next one with a marker."""
    found: list[Line | None] = [None] * len(lines)
    following: Line | None = None
    for index in range(len(lines) - 1, -1, -1):
        found[index] = following
        if lines[index].marker:
            following = lines[index]
    return found


def _without_neighbours(starts: Sequence[int]) -> list[int]:
    """A title right below 附件 belongs to the same text, and 附件 below a title to none of its own."""
    return [start for before, start in zip([-1, *starts], starts, strict=False) if start and start != before + 1]


def _segment(lines: Sequence[Line]) -> Segment:
    if is_part_title(lines[0]):
        return Segment((lines[0],), tuple(lines[1:]))
    before = next((index for index, line in enumerate(lines) if line.marker), len(lines))
    title = title_lines(lines[:before])
    chosen = {line.at for line in title}
    first = title[0].at if title else -1
    others = [_plain(line) if line.at < first else line for line in lines if line.at not in chosen]
    return Segment(tuple(title), tuple(others), is_annex(lines[0]))


def _plain(line: Line) -> Line:
    """A line above the title, which heads the file and nothing of this text: # 汇编 above ## 计划."""
    return line._replace(level=None)
