"""What stands over the head of a table: its title, and what is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.drafts.draft import Leftover
from kepu_cli.names import normal
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.importers.blocks.block import Cell


class Above(NamedTuple):
    """`cells` are those of the title's lines; `rest` is all else, row by row."""

    title: str
    cells: tuple[Cell, ...]
    rest: tuple[Leftover, ...]


def read_above(rows: Sequence[Sequence[Cell]]) -> Above:
    """The title is the line that says what kind of table it is, with the lines it goes on from; else the first line.

    Labels (附件2), dates, units of measure and sentences are none.
    """
    seen: set[int] = set()
    lines = [line for row in rows if (line := _cells(row, seen))]
    candidates = [at for at, line in enumerate(lines) if len(line) == 1 and _may_be_title(line[0].text)]
    if not candidates:
        return Above("", (), tuple(map(leftover, lines)))
    last = next((at for at in candidates if _TABLE.search(normal(lines[at][0].text))), candidates[0])
    first = last
    while first - 1 in candidates and _goes_on(lines[first - 1][0].text, lines[last][0].text):
        first -= 1
    cells = tuple(line[0] for line in lines[first : last + 1])
    title = "".join("".join(cell.text.split("\n")).strip() for cell in cells)
    rest = [leftover(line) for at, line in enumerate(lines) if not first <= at <= last]
    if label := _LABEL_BEFORE.match(title):
        rest.append(Leftover(label[0].strip(), cells[0].place))
        title = title[label.end() :]
    return Above(title, cells, tuple(rest))


def leftover(cells: Sequence[Cell]) -> Leftover:
    """A row that is none of an item's, in one text."""
    return Leftover("\u3000".join(cell.text.strip() for cell in cells), cells[0].place)


_TABLE = pattern(r"(?:表|台账|方案|清单|分工|分解|计划|要点|安排|一览|细则|divisionoflabour)(?:\([^()]*\))?$")
_LABEL = pattern(r"附(?:件|表)?[0-9一二三四五六七八九十]*[:：]?|\(?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?\)?")
_LABEL_BEFORE = pattern(r"附(?:件|表)[0-9０-９一二三四五六七八九十]*[:：]?\s*(?=.)")
_ASIDE = pattern(r"(?:单位|填报|制表|日期|时间|联系|编制|密级|编号|责任|牵头)[^:：]{0,8}[:：]")
_LONGEST = 80


def _cells(row: Sequence[Cell], seen: set[int]) -> tuple[Cell, ...]:
    """The cells of a row that are not blank, without those of a row above; `seen` are their ids."""
    cells = {id(cell): cell for cell in row if cell.text.strip() and id(cell) not in seen}
    seen.update(cells)
    return tuple(cells.values())


def _may_be_title(text: str) -> bool:
    plain = normal(text)
    if len(plain) > _LONGEST or plain.endswith("。"):
        return False
    return _LABEL.fullmatch(plain) is None and _ASIDE.match(plain) is None


def _goes_on(before: str, title: str) -> bool:
    """A title over two lines: the second does not say of which place or year it is."""
    return not re.search(r"\d{4}|[省市州县区旗]", normal(title)) and _TABLE.search(normal(before)) is None
