"""Coverage as text: duties nobody covers, worst first; members without a duty; outline duties not taken up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kepu_cli.coverage import GRADE_WORDS, Grade
from kepu_cli.findings import Lang, Words
from kepu_cli.printable import printable
from kepu_cli.reports.screen import Ink
from kepu_cli.text_width import display_width, wrap_names, wrap_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.coverage import Coverage, Graded, IdleMember
    from kepu_cli.loading.places import Places
    from kepu_cli.model import Plan
    from kepu_cli.reports.screen import Screen


def render(coverage: Coverage, plan: Plan, places: Places, screen: Screen, *, show_all: bool = False) -> str:
    """The gaps; items held by default only as a count unless `show_all`."""
    blocks = [
        _heading(plan, coverage, screen),
        *(_grade_block(grade, coverage, plan, places, screen, show_all=show_all) for grade in Grade),
        _idle_block(coverage, screen),
        _outline_block(coverage, screen),
        _closing(coverage, plan, screen),
    ]
    return "\n".join(block for block in blocks if block)


_TOTAL = Words("共 {total} 项：", "{total} in all: ")
_GRADE_INK = {
    Grade.NOBODY: Ink.ERROR,
    Grade.GROUP_ONLY: Ink.WARNING,
    Grade.NO_LEAD: Ink.WARNING,
    Grade.BY_DEFAULT: Ink.INFO,
}
_GRADE_HINTS = {
    Grade.NOBODY: Words("没有写单位，或者写的不是具体单位", "names nobody, or nobody in particular"),
    Grade.GROUP_ONLY: Words("只写了单位组，没有具体单位", "names only a group, no department"),
    Grade.NO_LEAD: Words("写了单位，没有牵头的", "names departments, none leads"),
    Grade.BY_DEFAULT: Words("自己没写，由任务的单位承担", "names nobody itself; the action's departments hold it"),
}
_UNSURE_HINT = Words(
    "写了单位，牵头的没有写，或者和名册对不上", "names departments; no lead, or one that does not fit the roster"
)
_UNSURE = {
    Grade.NOBODY: Words("（写的是“{names}”，和名册对不上）", " (names “{names}”, which does not fit the roster)"),
    Grade.NO_LEAD: Words(
        "（牵头写的是“{names}”，和名册对不上，改好就有牵头了）",
        " (the lead is written as “{names}”, which does not fit the roster; put right, it leads)",
    ),
}
_BY_DEFAULT_COUNT = Words("{grade}：{count} 项（用 --all 列出）", "{grade}: {count} (--all lists them)")
_IDLE = Words("没有任务的成员单位：", "Members without a duty: ")
_GROUPED = Words("只通过“各成员单位”等承担的：", "Held only through a group word: ")
_OUTLINE = Words("上级纲要里没有承接的职责：", "Outline duties not taken up:")
_NO_GAPS = Words("每一项都有单位负责", "Every item has a department in charge")
_LAST_RESORT = Words(
    "领导小组办公室设在{office}，定不下来的可先由它统筹",
    "The leading group's office is at {office}: the last resort for what stays open",
)
_DELIBERATE = Words("（有意不定单位：{why}）", " (deliberately: {why})")
_PERHAPS = Words("{member}（写的“{name}”多半是它）", "{member} (probably meant by “{name}”)")


def _heading(plan: Plan, coverage: Coverage, screen: Screen) -> str:
    counted = Counter(item.grade for item in coverage.graded)
    gaps = [grade for grade in Grade if counted[grade] and grade is not Grade.COVERED]
    counts = [f"{GRADE_WORDS[grade].in_(screen.lang)} {counted[grade]}" for grade in (Grade.COVERED, *gaps)]
    total = _TOTAL.in_(screen.lang).format(total=len(coverage.graded))
    joint = "，" if screen.lang is Lang.ZH else ", "
    return f"{screen.paint(printable(plan.title), Ink.BOLD)}\n{total}{joint.join(counts)}\n"


def _grade_block(
    grade: Grade, coverage: Coverage, plan: Plan, places: Places, screen: Screen, *, show_all: bool
) -> str:
    items = [item for item in coverage.graded if item.grade is grade]
    if grade is Grade.COVERED or not items:
        return ""
    words = GRADE_WORDS[grade].in_(screen.lang)
    if grade is Grade.BY_DEFAULT and not show_all:
        return _BY_DEFAULT_COUNT.in_(screen.lang).format(grade=words, count=len(items)) + "\n"
    title = screen.paint(f"{words} ({len(items)})", _GRADE_INK[grade])
    hint = _UNSURE_HINT if grade is Grade.NO_LEAD and any(item.unsure for item in items) else _GRADE_HINTS[grade]
    lines = [f"{title}  {screen.paint(hint.in_(screen.lang), Ink.DIM)}"]
    lines += [line for item in items for line in _item(item, plan, places, screen)]
    return "\n".join(lines) + "\n"


def _item(item: Graded, plan: Plan, places: Places, screen: Screen) -> Iterator[str]:
    place = places.find(item.row.path)
    where = f"{printable(place.file)}:{place.line}"
    action = plan.actions[int(item.row.parent[1])]
    of = "" if item.row.path == item.row.parent else f"{action.id} {action.name}".strip()
    label = f"{item.row.id} {item.row.label}".strip()
    if item.because:
        label += _DELIBERATE.in_(screen.lang).format(why=item.because)
    elif item.unsure:
        label += _UNSURE[item.grade].in_(screen.lang).format(names=_joint(screen).join(item.unsure))
    first, *rest = wrap_text(printable(label), screen.room(4))
    yield f"  - {first}"
    yield from (f"    {line}" for line in rest)
    yield "    " + screen.paint(f"{where}  {printable(of)}".rstrip(), Ink.DIM)


def _idle_block(coverage: Coverage, screen: Screen) -> str:
    lines = [
        _names(words, [_member(member, screen) for member in coverage.idle if member.through_group is grouped], screen)
        for words, grouped in ((_IDLE, False), (_GROUPED, True))
    ]
    return "".join(f"{line}\n" for line in lines if line)


def _member(idle: IdleMember, screen: Screen) -> str:
    if not idle.meant_by:
        return idle.department
    return _PERHAPS.in_(screen.lang).format(member=idle.department, name=idle.meant_by)


def _names(words: Words, names: list[str], screen: Screen) -> str:
    if not names:
        return ""
    head = words.in_(screen.lang)
    lines = wrap_names(tuple(map(printable, names)), _joint(screen), screen.room(display_width(head)))
    indent = "\n" + " " * display_width(head)
    return screen.paint(head, Ink.WARNING) + indent.join(line.rstrip() for line in lines)


def _joint(screen: Screen) -> str:
    return "、" if screen.lang is Lang.ZH else ", "


def _outline_block(coverage: Coverage, screen: Screen) -> str:
    if not coverage.outline:
        return ""
    lines = [screen.paint(_OUTLINE.in_(screen.lang), Ink.WARNING)]
    for duty in coverage.outline:
        first, *rest = wrap_text(printable(f"{duty.outline}/{duty.duty.id} {duty.duty.text}"), screen.room(4))
        lines += [f"  - {first}", *(f"    {line}" for line in rest)]
    return "\n".join(lines) + "\n"


def _closing(coverage: Coverage, plan: Plan, screen: Screen) -> str:
    if not coverage.gaps and not coverage.idle and not coverage.outline:
        return screen.paint(_NO_GAPS.in_(screen.lang), Ink.GOOD) + "\n"
    if plan.leading_group.office and any(item.grade is Grade.NOBODY for item in coverage.gaps):
        return printable(_LAST_RESORT.in_(screen.lang).format(office=plan.leading_group.office)) + "\n"
    return ""
