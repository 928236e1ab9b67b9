"""How a change reads in a sentence, the same in every form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.change_views.change_words import (
    NONE,
    SPLIT_OFF,
    STAYING,
    WAYS,
    field_words,
    told_once,
    without_common_name,
)
from kepu_cli.change_views.item_table import FIELD_WORDS, Field, field_of
from kepu_cli.choices import choice_words
from kepu_cli.comparing.changes import Verb
from kepu_cli.exporters.division_texts import SEPARATOR
from kepu_cli.findings import Lang, Words
from kepu_cli.model import ROLE_WORDS, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.change_views.item_table import ItemRow
    from kepu_cli.comparing.changes import Change, Mentioned

SEMICOLON = Words("；", "; ")
LABELLED = Words("{label}：{text}", "{label}: {text}")
BRACKETED = Words("{text}（{note}）", "{text} ({note})")

_ARROW = Words("{before} → {after}", "{before} → {after}")
_JOINED = Words("增加{role}单位：{names}", "joined as {role}: {names}")
_LEFT = Words("退出{role}单位：{names}", "left as {role}: {names}")
_FORMER_NAME = Words("原名称", "formerly called")
_FORMER_TEXT = Words("原文", "formerly")
_MOVED = Words("由“{origin}”移来", "moved here from “{origin}”")
_MERGED = Words("“{origin}”并入本项", "“{origin}” went into this item")
_FOLLOWED = Words("{items} 随之调整", "so do {items}")
_TASKS = Words("{count} 项任务随之转入", "tasks gone over: {count}")
_THEN = Words("，", ", ")
_LONGEST = 60  # characters
_MOST_FOLLOWERS = 12
_AND_MORE = Words("{items} 等 {count} 项", "{items} and others ({count} in all)")


def titled(number: str, name: str) -> str:
    return " ".join(part for part in (number, name) if part)


def briefly(text: str) -> str:
    """Enough of a text to know it by: the whole stands in the table of items."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def names_in(names: Iterable[str], lang: Lang) -> str:
    return SEPARATOR.in_(lang).join(names)


def arrow(before: Iterable[str], after: Iterable[str], lang: Lang) -> str:
    """What was → what is: names, or one text."""
    none = NONE.in_(lang)
    return _ARROW.in_(lang).format(before=names_in(before, lang) or none, after=names_in(after, lang) or none)


def labelled(label: str, text: str, lang: Lang) -> str:
    return LABELLED.in_(lang).format(label=label, text=text)


def bracketed(text: str, note: str, lang: Lang) -> str:
    return BRACKETED.in_(lang).format(text=text, note=note) if note else text


def tellings(changes: Iterable[Change], lang: Lang) -> Iterator[str]:
    """Each change as a short sentence; departments that joined or left in one role by one way share it.

    Where a change shows as well is no sentence of its own beside the change itself.
    """
    told = told_once([*changes])
    shared: dict[tuple[object, ...], list[str]] = {}
    for change in told:
        if change.verb in (Verb.JOINED, Verb.LEFT):
            shared.setdefault(_shared(change), []).extend(change.departments)
    for change in told:
        if change.verb not in (Verb.JOINED, Verb.LEFT):
            yield from _telling(change, lang)
        elif names := shared.pop(_shared(change), None):
            yield _coming_or_going(change, names, lang)


def notes(row: ItemRow, lang: Lang) -> Iterator[str]:
    """What no cell of the row shows: where the item comes from, fields without a column, by which way names came."""
    for change in row.changes:
        is_origin = change.verb is Verb.MOVED or (change.verb is Verb.ADDED and change.before)
        if is_origin or (change.verb is Verb.CHANGED and field_of(change) is None):
            yield from _telling(change, lang)
    for basis, way in WAYS.items():
        own = [each for each in row.changes if each.basis is basis and not each.followers]
        if passed := dict.fromkeys(name for each in own for name in each.departments or each.after):
            yield labelled(names_in(passed, lang), way.in_(lang), lang)
    if row.followers:
        yield _FOLLOWED.in_(lang).format(items=_references(row.followers, lang))


