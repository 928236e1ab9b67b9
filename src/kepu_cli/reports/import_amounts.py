"""How much was read of a document, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Lang, Words
from kepu_cli.model import ROLE_WORDS
from kepu_cli.text_width import wrap_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.model import Role
    from kepu_cli.reports.screen import Screen


class Amounts(NamedTuple):
    """How much a plan holds: `attributions` are items that say who does them, `names` how many stand in each role."""

    actions: int
    duties: int
    attributions: int
    names: Mapping[Role, int]
    departments: int


def amount_lines(amounts: Amounts, room: int, screen: Screen) -> tuple[str, ...]:
    """As many counts a line as it holds whole."""
    joint = "、" if screen.lang is Lang.ZH else ", "
    roles = joint.join(
        f"{screen.pick(words)} {amounts.names[role]}" for role, words in ROLE_WORDS.items() if amounts.names.get(role)
    )
    open_, close = ("（", "）") if screen.lang is Lang.ZH else (" (", ")")
    pieces = [_count(_ACTIONS, amounts.actions, screen)]
    if amounts.duties:
        pieces.append(_count(_DUTIES, amounts.duties, screen))
    pieces.append(_count(_ATTRIBUTIONS, amounts.attributions, screen) + (f"{open_}{roles}{close}" if roles else ""))
    pieces.append(_count(_DEPARTMENTS, amounts.departments, screen))
    return wrap_names(pieces, joint, room)


_ACTIONS = Words("{n} 项任务", "{n} action{s}")
_DUTIES = Words("{n} 条职责", "{n} dut{y}")
_ATTRIBUTIONS = Words("{n} 处写明单位", "{n} attribution{s}")
_DEPARTMENTS = Words("{n} 个单位", "{n} department{s}")


def _count(words: Words, number: int, screen: Screen) -> str:
    return screen.pick(words).format(n=number, s="" if number == 1 else "s", y="y" if number == 1 else "ies")
