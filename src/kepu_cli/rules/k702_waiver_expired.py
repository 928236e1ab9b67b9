"""K702 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
    豁免:
      - {规则: K208, 对象: 县水利局, 理由: 上年度无任务, 至: 2025-12-31}

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协, 县水利局]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
    豁免:
      - {规则: K208, 对象: 县水利局, 理由: 本年度无任务, 至: 2026-12-31}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.dates.due import parse_due
from kepu_cli.findings import Issue, Severity, Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Waived

CODE = "K702"
NAME = "waiver-expired"
SEVERITY = Severity.WARNING
TITLE = Words("豁免已经过期", "A waiver's last day has passed")
WHY = Words(
    "过了期的豁免不再起作用。当初写上日期，就是为了到时候再看一次。",
    "It waives nothing any more. The day was set so that the matter would come up again.",
)

MESSAGE = Words(
    "对 {rule} 的豁免到 {until} 为止，已经过期", "the waiver of {rule} held until {until}, which has passed"
)
HINT = Words(
    "事情还没办好的，请改写日期；已经不需要的，请删去这一条",
    "set a new day if it still has to hold; remove the waiver if it does not",
)
MESSAGE_UNREADABLE = Words(
    "看不出对 {rule} 的豁免到哪一天为止：“{until}”", "cannot tell until when the waiver of {rule} holds: “{until}”"
)
HINT_UNREADABLE = Words(
    "请写成 2026-12-31 这样的日期；在那以前，这条豁免一直有效",
    "write a day such as 2026-12-31; until then the waiver holds without end",
)


def check(subject: Waived) -> Iterator[Issue]:
    for position, waiver in enumerate(subject.plan.waivers):
        where = ("waivers", position, "until")
        if position in subject.over:
            yield Issue(where, say(MESSAGE, rule=waiver.rule, until=waiver.until), say(HINT))
        elif waiver.until and not _is_day(waiver.until, subject.plan.first_year):
            yield Issue(where, say(MESSAGE_UNREADABLE, rule=waiver.rule, until=waiver.until), say(HINT_UNREADABLE))


def _is_day(until: str, year: int | None) -> bool:
    due = parse_due(until, year)
    return due is not None and due.last is not None
