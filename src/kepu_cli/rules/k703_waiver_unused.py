"""K703 by example.

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
      - {规则: K208, 对象: 县水利局, 理由: 本年度无任务}

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

from kepu_cli import rules
from kepu_cli.findings import Issue, Severity, Words, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Waived

CODE = "K703"
NAME = "waiver-unused"
SEVERITY = Severity.INFO
TITLE = Words("豁免没有用上", "A waiver waives nothing any more")
WHY = Words(
    "它认可的问题已经改好了，或者对象写错了。留着它，下次同样的错就会被它遮住。",
    "What it accepted is mended, or its object is misspelt. Left standing, it would hide the same mistake next time.",
)

MESSAGE = Words("对 {rule} 的豁免没有用上", "the waiver of {rule} waives nothing")
HINT = Words(
    "请看看对象写得对不对；问题已经改好的，请删去这一条",
    "see whether its object is spelt right; if the matter is mended, remove the waiver",
)
HINT_FIXED = Words(
    "{rule} 说的是文件和豁免本身，不能豁免；请删去这一条",
    "{rule} is about the file or the waivers themselves and cannot be waived; remove the waiver",
)


def check(subject: Waived) -> Iterator[Issue]:
    if not subject.complete:
        return
    known = frozenset(rules.codes())
    for position, waiver in enumerate(subject.plan.waivers):
        code = waiver.rule.upper()
        # One without a reason is K701's, one of no rule K005's; K8 is only seen where several plans are.
        if (
            waiver.reason
            and code in known
            and not code.startswith("K8")
            and position not in subject.used | subject.over
        ):
            hint = HINT_FIXED if code.startswith(("K0", "K7")) else HINT
            yield Issue(("waivers", position, "rule"), say(MESSAGE, rule=waiver.rule), say(hint, rule=waiver.rule))
