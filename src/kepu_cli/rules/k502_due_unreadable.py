"""A date that cannot be read.

It is printed as it stands, but nothing that counts days can use it: no reminder, no order by date.

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

from kepu_cli.dates.due import parse_due, parse_stretch
from kepu_cli.findings import Issue, Severity, Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K502"
NAME = "due-unreadable"
SEVERITY = Severity.WARNING
TITLE = Words("时限看不懂", "A date cannot be read")
WHY = Words(
    "表格里会照原样印出来，但是算不出日子，催办和排序都用不上。",
    "It is printed as it stands, but nothing that counts days can use it.",
)
WHOLE_PLAN = False

MESSAGE = Words("看不出“{text}”是什么时候", "cannot tell when “{text}” is")
HINT = Words(
    "可以写：2026年11月底前、2026-11-30、第三季度、年底前、每年11月底前、长期坚持",
    "forms that are read: 2026-11-30, 2026年11月底前, 第三季度, 年底前, 每年11月底前, 长期坚持",
)
HINT_PHASE = Words(
    "请写起止，可以写：1—3月、2026年4月1日至11月30日、第四季度、全年",
    "say from when to when; forms that are read: 1—3月, 2026年4月1日至11月30日, 第四季度, 全年",
)

# Characters of the text that a message repeats.
SHOWN = 24


def check(subject: Subject) -> Iterator[Issue]:
    plan = subject.plan
    for row in subject.ledger.rows:
        if row.item.due.strip() and parse_due(row.item.due, plan.first_year, plan.last_year) is None:
            yield Issue((*row.path, "due"), say(MESSAGE, text=_shown(row.item.due)), say(HINT))
    for position, phase in enumerate(plan.phases):
        if phase.time.strip() and parse_stretch(phase.time, plan.first_year) is None:
            yield Issue(("phases", position, "time"), say(MESSAGE, text=_shown(phase.time)), say(HINT_PHASE))


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
