"""What a change says beside its verb: old and new, the field's name, who, and by which way it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.change_views.change_words import (
    NONE,
    SPLIT_OFF,
    STAYING,
    WAYS,
    field_words,
    told_once,
    without_common_name,
)
from kepu_cli.choices import choice_words
from kepu_cli.comparing.changes import FATE_WORDS, Fate, Verb
from kepu_cli.difference import difference
from kepu_cli.findings import Words
from kepu_cli.ledger import Basis
from kepu_cli.model import ROLE_WORDS, Level, Role
from kepu_cli.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.comparing.changes import Carried, Change, Holding
    from kepu_cli.reports.changes_page import Page


class Detail(NamedTuple):
    """`text` alone; or, where `old` and `new` are not None, these two with the text before and the note behind them."""

    text: str
    old: str | None = None
    new: str | None = None
    note: str = ""


def tells_its_name(change: Change) -> bool:
    """The change is that of the item's own name, or of a duty's text: old and new stand in it."""
    return change.verb is (Verb.CHANGED if change.level is Level.DUTY else Verb.RENAMED) and not change.field


def detail(change: Change, page: Page, departments: Sequence[str] = ()) -> Detail:
    """The detail of a change; `departments` are those of several changes told in one line, for joined and left."""
    screen = page.screen
    match change.verb:
        case Verb.ADDED | Verb.REMOVED:
            return Detail(_presence(change, page))
        case Verb.JOINED | Verb.LEFT:
            role = screen.pick(ROLE_WORDS[change.role]) if change.role else ""
            names = page.names(tuple(departments) or change.departments)
            return Detail(page.in_brackets(names, page.listed(role, _way(change, page), _staying(change, page))))
        case Verb.ROLE_CHANGED:
            old, new = (screen.pick(ROLE_WORDS[Role(role)]) for role in (*change.before, *change.after))
            text = screen.pick(_OF).format(name=page.names(change.departments))
            return Detail(page.in_brackets(f"{text}{old} → {new}", _way(change, page)))
        case Verb.MEMBER_ADDED | Verb.MEMBER_REMOVED:
            return Detail(page.names(change.departments))
        case Verb.REFORMED:
            arrow = f"{page.names(change.before)} → {page.names(change.after)}"
            tasks = screen.pick(_TASK if change.tasks == 1 else _TASKS).format(count=change.tasks)
            return Detail(page.in_brackets(arrow, tasks if change.tasks else ""))
        case Verb.LEAD_CHANGED:
            return _arrow(page, page.names(change.before), page.names(change.after), _way(change, page))
        case Verb.TARGET_CHANGED:
            return _arrow(page, page.names(change.before), page.names(without_common_name(change)))
        case Verb.CHANGED if change.field:
            return _field(change, page)
        case Verb.CHANGED | Verb.RENAMED | Verb.MOVED | Verb.DUE_CHANGED:
            return _arrow(page, *around_difference(page.names(change.before), page.names(change.after)))


def folded(changes: Sequence[Change]) -> Iterator[tuple[Change, list[str]]]:
    """An item's changes, each with its departments, where one line tells several.

    That is: who joined or left in one role by one way; and what an action's items have from it, told with the action's
    own change of the same kind.
    """
    passed_on = {change.fact: change for change in changes if change.followers}
    told: dict[object, tuple[Change, list[str]]] = {}
    for position, change in enumerate(told_once(changes)):
        one = passed_on.get(change.fact, change)._replace(staying=change.staying)
        is_shared = one.verb in (Verb.JOINED, Verb.LEFT)
        key = (one.verb, one.role, one.basis, one.followers, one.staying) if is_shared else position
        told.setdefault(key, (one, []))[1].extend(one.departments)
    yield from told.values()


def holders_line(holders: Sequence[Holding], page: Page) -> str:
    """牵头：县科协；责任：县教育局、县妇联。"""
    parts = []
    for role in Role:
        if names := dict.fromkeys(holder.department for holder in holders if holder.role is role):
            word = page.screen.pick(ROLE_WORDS[role])
            parts.append(page.screen.pick(_OF).format(name=word) + page.names(tuple(names)))
    return page.screen.pick(_THEN).join(parts)


def around_difference(old: str, new: str) -> tuple[str, str]:
    """Two long texts that begin or end alike without most of that: the screen shows what differs, files show it all."""
    if min(len(old), len(new)) < _LONG:
        return old, new
    head, before, _ = difference(old, new)
    tail = len(old) - head - len(before)
    start = head - _AROUND if head > 2 * _AROUND else 0
    end = tail - _AROUND if tail > 2 * _AROUND else 0

    def cut(text: str) -> str:
        return ("…" if start else "") + text[start : len(text) - end] + ("…" if end else "")

    return cut(old), cut(new)


def into_words(one: Carried, page: Page) -> str:
    """What goes on with an item that is gone from its place: 并入“1.1 办展览和讲座”, 改列为“P1 办展览”."""
    words = _WENT_INTO if one.fate is Fate.MERGED else _IS_NOW
    return page.screen.pick(words).format(items=page.joined([page.title(each.number, each.name) for each in one.into]))


_LONG = 60  # signs of a text that is told around its difference
_AROUND = 12  # signs that stay on either side
_OF = Words("{name}：", "{name}: ")
_THEN = Words("；", "; ")
_TASKS = Words("{count} 项任务随之转入", "{count} tasks went over")
_TASK = Words("1 项任务随之转入", "1 task went over")
_WENT_INTO = Words("并入“{items}”", "merged into “{items}”")
_IS_NOW = Words("改列为“{items}”", "now listed as “{items}”")
_ALL_OF_IT = Words("整项", "the action as a whole")
_LEAD = Words("牵头：{names}", "lead: {names}")
_FOLLOWED = {
    Basis.GROUP: Words("随单位组调整：{items}", "through a group word at {items}"),
    Basis.PROJECT: Words("随项目调整：{items}", "through a project at {items}"),
    Basis.INHERITED: Words("随任务调整：{items}", "through the action at {items}"),
}


def _presence(change: Change, page: Page) -> str:
    """Whoever a new item names has to be told, of a former one its leads do; an action's name is in the heading."""
    notes = []
    if change.verb is Verb.ADDED and change.before:
        notes.append(page.screen.pick(SPLIT_OFF).format(origin=page.names(change.before)))
    if change.verb is Verb.REMOVED and change.item in page.went_on:
        notes.append(into_words(page.went_on[change.item], page))
    if change.verb is Verb.REMOVED and change.item in page.finished:
        done = page.screen.pick(FATE_WORDS[Fate.FINISHED])
        reached = page.screen.pick(_OF).format(name=done) + printable(page.finished[change.item])
        notes.append(reached if page.finished[change.item] else done)
    if change.verb is Verb.ADDED and change.holders:
        notes.append(holders_line(change.holders, page))
    elif change.departments:
        notes.append(page.screen.pick(_LEAD).format(names=page.names(change.departments)))
    is_action = change.level is Level.ACTION
    title = page.screen.pick(_ALL_OF_IT) if is_action else page.title(change.number, change.name)
    return page.in_brackets(title, page.screen.pick(_THEN).join(notes))


def _staying(change: Change, page: Page) -> str:
    return page.screen.pick(STAYING[change.verb]).format(names=page.names(change.staying)) if change.staying else ""


def _way(change: Change, page: Page) -> str:
    """By what a change reaches the item, or the items where it shows."""
    basis = change.basis or Basis.INHERITED
    if change.followers:
        items = page.joined([page.reference(item) for item in change.followers])
        return page.screen.pick(_FOLLOWED[basis]).format(items=items) if basis in _FOLLOWED else items
    return page.screen.pick(WAYS[basis]) if change.basis in WAYS else ""


def _field(change: Change, page: Page) -> Detail:
    """牵头领导：A → B; with no value of its own an extra column has its name in the text."""
    old, new = change.before, change.after
    if change.field == "kind":
        old, new = (tuple(page.screen.pick(choice_words("kind", kind)) for kind in side) for side in (old, new))
    label = page.screen.pick(_OF).format(name=printable(page.screen.pick(field_words(change))))
    return _arrow(page, page.names(old), page.names(new))._replace(text=label)


def _arrow(page: Page, old: str, new: str, note: str = "") -> Detail:
    none = page.screen.pick(NONE)
    return Detail("", old or none, new or none, note)
