"""What was read of a document, as text: how much, what to look at, what is left over, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Words
from kepu_cli.printable import printable
from kepu_cli.reports.finding_counts import counted
from kepu_cli.reports.import_amounts import amount_lines
from kepu_cli.reports.screen import SEVERITY_INK, Ink
from kepu_cli.reports.source_frame import first_columns
from kepu_cli.text_width import display_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.findings import Said, Severity
    from kepu_cli.reports.import_amounts import Amounts
    from kepu_cli.reports.screen import Screen


class Unsure(NamedTuple):
    """What to look at; `where` None and `label` "" for what concerns the whole plan or its roster."""

    said: Said
    where: Words | None = None
    label: str = ""


class Kept(NamedTuple):
    """A text that was read as nothing, and its place."""

    text: str
    where: Words


@dataclass(frozen=True, slots=True)
class PlanTold:
    """One plan; `file` is "" where it was shown and not written."""

    title: str
    file: str
    amounts: Amounts
    unsure: tuple[Unsure, ...]
    notes: tuple[Said, ...]
    kept: tuple[Kept, ...]
    found: Mapping[Severity, int]


class Listed(NamedTuple):
    """A plan of a document among others."""

    title: str
    actions: int
    where: Words


def render(plans: Sequence[PlanTold], notes: Sequence[Said], next_step: str, screen: Screen) -> str:
    """Each plan in a block; `notes` are on the whole document, `next_step` is the command to type."""
    blocks = ["\n".join(_block(plan, screen)) for plan in plans]
    step = f"{screen.pick(_NEXT)}{printable(next_step)}"
    told = [render_notes(notes, screen).rstrip("\n")] if notes else []
    return "\n\n".join([*told, *blocks, step]) + "\n"


def render_notes(notes: Sequence[Said], screen: Screen) -> str:
    """What there is to tell of a document, whatever was read of it; "" for no notes."""
    lines = [line for note in notes for line in _hanging(f"{screen.pick(_NOTE)}{_said(note, screen)}", "", screen)]
    return "".join(f"{line}\n" for line in lines)


def render_list(file: str, plans: Sequence[Listed], screen: Screen) -> str:
    """The plans of a document that somebody has to choose from."""
    lines = [screen.pick(_SEVERAL).format(file=printable(file), count=len(plans))]
    for number, plan in enumerate(plans, 1):
        about = screen.pick(_LISTED).format(count=plan.actions, where=screen.pick(plan.where), s=_s(plan.actions))
        room = screen.room(display_width(f"  {number}  {about}"))
        title = first_columns(_title(plan.title, screen), room)
        lines.append(f"  {number}  {title}{screen.paint(about, Ink.DIM)}")
    return "\n".join(lines) + "\n"


# What fits on a screen beside the rest; the file has all of them.
MOST_UNSURE = 8
MOST_KEPT = 3

_NOTE = Words("说明：", "note: ")
_NEXT = Words("接着：", "next: ")
_FILE = Words("写到", "file")
_READ = Words("读出", "read")
_CHECK = Words("检查", "check")
_CLEAN = Words("没有发现问题", "nothing to complain about")
_SEVERAL = Words("{file} 里有 {count} 份方案：", "{file} holds {count} plans:")
_LISTED = Words("（{count} 项任务，{where}起）", " ({count} action{s}, from {where})")
_NAMELESS = Words("（没有名称）", "(no name)")
_UNSURE = Words("要核对的 {count} 处，文件里标着“待核”", "{count} to be checked, marked “to check” in the file")
_KEPT = Words(
    "没有读成任务或分工的 {count} 段，照原文留在文件末尾", "{count} left over, kept whole at the end of the file"
)
_MORE_UNSURE = Words("……还有 {count} 处", "… {count} more")
_MORE_KEPT = Words("……还有 {count} 段", "… {count} more")


def _block(plan: PlanTold, screen: Screen) -> Iterator[str]:
    for line in wrap_text(_title(plan.title, screen), screen.room()):
        yield screen.paint(line.rstrip(), Ink.BOLD)
    if plan.file:
        yield from _fact(_FILE, printable(plan.file), screen)
    yield from _facts(_READ, amount_lines(plan.amounts, screen.room(_fact_indent(screen)), screen), screen)
    yield from _fact(_CHECK, counted(plan.found, screen.lang) or screen.pick(_CLEAN), screen, _ink(plan.found))
    for note in plan.notes:
        yield from _hanging(f"{screen.pick(_NOTE)}{_said(note, screen)}", "  ", screen)
    yield from _unsure(plan.unsure, screen)
    yield from _kept(plan.kept, screen)


def _ink(found: Mapping[Severity, int]) -> Ink:
    """That of the worst."""
    return next((SEVERITY_INK[severity] for severity, count in found.items() if count), Ink.GOOD)


def _fact(words: Words, text: str, screen: Screen, ink: Ink | None = None) -> Iterator[str]:
    yield from _facts(words, wrap_text(text, screen.room(_fact_indent(screen))), screen, ink)


def _facts(words: Words, lines: Sequence[str], screen: Screen, ink: Ink | None = None) -> Iterator[str]:
    """Lines with their name before the first."""
    head, indent = screen.pick(words), _fact_indent(screen)
    first, *others = [screen.paint(line.rstrip(), ink) if ink else line.rstrip() for line in lines]
    yield f"  {screen.paint(head, Ink.DIM)}{' ' * (indent - 2 - display_width(head))}{first}"
    yield from (" " * indent + line for line in others)


def _fact_indent(screen: Screen) -> int:
    return max(display_width(screen.pick(each)) for each in (_FILE, _READ, _CHECK)) + 4


def _unsure(unsure: Sequence[Unsure], screen: Screen) -> Iterator[str]:
    if not unsure:
        return
    yield from _heading(screen.pick(_UNSURE).format(count=len(unsure)), Ink.WARNING, screen)
    for each in unsure[:MOST_UNSURE]:
        first, *others = wrap_text(_said(each.said, screen), screen.room(4))
        yield f"  - {first.rstrip()}"
        yield from (f"    {line.rstrip()}" for line in others)
        if each.where:
            place = f"{screen.pick(each.where)}  {_title(each.label, screen)}"
            yield "    " + screen.paint(_cut(printable(place), screen), Ink.DIM)
    if (more := len(unsure) - MOST_UNSURE) > 0:
        yield "    " + screen.paint(screen.pick(_MORE_UNSURE).format(count=more), Ink.DIM)


def _kept(kept: Sequence[Kept], screen: Screen) -> Iterator[str]:
    if not kept:
        return
    yield from _heading(screen.pick(_KEPT).format(count=len(kept)), Ink.INFO, screen)
    for each in kept[:MOST_KEPT]:
        yield "  - " + _cut(f"{screen.pick(each.where)}  {_one_line(each.text)}", screen)
    if (more := len(kept) - MOST_KEPT) > 0:
        yield "    " + screen.paint(screen.pick(_MORE_KEPT).format(count=more), Ink.DIM)


def _heading(text: str, ink: Ink, screen: Screen) -> Iterator[str]:
    for line in wrap_text(text, screen.room(2)):
        yield "  " + screen.paint(line.rstrip(), ink)


# Of a text of the document, enough to know it again; on a pipe too.
_WIDEST = 116


def _cut(text: str, screen: Screen) -> str:
    return first_columns(text, min(screen.room(4), _WIDEST))


def _hanging(text: str, indent: str, screen: Screen) -> Iterator[str]:
    lines = wrap_text(text, screen.room(len(indent) + 2))
    yield from (indent + "  " * (at > 0) + line.rstrip() for at, line in enumerate(lines))


def _title(title: str, screen: Screen) -> str:
    return _one_line(title) or screen.pick(_NAMELESS)


def _one_line(text: str) -> str:
    return printable(" ".join(text.split()))


def _said(said: Said, screen: Screen) -> str:
    return printable(said.in_(screen.lang))


def _s(number: int) -> str:
    return "" if number == 1 else "s"
