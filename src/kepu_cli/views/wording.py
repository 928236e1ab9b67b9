"""How an item reads in a table: its number and name, or a duty's text, and the targets it is to reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Words

if TYPE_CHECKING:
    from kepu_cli.findings import Lang
    from kepu_cli.model import Item, Target

# What stands for an action whose duties each have rows of their own.
WHOLE_ACTION = Words("（本项任务总体）", "(the action as a whole)")


def measure_text(item: Item) -> str:
    """The item with its number and, for a project, what it does."""
    about = getattr(item, "text", "")
    label = f"{item.label}：{about}" if about and about != item.label else item.label
    return f"{item.id} {label}" if item.id else label


def target_text(name: str, target: Target, lang: Lang) -> str:
    """参与人次 5000人次, 开出率 98%（上年 96%）."""
    text = f"{name} {_counted(target.value, target.unit)}"
    return text + _LAST_YEAR.in_(lang).format(_counted(target.last, target.unit)) if target.last else text


def target_texts(item: Item, lang: Lang) -> tuple[str, ...]:
    return tuple(target_text(name, target, lang) for name, target in item.targets.items())


_LAST_YEAR = Words("（上年 {}）", " (last year {})")


def _counted(number: str, unit: str) -> str:
    """A unit in Latin letters stands apart from its number, as in 20 talks."""
    return f"{number} {unit}" if unit[:1].isascii() and unit[:1].isalpha() else f"{number}{unit}"
