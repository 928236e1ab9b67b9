"""A row's texts taken apart again: number, name and text of an item; reason and remark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.memory import digest
from kepu_cli.patterns import pattern
from kepu_cli.views.division import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.memory import ItemMark


class Measure(NamedTuple):
    """`text` is a project's, behind its name."""

    id: str
    label: str
    text: str


class Remark(NamedTuple):
    reason: str
    remark: str


def read_measure(cell: str, mark: ItemMark) -> Measure:
    """As it was put together where nobody has changed it; else by the item's number and the first colon."""
    if not cell and Column.MEASURE not in mark.cells:
        return Measure(mark.id, "", "")
    if digest(cell) == mark.cells.get(Column.MEASURE):
        rest = cell.removeprefix(f"{mark.id} ") if mark.id else cell
        label = rest[: mark.label] if mark.label else rest
        text = label if mark.same_text else rest[mark.label + 1 :] if mark.label else ""
        return Measure(mark.id, label, text)
    number, rest = _changed_number(cell.strip(), mark.id)
    if mark.same_text:
        return Measure(number, rest, rest)
    if not mark.label:
        return Measure(number, rest, "")
    at = mark.label if rest[mark.label : mark.label + 1] in _COLONS else _first_colon(rest)
    return Measure(number, rest[:at].rstrip(), rest[at + 1 :].lstrip())


def read_new_measure(cell: str, shapes: frozenset[str]) -> Measure:
    """A row that was added: with a number in front where the plan's other items have such numbers."""
    text = cell.strip()
    match = _NUMBER.match(text)
    if match and number_shape(match[1]) in shapes:
        return Measure(match[1], text[match.end() :], "")
    return Measure("", text, "")


def number_shapes(ids: Iterable[str]) -> frozenset[str]:
    """What the numbers of a plan look like."""
    return frozenset(number_shape(each) for each in ids if each)


def number_shape(number: str) -> str:
    """`5.10` → `9.9`, （二） → （一）."""
    return _HANZI.sub("一", _DIGITS.sub("9", number))


def read_remark(cell: str, mark: ItemMark) -> Remark:
    """The reason for naming nobody stands before the remark."""
    if not mark.reason:
        return Remark("", cell)
    old = mark.cells.get(Column.REMARK)
    if digest(cell) == old:
        return Remark(cell[: mark.reason], cell[mark.reason + 1 :])
    if digest(cell[: mark.reason]) == old:
        return Remark(cell[: mark.reason], cell[mark.reason :].lstrip(_BETWEEN))
    reason, _, remark = cell.strip().partition("；")
    return Remark(reason, remark)


_COLONS = ("：", ":")
_BETWEEN = "；;，,。 \n"
_DIGITS = pattern(r"[0-9]+")
_HANZI = pattern(r"[一二三四五六七八九十百]+")
_NUMBER = pattern(
    r"([0-9A-Za-z]{0,3}[0-9]+(?:[.\-][0-9]+)*|[（(][0-9一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+)"
    r"[ \u3000、.．]\s*(?=\S)"
)


def _changed_number(text: str, old: str) -> tuple[str, str]:
    """The number in front of a changed text, and the rest: the old one, or another where there was one."""
    if not old:
        return "", text
    rest = text.removeprefix(old)
    if rest != text and (not rest or rest[0] in " \u3000\n、.．"):
        return old, rest.lstrip(" \u3000\n、.．")
    match = _NUMBER.match(text)
    if match and number_shape(match[1]) == number_shape(old):
        return match[1], text[match.end() :]
    return "", text


def _first_colon(text: str) -> int:
    found = [at for colon in _COLONS if (at := text.find(colon)) >= 0]
    return min(found, default=len(text))
