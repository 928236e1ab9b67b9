"""Two plans that grew out of one, as text: clashes first, then who changed what, then what both changed alike."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Verb
from kepu_cli.comparing.three_way import Standing
from kepu_cli.findings import Lang, Words
from kepu_cli.model import Level
from kepu_cli.printable import printable
from kepu_cli.reports.changes_lines import WIDE, change_lines
from kepu_cli.reports.changes_page import Page, noted
from kepu_cli.reports.screen import Ink
from kepu_cli.shell_words import typed
from kepu_cli.text_width import display_width, wrap_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.comparing.changes import Change
    from kepu_cli.comparing.three_way import ChangedFact, ThreeWay
    from kepu_cli.loading.places import Places
    from kepu_cli.reports.screen import Screen


class PlanFile(NamedTuple):
    """One of the three plans: what it is called, and its lines where it has any."""

    name: str
    places: Places | None


class Three(NamedTuple):
    """The three files in the order they are named."""

    base: PlanFile
    ours: PlanFile
    theirs: PlanFile


def render(three: ThreeWay, files: Three, screen: Screen) -> str:
    """Every changed fact once, under the standing it has; the counts at the end."""
    if not three.facts:
        return screen.paint(screen.pick(_NOTHING), Ink.GOOD) + "\n"
    sides = _Sides(
        files,
        Page(three.ours, files.base.places, files.ours.places, screen, files.base.name),
        Page(three.theirs, files.base.places, files.theirs.places, screen, files.base.name),
    )
    sections = {standing: [fact for fact in three.facts if fact.standing is standing] for standing in _HEADS}
    blocks = [
        "".join(f"{line}\n" for line in _section(standing, facts, sides))
        for standing, facts in sections.items()
        if facts
    ]
    last = (*_summary(three, sides), *_open_questions(sides))
    return "\n".join((*blocks, "".join(f"{line}\n" for line in last)))


class _Sides(NamedTuple):
    """Each side's comparison with the base, ready to be told."""

    files: Three
    ours: Page
    theirs: Page

    @property
    def screen(self) -> Screen:
        return self.ours.screen

    def say(self, words: Words, **facts: object) -> str:
        names = {"base": self.files.base.name, "ours": self.files.ours.name, "theirs": self.files.theirs.name}
        return self.screen.pick(words).format(**{key: printable(name) for key, name in names.items()}, **facts)


_NOTHING = Words("两份方案都没有实质变化。", "Nothing of substance changed in either plan.")
_WHOLE = Words("方案和成员单位", "The plan and its members")
_HEADS = {
    Standing.CLASH: Words("两边都改了，互相冲突（{n}）", "Changed in both, and they clash ({n})"),
    Standing.OURS: Words("只有 {ours} 改了（{n}）", "Changed in {ours} only ({n})"),
    Standing.THEIRS: Words("只有 {theirs} 改了（{n}）", "Changed in {theirs} only ({n})"),
    Standing.ALIKE: Words("两边改得一样（{n}）", "Changed alike in both ({n})"),
}
_COUNTS = {
    Standing.CLASH: Words("冲突 {n} 处", "{n} in conflict"),
    Standing.OURS: Words("只有 {ours} 改了 {n} 处", "{n} in {ours} only"),
    Standing.THEIRS: Words("只有 {theirs} 改了 {n} 处", "{n} in {theirs} only"),
    Standing.ALIKE: Words("两边改得一样 {n} 处", "{n} alike in both"),
}
_TOTAL = Words("对照 {base}：", "Against {base}: ")
_QUESTIONS = Words(
    "{file} 里还有 {n} 处要您来定，请看 {command}",
    "{n} more in {file} for you to settle: see {command}",
)


def _section(standing: Standing, facts: Sequence[ChangedFact], sides: _Sides) -> Iterator[str]:
    ink = Ink.ERROR if standing is Standing.CLASH else Ink.BOLD
    yield from noted("", sides.say(_HEADS[standing], n=len(facts)), "", sides.screen, ink)
    for action, told in groupby(facts, key=lambda fact: fact.action):
        title = sides.ours.title(action.number, action.name) if action else sides.screen.pick(_WHOLE)
        yield from noted("  ", title, "", sides.screen)
        for _, same in groupby(told, key=lambda fact: (fact.item, fact.number, fact.name)):
            yield from _item(list(same), sides)


