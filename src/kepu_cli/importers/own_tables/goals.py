"""The targets in a cell, one a line, with their names, numbers and units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from kepu_cli.findings import Lang
from kepu_cli.memory import ItemMark, digest
from kepu_cli.model import Target
from kepu_cli.patterns import pattern
from kepu_cli.views.division import COLUMN_WORDS, Column
from kepu_cli.views.wording import target_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.model import Item, Plan

    AnyItem = TypeVar("AnyItem", bound=Item)


class Goals(NamedTuple):
    """`targets` as a plan file holds them; `unread` are the pieces that tell no name and number."""

    targets: dict[str, Any]
    unread: tuple[str, ...] = ()


def read_goals(cell: str, mark: ItemMark) -> Goals:
    """As they were where nobody has changed the cell; else piece by piece, by the names that are remembered."""
    # Earlier exports remembered targets that they did not print.
    if digest(cell) == mark.cells.get(Column.TARGETS) or not (cell.strip() or Column.TARGETS in mark.cells):
        return Goals({**mark.goals})
    targets: dict[str, Any] = {}
    unread: list[str] = []
    for piece in filter(None, map(str.strip, _BETWEEN.split(cell))):
        name, goal = _goal(piece, mark.goals)
        if not name or name in targets:
            unread.append(piece)
        else:
            targets[name] = goal
    return Goals(targets, tuple(unread))


def with_targets(plan: Plan) -> Plan:
    """The plan of a table that remembers nothing, with the targets that a column of ours had put among the extras."""
    headings = COLUMN_WORDS[Column.TARGETS]

    def read(item: AnyItem) -> AnyItem:
        name = next((each for each in headings if each in item.extra), "")
        goals = read_goals(item.extra.get(name, ""), ItemMark())
        if not goals.targets or goals.unread:
            return item
        rest = {key: text for key, text in item.extra.items() if key != name}
        return item.with_(targets={key: Target.read(value) for key, value in goals.targets.items()}, extra=rest)

    actions = (
        read(action).with_(duties=tuple(map(read, action.duties)), projects=tuple(map(read, action.projects)))
        for action in plan.actions
    )
    return plan.with_(actions=tuple(actions))


_BETWEEN = pattern("[\n；;]")
_AFTER_NAME = " \u3000:："
_LAST_YEAR = pattern(r"\s*[（(]\s*(?:上年|last year)\s*(.*?)\s*[）)]$")
_NUMBER = pattern(r"[0-9][0-9,.]*")
_NAMED = pattern(r"(.*?[^0-9\s:：])[\s:：]*([0-9].*)")


def _goal(piece: str, known: Mapping[str, Any]) -> tuple[str, Any]:
    """The name, "" where none is told, and what is to be reached."""
    for name in sorted(known, key=len, reverse=True):
        if piece.startswith(name) and (counted := piece.removeprefix(name).strip(_AFTER_NAME)):
            return name, _as_remembered(piece, name, counted, Target.read(known[name]))
    named = _NAMED.fullmatch(piece)
    return (named[1], _target(named[2], "").written()) if named else ("", None)


def _as_remembered(piece: str, name: str, counted: str, old: Target) -> Any:
    if any(piece == target_text(name, old, lang).strip() for lang in Lang):
        return old.written()
    # A unit that was part of the number stays there.
    return _target(counted, old.unit, split=bool(old.unit)).written()


def _target(counted: str, unit: str, *, split: bool = True) -> Target:
    """`98%（上年 96%）`: the number without its unit, and last year's."""
    last = _LAST_YEAR.search(counted)
    whole = counted[: last.start()] if last else counted
    number = _NUMBER.match(whole)
    if unit and whole.endswith(unit):
        value = whole.removesuffix(unit).rstrip()
    elif split and number:
        value, unit = number[0], whole[number.end() :].strip()
    else:
        value, unit = whole, ""
    return Target(value=value, unit=unit, last=last[1].removesuffix(unit).rstrip() if last else "")
