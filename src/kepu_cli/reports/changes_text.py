"""Changes as text, by action: first what vanished and what is in doubt, then each item's changes, counts at the end."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from kepu_cli.change_views.by_department import department_news
from kepu_cli.comparing.changes import Verb
from kepu_cli.findings import Lang, Words
from kepu_cli.printable import printable
from kepu_cli.reports.changes_counts import change_counts, totals
from kepu_cli.reports.changes_details import tells_its_name
from kepu_cli.reports.changes_front import front
from kepu_cli.reports.changes_lines import INDENT, SET_IN, change_lines, is_set_in, left_column
from kepu_cli.reports.changes_page import Page, in_a_line, lines_of, noted
from kepu_cli.reports.screen import Ink
from kepu_cli.text_width import display_width, wrap_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.comparing.changes import Change, Heading
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.loading.places import Places
    from kepu_cli.reports.screen import Screen


def render(comparison: Comparison, old: Places | None, new: Places | None, screen: Screen) -> str:
    """The whole comparison; `old` and `new` give the line numbers of the two files, None where one has no lines."""
    page = Page(comparison, old, new, screen)
    blocks = [*front(page), *(_block(action, list(told), page) for action, told in _by_action(comparison))]
    if not blocks:
        return _nothing(screen)
    return "\n".join((*blocks, totals(page)))


def render_summary(comparison: Comparison, old: Places | None, new: Places | None, screen: Screen) -> str:
    """What vanished and what is in doubt in full, the rest only counted: a line an action, and the totals."""
    page = Page(comparison, old, new, screen)
    counted = [(_name(action, page), change_counts(list(told), page)) for action, told in _by_action(comparison)]
    blocks = [*front(page), *(["".join(f"{line}\n" for line in _table(counted, page))] if counted else [])]
    if not blocks:
        return _nothing(screen)
    return "\n".join((*blocks, totals(page) + _to_be_told(page)))


_NOTHING = Words("两份方案没有实质变化。", "Nothing of substance changed between the two plans.")
_TOLD = Words("要告知 {n} 个单位：", "To be told, {n} department{s}: ")
_WHOLE = Words("方案和成员单位", "The plan and its members")


def _nothing(screen: Screen) -> str:
    return screen.paint(screen.pick(_NOTHING), Ink.GOOD) + "\n"


def _by_action(comparison: Comparison) -> Iterator[tuple[Heading | None, Iterator[Change]]]:
    return groupby(comparison.changes, key=lambda change: change.action)


def _block(action: Heading | None, changes: list[Change], page: Page) -> str:
    """An action's changes: its own right below its heading, then its items'."""
    lines = list(_heading(action, page))
    left = left_column(changes, page)
    for _, told in groupby(changes, key=_subject):
        lines += _item(list(told), page, left)
    return "".join(f"{line}\n" for line in lines)


def _heading(action: Heading | None, page: Page) -> Iterator[str]:
    if action is None:
        yield page.screen.paint(page.screen.pick(_WHOLE), Ink.BOLD)
        return
    note = page.old_line(action.path) if action.gone else page.new_line(action.path)
    yield from noted("", page.title(action.number, action.name), note, page.screen, Ink.BOLD)


def _subject(change: Change) -> tuple[object, ...]:
    """Removed items go by their path in the old plan, which another item may have in the new one."""
    if change.level is None:
        return ()
    return change.item, change.verb is Verb.REMOVED


def _item(changes: list[Change], page: Page, left: int) -> Iterator[str]:
    """Whatever changed at one item; one that came or went takes a single line."""
    first, rest = changes[0], changes
    if not is_set_in(first):
        yield from change_lines(INDENT, changes, page, left)
        return
    if first.verb in (Verb.ADDED, Verb.REMOVED):
        yield from change_lines(INDENT, [first], page)
        rest = changes[1:]
    else:
        title = page.title(first.number, first.name)
        if any(map(tells_its_name, changes)):
            title = in_a_line(title, page.screen.room(len(INDENT)))
        yield from noted(INDENT, title, page.new_line(first.item), page.screen)
    yield from change_lines(INDENT + " " * SET_IN, rest, page, left and max(left - SET_IN, 1))


def _name(action: Heading | None, page: Page) -> str:
    return page.title(action.number, action.name) if action else page.screen.pick(_WHOLE)


def _table(counted: list[tuple[str, list[str]]], page: Page) -> Iterator[str]:
    """The names in a column, the counts beside them: 三 产业工人科学素质提升行动  新增 1 项、增加单位 2 处."""
    column = max(display_width(name) for name, _ in counted) + 2
    column = min(column, page.screen.room() // 2)
    joint = page.joined(["", ""])
    for name, counts in counted:
        left = lines_of(name, column - 2)
        right = [line.rstrip() for line in wrap_names(counts, joint, page.screen.room(column))]
        for was, is_ in zip_longest(left, right, fillvalue=""):
            yield f"{was}{' ' * (column - display_width(was))}{is_}".rstrip()


def _to_be_told(page: Page) -> str:
    """The departments that have to be told something."""
    names = [printable(news.department) for news in department_news(page.comparison)]
    if not names:
        return ""
    head = page.screen.pick(_TOLD).format(n=len(names), s="" if len(names) == 1 else "s")
    joint, end = page.joined(["", ""]), "。" if page.screen.lang is Lang.ZH else "."
    lines = wrap_names([head + names[0], *names[1:-1], names[-1] + end], joint, page.screen.room())
    return "".join(f"{line.rstrip()}\n" for line in lines)
