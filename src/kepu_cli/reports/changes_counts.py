"""The last lines of every page of changes: how many of each kind, and what became of last year's items."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Fate, Verb
from kepu_cli.findings import Lang, Words
from kepu_cli.model import Level
from kepu_cli.text_width import wrap_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kepu_cli.comparing.changes import Carried, Change
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.reports.changes_page import Page
    from kepu_cli.reports.screen import Screen


class Count(NamedTuple):
    """How a number of something is told: `{n}` of them, one in English."""

    zh: str
    one: str
    many: str

    def of(self, number: int, lang: Lang) -> str:
        if lang is Lang.ZH:
            return self.zh.format(n=number)
        return (self.one if number == 1 else self.many).format(n=number)


def totals(page: Page) -> str:
    """The counts of all changes, and the line of the carry-over."""
    counts = change_counts(page.comparison.changes, page)
    number = sum(not change.is_echo for change in page.comparison.changes)
    lines = [*_sentence(_TOTAL, number, counts, page.screen), *_carry_over(page)]
    return "".join(f"{line}\n" for line in lines)


def change_counts(changes: Iterable[Change], page: Page) -> list[str]:
    """新增 2 项, 取消 3 项, in the order of the verbs; what was merged is not counted as moved."""
    told = (change for change in changes if not change.is_echo)
    kinds = (Fate.MERGED if change.merged else change.verb for change in told)
    counted = Counter[str](kinds)
    return [count.of(counted[kind], page.screen.lang) for kind, count in _COUNTS.items() if counted[kind]]


def duties(comparison: Comparison) -> tuple[Carried, ...]:
    """The old items that something had to be done for: all but the actions that only hold others."""
    holding = {one.old.path[:2] for one in comparison.carried if one.level is not Level.ACTION}
    return tuple(one for one in comparison.carried if one.level is not Level.ACTION or one.old.path not in holding)


_COUNTS: dict[str, Count] = {
    Verb.ADDED: Count("新增 {n} 项", "1 item added", "{n} items added"),
    Verb.REMOVED: Count("取消 {n} 项", "1 item removed", "{n} items removed"),
    Verb.CHANGED: Count("内容变化 {n} 处", "1 text changed", "{n} texts changed"),
    Verb.RENAMED: Count("更名 {n} 处", "1 name changed", "{n} names changed"),
    Verb.MOVED: Count("移动 {n} 项", "1 item moved", "{n} items moved"),
    Fate.MERGED: Count("并入 {n} 项", "1 item merged", "{n} items merged"),
    Verb.LEAD_CHANGED: Count("牵头调整 {n} 处", "1 lead changed", "{n} leads changed"),
    Verb.JOINED: Count("增加单位 {n} 处", "1 department joined", "{n} departments joined"),
    Verb.LEFT: Count("退出单位 {n} 处", "1 department left", "{n} departments left"),
    Verb.ROLE_CHANGED: Count("角色调整 {n} 处", "1 role changed", "{n} roles changed"),
    Verb.DUE_CHANGED: Count("时限调整 {n} 处", "1 due date changed", "{n} due dates changed"),
    Verb.TARGET_CHANGED: Count("目标调整 {n} 处", "1 target changed", "{n} targets changed"),
    Verb.MEMBER_ADDED: Count("成员增加 {n} 个", "1 member added", "{n} members added"),
    Verb.MEMBER_REMOVED: Count("成员退出 {n} 个", "1 member removed", "{n} members removed"),
    Verb.REFORMED: Count("机构改革 {n} 处", "1 department reformed", "{n} departments reformed"),
}
_TOTAL = Count("共 {n} 处变化：", "1 change: ", "{n} changes: ")
_CARRIED = Count("旧方案 {n} 项：", "The old plan's only item: ", "The old plan's {n} items: ")
# The good news first, what vanished last.
_FATES = {
    Fate.CONTINUED: Words("继续 {n} 项", "{n} continued"),
    Fate.MERGED: Words("并入 {n} 项", "{n} merged"),
    Fate.FINISHED: Words("已完成 {n} 项", "{n} finished"),
    Fate.DROPPED: Words("没有交代 {n} 项", "{n} unaccounted for"),
}


def _carry_over(page: Page) -> list[str]:
    counted = Counter(one.fate for one in duties(page.comparison))
    parts = [page.screen.pick(words).format(n=counted[fate]) for fate, words in _FATES.items() if counted[fate]]
    return _sentence(_CARRIED, counted.total(), parts, page.screen) if parts else []


def _sentence(head: Count, number: int, parts: Sequence[str], screen: Screen) -> list[str]:
    """共 5 处变化：新增 2 项，取消 3 项。"""
    if not parts:
        return []
    joint, end = ("，", "。") if screen.lang is Lang.ZH else (", ", ".")
    first, *rest = parts
    pieces = [head.of(number, screen.lang) + first, *rest]
    pieces[-1] += end
    return [line.rstrip() for line in wrap_names(pieces, joint, screen.room(0))]
