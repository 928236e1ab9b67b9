"""K305 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县农业农村局, 县科协]
    重点任务:
      - 名称: 农民科学素质提升行动
        牵头单位: 各镇街
        责任单位: 县农业农村局、县科协
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县农业农村局, 县科协]
    重点任务:
      - 名称: 农民科学素质提升行动
        牵头单位: 县农业农村局
        责任单位: 县科协、各镇街
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Level, Role
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.coverage import Coverage
    from kepu_cli.findings import Path
    from kepu_cli.rules.anatomy import Subject

CODE = "K305"
NAME = "group-leads"
SEVERITY = Severity.ERROR
TITLE = Words("牵头的是一组单位", "A group is to lead")
WHY = Words(
    "牵头的是对结果负责的那一家；一组单位里，谁也不会先动手。",
    "A lead is one body that answers for the result; in a group, nobody makes the first move.",
)
WHOLE_PLAN = False

MESSAGE = Words("“{name}”是一组单位，不能牵头", "“{name}” is a group and cannot lead")
MESSAGE_VAGUE = Words("“{name}”没有说是哪个单位，不能牵头", "“{name}” names nobody and cannot lead")
HINT = Words(
    "请写一个具体单位牵头，“{name}”可以放到责任单位里",
    "name one department as the lead; “{name}” can go to those responsible",
)
HINT_VAGUE = Words("请写一个具体单位牵头", "name one department as the lead")


def check(subject: Subject) -> Iterator[Issue]:
    words = [name for name in subject.ledger.written if name.mention.sort in _WORDS and name.role is Role.LEAD]
    left_open = _left_open(subject.coverage) if words else set()
    for name in words:
        word = name.mention.department
        if name.mention.is_group:
            yield Issue(name.place, say(MESSAGE, name=word), say(HINT, name=word))
        # Where nothing else holds the duty, K401 says so and names the word.
        elif name.path not in left_open:
            yield Issue(name.place, say(MESSAGE_VAGUE, name=word), say(HINT_VAGUE))


_WORDS = (Sort.MEMBERS, Sort.GROUP, Sort.VAGUE)


def _left_open(coverage: Coverage) -> set[Path]:
    return {one.row.path for one in coverage.graded if one.is_left_open and one.row.level is not Level.ACTION}
