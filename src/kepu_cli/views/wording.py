"""How an item reads in a table: its number and name, or a duty's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Words

if TYPE_CHECKING:
    from kepu_cli.model import Item

# What stands for an action whose duties each have rows of their own.
WHOLE_ACTION = Words("（本项任务总体）", "(the action as a whole)")


def measure_text(item: Item) -> str:
    """The item with its number and, for a project, what it does."""
    about = getattr(item, "text", "")
    label = f"{item.label}：{about}" if about and about != item.label else item.label
    return f"{item.id} {label}" if item.id else label
