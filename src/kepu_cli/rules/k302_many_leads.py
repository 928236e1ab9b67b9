"""K302 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县人社局, 县总工会, 县工信局, 县科协]
    重点任务:
      - 名称: 产业工人科学素质提升行动
        牵头单位: 县人社局、县总工会、县工信局、县科协
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县人社局, 县总工会, 县工信局, 县科协]
    重点任务:
      - 名称: 产业工人科学素质提升行动
        牵头单位: 县人社局
        责任单位: 县总工会、县工信局、县科协
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Role
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.ledger import Row, Written
    from kepu_cli.rules.anatomy import Subject

CODE = "K302"
NAME = "many-leads"
SEVERITY = Severity.INFO
TITLE = Words("牵头单位不止一个", "Several departments lead one thing")
WHY = Words(
    "几个单位共同牵头是允许的，也常见；到了四个以上，往往谁也不牵头。",
    "Joint leads are allowed, and common; but from four on, nobody leads.",
)
WHOLE_PLAN = False

# As many as this is a note; more is a warning.
LIMIT = 3

MESSAGE = Words("{item}有 {count} 个牵头单位：{leads}", "{item} has {count} leads: {leads}")
HINT = Words(
    "确需共同牵头的可以保留，排在第一的为主",
    "this may stay where they really lead together: the first named comes first",
)
HINT_MANY = Words("请定一个总牵头，其余的改为责任单位", "settle on one of them, and make the others responsible")


def check(subject: Subject) -> Iterator[Issue]:
    limit = LIMIT if subject.limit is None else subject.limit
    for row in subject.ledger.rows:
        leads = _leads(row, subject) if len(row.item.lead) > 1 else {}
        if len(leads) < 2:
            continue
        second = list(leads.values())[1]
        message = say(MESSAGE, item=row.called, count=len(leads), leads=tuple(leads))
        if len(leads) > limit:
            yield Issue(second.place, message, say(HINT_MANY), Severity.WARNING)
        else:
            yield Issue(second.place, message, say(HINT))


def _leads(row: Row, subject: Subject) -> dict[str, Written]:
    """Each lead once, by its department. Words for groups are K305's."""
    leads: dict[str, Written] = {}
    for name in subject.ledger.names_at(row.path):
        if name.role is Role.LEAD and not name.mention.is_group and name.mention.sort is not Sort.VAGUE:
            leads.setdefault(name.mention.department, name)
    return leads