def filled_cells(row: ItemRow, lang: Lang) -> Iterator[str]:
    """牵头单位：县科协, for each cell of an added or removed item beside its number and name."""
    for field, cell in row.cells.items():
        if (parts := cell.new or cell.old) and field not in (Field.NUMBER, Field.ITEM):
            yield labelled(FIELD_WORDS[field].in_(lang), SEPARATOR.in_(lang).join(parts), lang)


def field_change(change: Change, lang: Lang) -> str:
    """牵头领导：A → B."""
    before, after = change.before, change.after
    if change.field == "kind":
        before, after = (tuple(choice_words("kind", kind).in_(lang) for kind in side) for side in (before, after))
    return labelled(field_words(change).in_(lang), arrow(before, after, lang), lang)


def reform(change: Change, lang: Lang) -> tuple[str, str]:
    """县乡村振兴局 → 县农业农村局, and how many items went over; "" for none."""
    told = arrow(change.before, change.after, lang)
    return told, _TASKS.in_(lang).format(count=change.tasks) if change.tasks else ""


def _references(items: tuple[Mentioned, ...], lang: Lang) -> str:
    """Numbers are enough to find items; what has none is told by its name."""
    told = SEPARATOR.in_(lang).join(each.number or f"“{briefly(each.name)}”" for each in items[:_MOST_FOLLOWERS])
    if len(items) <= _MOST_FOLLOWERS:
        return told
    return _AND_MORE.in_(lang).format(items=told, count=len(items))


def _telling(change: Change, lang: Lang) -> Iterator[str]:
    match change.verb:
        case Verb.ADDED if change.before:
            yield SPLIT_OFF.in_(lang).format(origin=change.before[0])
        case Verb.RENAMED:
            yield labelled(_FORMER_NAME.in_(lang), names_in(change.before, lang) or NONE.in_(lang), lang)
        case Verb.CHANGED if not change.field:
            yield labelled(_FORMER_TEXT.in_(lang), names_in(change.before, lang) or NONE.in_(lang), lang)
        case Verb.CHANGED:
            yield field_change(change, lang)
        case Verb.MOVED:
            yield (_MERGED if change.merged else _MOVED).in_(lang).format(origin=names_in(change.before, lang))
        case Verb.LEAD_CHANGED:
            told = labelled(FIELD_WORDS[Field.LEAD].in_(lang), arrow(change.before, change.after, lang), lang)
            yield bracketed(told, _way(change, lang), lang)
        case Verb.ROLE_CHANGED:
            before, after = ([ROLE_WORDS[Role(role)].in_(lang)] for role in (*change.before, *change.after))
            told = labelled(names_in(change.departments, lang), arrow(before, after, lang), lang)
            yield bracketed(told, _way(change, lang), lang)
        case Verb.DUE_CHANGED:
            yield labelled(FIELD_WORDS[Field.DUE].in_(lang), arrow(change.before, change.after, lang), lang)
        case Verb.TARGET_CHANGED:
            target = arrow(change.before, without_common_name(change), lang)
            yield labelled(FIELD_WORDS[Field.TARGETS].in_(lang), target, lang)


def _coming_or_going(change: Change, names: Iterable[str], lang: Lang) -> str:
    words = _JOINED if change.verb is Verb.JOINED else _LEFT
    role = ROLE_WORDS[change.role].in_(lang) if change.role else ""
    notes = [_way(change, lang), _staying(change, lang)]
    told = words.in_(lang).format(role=role, names=names_in(names, lang))
    return bracketed(told, _THEN.in_(lang).join(filter(None, notes)), lang)


def _shared(change: Change) -> tuple[object, ...]:
    return change.verb, change.role, change.basis, change.staying


def _staying(change: Change, lang: Lang) -> str:
    return STAYING[change.verb].in_(lang).format(names=names_in(change.staying, lang)) if change.staying else ""


def _way(change: Change, lang: Lang) -> str:
    return WAYS[change.basis].in_(lang) if change.basis in WAYS and not change.followers else ""
