"""A department is not in the roster.

A name that fits no member under any of its spellings belongs to nobody: the task is sent to no one.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协、县文爱办
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K201"
NAME = "unknown-department"
SEVERITY = Severity.ERROR
TITLE = Words("名册里没有这个单位", "A department is not in the roster")
WHY = Words(
    "名册里查不到的单位，任务就没有人接。写错了字、用了别的简称、或者名册漏了这个单位，都会这样。",
    "A name that fits no member is a task sent to no one: a slip, another short name, or a gap in the roster.",
)
WHOLE_PLAN = False

MESSAGE = Words("名册里没有“{name}”", "“{name}” is not in the roster")
HINT_NEAR = Words(
    "是不是“{near}”？如果是另一个单位，请在名册里加上它，或者写成某个成员的别名",
    "did you mean “{near}”? If it is another body, add it to the roster, or give it as a member's alias",
)
HINT = Words(
    "请在名册里加上它，或者把它写成某个成员单位的别名",
    "add it to the roster, or give it as a member's alias",
)


def check(subject: Subject) -> Iterator[Issue]:
    register = subject.ledger.register
    for name in subject.ledger.written:
        if name.mention.sort is Sort.UNKNOWN:
            near = register.nearest(name.mention.department)
            hint = say(HINT_NEAR, near=near) if near else say(HINT)
            yield Issue(name.place, say(MESSAGE, name=name.mention.department), hint)
