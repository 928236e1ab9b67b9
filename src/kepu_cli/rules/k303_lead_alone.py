"""K303 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
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

from itertools import groupby
from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K303"
NAME = "lead-alone"
SEVERITY = Severity.INFO
TITLE = Words("只有牵头单位，没有责任单位", "A lead has nobody beside it")
WHY = Words(
    "牵头是带着大家做。整项任务只写了一个单位，要么它一家独做，要么漏了别的单位。",
    "A lead brings others together; with one department in the whole action, it works alone or others were left out.",
)
WHOLE_PLAN = False

MESSAGE = Words("{action}只有“{lead}”一家，没有责任单位", "{action} has only “{lead}”, and nobody responsible")
HINT = Words("有别的单位参加的，请写到责任单位里", "if others take part, name them as responsible")


def check(subject: Subject) -> Iterator[Issue]:
    for _, family in groupby(subject.ledger.rows, key=lambda row: row.parent):
        action, *children = family
        if not action.item.lead:
            continue
        lead = subject.ledger.names_at(action.path)[0]
        names = (name for row in (action, *children) for name in subject.ledger.names_at(row.path))
        is_alone = all(name.mention.department == lead.mention.department for name in names)
        if is_alone and lead.mention.sort is Sort.DEPARTMENT and not lead.mention.open_end:
            yield Issue(lead.place, say(MESSAGE, action=action.called, lead=lead.mention.department), say(HINT))
