"""What stands before the changes: what vanished, what the comparison cannot settle, what may be one item."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kepu_cli.comparing.changes import Fate
from kepu_cli.findings import Lang, Words
from kepu_cli.model import Level
from kepu_cli.printable import printable
from kepu_cli.reports.changes_counts import duties
from kepu_cli.reports.changes_page import lines_of, noted
from kepu_cli.reports.screen import Ink
from kepu_cli.vocabulary import key_in
from kepu_cli.writing.history_line import history_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.comparing.changes import Carried, Doubt, Proposal
    from kepu_cli.reports.changes_page import Page


def front(page: Page) -> Iterator[str]:
    """The blocks that have something to tell, each with its line ends."""
    dropped = [one for one in duties(page.comparison) if one.fate is Fate.DROPPED]
    for told in (_dropped(dropped, page), _doubts(page), _proposals(page)):
        if text := "".join(f"{line}\n" for line in told):
            yield text


_DROPPED = Words("旧方案有、新方案没有交代的（{n}）", "In the old plan, and unaccounted for in the new one ({n})")
_DROPPED_HINT = Words(
    "还要做的，请补进新方案；并入或改到别处的，请在那一项写上{key}；完成了的，请在旧方案写上{done}。",
    "Add to the new plan what is still to be done; where it went into another item, write {key} there; "
    "where it is finished, write {done} in the old plan.",
)
_GONE = Words("（整项取消）", " (gone as a whole)")
_LEAD = Words("牵头：{names}", "lead: {names}")
_DOUBTS = Words("要请您看一看的（{n}）", "To be looked at ({n})")
_PROPOSALS = Words("疑似同一事项（{n}）", "Perhaps the same item ({n})")
_PROPOSALS_HINT = Words(
    "这些没有当作同一项对照，由您来定。是同一项的，照下面加一行，再对比一次。",
    "They were not compared as one; that is for you to say. Where they are one, add the line and compare again.",
)
_ADD = Words(
    "相似 {score}。是同一项，就在新方案{where}这一项里加上：",
    "{score} of 100 alike. If it is one item, add to it{where} in the new plan:",
)
_REPLACE = Words(
    "相似 {score}。是同一项，就把新方案{where}这一项里的那一行改成：",
    "{score} of 100 alike. If it is one item, change that line of it{where} in the new plan to:",
)
_NUMBER_FIRST = Words(
    "相似 {score}。是同一项，就先在旧方案给它一个别的项没有的编号，再对比一次。",
    "{score} of 100 alike. If it is one item, give the old one an id of its own and compare again.",
)
_WHERE = Words("{line}的", " ({line})")
_PAIRED = Words(
    "其中一条现在只凭编号相同，和别的一条对照着。", "By its number alone, one of the two is compared with another item."
)


def _dropped(dropped: list[Carried], page: Page) -> Iterator[str]:
    if not dropped:
        return
    screen = page.screen
    yield from noted("", screen.pick(_DROPPED).format(n=len(dropped)), "", screen, Ink.ERROR)
    for action, told in groupby(dropped, key=lambda one: one.action):
        items = list(told)
        if items[0].level is not Level.ACTION:
            gone = screen.pick(_GONE) if action.gone else ""
            yield from noted("  ", page.title(action.number, action.name) + gone, "", screen)
        for one in items:
            indent = "  " if one.level is Level.ACTION else "    "
            lead = screen.pick(_LEAD).format(names=page.names(one.leads)) if one.leads else ""
            title = page.in_brackets(page.title(one.old.number, one.old.name), lead)
            yield from noted(indent, title, page.old_line(one.old.path), screen)
    yield from _hint(screen.pick(_DROPPED_HINT).format(**_keys(page)), page)


def _keys(page: Page) -> dict[str, str]:
    """The keys that settle what vanished, as the plan spells its own."""
    lang = page.key_lang()
    key, done = (key_in("Duty", field, lang) for field in ("formerly", "results"))
    return {"key": f"“{key}”", "done": f"“{done}”"}


def _hint(text: str, page: Page) -> Iterator[str]:
    yield from (page.screen.paint(f"  {line}", Ink.DIM) for line in lines_of(text, page.screen.room(2)))


def _doubts(page: Page) -> Iterator[str]:
    doubts = page.comparison.doubts
    if doubts:
        yield from noted("", page.screen.pick(_DOUBTS).format(n=len(doubts)), "", page.screen, Ink.WARNING)
    for doubt in doubts:
        yield from _doubt(doubt, page)


def _doubt(doubt: Doubt, page: Page) -> Iterator[str]:
    places = [line for line in (page.old_line(doubt.old), page.new_line(doubt.new)) if line]
    first, *rest = noted("    ", doubt.words.in_(page.screen.lang), page.joined(places), page.screen)
    yield from (f"  - {first[4:]}", *rest)


def _proposals(page: Page) -> Iterator[str]:
    proposals = page.comparison.proposals
    if not proposals:
        return
    yield from noted("", page.screen.pick(_PROPOSALS).format(n=len(proposals)), "", page.screen, Ink.WARNING)
    yield from _hint(page.screen.pick(_PROPOSALS_HINT), page)
    for proposal in proposals:
        yield from _proposal(proposal, page)


def _proposal(proposal: Proposal, page: Page) -> Iterator[str]:
    """Both items with their places, and what to write where."""
    screen, old, new = page.screen, proposal.old, proposal.new
    first, *rest = noted("    ", page.title(old.number, old.name), page.old_line(old.path), screen)
    yield from (f"  - {first[4:]}", *rest)
    line = page.new_line(new.path)
    yield from noted("    ", page.title(new.number, new.name), line, screen)
    known = page.formerly.get(new.path, ())
    where = screen.pick(_WHERE).format(line=line) if line else ""
    written = history_line(proposal.level, known, proposal.reference, page.key_lang())
    words = (_REPLACE if known else _ADD) if written else _NUMBER_FIRST
    told = screen.pick(words).format(score=proposal.score, where=where)
    if proposal.is_paired:
        told = _sentences(screen.pick(_PAIRED), told, screen.lang)
    yield from (f"    {each}" for each in lines_of(told, screen.room(4)))
    if written:
        yield f"      {screen.paint(printable(written), Ink.BOLD)}"


def _sentences(first: str, second: str, lang: Lang) -> str:
    return f"{first}{second}" if lang is Lang.ZH else f"{first} {second}"
