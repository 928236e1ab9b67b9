"""The sheet 覆盖检查: mistakes and gaps with what to do about each, or a sentence that there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli import __version__
from kepu_cli.coverage import Grade
from kepu_cli.exporters.column_widths import Span
from kepu_cli.exporters.listing import ListColumn, ListGroup, Listing
from kepu_cli.exporters.workbook.coverage_rows import troubles
from kepu_cli.findings import Words
from kepu_cli.views.table_title import table_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.checking import Report
    from kepu_cli.coverage import Coverage
    from kepu_cli.exporters.workbook.coverage_rows import Trouble, Troubles
    from kepu_cli.findings import Lang
    from kepu_cli.loading.places import Places
    from kepu_cli.model import Plan

TABLE_NAME = "coverage"
TITLE = Words(zh="{plan}覆盖检查", en="{plan}: coverage")
FOUND = Words(zh="检查发现的问题", en="Findings")
GAPS = Words(zh="没有落实的职责和项目", en="Items not held as they should be")
IDLE = Words(zh="没有具体任务的成员单位", en="Members without a task of their own")
OPEN = Words(zh="上级纲要里没有承接的职责", en="Duties of the outline not taken up")
COUNTED = Words(zh="{kind}（{count}）", en="{kind} ({count})")
NOTHING = Words(zh="未发现问题", en="Nothing found")

_HEADS = (
    (Words("序号", "No."), Span(6, 8, by_longest=True)),
    (Words("级别", "Grade"), Span(9, 18, by_longest=True)),
    (Words("事项", "Item"), Span(24, 60)),
    (Words("问题", "What is wrong"), Span(24, 60)),
    (Words("怎么办", "What to do"), Span(22, 60)),
    (Words("位置", "Place"), Span(12, 22, by_longest=True)),
)
_CENTRED = frozenset((0, 1, 5))
_BY_DEFAULT = Words(
    "另有 {count} 项自己没有写单位，由所属任务的单位承担。", "{count} more are held by their action's departments."
)
_INFOS = Words("另有提示 {count} 条，没有列出。", "{count} infos are not listed.")
_WAIVED = Words("方案注明接受的问题 {count} 个，没有列出。", "{count} findings that the plan waives are not listed.")
# No date: the same plan gives the same file whenever it is made.
_BY = Words("由 kepu {version} 检查", "checked by kepu {version}")
_YEAR = Words("{by}，方案年度：{year}。", "{by}; year of the plan: {year}.")
_NO_YEAR = Words("{by}。", "{by}.")


def coverage_listing(
    plan: Plan, year: str, coverage: Coverage, report: Report | None, places: Places | None
) -> Listing:
    """Four kinds of trouble under a heading each; without a report the findings are left out."""
    lang = plan.lang
    title = table_title(plan, TITLE)
    found = troubles(plan, coverage, report, places)
    kinds = ((FOUND, found.found), (GAPS, found.gaps), (IDLE, found.idle), (OPEN, found.open_duties))
    groups = tuple(_group(words, rows, lang) for words, rows in kinds if rows)
    columns = tuple(ListColumn(head.in_(lang), span, at in _CENTRED) for at, (head, span) in enumerate(_HEADS))
    nothing = (ListGroup(NOTHING.in_(lang), ()),)
    below = tuple(_below(year, found, coverage, report, lang))
    return Listing(TABLE_NAME, title, columns, groups or nothing, lang, below=below)


def _group(words: Words, rows: Sequence[Trouble], lang: Lang) -> ListGroup:
    heading = COUNTED.in_(lang).format(kind=words.in_(lang), count=len(rows))
    return ListGroup(heading, tuple((number, *row) for number, row in enumerate(rows, start=1)), words.in_(lang))


def _below(year: str, found: Troubles, coverage: Coverage, report: Report | None, lang: Lang) -> Iterator[str]:
    """What is counted and not listed, and by whom the check was made."""
    by_default = sum(each.grade is Grade.BY_DEFAULT for each in coverage.graded)
    waived = report.waived if report else 0
    counted = ((_BY_DEFAULT, by_default), (_INFOS, found.infos), (_WAIVED, waived))
    told = [words.in_(lang).format(count=count) for words, count in counted if count]
    by = _BY.in_(lang).format(version=__version__)
    told.append((_YEAR if year else _NO_YEAR).in_(lang).format(by=by, year=year))
    yield ("" if lang.value == "zh" else " ").join(told)
