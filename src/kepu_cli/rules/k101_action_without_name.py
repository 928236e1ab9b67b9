"""K101 by example.

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
      - 牵头单位: 县科协
        责任单位: 县教育局
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
      - 名称: 农民科学素质提升行动
        牵头单位: 县科协
        责任单位: 县教育局
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K101"
NAME = "action-without-name"
SEVERITY = Severity.ERROR
TITLE = Words("任务没有名称", "An action has no name")
WHY = Words(
    "内容在、标题不在，多半是复制时丢了，或者它本来属于上一项。没有名称，表格里就是空白的一行。",
    "The block is there and its title is not: lost in copying, or part of the action above. "
    "Without a name, the table shows a blank row.",
)
WHOLE_PLAN = False

MESSAGE = Words("第 {position} 项任务没有名称", "action {position} has no name")
HINT = Words(
    "请补上名称；如果它属于上一项，请并到上一项里",
    "add its name, or join it to the action above if it belongs there",
)


def check(subject: Subject) -> Iterator[Issue]:
    for position, action in enumerate(subject.plan.actions):
        if not action.name.strip():
            yield Issue(("actions", position), say(MESSAGE, position=position + 1), say(HINT))
