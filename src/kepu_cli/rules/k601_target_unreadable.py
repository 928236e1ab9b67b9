"""K601 by example.

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
        目标: {场次: 若干, 参与率: {数值: 明显提高, 单位: "%"}}
        完成: {场次: 进行中}

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
        目标: {场次: 二十场, 参与率: {数值: 95, 单位: "%"}}
        完成: {场次: 12}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.numerals import has_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K601"
NAME = "target-unreadable"
SEVERITY = Severity.WARNING
TITLE = Words("目标或完成数里没有数字", "A target or a result without a number")
WHY = Words(
    "“若干”“明显提高”，到年底说不清完成没有，也没有办法汇总。",
    "In December nobody can say whether 若干 or 明显提高 was reached, and nothing can be added up.",
)
WHOLE_PLAN = False

TARGET = Words("目标“{name}”写的是“{value}”，没有数字", "the target “{name}” is “{value}”: no number")
RESULT = Words("完成“{name}”写的是“{value}”，没有数字", "the result “{name}” is “{value}”: no number")
HINT_TARGET = Words(
    "请写上数，例如 20、二十场、95%；全部做到的写 100%；数不出来的请写进内容里",
    "write a number, such as 20, 二十场 or 95%, or 100% for all of it; what cannot be counted belongs into the text",
)
HINT_RESULT = Words("请写上数，还没有做的写 0", "write a number, 0 for what has not begun")

# Characters of the value that a message repeats.
SHOWN = 24


def check(subject: Subject) -> Iterator[Issue]:
    for row in subject.ledger.rows:
        for name, target in row.item.targets.items():
            if not has_number(target.value):
                path = (*row.path, "targets", name, "value")
                yield Issue(path, say(TARGET, name=name, value=_shown(target.value)), say(HINT_TARGET))
        for name, value in row.item.results.items():
            if not has_number(value):
                path = (*row.path, "results", name)
                yield Issue(path, say(RESULT, name=name, value=_shown(value)), say(HINT_RESULT))


def _shown(value: str) -> str:
    return value if len(value) <= SHOWN else value[:SHOWN] + "…"
