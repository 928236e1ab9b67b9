"""K503 by example.

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

    from kepu_cli.findings import Said
    from kepu_cli.model import Plan
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

MESSAGE_BEFORE = Words("“{due}”早于方案的{years}", "“{due}” is before the plan's {years}")
MESSAGE_AFTER = Words("“{due}”晚于方案的{years}", "“{due}” is after the plan's {years}")
HINT_BEFORE = Words("请核对年份，是不是从旧方案里抄来的", "check the year: was it copied from an older plan?")
HINT_AFTER = Words(
    "请核对年份；方案本来就跨年的，请用“起止”代替“年度”",
    "check the year; a plan of several years says so with period instead of year",
)
HINT_AGAIN = Words("请核对年份", "check the year")
HINT_BOTH = Words(
    "这一年在“起止”里，但是方案也写了“年度”，以“年度”为准；方案是几年的，请删去“年度”",
    "that year lies within the period, but the plan has a year too, which counts; a plan of several years needs none",
)


def check(subject: Subject) -> Iterator[Issue]:
    plan = subject.plan
    first, last = plan.first_year, plan.last_year
    if first is None or last is None:
        return
    for row in subject.ledger.rows:
        due = parse_due(row.item.due, first, last) if row.item.due.strip() else None
        # What recurs or goes on has no day by which it is too late.
        if due is None or due.kind is not DueKind.ONCE or due.last is None:
            continue
        if not first <= due.last.year <= last:
            early = due.last.year < first
            message = say(MESSAGE_BEFORE if early else MESSAGE_AFTER, due=row.item.due, years=_spell_years(first, last))
            yield Issue((*row.path, "due"), message, _hint(plan, due.last.year, early=early))


def _hint(plan: Plan, year: int, *, early: bool) -> Said:
    if plan.year and plan.period:
        begin, end = plan.period
        return say(HINT_BOTH if begin <= year <= end else HINT_AGAIN)
    if early:
        return say(HINT_BEFORE)
    return say(HINT_AFTER if plan.year else HINT_AGAIN)


def _spell_years(first: int, last: int) -> Words:
    if first == last:
        return Words(f"年度 {first}", f"year {first}")
    return Words(f"起止 {first}—{last}", f"period {first}—{last}")
