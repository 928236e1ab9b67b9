"""What each department has to be told: a heading a department with its counts, a row an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.change_views.by_department import is_own
from kepu_cli.change_views.item_table import FIELD_WORDS, Field
from kepu_cli.change_views.news_words import news_counts
from kepu_cli.comparing.changes import Verb
from kepu_cli.exporters.changes.department_rows import DepartmentRows
from kepu_cli.exporters.changes.items_part import HAPPENED, TOLD
from kepu_cli.exporters.changes.wording import bracketed, labelled
from kepu_cli.exporters.column_widths import Span
from kepu_cli.exporters.division_texts import SEPARATOR
from kepu_cli.exporters.listing import ListColumn, ListGroup
from kepu_cli.findings import Words
from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from kepu_cli.change_views.by_department import DepartmentNews
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.findings import Lang

SHEET = Words("各单位变化", "By department")

_ROLE_BEFORE = Words("原角色", "Role before")
_ROLE_NOW = Words("现角色", "Role now")
_FORMERLY = Words("原{names}", "formerly {names}")
_INCLUDING = Words("含原{names}", "with the former {names}")
_MEMBER = {
    Verb.MEMBER_ADDED: Words("新成员单位", "a new member"),
    Verb.MEMBER_REMOVED: Words("不再是成员单位", "no longer a member"),
}


def departments_columns(lang: Lang) -> tuple[ListColumn, ...]:
    return (
        ListColumn(HAPPENED.in_(lang), Span(12, 20, by_longest=True), centred=True),
        ListColumn(FIELD_WORDS[Field.ITEM].in_(lang), Span(34, 60)),
        ListColumn(_ROLE_BEFORE.in_(lang), Span(9, 14, by_longest=True), centred=True),
        ListColumn(_ROLE_NOW.in_(lang), Span(9, 14, by_longest=True), centred=True),
        ListColumn(FIELD_WORDS[Field.DUE].in_(lang), Span(12, 20, by_longest=True), centred=True),
        ListColumn(TOLD.in_(lang), Span(34, 60)),
    )


def departments_groups(news: Iterable[DepartmentNews], comparison: Comparison, lang: Lang) -> tuple[ListGroup, ...]:
    """The departments as they come; those that have the same, and nothing of their own, share one heading."""
    rows = DepartmentRows(comparison, lang)
    together: dict[Hashable, list[DepartmentNews]] = {}
    for each in news:
        key = each.department if _has_its_own(each) else (rows.of(each), news_counts(each))
        together.setdefault(key, []).append(each)
    return tuple(_group(found, rows, comparison, lang) for found in together.values())


def _has_its_own(news: DepartmentNews) -> bool:
    return bool(news.touched or news.itself or any(map(is_own, (*news.gained, *news.lost, *news.changed))))


def _group(news: list[DepartmentNews], rows: DepartmentRows, comparison: Comparison, lang: Lang) -> ListGroup:
    names = SEPARATOR.in_(lang).join(_called(each, comparison, lang) for each in news)
    counts = news_counts(news[0]).in_(lang)
    return ListGroup(labelled(names, counts, lang), rows.of(news[0]), news[0].department if len(news) == 1 else names)


def _called(news: DepartmentNews, comparison: Comparison, lang: Lang) -> str:
    """县农业农村局（含原县乡村振兴局）; 县数据局（原县大数据中心）."""
    formerly = [name for name in news.formerly if normal(name) != normal(news.department)]
    notes = [_MEMBER[each.verb].in_(lang) for each in news.itself if each.verb in _MEMBER]
    if formerly:
        words = _INCLUDING if comparison.old.register.member(news.department) else _FORMERLY
        notes.insert(0, words.in_(lang).format(names=SEPARATOR.in_(lang).join(formerly)))
    return bracketed(news.department, SEPARATOR.in_(lang).join(notes), lang)