def _item(facts: list[ChangedFact], sides: _Sides) -> Iterator[str]:
    """Facts of one standing at an item of the base, with its number and name there; of a clash both sides are told."""
    first = facts[0]
    indent = "    "
    if first.level not in (None, Level.ACTION) and not _tells_its_name(first):
        line = sides.ours.old_line(first.item) if first.item is not None else ""
        yield from noted(indent, sides.ours.title(first.number, first.name), line, sides.screen)
        indent = "      "
    if first.standing is Standing.CLASH:
        yield from (line for fact in facts for line in _clash(fact, indent, sides))
        return
    theirs = first.standing is Standing.THEIRS
    page = sides.theirs if theirs else sides.ours
    changes = [change for fact in facts for change in (fact.theirs if theirs else fact.ours)]
    yield from change_lines(indent, sorted(changes, key=lambda change: page.order[id(change)]), page)


def _tells_its_name(fact: ChangedFact) -> bool:
    """Items that came or went are told with their names."""
    return fact.standing is not Standing.CLASH and (fact.ours or fact.theirs)[0].verb in (Verb.ADDED, Verb.REMOVED)


def _clash(fact: ChangedFact, indent: str, sides: _Sides) -> Iterator[str]:
    width = sides.screen.width
    if width is not None and width >= WIDE:
        yield from _columns(fact, indent, sides, (width - len(indent) - _GAP) // 2)
        return
    for name, changes, page in _both(fact, sides):
        yield from noted(indent, printable(name), "", sides.screen, Ink.BOLD)
        yield from _side(fact, f"{indent}  ", changes, page)


def _side(fact: ChangedFact, indent: str, changes: Sequence[Change], page: Page) -> Iterator[str]:
    for title, same in groupby(changes, key=lambda change: _other_title(change, fact, page)):
        yield from noted(indent, title, "", page.screen) if title else ()
        yield from change_lines(f"{indent}  " if title else indent, list(same), page)


def _other_title(change: Change, fact: ChangedFact, page: Page) -> str:
    """The item of a change that clashes with something elsewhere: a member that is gone, another new action."""
    is_action = change.level is Level.ACTION
    is_here = fact.level is not None and (not is_action or (change.number, change.name) == (fact.number, fact.name))
    return "" if change.level is None or is_here else page.title(change.number, change.name)


_GAP = 3  # columns between the two sides


def _columns(fact: ChangedFact, indent: str, sides: _Sides, column: int) -> Iterator[str]:
    """The names of the files as heads, what each of them changed below."""
    narrow = sides.screen._replace(width=column, colour=False)
    cells = [
        [*noted("", printable(name), "", narrow), *_side(fact, "", changes, replace(page, screen=narrow))]
        for name, changes, page in _both(fact, sides)
    ]
    for left, right in zip_longest(*cells, fillvalue=""):
        padding = " " * (column - display_width(left) + _GAP)
        yield f"{indent}{left}{padding}{right}".rstrip()


def _both(fact: ChangedFact, sides: _Sides) -> tuple[tuple[str, Sequence[Change], Page], ...]:
    return (sides.files.ours.name, fact.ours, sides.ours), (sides.files.theirs.name, fact.theirs, sides.theirs)


def _summary(three: ThreeWay, sides: _Sides) -> list[str]:
    """对照 2025.yaml：冲突 1 处，只有 草案1.yaml 改了 3 处。"""
    counted = {standing: sum(fact.standing is standing for fact in three.facts) for standing in _COUNTS}
    parts = [sides.say(words, n=counted[standing]) for standing, words in _COUNTS.items() if counted[standing]]
    joint, end = ("，", "。") if sides.screen.lang is Lang.ZH else (", ", ".")
    first, *rest = [*parts[:-1], parts[-1] + end]
    return [line.rstrip() for line in wrap_names([sides.say(_TOTAL) + first, *rest], joint, sides.screen.room())]


def _open_questions(sides: _Sides) -> Iterator[str]:
    """Doubts and proposals are told where two plans are compared."""
    for file, page in ((sides.files.ours, sides.ours), (sides.files.theirs, sides.theirs)):
        if count := len(page.comparison.doubts) + len(page.comparison.proposals):
            command = f"kepu diff {typed(printable(sides.files.base.name))} {typed(printable(file.name))}"
            text = sides.say(_QUESTIONS, n=count, file=printable(file.name), command=command)
            yield from noted("", text, "", sides.screen, Ink.DIM)
