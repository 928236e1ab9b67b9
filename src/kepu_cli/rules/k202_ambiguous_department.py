"""K202 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 示例县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 教育局
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

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.names import normal, without_open_end
from kepu_cli.roster import Sort, claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K202"
NAME = "ambiguous-department"
SEVERITY = Severity.ERROR
TITLE = Words("一个名称对得上两个单位", "A name fits two members")
WHY = Words(
    "两个单位都可能以为写的是对方，任务就落空了。",
    "Each of the two may think that the other one is meant, and the task is done by neither.",
)
WHOLE_PLAN = False

MESSAGE = Words("“{name}”对得上不止一个单位：{candidates}", "“{name}” could be any of these members: {candidates}")
HINT = Words("请写出全称", "write the full name of the one that is meant")


def check(subject: Subject) -> Iterator[Issue]:
    ambiguous = subject.ledger.names_of(Sort.AMBIGUOUS)
    claimed = claims(subject.plan.departments) if ambiguous else {}
    for name in ambiguous:
        spelling, _ = without_open_end(name.mention.written)
        # Two members that claim this very spelling are a mistake of the roster: K207 tells it, once.
        if len({claim.position for claim in claimed.get(normal(spelling), ())}) > 1:
            continue
        candidates = name.mention.candidates
        first = subject.ledger.register.place_of(candidates[0])
        yield Issue(name.place, say(MESSAGE, name=spelling, candidates=candidates), say(HINT), also=first)
