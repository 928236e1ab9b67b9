"""Which rows go on which page: blocks are parted only between rows, and each part is as high as its heading needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A block that fits on one page moves there whole when it leaves no more than this share of the page before empty.
_SPARE = 0.3
# How many rows of a block at least stand on either side of a page's end, where it has that many.
_TOGETHER = 3


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one heading; `least` is what the text of a heading beside them needs, all in points.

    `top` is the height of a heading above them, which stands on every page that the block goes on to.
    """

    heights: tuple[float, ...]
    least: float = 0
    top: float = 0


@dataclass(frozen=True, slots=True)
class Part:
    """The rows `start` up to (not with) `stop` of block `block`, raised where the heading needs it."""

    block: int
    start: int
    stop: int
    heights: tuple[float, ...]
    new_page: bool


def paginate(blocks: Iterable[Block], *, first: float, later: float, begun: bool = False) -> Iterator[Part]:
    """Parts in order; `first` and `later` are the heights free for rows on the first page and on the others.

    A first page that has `begun` with other things may end with them, where the first rows do not fit below.
    """
    room, fresh = first, not begun
    for index, block in enumerate(blocks):
        start, new_page = 0, False
        while start < len(block.heights):
            stop = _fitting(block, start, room - block.top)
            if not fresh and (stop == start or _better_moved(block, start, stop, room, later)):
                room, fresh, new_page = later, True, True
                continue
            part = _part(block, index, start, max(stop, start + 1), new_page=new_page)
            yield part
            start = part.stop
            # A block that was cut goes on overleaf, even where the cut was moved up.
            room = room - block.top - sum(part.heights) if start == len(block.heights) else 0.0
            fresh = new_page = False


def _fitting(block: Block, start: int, room: float) -> int:
    """The row before which the room ends; `start` when not even the heading fits."""
    if block.least > room:
        return start
    used, stop = 0.0, start
    while stop < len(block.heights) and used + block.heights[stop] <= room:
        used += block.heights[stop]
        stop += 1
    return _leaving_company(start, stop, len(block.heights))


def _leaving_company(start: int, stop: int, end: int) -> int:
    """A cut that leaves a row or two alone on the next page is moved up, as long as some stay behind too."""
    earlier = end - _TOGETHER
    return earlier if earlier < stop < end and earlier - start >= _TOGETHER else stop


def _better_moved(block: Block, start: int, stop: int, room: float, later: float) -> bool:
    if start > 0 or stop == len(block.heights):
        return False
    return block.top + max(sum(block.heights), block.least) <= later and room <= later * _SPARE


def _part(block: Block, index: int, start: int, stop: int, *, new_page: bool) -> Part:
    heights = block.heights[start:stop]
    lacking = max(0.0, block.least - sum(heights)) / len(heights)
    return Part(index, start, stop, tuple(round(each + lacking, 1) for each in heights), new_page)
