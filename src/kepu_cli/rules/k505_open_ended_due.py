"""K505 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    规则: {K505: 提示}
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 长期坚持

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    规则: {K505: 提示}
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 6月底前印发方案，11月底前总结
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.dates.due import DueKind, parse_due
from kepu_cli.findings import Issue, Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K505"
NAME = "open-ended-due"
SEVERITY = None
TITLE = Words("时限没有尽头", "A date without an end")
WHY = Words(
    "“长期坚持”“持续推进”常见，也往往属实，但是没有日子可以催办。按季度督查的地方，至少要有一步写明日子，可以在“规则”里打开。",
    "Such dates are usual and often true, but nothing can be called due. "
    "An office that checks by the quarter wants one step with a day, and can turn this on.",
)
WHOLE_PLAN = False

MESSAGE = Words("{item}的时限是“{text}”，没有日子可以催办", "{item} is due “{text}”: no day to remind anybody of")
HINT = Words(
    "请写出今年做到哪一步、到什么时候，例如：11月底前完成年度任务",
    "say which step is due this year, and when, such as 11月底前完成年度任务",
)


def check(subject: Subject) -> Iterator[Issue]:
    plan = subject.plan
    for row in subject.ledger.rows:
        due = parse_due(row.item.due, plan.first_year, plan.last_year) if row.item.due.strip() else None
        if due and due.kind is DueKind.ONGOING:
            yield Issue((*row.path, "due"), say(MESSAGE, item=row.called, text=row.item.due.strip()), say(HINT))
