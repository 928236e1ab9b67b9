"""What an export of ours remembers of its plan: the hidden sheet of a workbook, the hidden part of a document."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.importers.workbook_source import MAX_ROWS
from kepu_cli.memory import EARLIER, SCHEMA, ItemMark, Memory, PlanMark, action_path
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kepu_cli.importers.sheet import Sheet

OTHER_VERSION = Words(
    "{file} 是另一个版本的 kepu 生成的，这个版本读不回来；请用那个版本读，或者重新导出",
    "{file} was made by another version of kepu; please read it with that version, or export it anew",
)
DAMAGED = Words(
    "{file} 里隐藏的“_kepu”页被改动过，读不回来；请重新导出",
    "the hidden sheet “_kepu” of {file} has been changed and cannot be used; please export the workbook anew",
)
DAMAGED_PART = Words(
    "{file} 里随附的 kepu 信息被改动过，读不回来；请重新导出",
    "what kepu added to {file} has been changed and cannot be used; please export the document anew",
)
NO_DIVISION = Words(
    "{file} 导出时没有要“任务分工表”这一页，读不回来",
    "{file} was exported without the division of labour, so it cannot be read back",
)

_PATH = pattern(r"actions/[0-9]{1,6}(?:/(?:duties|projects)/[0-9]{1,6})?")
_HEAD = "row"
_READABLE = frozenset(map(str, (*EARLIER, SCHEMA)))
_JSON = 4  # the column where it begins


@dataclass(frozen=True, slots=True)
class Printed:
    """A row of the division table as it was written: the item's path, its first and last sheet row."""

    path: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Remembered:
    """`printed` in the order of the sheet rows."""

    memory: Memory
    printed: tuple[Printed, ...]

    @property
    def head(self) -> int:
        """The sheet row of the table's head as it was written."""
        return min((each.first for each in self.printed), default=1) - 1

    @property
    def length(self) -> int:
        """How many sheet rows the table had below its head."""
        return max((each.last for each in self.printed), default=self.head) - self.head


def read_memory(sheet: Sheet, file: str) -> Remembered:
    """What the hidden sheet says. Raises KepuError for one of another version, or one that somebody has changed."""
    rows = [cells for _, cells in sorted(sheet.rows.items())]
    head = next((at for at, cells in enumerate(rows) if cells.get(1) == _HEAD), len(rows))
    facts = {cells.get(1, ""): cells.get(2, "") for cells in rows[:head]}
    if (schema := facts.get("schema")) not in _READABLE:
        raise KepuError(say(OTHER_VERSION if schema else DAMAGED, file=file))
    if not any(cells.get(1) == "plan" for cells in rows):
        raise KepuError(say(NO_DIVISION, file=file))
    try:
        return _remembered(_records(rows[head + 1 :]))
    except _DAMAGE as error:
        raise KepuError(say(DAMAGED, file=file)) from error


def read_memory_part(schema: str, text: str, file: str) -> Remembered:
    """The same from the hidden part of a document: `schema` and content are what the part says."""
    if schema not in _READABLE:
        raise KepuError(say(OTHER_VERSION if schema else DAMAGED_PART, file=file))
    try:
        return _remembered((path, *places, data) for path, *places, data in json.loads(text))
    except _DAMAGE as error:
        raise KepuError(say(DAMAGED_PART, file=file)) from error


_PLAN, _ITEM = TypeAdapter(PlanMark), TypeAdapter(ItemMark)
_DAMAGE = (ValidationError, ValueError, LookupError, TypeError, RecursionError)

# What it tells of, first and last row where that is printed, what is remembered.
_Record = tuple[str, Any, Any, Any]


def _records(rows: Iterable[Mapping[int, str]]) -> Iterator[_Record]:
    for cells in rows:
        data = json.loads("".join(_json(cells)))
        yield cells.get(1, ""), cells.get(2), cells[3] if 2 in cells else None, data


def _remembered(records: Iterable[_Record]) -> Remembered:
    found: dict[str, list[Any]] = {"plan": [], "department": [], "group": [], "outline": []}
    items: dict[str, ItemMark] = {}
    printed: list[Printed] = []
    for path, first, last, data in records:
        if path in found:
            found[path].append(data)
            continue
        _ensure(_PATH.fullmatch(path) is not None)
        items[path] = _ITEM.validate_python(data)
        if first is not None:
            printed.append(Printed(path, int(first), int(last)))
            _ensure(1 < printed[-1].first <= printed[-1].last <= MAX_ROWS)
    _ensure(all(action_path(path) in items for path in items))
    groups: Mapping[str, tuple[str, ...]] = {name: tuple(bodies) for name, *bodies in found["group"]}
    (plan,) = found["plan"]
    memory = Memory(_PLAN.validate_python(plan), items, tuple(found["department"]), groups, tuple(found["outline"]))
    return Remembered(memory, tuple(sorted(printed, key=lambda each: each.first)))


def _ensure(is_sound: bool) -> None:
    if not is_sound:
        raise ValueError("not as it was written")


def _json(cells: Mapping[int, str]) -> Iterator[str]:
    column = _JSON
    while column in cells:
        yield cells[column]
        column += 1
