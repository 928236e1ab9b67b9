"""The tables of a comparison, in order: for everybody, or a letter that goes to one department."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.change_views.by_department import DepartmentNews, department_news
from kepu_cli.change_views.item_table import item_key, item_table
from kepu_cli.change_views.news_words import news_counts
from kepu_cli.exporters.changes import carried_part, departments_part, doubts_part, items_part
from kepu_cli.exporters.changes.overview import KEY, NOTHING, overview
from kepu_cli.exporters.listing import ListGroup, Listing
from kepu_cli.findings import Words
from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.change_views.item_table import ItemTable
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.exporters.listing import ListColumn
    from kepu_cli.findings import Lang, Path
    from kepu_cli.model import Plan

ITEMS_SHEET = Words("变化对照表", "Changes")

_TITLE = Words("{plan}{sheet}", "{plan}: {sheet}")
_LETTER_TITLE = Words("{plan}涉及{department}的变化", "{plan}: what changes for {department}")
_LETTER_SHEET = Words("本单位变化", "Your changes")
_LETTER_ITEMS = Words("有关任务对照", "The items")
_ADDRESSED = Words("{department}：", "To {department}:")
_LETTER = Words(
    "\u3000\u3000与《{old}》相比，《{new}》中你单位{counts}。请核对，意见写在表后，盖章后返回。",
    "Compared with “{old}”, this is what “{new}” means for you: {counts}. "
    "Please check it, write your opinion below and return it.",
)
_NO_NEWS = Words(
    "\u3000\u3000与《{old}》相比，《{new}》中你单位承担的任务没有变化。",
    "Compared with “{old}”, nothing changes for you in “{new}”.",
)
_NO_ITEMS = Words("各项任务没有变化，变化见上面", "The items are as they were; see above what changed")
_NOTHING_FOR_YOU = Words("没有变化", "No changes")
_OPINION = Words("意见：□ 没有意见\u3000\u3000□ 有意见（请写明）：", "Opinion:   [ ] none      [ ] as follows:")
_BLANK = "\u3000" * 13  # to be written on
_SIGNATURE = Words(
    f"负责人（签字）：{_BLANK}单位（盖章）：{_BLANK}日期：\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日",
    f"Signed:{' ' * 50}Stamp:{' ' * 50}Date:",
)
_SPACE_TO_SIGN = 26.0  # points


class Part(NamedTuple):
    """A table with its short name, for a sheet's tab or a heading."""

    name: str
    listing: Listing


class Telling(NamedTuple):
    """A comparison with its two plans; `department` None is everybody. `narrow` is for pages without wide tables."""

    comparison: Comparison
    old: Plan
    new: Plan
    department: str | None = None
    narrow: bool = False

    @property
    def lang(self) -> Lang:
        return self.new.lang


def parts(telling: Telling) -> tuple[Part, ...]:
    """At least one table; where nothing changed it says so."""
    return tuple(_letter(telling) if telling.department is not None else _all(telling))


def _all(telling: Telling) -> Iterator[Part]:
    comparison, lang = telling.comparison, telling.lang
    table = item_table(comparison)
    yield _items(telling, table, ITEMS_SHEET, overview(comparison, table, telling.old, telling.new))
    if news := department_news(comparison):
        groups = departments_part.departments_groups(news, comparison, lang)
        yield _part(telling, departments_part.SHEET, "departments", departments_part.departments_columns(lang), groups)
    if comparison.carried:
        yield _carried(telling)
    if groups := doubts_part.doubts_groups(comparison, lang):
        sheet = doubts_part.doubts_sheet(comparison)
        yield _part(telling, sheet, "doubts", doubts_part.doubts_columns(lang), groups)


def _items(telling: Telling, table: ItemTable, sheet: Words, intro: tuple[str, ...]) -> Part:
    lang = telling.lang
    if not table.rows:
        columns = items_part.told_columns(lang)
        return _part(telling, sheet, "changes", columns, (ListGroup(_nothing(telling).in_(lang), ()),), intro)
    if telling.narrow:
        columns, groups = items_part.told_columns(lang), items_part.told_groups(table, lang)
        return _part(telling, sheet, "changes", columns, groups, intro)
    columns, groups = items_part.whole_columns(table, lang), items_part.whole_groups(table, lang)
    return _part(telling, sheet, "changes", columns, groups, (*intro, KEY.in_(lang)))


def _nothing(telling: Telling) -> Words:
    return _NO_ITEMS if telling.comparison.changes else NOTHING


def _carried(telling: Telling) -> Part:
    """On a narrow page items that go on as they were are only counted."""
    lang = telling.lang
    groups = carried_part.carried_groups(telling.comparison, lang, brief=telling.narrow)
    return _part(telling, carried_part.SHEET, "carried", carried_part.carried_columns(lang), groups)


def _part(
    telling: Telling,
    sheet: Words,
    name: str,
    columns: tuple[ListColumn, ...],
    groups: tuple[ListGroup, ...],
    intro: tuple[str, ...] = (),
) -> Part:
    short = sheet.in_(telling.lang)
    title = _TITLE.in_(telling.lang).format(plan=telling.new.title, sheet=short)
    return Part(short, Listing(name, title, columns, groups, telling.lang, intro=intro))


def _letter(telling: Telling) -> Iterator[Part]:
    """What changes for one department, with a place to answer; then the whole rows of these items."""
    lang, name = telling.lang, telling.department or ""
    news = _news_of(name, telling.comparison)
    (told,) = departments_part.departments_groups((news,), telling.comparison, lang)
    nothing = ListGroup(_NOTHING_FOR_YOU.in_(lang), ())
    listing = Listing(
        "your_changes",
        _LETTER_TITLE.in_(lang).format(plan=telling.new.title, department=news.department),
        departments_part.departments_columns(lang),
        (told._replace(heading="", again="") if told.rows else nothing,),
        lang,
        intro=(
            _ADDRESSED.in_(lang).format(department=news.department),
            _letter_text(news, telling, has_rows=bool(told.rows)),
        ),
        below=(_OPINION.in_(lang), _SIGNATURE.in_(lang)),
        below_gap=_SPACE_TO_SIGN,
    )
    yield Part(_LETTER_SHEET.in_(lang), listing)
    table = item_table(telling.comparison, _keys(news))
    if table.rows:
        yield _items(telling, table, _LETTER_ITEMS, ())


def _news_of(name: str, comparison: Comparison) -> DepartmentNews:
    """Of the department by its new or its former name; empty where it has none."""
    news = department_news(comparison)
    for each in news:
        if normal(name) == normal(each.department):
            return each
    former = (each for each in news if normal(name) in map(normal, each.formerly))
    return next(former, DepartmentNews(name))


def _letter_text(news: DepartmentNews, telling: Telling, *, has_rows: bool) -> str:
    words = _LETTER if has_rows else _NO_NEWS
    counts = news_counts(news).in_(telling.lang)
    return words.in_(telling.lang).format(old=telling.old.title, new=telling.new.title, counts=counts)


def _keys(news: DepartmentNews) -> frozenset[tuple[Path, bool]]:
    """The changed items in which it has or had a part."""
    shifts = (*news.gained, *news.lost, *news.changed)
    at = [(shift.new, False) if shift.new is not None else (shift.old or (), True) for shift in shifts]
    return frozenset((*at, *map(item_key, news.touched)))
