"""K301 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        责任单位: 县教育局、县科协
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

from kepu_cli.coverage import Grade
from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.names import normal
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Said
    from kepu_cli.ledger import Row
    from kepu_cli.rules.anatomy import Subject

CODE = "K301"
NAME = "action-without-lead"
SEVERITY = Severity.ERROR
TITLE = Words("任务没有牵头单位", "An action has no lead")
WHY = Words(
    "任务本身和它的职责、项目都没有写牵头单位，大家都在等别人先召集。",
    "Neither the action nor any of its duties or projects has a lead: each department waits for another to call.",
)
WHOLE_PLAN = False

MESSAGE = Words("{action}没有牵头单位", "{action} has no lead")
MESSAGE_GROUPS = Words("{action}没有牵头单位，只写了“{groups}”", "{action} has no lead, only “{groups}”")
HINT = Words("请写上牵头单位", "name a department as its lead")
HINT_RESPONSIBLE = Words(
    "请定一个牵头单位，比如从责任单位里选", "name a department as its lead, perhaps one of those responsible"
)
HINT_CUSTOMARY = Words(
    "请写上牵头单位；这一项通常由{leads}牵头", "name a department as its lead; customarily that is {leads}"
)


def check(subject: Subject) -> Iterator[Issue]:
    graded = {one.row.path: one for one in subject.coverage.graded}
    for _, family in groupby(subject.ledger.rows, key=lambda row: row.parent):
        action, *children = family
        # A name under the lead that is no department is a mistake of its own: K201, K202, K305.
        if action.item.unassigned_because or any(row.item.lead for row in (action, *children)):
            continue
        # K401 tells each of them, and a lead of the action would not mend a duty that needs its own.
        if children and all(graded[row.path].grade is Grade.NOBODY for row in children):
            continue
        yield Issue(action.label_path, _message(action, subject), _hint(action, subject))


def _message(action: Row, subject: Subject) -> Said:
    names = subject.ledger.names_at(action.path)
    if names and all(name.mention.is_group or name.mention.sort is Sort.VAGUE for name in names):
        return say(MESSAGE_GROUPS, action=action.called, groups=tuple(name.mention.department for name in names))
    return say(MESSAGE, action=action.called)


def _hint(action: Row, subject: Subject) -> Said:
    if leads := _customary_leads(action, subject):
        return say(HINT_CUSTOMARY, leads=leads)
    named = any(name.mention.sort is Sort.DEPARTMENT for name in subject.ledger.names_at(action.path))
    return say(HINT_RESPONSIBLE) if named else say(HINT)


def _customary_leads(action: Row, subject: Subject) -> tuple[str, ...]:
    """Who leads an action of this name by the outline, as far as the roster has them."""
    for outline in subject.plan.outline:
        for model in outline.actions:
            if model.name and normal(model.name) == normal(action.label):
                mentions = map(subject.ledger.register.resolve, model.customary_leads)
                return tuple(mention.department for mention in mentions if mention.sort is Sort.DEPARTMENT)
    return ()
