"""K211 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县农业农村局, 县科协]
    规则: {K211: {上限: 2}}
    重点任务:
      - {名称: 青少年科学素质提升行动, 牵头单位: 县教育局, 责任单位: 县科协, 完成时限: 2026年底前}
      - {名称: 农民科学素质提升行动, 牵头单位: 县农业农村局, 责任单位: 县科协, 完成时限: 2026年底前}
      - {名称: 科普信息化提升工程, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县农业农村局, 县科协]
    规则: {K211: {上限: 2}}
    重点任务:
      - {名称: 青少年科学素质提升行动, 牵头单位: 县教育局, 责任单位: 县科协, 完成时限: 2026年底前}
      - {名称: 农民科学素质提升行动, 牵头单位: 县农业农村局, 责任单位: 县教育局, 完成时限: 2026年底前}
      - {名称: 科普信息化提升工程, 牵头单位: 县科协, 责任单位: 县农业农村局, 完成时限: 2026年底前}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.ledger import Ledger, Written
    from kepu_cli.rules.anatomy import Subject

CODE = "K211"
NAME = "in-everything"
SEVERITY = Severity.INFO
TITLE = Words("一个单位样样都参加", "A department stands in every action")
WHY = Words(
    "每项任务都写上，往往只是为了保险：它样样都要开会、样样都要报材料。领导小组办公室不算。",
    "Who is named everywhere is mostly named to be on the safe side: it has to attend and report on everything. "
    "The leading group's office is left out.",
)
WHOLE_PLAN = True

# Without a limit in the plan it is told who is in all actions, from this many actions on.
ACTIONS = 6

MESSAGE = Words("“{name}”写进了全部 {count} 项任务", "“{name}” stands in all {count} actions")
MESSAGE_LIMIT = Words(
    "“{name}”写进了 {count} 项任务，超过上限 {limit} 项", "“{name}” stands in {count} actions; the limit is {limit}"
)
HINT = Words(
    "请逐项看看是不是都需要它；只要知道一声的，可以不写",
    "see for each action whether it is needed; who only has to be told need not stand there",
)


def check(subject: Subject) -> Iterator[Issue]:
    total = len(subject.plan.actions)
    if subject.limit is None and total < ACTIONS:
        return
    limit = total - 1 if subject.limit is None else subject.limit
    named = _named(subject.ledger)
    office = subject.ledger.register.resolve(subject.plan.leading_group.office).department
    # Where all of them stand in everything there are few, and none stands out.
    if subject.limit is None and all(len(names) > limit for names in named.values()):
        return
    for name, names in named.items():
        count = len(names)
        if count <= limit or name == office:
            continue
        if subject.limit is None:
            message = say(MESSAGE, name=name, count=count)
        else:
            message = say(MESSAGE_LIMIT, name=name, count=count, limit=limit)
        yield Issue(next(iter(names.values())).place, message, say(HINT))


def _named(ledger: Ledger) -> Mapping[str, Mapping[str | int, Written]]:
    """Department → action → its first name in it: what a group word means does not count."""
    named: dict[str, dict[str | int, Written]] = {}
    for name in ledger.names_of(Sort.DEPARTMENT):
        named.setdefault(name.mention.department, {}).setdefault(name.path[1], name)
    return named
