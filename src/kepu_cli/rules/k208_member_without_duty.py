"""K208 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协, 县水利局]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协, 县水利局]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协、县水利局
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K208"
NAME = "member-without-duty"
SEVERITY = Severity.WARNING
TITLE = Words("成员单位没有任务", "A member has nothing to do")
WHY = Words(
    "要么漏了，要么不必列为成员单位。只靠“各成员单位”带到的，多半会等别人先动。",
    "It was forgotten, or need not be a member. One reached only by 各成员单位 will wait for the others.",
)
WHOLE_PLAN = True

MESSAGE = Words("“{name}”没有任何任务", "“{name}” has nothing to do")
MESSAGE_GROUP = Words(
    "“{name}”只在单位组里带到，没有单独写出", "“{name}” is named nowhere, only reached through a group"
)
HINT = Words(
    "请给它安排任务；确实没有的，请从成员单位里去掉，或在“豁免”里写明理由",
    "give it a task, take it off the roster, or waive this with a reason",
)
HINT_GROUP = Words("请写明它具体做什么", "say what it is to do")


def check(subject: Subject) -> Iterator[Issue]:
    if subject.ledger.register.is_open:
        return
    told: set[str] = set()
    for idle in subject.coverage.idle:
        # A misspelt or ambiguous name that means it is one mistake, told by K201 and K202.
        if idle.meant_by or idle.department in told:
            continue
        told.add(idle.department)
        place = (*idle.path, "name")
        if idle.through_group:
            yield Issue(place, say(MESSAGE_GROUP, name=idle.department), say(HINT_GROUP), Severity.INFO)
        else:
            yield Issue(place, say(MESSAGE, name=idle.department), say(HINT))
