"""K306 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协, 县妇联]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协、县妇联等
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协, 县妇联]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协、县妇联
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K306"
NAME = "open-list"
SEVERITY = Severity.INFO
TITLE = Words("单位没有列全，写了“等”", "A list ends with 等")
WHY = Words(
    "“等”里还有谁？没有写出来的单位不会自己站出来。",
    "Who else is meant? Those who are not named will not come forward.",
)
WHOLE_PLAN = False

MESSAGE = Words("“{name}”没有列全", "“{name}” leaves the list open")
HINT = Words("请列出其余单位；已经列全的，请去掉“等”", "name the others; if there are none, leave out 等")


def check(subject: Subject) -> Iterator[Issue]:
    for name in subject.ledger.written:
        # 等部门 on its own names nobody: K304.
        if name.mention.open_end and name.mention.sort is not Sort.VAGUE:
            yield Issue(name.place, say(MESSAGE, name=name.mention.written), say(HINT))
