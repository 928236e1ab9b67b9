"""K003 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        牵头单位: 县科协
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

CODE = "K003"
NAME = "duplicate-key"
SEVERITY = Severity.ERROR
TITLE = Words("同一个栏目写了两次", "A key stands twice")
WHY = Words(
    "两处只能有一处算数，别的软件会不声不响地只取最后一处。",
    "Only one of the two values can hold, and other programs take the last one in silence.",
)

MESSAGES = {
    "same": Words("“{key}”写了两次，前面在第 {line} 行", "“{key}” stands here twice: first in line {line}"),
    "synonym": Words(
        "“{key}”和第 {line} 行的“{first}”是同一个栏目", "“{key}” means the same as “{first}” in line {line}"
    ),
    "new-item": Words(
        "这里像是新的一项，“{key}”前面少了“- ”", "a new item seems to begin here: the “- ” before “{key}” is missing"
    ),
}
_KEEP_ONE = Words("请只留一处；是两项内容的，请合成一处", "keep one of them, or join the two values")
HINTS = {
    "same": _KEEP_ONE,
    "synonym": _KEEP_ONE,
    "new-item": Words(
        "请写成“{line}”，短横与上一项的短横对齐", "write “{line}”, its dash below that of the item before"
    ),
}


def tell(flaw: Flaw) -> Issue:
    return tell_by(flaw, MESSAGES, HINTS)
