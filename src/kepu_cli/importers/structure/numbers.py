"""Numbers of actions that come from several lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.importers.drafts.draft import DraftAction
    from kepu_cli.importers.structure.levels import Choice


def with_clear_numbers(actions: Sequence[tuple[Choice, DraftAction]]) -> list[DraftAction]:
    """The actions; where two have one number, those within sections are told apart by them: 四（一）."""
    numbers = [action.number for _, action in actions if action.number]
    if len(set(numbers)) == len(numbers):
        return [action for _, action in actions]
    return [replace(action, number=_full(choice, action)) for choice, action in actions]


def _full(choice: Choice, action: DraftAction) -> str:
    above = [part.head.line.marker.number for part in choice.sections if part.head and part.head.line.marker]
    if not action.number or not above:
        return action.number
    bracketed = choice.part.node.form in {"（一）", "（1）"}
    return f"{above[-1]}（{action.number}）" if bracketed else f"{above[-1]}.{action.number}"
