"""The line, or lines, of one change: the verb in its column, old and new one below the other or side by side."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from kepu_cli.change_views.change_words import verb_words
from kepu_cli.comparing.changes import VERB_WORDS, Verb
from kepu_cli.model import Level
from kepu_cli.reports.changes_details import detail, folded
from kepu_cli.reports.changes_page import lines_of, with_note
from kepu_cli.reports.screen import Ink
from kepu_cli.text_width import display_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.comparing.changes import Change
    from kepu_cli.reports.changes_details import Detail
    from kepu_cli.reports.changes_page import Page
    from kepu_cli.reports.screen import Screen

# From here on old and new have room beside each other.
WIDE = 110
INKS = {
    Verb.ADDED: Ink.GOOD,
    Verb.JOINED: Ink.GOOD,
    Verb.MEMBER_ADDED: Ink.GOOD,
    Verb.REMOVED: Ink.ERROR,
    Verb.LEFT: Ink.ERROR,
    Verb.MEMBER_REMOVED: Ink.ERROR,
}


def change_lines(indent: str, changes: Sequence[Change], page: Page, left: int = 0) -> Iterator[str]:
    """The changes of one item below each other; `left` columns for what was, 0 where that has no column of its own."""
    for change, departments in folded(changes):
        told = detail(change, page, departments)
        yield from verb_lines(indent, page.screen.pick(verb_words(change)), told, page, left=left,
                              ink=INKS.get(change.verb), note=_line_of(change, page))  # fmt: skip


def verb_lines(
    indent: str,
    verb: str,
    told: Detail,
    page: Page,
    *,
    left: int = 0,
    ink: Ink | None = None,
    note: str = "",
    column: int = 0,
) -> Iterator[str]:
    """The verb in its column, the detail beside it, further lines below the detail, the note at the end."""
    screen = page.screen
    column = column or verb_column(screen)
    room = screen.room(len(indent) + column)
    first, *rest = with_note(_body(told, page, left, room), note, room, screen)
    padding = " " * max(column - display_width(verb), 2)
    yield f"{indent}{screen.paint(verb, ink) if ink else verb}{padding}{first}".rstrip()
    yield from (f"{indent}{' ' * column}{line}" for line in rest)


@cache
def verb_column(screen: Screen) -> int:
    """Columns of the longest verb and the blanks behind it."""
    return max(display_width(screen.pick(words)) for words in VERB_WORDS.values()) + 2


def left_column(changes: Sequence[Change], page: Page) -> int:
    """How wide what was stands beside what is, in an action's own lines; its items' lines, set in, have `SET_IN` less.

    0 on a screen too narrow for both, and on a pipe.
    """
    width = page.screen.width
    if width is None or width < WIDE:
        return 0
    half = (width - len(INDENT) - verb_column(page.screen) - _ARROW) // 2
    told = ((detail(change, page), SET_IN if is_set_in(change) else 0) for change in changes)
    widths = (display_width(each.text + each.old) + more for each, more in told if each.old is not None)
    return min(max(widths, default=0), half)


def is_set_in(change: Change) -> bool:
    """Told below the heading of its item."""
    return change.level not in (None, Level.ACTION)


INDENT = "  "
SET_IN = 2
_ARROW = 3  # columns of “ → ”


def _line_of(change: Change, page: Page) -> str:
    """Where an item that came or went stands; its heading tells it for an action."""
    if change.verb not in (Verb.ADDED, Verb.REMOVED) or change.item == (change.action.path if change.action else ()):
        return ""
    return page.old_line(change.item) if change.verb is Verb.REMOVED else page.new_line(change.item)


def _body(told: Detail, page: Page, left: int, room: int) -> list[str]:
    if told.old is None or told.new is None:
        return lines_of(told.text, room)
    new = page.in_brackets(told.new, told.note)
    if left:
        return _side_by_side(told.text + told.old, new, left, room)
    whole = f"{told.text}{told.old} → {new}"
    if display_width(whole) <= room:
        return [whole]
    first, *rest = lines_of(new, room - 2)
    return [*lines_of(told.text + told.old, room), f"→ {first}", *(f"  {line}" for line in rest)]


def _side_by_side(old: str, new: str, left: int, room: int) -> list[str]:
    lines = []
    for number, (was, is_) in enumerate(zip_longest(lines_of(old, left), lines_of(new, room - left - _ARROW))):
        arrow = "→" if number == 0 else " "
        padding = " " * (left - display_width(was or ""))
        lines.append(f"{was or ''}{padding} {arrow} {is_ or ''}".rstrip())
    return lines
