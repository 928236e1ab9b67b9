"""What every page of changes is made with: where it is shown, the lines of the two files, names, titles, notes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kepu_cli.comparing.changes import Fate
from kepu_cli.findings import Lang, Words
from kepu_cli.printable import printable
from kepu_cli.reports.screen import Ink
from kepu_cli.text_width import display_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.comparing.changes import Carried, Mentioned
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.findings import Path
    from kepu_cli.loading.places import Places
    from kepu_cli.reports.screen import Screen


@dataclass(frozen=True)
class Page:
    """A comparison on its way to the screen; `old` and `new` are None for what was read from no YAML file.

    `old_name` is what the old plan is called where that has to be said otherwise.
    """

    comparison: Comparison
    old: Places | None
    new: Places | None
    screen: Screen
    old_name: str = ""

    def old_line(self, path: Path | None) -> str:
        """Where it stands in the old plan; "" where that has no lines."""
        words = _FILE_LINE if self.old_name else _OLD_LINE
        return "" if self.old is None or path is None else self._line(words, self.old, path)

    def new_line(self, path: Path | None) -> str:
        """Where it stands in the new plan; "" where that has no lines."""
        return "" if self.new is None or path is None else self._line(_LINE, self.new, path)

    def _line(self, words: Words, places: Places, path: Path) -> str:
        return self.screen.pick(words).format(line=places.find(path).line, file=printable(self.old_name))

    @cached_property
    def finished(self) -> Mapping[Path, str]:
        """What was reached at the items of the old plan that are finished."""
        return {one.old.path: one.because for one in self.comparison.carried if one.fate is Fate.FINISHED}

    @cached_property
    def went_on(self) -> Mapping[Path, Carried]:
        """The old items that are in no pair and go on all the same: merged ones, a duty that became a project."""
        paired = {*self.comparison.pairs.values()}
        return {one.old.path: one for one in self.comparison.carried if one.into and one.old.path not in paired}

    @cached_property
    def formerly(self) -> Mapping[Path, tuple[str, ...]]:
        """The former ids that items of the new plan name already."""
        return {row.path: row.item.formerly for row in self.comparison.new.rows if row.item.formerly}

    @cached_property
    def order(self) -> Mapping[int, int]:
        """Where each change, by its identity, stands in the comparison."""
        return {id(change): number for number, change in enumerate(self.comparison.changes)}

    def in_brackets(self, text: str, note: str) -> str:
        """The text with a note behind it, where there is one."""
        return self.screen.pick(_IN_BRACKETS).format(text=text, note=note) if note else text

    def names(self, names: tuple[str, ...]) -> str:
        """What the plans say, names or one text, joined as the reader's language does it."""
        return self.joined([printable(name) for name in names])

    def joined(self, parts: Sequence[str]) -> str:
        return ("、" if self.screen.lang is Lang.ZH else ", ").join(parts)

    def listed(self, *notes: str) -> str:
        """Notes of different kinds behind each other."""
        return ("，" if self.screen.lang is Lang.ZH else ", ").join(note for note in notes if note)

    def title(self, number: str, name: str) -> str:
        """The number and as much of the name as anybody reads on a screen."""
        name = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
        return printable(" ".join(part for part in (number, name) if part)) or self.screen.pick(_NAMELESS)

    def reference(self, item: Mentioned) -> str:
        """An item by the way: its number, else the beginning of its name."""
        name = item.name if len(item.name) <= _SHORT else f"{item.name[:_SHORT]}…"
        return printable(item.number) or f"“{printable(name)}”"

    def key_lang(self) -> Lang:
        """The language of the new plan's keys, in which a line to add is written."""
        mount = self.new.mounts.get(()) if self.new else None
        keys = mount.transcript.fields.get(id(mount.node), {}) if mount else {}
        if not keys:
            return self.screen.lang
        return Lang.EN if all((key.text or "").isascii() for key, _ in keys.values()) else Lang.ZH


def noted(indent: str, text: str, note: str, screen: Screen, ink: Ink | None = None) -> Iterator[str]:
    """A text that may take several lines, and a note in dim ink behind it, or below it where there is no room."""
    room = screen.room(len(indent))
    yield from (indent + line for line in with_note(lines_of(text, room), note, room, screen, ink))


def with_note(lines: list[str], note: str, room: int, screen: Screen, ink: Ink | None = None) -> list[str]:
    """The same for lines that are broken already."""
    painted = [screen.paint(line, ink) if ink else line for line in lines]
    if not note:
        return painted
    dim = screen.paint(note, Ink.DIM)
    if display_width(lines[-1]) + 2 + display_width(note) > room:
        return [*painted, dim]
    return [*painted[:-1], f"{painted[-1]}  {dim}"]


def in_a_line(text: str, room: int) -> str:
    """The text, or as much of it as a line holds, where it is told in full elsewhere."""
    first, *rest = lines_of(text, room - 2)
    return f"{first}…" if rest and len(lines_of(text, room)) > 1 else text


def lines_of(text: str, room: int) -> list[str]:
    return [line.rstrip() for line in wrap_text(text, room)]


_LONGEST = 400  # signs of a name or of a duty's text
_SHORT = 12  # signs of a name by which an item without a number is known
_LINE = Words("第 {line} 行", "line {line}")
_OLD_LINE = Words("旧方案第 {line} 行", "line {line} of the old plan")
_FILE_LINE = Words("{file} 第 {line} 行", "line {line} of {file}")
_IN_BRACKETS = Words("{text}（{note}）", "{text} ({note})")
_NAMELESS = Words("（没有名称）", "(no name)")
