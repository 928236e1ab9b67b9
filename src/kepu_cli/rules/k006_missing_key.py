"""K006 by example.

Bad:
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
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

from kepu_cli.findings import Severity, Words
from kepu_cli.rules.telling import tell_by

if TYPE_CHECKING:
    from kepu_cli.findings import Flaw, Issue

CODE = "K006"
NAME = "missing-key"
SEVERITY = Severity.ERROR
TITLE = Words("缺少必填的栏目", "A key is missing")
WHY = Words(
    "没有标题就没有表，没有任务就没有方案。",
    "Without a title there is no table, and without actions no plan.",
)

MESSAGES = {
    "missing": Words("缺少“{key}”", "“{key}” is missing here"),
    "no-actions": Words("方案里没有任务", "the plan has no actions"),
}
HINTS = {
    "missing": Words("请加一行“{key}: ……”", "add a line “{key}: …”"),
    "no-actions": Words("请在“{key}”下面一项一项列出来", "list them under “{key}”, each beginning with a dash"),
}


def tell(flaw: Flaw) -> Issue:
    return tell_by(flaw, MESSAGES, HINTS)
