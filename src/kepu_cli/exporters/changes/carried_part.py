"""What became of each item of the old plan, what simply vanished first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.change_views.change_words import NONE
from kepu_cli.comparing.changes import FATE_WORDS, Fate, Verb
from kepu_cli.exporters.changes.wording import briefly, names_in, titled
from kepu_cli.exporters.column_widths import Span
from kepu_cli.exporters.listing import ListColumn, ListGroup
from kepu_cli.findings import Words
from kepu_cli.model import Level
from kepu_cli.views.division import COLUMN_WORDS, Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from kepu_cli.comparing.changes import Carried, Change, Mentioned
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.exporters.listing import Cell
    from kepu_cli.findings import Lang, Path

SHEET = Words("原任务去向", "What became of it")

_HEADS = (
    (COLUMN_WORDS[Column.NUMBER], Span(6, 8, by_longest=True)),
    (COLUMN_WORDS[Column.ACTION], Span(20, 40)),
    (Words("旧方案的任务", "In the old plan"), Span(30, 60)),
    (Words("原牵头单位", "Lead then"), Span(16, 34)),
    (Words("新方案里的去向", "In the new plan"), Span(30, 60)),
)
_SAME = Words("照旧", "as before")
_ADJUSTED = Words("有调整，见变化对照表", "adjusted, see the changes")
_RENUMBERED = Words("{number}（名称不变）", "{number} (same name)")
_COUNTED = Words("{fate}（{count} 项）", "{fate} ({count})")
_AS_BEFORE = Words(
    "{fate}（{count} 项，编号和名称没有变的 {same} 项不再列出）",
    "{fate} ({count}; {same} with the same number and name are not listed)",
)
_NOWHERE = Words("新方案里没有", "not in the new plan")


def carried_columns(lang: Lang) -> tuple[ListColumn, ...]:
    return tuple(ListColumn(head.in_(lang), span, at == 0) for at, (head, span) in enumerate(_HEADS))


def carried_groups(comparison: Comparison, lang: Lang, *, brief: bool = False) -> tuple[ListGroup, ...]:
    """A heading a fate; `brief` only counts the items that keep their number and name."""
    items = listed_items(comparison)
    adjusted = frozenset(path for change in comparison.changes for path in _adjusted(change))
    groups = ((fate, [one for one in items if one.fate is fate]) for fate in Fate)
    return tuple(_group(fate, found, adjusted, lang, brief=brief) for fate, found in groups if found)


def _adjusted(change: Change) -> Iterator[Path]:
    """The items of the new plan where a change shows; what a reform took over is the same work by another name."""
    if change.verb is not Verb.REMOVED:
        yield change.item
    if change.verb is not Verb.REFORMED:
        yield from (each.path for each in change.followers)


def listed_items(comparison: Comparison) -> tuple[Carried, ...]:
    """All but the actions that go on and only hold other items."""
    holding = {one.old.path[:2] for one in comparison.carried if one.level is not Level.ACTION}
    return tuple(
        one
        for one in comparison.carried
        if one.level is not Level.ACTION or one.old.path not in holding or one.fate in (Fate.DROPPED, Fate.FINISHED)
    )


def _group(fate: Fate, items: Sequence[Carried], adjusted: Set[Path], lang: Lang, *, brief: bool) -> ListGroup:
    word = FATE_WORDS[fate].in_(lang)
    told = [one for one in items if not (brief and _keeps_its_title(one))]
    same = len(items) - len(told)
    heading = (_AS_BEFORE if same else _COUNTED).in_(lang).format(fate=word, count=len(items), same=same)
    return ListGroup(heading, tuple(_row(at, one, adjusted, lang) for at, one in enumerate(told, start=1)), word)


def _keeps_its_title(one: Carried) -> bool:
    titles = [(each.number, each.name) for each in one.into]
    return one.fate is Fate.CONTINUED and titles == [(one.old.number, one.old.name)]


def _row(number: int, one: Carried, adjusted: Set[Path], lang: Lang) -> tuple[Cell, ...]:
    action = "" if one.level is Level.ACTION else titled(one.action.number, one.action.name)
    item = briefly(titled(one.old.number, one.old.name)) or NONE.in_(lang)
    return number, action, item, names_in(one.leads, lang), _where(one, adjusted, lang)


def _where(one: Carried, adjusted: Set[Path], lang: Lang) -> str:
    if _keeps_its_title(one):
        return (_ADJUSTED if one.into[0].path in adjusted else _SAME).in_(lang)
    if one.into:
        return "\n".join(_new_title(each, one.old, lang) for each in one.into)
    return one.because or _NOWHERE.in_(lang)


def _new_title(item: Mentioned, old: Mentioned, lang: Lang) -> str:
    if item.number and item.name == old.name:
        return _RENUMBERED.in_(lang).format(number=item.number)
    return briefly(titled(item.number, item.name)) or NONE.in_(lang)
