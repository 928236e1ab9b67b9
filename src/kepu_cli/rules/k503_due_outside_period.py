"""A date outside the plan's years.

Last year's date, copied with last year's text; or a task that belongs to the next plan.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2025年11月底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年11月底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.dates.due import DueKind, parse_due
from kepu_cli.findings import Issue, Severity, Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K503"
NAME = "due-outside-period"
SEVERITY = Severity.WARNING
TITLE = Words("时限不在方案的年度里", "A date lies outside the plan's years")
WHY = Words(
    "多半是从去年的方案里抄来，年份没有改；也可能是下一年的事。",
    "Copied from last year's plan with its year, or something for the next plan.",
)
WHOLE_PLAN = False

MESSAGE_BEFORE = Words("“{due}”早于方案的 {year} 年", "“{due}” is before the plan's year {year}")
MESSAGE_AFTER = Words("“{due}”晚于方案的 {year} 年", "“{due}” is after the plan's year {year}")
HINT_BEFORE = Words("请核对年份，是不是从旧方案里抄来的", "check the year: was it copied from an older plan?")
HINT_AFTER = Words(
    "请核对年份；方案本来就跨年的，请用“起止”代替“年度”",
    "check the year; a plan of several years says so with period instead of year",
)
HINT_AFTER_PERIOD = Words("请核对年份", "check the year")


def check(subject: Subject) -> Iterator[Issue]:
    first, last = subject.plan.first_year, subject.plan.last_year
    if first is None or last is None:
        return
    for row in subject.ledger.rows:
        due = parse_due(row.item.due, first, last) if row.item.due.strip() else None
        # What recurs or goes on has no day by which it is too late.
        if due is None or due.kind is not DueKind.ONCE or due.last is None:
            continue
        if due.last.year < first:
            message = say(MESSAGE_BEFORE, due=row.item.due, year=first)
            yield Issue((*row.path, "due"), message, say(HINT_BEFORE))
        elif due.last.year > last:
            hint = say(HINT_AFTER) if subject.plan.year else say(HINT_AFTER_PERIOD)
            yield Issue((*row.path, "due"), say(MESSAGE_AFTER, due=row.item.due, year=last), hint)
