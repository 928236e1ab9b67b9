"""K502 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年13月底前

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

from kepu_cli.dates.due import read_due, read_stretch
from kepu_cli.dates.unread import Unread, Why
from kepu_cli.findings import Issue, Lang, Severity, Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Fact, Path, Said
    from kepu_cli.rules.anatomy import Subject

CODE = "K502"
NAME = "due-unreadable"
SEVERITY = Severity.WARNING
WORST = Severity.ERROR
TITLE = Words("时限看不懂", "A date cannot be read")
WHY = Words(
    "表格里会照原样印出来，但是算不出日子，催办和排序都用不上。日历上没有的日子算错误。",
    "It is printed as it stands, but nothing that counts days can use it: no reminder, no order by date. "
    "A day in no calendar is an error.",
)
WHOLE_PLAN = False

MESSAGES = {
    Why.NO_DATE: Words("看不出“{text}”是什么时候", "cannot tell when “{text}” is"),
    Why.TOO_LONG: Words("“{text}”太长，是一段话，不像时限", "“{text}” is too long for a date"),
    Why.NO_SUCH_DAY: Words("“{text}”：{month}没有{day}日", "“{text}”: {month} has no day {day}"),
    Why.NO_SUCH_MONTH: Words("“{text}”：没有{number}月", "“{text}”: there is no month {number}"),
    Why.NO_SUCH_QUARTER: Words("“{text}”：没有第 {quarter} 季度", "“{text}”: there is no quarter {quarter}"),
    Why.BACKWARDS: Words("“{text}”结束在前，开始在后", "“{text}” ends before it begins"),
    Why.GLUED: Words("“{text}”里两个日期连在一起", "two dates run together in “{text}”"),
    Why.EITHER: Words("“{text}”里写了“或”，没有说定是哪个时间", "“{text}” gives two dates and not which of them holds"),
    Why.SLIP: Words("“{text}”里的“{slip}”像是写错了", "“{slip}” in “{text}” looks like a slip"),
    Why.NO_BEGINNING: Words("“{text}”没有说从什么时候开始", "“{text}” does not say when it begins"),
    Why.NO_END: Words("“{text}”没有说到什么时候结束", "“{text}” does not say when it ends"),
}
HINT = Words(
    "可以写：2026年11月底前、2026-11-30、第三季度、年底前、每年11月底前、长期坚持",
    "forms that are read: 2026-11-30, by end of November 2026, Q3, every November, ongoing, 年底前, 长期坚持",
)
HINT_PHASE = Words(
    "请写起止，可以写：1—3月、2026年4月1日至11月30日、第四季度、全年",
    "say from when to when; forms that are read: 1—3月, 2026年4月1日至11月30日, April to June, Q4, 全年",
)
# For a plan in English.
HINT_ENGLISH = Words(
    "可以写：2026-11-30、by end of November 2026、Q3、end of year、every November、ongoing",
    "forms that are read: 2026-11-30, by end of November 2026, Q3, end of year, every November, ongoing",
)
HINT_PHASE_ENGLISH = Words(
    "请写起止，可以写：January to March、1 April to 30 November 2026、Q4、all year",
    "say from when to when; forms that are read: January to March, 1 April to 30 November 2026, Q4, all year",
)
# In place of those, where the form is clear and only the numbers or the marks are wrong.
HINTS = {
    Why.TOO_LONG: Words("这里只写日子，其余的话请写到“备注”里", "give the date alone and put the rest into remark"),
    Why.NO_SUCH_DAY: Words(
        "{month}有{length}天；最后一天可以写成“{last}”",
        "{month} has {length} days; its last day may be written “{last}”",
    ),
    Why.NO_SUCH_MONTH: Words("月份是1到12，请核对", "months run from 1 to 12: check the number"),
    Why.NO_SUCH_QUARTER: Words("一年有四个季度，请核对", "a year has four quarters: check the number"),
    Why.BACKWARDS: Words("请核对前后两个日子", "check both dates"),
    Why.GLUED: Words(
        "从前一个到后一个，中间写“至”；是两个期限，中间写“；”",
        "put 至 between them if it is from one to the other, or ； if these are two dates",
    ),
    Why.EITHER: Words(
        "定了哪个就写哪个；从前一个到后一个都算的，中间写“至”；两次都要的，中间写“和”",
        "write the one that holds; put 至 between them for the time from one to the other, 和 if both hold",
    ),
    Why.SLIP: Words("是不是“{meant}”？", "did you mean “{meant}”?"),
}

# Characters of the text that a message repeats.
SHOWN = 24

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def check(subject: Subject) -> Iterator[Issue]:
    plan = subject.plan
    hint, hint_phase = (HINT_ENGLISH, HINT_PHASE_ENGLISH) if plan.lang is Lang.EN else (HINT, HINT_PHASE)
    for row in subject.ledger.rows:
        due = read_due(row.item.due, plan.first_year, plan.last_year) if row.item.due.strip() else None
        if isinstance(due, Unread):
            yield _issue((*row.path, "due"), row.item.due, due, hint)
    year = plan.first_year if plan.first_year == plan.last_year else None
    for position, phase in enumerate(plan.phases):
        stretch = read_stretch(phase.time, year) if phase.time.strip() else None
        if isinstance(stretch, Unread):
            yield _issue(("phases", position, "time"), phase.time, stretch, hint_phase)


def _issue(path: Path, text: str, unread: Unread, hint: Words) -> Issue:
    facts = _facts(unread)
    # No such day is a slip for certain; a text that is no date may be meant.
    severity = Severity.ERROR if unread.why in (Why.NO_SUCH_DAY, Why.NO_SUCH_MONTH) else None
    return Issue(path, say(MESSAGES[unread.why], text=_shown(text), **facts), _hint(unread, hint, facts), severity)


def _hint(unread: Unread, otherwise: Words, facts: dict[str, Fact]) -> Said:
    hint = HINTS.get(unread.why)
    return say(hint, **facts) if hint else say(otherwise)


def _facts(unread: Unread) -> dict[str, Fact]:
    facts: dict[str, Fact] = {"number": unread.month, "quarter": unread.quarter, "day": unread.day}
    facts |= {"slip": unread.slip, "meant": unread.meant}
    if unread.length:
        any_february = unread.month == 2 and unread.year is None
        facts["month"] = _spell_month(unread)
        facts["last"] = Words(f"{unread.month}月底", f"end of {_MONTHS[unread.month - 1]}")
        facts["length"] = Words("28或29", "28 or 29") if any_february else unread.length
    return facts


def _spell_month(unread: Unread) -> Words:
    """With the year where the length depends on it."""
    name = _MONTHS[unread.month - 1]
    if unread.month == 2 and unread.year:
        return Words(f"{unread.year}年2月", f"{name} {unread.year}")
    return Words(f"{unread.month}月", name)


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
