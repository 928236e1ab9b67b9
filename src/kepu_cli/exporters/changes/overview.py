"""The lines above the tables: which two plans, what vanished, how much changed, what became of the departments."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kepu_cli.comparing.changes import FATE_WORDS, VERB_WORDS, Fate, Verb
from kepu_cli.exporters.changes.carried_part import listed_items
from kepu_cli.exporters.changes.doubts_part import doubts_sheet
from kepu_cli.exporters.changes.wording import (
    SEMICOLON,
    arrow,
    bracketed,
    briefly,
    field_change,
    labelled,
    names_in,
    reform,
    titled,
)
from kepu_cli.exporters.division_texts import SEPARATOR
from kepu_cli.findings import Words
from kepu_cli.model import ROLE_WORDS, Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.change_views.item_table import ItemTable
    from kepu_cli.comparing.changes import Carried, Change
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.findings import Lang
    from kepu_cli.model import Plan

NOTHING = Words("两份方案没有实质变化。", "Nothing of substance changed between the two plans.")
KEY = Words(
    "说明：有底色的格子是变化处，其中加粗的是新内容，“原：”后面是旧方案的内容；划线的字是去掉的。",
    "Key: a shaded cell has changed; new text is bold, the old one stands behind “was:”; what is gone is struck out.",
)

_OLD, _NEW = Words("旧方案", "Old plan"), Words("新方案", "New plan")
_NUMBERED = Words("{title}（{number}）", "{title} ({number})")
_DROPPED = Words("旧方案有、新方案没有交代的 {count} 项", "In the old plan, unaccounted for in the new one ({count})")
_LEAD = Words("牵头：{names}", "lead: {names}")
_AND_MORE = Words("等", "and others")
_MOST_ITEMS = 8
_COUNT = Words("共 {count} 项任务有变化", "Items with changes: {count}")
_KIND = Words("{verb} {count} 项", "{verb} {count}")
_TITLE = Words("方案名称", "Title")
_THROUGH = Words("随单位组{verb}{role} {count} 项", "through a group {verb} as {role}: {count}")
_JOINS, _LEAVES = Words("新增", "joined"), Words("退出", "left")
_OPEN = Words("需要人工确认的 {count} 处", "To be settled by you: {count}")
_SEE = Words("见“{sheet}”", "see “{sheet}”")
_COMMA = Words("，", ", ")
_FULL_STOP = Words("。", ".")


def overview(comparison: Comparison, table: ItemTable, old: Plan, new: Plan) -> tuple[str, ...]:
    """The two plans, what vanished first; a line that nothing changed where nothing did."""
    lang = new.lang
    lines = [labelled(words.in_(lang), _plan(plan, lang), lang) for words, plan in ((_OLD, old), (_NEW, new))]
    lines += _dropped(comparison, lang)
    if not comparison.changes:
        lines.append(NOTHING.in_(lang))
    elif table.rows:
        lines.append(_counts(table, lang))
    lines += _members(comparison.changes, lang)
    if left := len(comparison.proposals) + len(comparison.doubts):
        lines.append(
            _joined(
                [_OPEN.in_(lang).format(count=left), _SEE.in_(lang).format(sheet=doubts_sheet(comparison).in_(lang))],
                lang,
            )
        )
    return tuple(lines)


def _plan(plan: Plan, lang: Lang) -> str:
    return _NUMBERED.in_(lang).format(title=plan.title, number=plan.number) if plan.number else plan.title


def _joined(parts: Sequence[str], lang: Lang) -> str:
    return _COMMA.in_(lang).join(parts) + _FULL_STOP.in_(lang)


def _dropped(comparison: Comparison, lang: Lang) -> Iterator[str]:
    dropped = [one for one in listed_items(comparison) if one.fate is Fate.DROPPED]
    # An action that is gone with all that it held is told by what it held.
    dropped = [one for one in dropped if one.level is not Level.ACTION] or dropped
    if dropped:
        told = [_item(one, lang) for one in dropped[:_MOST_ITEMS]]
        if len(dropped) > _MOST_ITEMS:
            told.append(_AND_MORE.in_(lang))
        listed = SEMICOLON.in_(lang).join(told) + _FULL_STOP.in_(lang)
        yield labelled(_DROPPED.in_(lang).format(count=len(dropped)), listed, lang)


def _item(one: Carried, lang: Lang) -> str:
    return bracketed(
        briefly(titled(one.old.number, one.old.name)),
        _LEAD.in_(lang).format(names=names_in(one.leads, lang)) if one.leads else "",
        lang,
    )


def _counts(table: ItemTable, lang: Lang) -> str:
    """Items by what happened to them; one may be counted under several verbs."""
    counted = Counter(words for row in table.rows for words in row.happened)
    order = [*VERB_WORDS.values()]
    order.insert(order.index(VERB_WORDS[Verb.MOVED]) + 1, FATE_WORDS[Fate.MERGED])
    kinds = [_KIND.in_(lang).format(verb=words.in_(lang), count=counted[words]) for words in order if counted[words]]
    return labelled(_COUNT.in_(lang).format(count=len(table.rows)), _joined(kinds, lang), lang)


def _members(changes: Sequence[Change], lang: Lang) -> Iterator[str]:
    """The plan's own changes, reforms, members, and what group words bring to whom; members of a kind share a line."""
    members: dict[Verb, list[str]] = {}
    for change in changes:
        match change.verb:
            case Verb.RENAMED if change.action is None:
                yield labelled(_TITLE.in_(lang), arrow(change.before, change.after, lang), lang)
            case Verb.CHANGED if change.action is None:
                yield field_change(change, lang)
            case Verb.REFORMED:
                yield labelled(VERB_WORDS[change.verb].in_(lang), bracketed(*reform(change, lang), lang), lang)
            case Verb.MEMBER_ADDED | Verb.MEMBER_REMOVED:
                members.setdefault(change.verb, []).extend(change.departments)
            case Verb.JOINED | Verb.LEFT if change.action is None:
                yield _through_group(change, lang)
    for verb, names in members.items():
        yield labelled(VERB_WORDS[verb].in_(lang), SEPARATOR.in_(lang).join(names), lang)


def _through_group(change: Change, lang: Lang) -> str:
    verb = _JOINS if change.verb is Verb.JOINED else _LEAVES
    role = ROLE_WORDS[change.role].in_(lang) if change.role else ""
    told = _THROUGH.in_(lang).format(verb=verb.in_(lang), role=role, count=len(change.followers))
    return labelled(names_in(change.departments, lang), told, lang)
