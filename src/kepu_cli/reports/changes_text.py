"""Changes as text: under each action its items, one line a change, and the counts at the end."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import VERB_WORDS, Verb
from kepu_cli.findings import Lang, Words
from kepu_cli.model import ROLE_WORDS, Level, Role
from kepu_cli.printable import printable
from kepu_cli.reports.screen import Ink
from kepu_cli.text_width import display_width, wrap_names, wrap_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.comparing.changes import Change, Heading
    from kepu_cli.loading.places import Places
    from kepu_cli.reports.screen import Screen


def render(changes: tuple[Change, ...], old_places: Places, new_places: Places, screen: Screen) -> str:
    """All changes; `old_places` and `new_places` give the line numbers of the two files."""
    if not changes:
        return screen.paint(screen.pick(_NOTHING), Ink.GOOD) + "\n"
    page = _Page(old_places, new_places, screen)
    blocks = [_block(action, list(told), page) for action, told in groupby(changes, key=lambda change: change.action)]
    return "\n".join((*blocks, _summary(changes, screen)))


class _Page(NamedTuple):
    old: Places
    new: Places
    screen: Screen


class _Count(NamedTuple):
    """How a number of changes of one verb is told in the summary."""

    zh: str
    one: str
    many: str


_NOTHING = Words("两份方案没有实质变化。", "Nothing of substance changed between the two plans.")
_WHOLE = Words("方案和成员单位", "The plan and its members")
_NAMELESS = Words("（没有名称）", "(no name)")
_NONE = Words("（无）", "(none)")
_LINE = Words("第 {line} 行", "line {line}")
_OLD_LINE = Words("旧方案第 {line} 行", "line {line} of the old plan")
_LEAD = Words("牵头：{names}", "lead: {names}")
_IN_BRACKETS = Words("{text}（{note}）", "{text} ({note})")
_NEW_ROLE = Words("{name}：{before} → {after}", "{name}: {before} → {after}")
_TASKS = Words("{count} 项任务随之转入", "{count} tasks went over")
_TASK = Words("1 项任务随之转入", "1 task went over")
_INKS = {
    Verb.ADDED: Ink.GOOD,
    Verb.JOINED: Ink.GOOD,
    Verb.MEMBER_ADDED: Ink.GOOD,
    Verb.REMOVED: Ink.ERROR,
    Verb.LEFT: Ink.ERROR,
    Verb.MEMBER_REMOVED: Ink.ERROR,
}
_TOTAL = _Count("共 {n} 处变化：", "1 change: ", "{n} changes: ")
_COUNTS = {
    Verb.ADDED: _Count("新增 {n} 项", "1 item added", "{n} items added"),
    Verb.REMOVED: _Count("取消 {n} 项", "1 item removed", "{n} items removed"),
    Verb.CHANGED: _Count("内容变化 {n} 处", "1 text changed", "{n} texts changed"),
    Verb.RENAMED: _Count("更名 {n} 处", "1 name changed", "{n} names changed"),
    Verb.MOVED: _Count("移动 {n} 项", "1 item moved", "{n} items moved"),
    Verb.LEAD_CHANGED: _Count("牵头调整 {n} 处", "1 lead changed", "{n} leads changed"),
    Verb.JOINED: _Count("增加单位 {n} 处", "1 department joined", "{n} departments joined"),
    Verb.LEFT: _Count("退出单位 {n} 处", "1 department left", "{n} departments left"),
    Verb.ROLE_CHANGED: _Count("角色调整 {n} 处", "1 role changed", "{n} roles changed"),
    Verb.DUE_CHANGED: _Count("时限调整 {n} 处", "1 due date changed", "{n} due dates changed"),
    Verb.TARGET_CHANGED: _Count("目标调整 {n} 处", "1 target changed", "{n} targets changed"),
    Verb.MEMBER_ADDED: _Count("成员增加 {n} 个", "1 member added", "{n} members added"),
    Verb.MEMBER_REMOVED: _Count("成员退出 {n} 个", "1 member removed", "{n} members removed"),
    Verb.REFORMED: _Count("机构改革 {n} 处", "1 department reformed", "{n} departments reformed"),
}


def _block(action: Heading | None, changes: list[Change], page: _Page) -> str:
    """An action's changes: its own right below its heading, then its items'."""
    lines = list(_heading(action, page))
    for _, told in groupby(changes, key=_subject):
        lines += _item(list(told), page)
    return "".join(f"{line}\n" for line in lines)


def _heading(action: Heading | None, page: _Page) -> Iterator[str]:
    if action is None:
        yield page.screen.paint(page.screen.pick(_WHOLE), Ink.BOLD)
        return
    title = _title(action.number, action.name, page.screen)
    note = _line_of(action.path, page, is_old=action.gone)
    yield from _noted("", title, note, page.screen, Ink.BOLD)


def _subject(change: Change) -> tuple[object, ...]:
    """Removed items go by their path in the old plan, which another item may have in the new one."""
    return change.item, change.verb is Verb.REMOVED


def _item(changes: list[Change], page: _Page) -> Iterator[str]:
    """Whatever changed at one item; one that came or went takes a single line."""
    first = changes[0]
    if first.action is None or first.level is Level.ACTION:
        yield from (line for change in changes for line in _told("  ", change, _detail(change, page.screen), page))
    elif first.verb in (Verb.ADDED, Verb.REMOVED):
        yield from _told("  ", first, _presence(first, page.screen), page)
    else:
        title = _title(first.number, first.name, page.screen)
        yield from _noted("  ", title, _line_of(first.item, page), page.screen, None)
        yield from (line for change in changes for line in _told("    ", change, _detail(change, page.screen), page))


def _told(indent: str, change: Change, detail: str, page: _Page) -> Iterator[str]:
    """The verb in its column, the detail beside it, further lines below the detail."""
    screen = page.screen
    column = max(display_width(words.in_(screen.lang)) for words in VERB_WORDS.values()) + 2
    verb = VERB_WORDS[change.verb].in_(screen.lang)
    ink = _INKS.get(change.verb)
    room = screen.room(len(indent) + column)
    first, *rest = _with_note(_wrapped(change, detail, room), _presence_note(change, page), room, screen)
    padding = " " * (column - display_width(verb))
    yield f"{indent}{screen.paint(verb, ink) if ink else verb}{padding}{first}".rstrip()
    yield from (f"{indent}{' ' * column}{line}" for line in rest)


def _wrapped(change: Change, detail: str, room: int) -> list[str]:
    """A detail too long for its line breaks before the arrow, so that old and new stand one below the other."""
    before, arrow, after = detail.partition(" → ")
    if display_width(detail) <= room or not arrow or change.verb in (Verb.ADDED, Verb.REMOVED):
        return _lines(detail, room)
    first, *rest = _lines(after, room - 2)
    return [*_lines(before, room), f"→ {first}", *(f"  {line}" for line in rest)]


def _noted(indent: str, text: str, note: str, screen: Screen, ink: Ink | None) -> Iterator[str]:
    """A heading with its line number."""
    room = screen.room(len(indent))
    yield from (indent + line for line in _with_note(_lines(text, room), note, room, screen, ink))


def _with_note(lines: list[str], note: str, room: int, screen: Screen, ink: Ink | None = None) -> list[str]:
    """The note in dim ink behind the last line, or below it where there is no room."""
    painted = [screen.paint(line, ink) if ink else line for line in lines]
    if not note:
        return painted
    dim = screen.paint(note, Ink.DIM)
    if display_width(lines[-1]) + 2 + display_width(note) > room:
        return [*painted, dim]
    return [*painted[:-1], f"{painted[-1]}  {dim}"]


def _lines(text: str, room: int) -> list[str]:
    return [line.rstrip() for line in wrap_text(text, room)]


def _presence_note(change: Change, page: _Page) -> str:
    """Where an item that came or went stands; its heading tells it for an action."""
    if change.level is Level.ACTION or change.verb not in (Verb.ADDED, Verb.REMOVED):
        return ""
    return _line_of(change.item, page, is_old=change.verb is Verb.REMOVED)


def _presence(change: Change, screen: Screen) -> str:
    title = _title(change.number, change.name, screen)
    if not change.department:
        return title
    lead = screen.pick(_LEAD).format(names=_names(change.department, screen))
    return screen.pick(_IN_BRACKETS).format(text=title, note=lead)


def _detail(change: Change, screen: Screen) -> str:
    """What a change says beside its verb."""
    match change.verb:
        case Verb.ADDED | Verb.REMOVED:
            return screen.pick(_LEAD).format(names=_names(change.department, screen)) if change.department else ""
        case Verb.JOINED | Verb.LEFT:
            return _with_role(change, screen)
        case Verb.ROLE_CHANGED:
            before, after = (ROLE_WORDS[Role(role)].in_(screen.lang) for role in (change.before, change.after))
            return screen.pick(_NEW_ROLE).format(name=_names(change.department, screen), before=before, after=after)
        case Verb.MEMBER_ADDED | Verb.MEMBER_REMOVED:
            return _names(change.department, screen)
        case Verb.REFORMED:
            return _reform(change, screen)
        case Verb.TARGET_CHANGED:
            return _arrow(change.before, _without_common_name(change), screen)
        case Verb.LEAD_CHANGED:
            return _arrow(_names(change.before, screen), _names(change.after, screen), screen)
        case Verb.CHANGED | Verb.RENAMED | Verb.MOVED | Verb.DUE_CHANGED:
            return _arrow(change.before, change.after, screen)


def _with_role(change: Change, screen: Screen) -> str:
    role = ROLE_WORDS[change.role].in_(screen.lang) if change.role else ""
    return screen.pick(_IN_BRACKETS).format(text=_names(change.department, screen), note=role)


def _reform(change: Change, screen: Screen) -> str:
    arrow = _arrow(_names(change.before, screen), _names(change.after, screen), screen)
    if not change.tasks:
        return arrow
    tasks = screen.pick(_TASK if change.tasks == 1 else _TASKS).format(count=change.tasks)
    return screen.pick(_IN_BRACKETS).format(text=arrow, note=tasks)


def _without_common_name(change: Change) -> str:
    """人次 3000 → 5000: the target's name once."""
    if not change.before or not change.old or not change.new or change.old[-1] != change.new[-1]:
        return change.after
    return change.after.removeprefix(f"{change.new[-1]} ")


