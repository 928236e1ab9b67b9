"""Changes as text, by department: what each takes on, hands over and has to know of the items that it keeps."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from kepu_cli.change_views.by_department import department_news, is_own
from kepu_cli.change_views.change_words import verb_words
from kepu_cli.change_views.news_words import news_counts, ways
from kepu_cli.comparing.changes import VERB_WORDS, Mentioned, Verb
from kepu_cli.findings import Words
from kepu_cli.model import ROLE_WORDS
from kepu_cli.names import normal
from kepu_cli.printable import printable
from kepu_cli.reports.changes_counts import totals
from kepu_cli.reports.changes_details import Detail, detail, folded, into_words, tells_its_name
from kepu_cli.reports.changes_front import front
from kepu_cli.reports.changes_lines import INKS, verb_column, verb_lines
from kepu_cli.reports.changes_page import Page, noted
from kepu_cli.reports.screen import Ink
from kepu_cli.text_width import display_width, wrap_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.change_views.by_department import DepartmentNews
    from kepu_cli.comparing.changes import Change, Shift
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.loading.places import Places
    from kepu_cli.reports.screen import Screen


def render_departments(comparison: Comparison, old: Places | None, new: Places | None, screen: Screen) -> str:
    """Each department that has to be told something, in protocol order; then those that need not be told."""
    page = Page(comparison, old, new, screen)
    news = department_news(comparison)
    blocks = [*front(page), *("".join(f"{line}\n" for line in _block(one, page)) for one in news)]
    if not blocks:
        return screen.paint(screen.pick(_NOBODY), Ink.GOOD) + "\n"
    last = "".join(f"{line}\n" for line in _unconcerned(news, page))
    return "\n".join((*blocks, totals(page) + last))


def render_department(
    comparison: Comparison, department: str, old: Places | None, new: Places | None, screen: Screen
) -> str:
    """What one department has to be told, in words that can be sent to it."""
    page = Page(comparison, old, new, screen)
    for news in department_news(comparison):
        if normal(news.department) == normal(department):
            counts = screen.pick(_YOURS).format(counts=screen.pick(news_counts(news)))
            head = [*noted("", printable(news.department), "", screen, Ink.BOLD), *_between_counts(counts, screen)]
            return "".join(f"{line}\n" for line in (*head, *_told(news, page)))
    return screen.pick(_NOTHING).format(name=printable(department)) + "\n"


_NOBODY = Words("没有哪个单位要告知。", "No department has to be told anything.")
_NOTHING = Words("{name}：没有要告知的变化。", "{name}: nothing that it has to be told.")
_YOURS = Words("你单位：{counts}。", "For your department: {counts}.")
_HEAD = Words("{name}：{counts}", "{name}: {counts}")
_REST = Words("没有变化的成员单位：", "Members for which nothing changed: ")
_TOLD = Words("要告知 {n} 个单位。", "To be told: {n} department{s}.")
_GAINED = Words("新增{role}", "new: {role}")
_LOST = Words("退出{role}", "out: {role}")
_TAKEN_OVER = Words("转入", "taken over")
_OF_ITEM = Words("{item}：{change}", "{item}: {change}")


def _block(news: DepartmentNews, page: Page) -> Iterator[str]:
    """What reaches many departments by one word takes a line, not one an item."""
    counts = page.screen.pick(news_counts(news))
    head = page.screen.pick(_HEAD).format(name=printable(news.department), counts=counts)
    yield from (page.screen.paint(line, Ink.BOLD) for line in _between_counts(head, page.screen))
    yield from _itself(news, page)
    yield from (line for shift in _shifts(news, own=True) for line in _shift_lines(shift, page))
    passed: dict[str, list[Shift]] = {}
    for shift in _shifts(news, own=False):
        passed.setdefault(_kind(shift, page), []).append(shift)
    for kind, shifts in passed.items():
        if len(shifts) == 1:
            yield from _shift_lines(shifts[0], page)
            continue
        items = [page.reference(Mentioned((), shift.number, shift.name)) for shift in shifts]
        yield from _line(page, kind, page.joined(items), page.screen.pick(ways(shifts)), "", _ink(shifts[0]))
    yield from _touched(news, page)


def _between_counts(text: str, screen: Screen) -> list[str]:
    """The lines of a head that counts: 新增牵头 1 项 stays in one."""
    pieces = re.split(r"(?<=[、；])|(?<=[,;] )", text)
    return [line.rstrip() for line in wrap_names(pieces, "", screen.room())]


def _told(news: DepartmentNews, page: Page) -> Iterator[str]:
    """All of it, item by item: what the department holds by name before what reaches it otherwise."""
    yield from _itself(news, page, with_items=True)
    for shift in (*_shifts(news, own=True), *_shifts(news, own=False)):
        yield from _shift_lines(shift, page)
    yield from _touched(news, page)


def _itself(news: DepartmentNews, page: Page, *, with_items: bool = False) -> Iterator[str]:
    """What became of the department; with the items that it took over in a reform."""
    for change in news.itself:
        verb = page.screen.pick(verb_words(change))
        told = detail(change, page) if change.verb is Verb.REFORMED else Detail("")
        yield from _verb_lines(page, verb, told, "", INKS.get(change.verb))
        for item in change.followers if with_items else ():
            title = page.title(item.number, item.name)
            yield from _verb_lines(page, page.screen.pick(_TAKEN_OVER), Detail(title), page.new_line(item.path))


def _shifts(news: DepartmentNews, *, own: bool) -> list[Shift]:
    return [shift for shift in (*news.gained, *news.lost, *news.changed) if is_own(shift) is own]


def _shift_lines(shift: Shift, page: Page) -> Iterator[str]:
    notes = ["" if is_own(shift) else page.screen.pick(ways([shift]))]
    if shift.new is None and (into := page.went_on.get(shift.old or ())):
        notes.append(into_words(into, page))
    note = page.listed(*notes)
    item = page.title(shift.number, shift.name)
    if shift.before and shift.after:
        before, after = (page.screen.pick(ROLE_WORDS[role]) for role in (shift.before, shift.after))
        item = page.screen.pick(_OF_ITEM).format(item=item, change=f"{before} → {after}")
    line = page.new_line(shift.new) if shift.new is not None else page.old_line(shift.old)
    yield from _line(page, _kind(shift, page), item, note, line, _ink(shift))


def _kind(shift: Shift, page: Page) -> str:
    """新增牵头, 退出责任, 角色调整."""
    if shift.before and shift.after:
        return page.screen.pick(VERB_WORDS[Verb.ROLE_CHANGED])
    role = shift.after or shift.before
    words = _GAINED if shift.after else _LOST
    return page.screen.pick(words).format(role=page.screen.pick(ROLE_WORDS[role])) if role else ""


def _ink(shift: Shift) -> Ink | None:
    if shift.before and shift.after:
        return None
    return Ink.GOOD if shift.after else Ink.ERROR


def _line(page: Page, verb: str, text: str, note: str, place: str, ink: Ink | None = None) -> Iterator[str]:
    yield from _verb_lines(page, verb, Detail(page.in_brackets(text, note)), place, ink)


def _verb_lines(page: Page, verb: str, told: Detail, place: str, ink: Ink | None = None) -> Iterator[str]:
    yield from verb_lines("  ", verb, told, page, ink=ink, note=place, column=_column(page.screen))


@cache
def _column(screen: Screen) -> int:
    """The column of the verbs has room for the words of this page too."""
    roles = [screen.pick(word) for word in ROLE_WORDS.values()]
    own = (screen.pick(words).format(role=role) for words in (_GAINED, _LOST) for role in roles)
    return max(verb_column(screen), *(display_width(each) + 2 for each in own))


def _touched(news: DepartmentNews, page: Page) -> Iterator[str]:
    """A change of an action or a project, and where it shows as well, take one line."""
    for _, same in groupby(news.touched, key=lambda change: change.item):
        for change, _ in folded(list(same)):
            yield from _touched_lines(change, page)


def _touched_lines(change: Change, page: Page) -> Iterator[str]:
    """时限调整  8.4 更新科普长廊：11月底前 → 10月底前; 并入  1.2 办讲座 → 1.1 办展览."""
    told = detail(change, page)
    if change.merged:
        yield from _verb_lines(page, page.screen.pick(verb_words(change)), told, page.new_line(change.item))
        return
    item = page.title(change.number, "" if tells_its_name(change) and change.number else change.name)
    told = told._replace(text=page.screen.pick(_OF_ITEM).format(item=item, change=told.text))
    verb = page.screen.pick(verb_words(change))
    yield from _verb_lines(page, verb, told, page.new_line(change.item))


def _unconcerned(news: Sequence[DepartmentNews], page: Page) -> list[str]:
    """How many have to be told, and the members that have not."""
    told = {normal(one.department) for one in news}
    names = [printable(name) for name in page.comparison.new.register.members if normal(name) not in told]
    count = page.screen.pick(_TOLD).format(n=len(news), s="" if len(news) == 1 else "s")
    if not names:
        return [count]
    first, *rest = names
    joint = page.joined(["", ""])
    lines = wrap_names([page.screen.pick(_REST) + first, *rest], joint, page.screen.room())
    return [count, *(line.rstrip() for line in lines)]
