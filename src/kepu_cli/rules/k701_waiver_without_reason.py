"""K701 by example.

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
      - {规则: K208, 对象: 县水利局}

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
      - {规则: K208, 对象: 县水利局, 理由: 本年度无任务}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Waived

CODE = "K701"
NAME = "waiver-without-reason"
SEVERITY = Severity.ERROR
TITLE = Words("豁免没有写理由", "A waiver gives no reason")
WHY = Words(
    "豁免写在方案里，谁都看得到；没有理由，就分不清是认可的问题还是被藏起来的问题。写上理由以前，它不起作用。",
    "A waiver stands in the plan for all to read; without its reason an accepted finding looks like a hidden one. "
    "Until it has one it waives nothing.",
)
MESSAGE = Words("对 {rule} 的豁免没有写理由，不起作用", "the waiver of {rule} gives no reason and has no effect")
HINT = Words("请写上“理由”，例如 理由: 本年度无任务", "add a reason, such as reason: no task this year")


def check(subject: Waived) -> Iterator[Issue]:
    for position, waiver in enumerate(subject.plan.waivers):
        if waiver.rule and not waiver.reason:
            yield Issue(("waivers", position), say(MESSAGE, rule=waiver.rule), say(HINT))