def _arrow(before: str, after: str, screen: Screen) -> str:
    none = screen.pick(_NONE)
    return f"{printable(before) or none} → {printable(after) or none}"


def _names(names: str, screen: Screen) -> str:
    return printable(names if screen.lang is Lang.ZH else names.replace("、", ", "))


def _title(number: str, name: str, screen: Screen) -> str:
    return printable(" ".join(part for part in (number, name) if part)) or screen.pick(_NAMELESS)


def _line_of(path: tuple[str | int, ...], page: _Page, *, is_old: bool = False) -> str:
    place = (page.old if is_old else page.new).find(path)
    return page.screen.pick(_OLD_LINE if is_old else _LINE).format(line=place.line)


def _summary(changes: tuple[Change, ...], screen: Screen) -> str:
    """共 5 处变化：新增 2 项，取消 3 项。"""
    counted = Counter(change.verb for change in changes)
    parts = [_count(_COUNTS[verb], counted[verb], screen.lang) for verb in Verb if counted[verb]]
    parts[0] = _count(_TOTAL, len(changes), screen.lang) + parts[0]
    joint, end = ("，", "。") if screen.lang is Lang.ZH else (", ", ".")
    parts[-1] += end
    return "".join(f"{line.rstrip()}\n" for line in wrap_names(parts, joint, screen.room(0)))


def _count(words: _Count, number: int, lang: Lang) -> str:
    if lang is Lang.ZH:
        return words.zh.format(n=number)
    return (words.one if number == 1 else words.many).format(n=number)
