"""What stands over a plan's tables: its title with the name of the table, each said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Lang
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    import re

    from kepu_cli.findings import Words
    from kepu_cli.model import Plan


def table_title(plan: Plan, words: Words) -> str:
    """The title put into `words`: 示例县工作要点 → 示例县工作要点任务分工表.

    Where it ends like a table's itself, the name takes that place, before a word such as 征求意见稿 in brackets:
    重点任务分工方案（送审稿） → 重点任务分工表（送审稿）.
    """
    parts = _TABLE_LIKE.fullmatch(plan.title) if plan.lang is Lang.ZH else None
    if parts is None:
        return words.in_(plan.lang).format(plan=plan.title)
    name = words.zh.format(plan="")
    return parts["stem"] + (name.removeprefix(_TASKS) if parts["stem"].endswith(_TASKS) else name) + parts["draft"]


def retitled(above: str, words: Words, title: str) -> str | None:
    """The plan's title where somebody has changed what stands over its table; `title` is the one that it had.

    None where the name of the table is no longer told.
    """
    for name in words:
        ending = name.format(plan="")
        if above.endswith(ending) and above != ending:
            return above.removesuffix(ending).rstrip() + _ending_of(title)
    if draft := _DRAFT.search(above):
        plan = retitled(above[: draft.start()], words, title)
        return plan and plan + draft[0]
    return None


_TASKS = "任务"
_DRAFT = pattern(r"[（(][^（）()]{0,12}(?:稿|试行)[）)]$")
_TABLE_LIKE = pattern(
    r"(?P<stem>.+?)(?P<ending>(?:责任)?(?:分工|分解)(?:(?:和|及|与|暨)(?:任务|责任)?(?:分工|分解))?(?:方案|表))"
    r"(?P<draft>(?:[（(][^（）()]{0,12}(?:稿|试行)[）)])?)"
)


def _ending_of(title: str) -> str:
    """What the name of the table stands for in the title that a plan had."""
    parts: re.Match[str] | None = _TABLE_LIKE.fullmatch(title)
    if parts is None:
        return ""
    return (_TASKS if parts["stem"].endswith(_TASKS) else "") + parts["ending"]
