"""K403 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协, 县妇联]
    重点任务:
      - 名称: 青少年科学素质提升行动
        完成时限: 2026年底前
        职责:
          - {内容: 组织青少年科技创新大赛, 牵头单位: 县教育局}
          - {内容: 开展科普进校园, 责任单位: 县科协、县妇联}

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协, 县妇联]
    重点任务:
      - 名称: 青少年科学素质提升行动
        完成时限: 2026年底前
        职责:
          - {内容: 组织青少年科技创新大赛, 牵头单位: 县教育局}
          - {内容: 开展科普进校园, 牵头单位: 县科协, 责任单位: 县妇联}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.coverage import Grade
from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Level, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Path
    from kepu_cli.ledger import Row
    from kepu_cli.rules.anatomy import Subject

CODE = "K403"
NAME = "duty-without-lead"
SEVERITY = Severity.WARNING
TITLE = Words("有责任单位，没有牵头单位", "A duty has departments and no lead")
WHY = Words(
    "几个单位都有份，没有一个牵头，所属任务也没有牵头单位可以顶上。",
    "Several departments have a share and none leads; the action has no lead to lend either.",
)
WHOLE_PLAN = False

MESSAGE = Words("{item}有责任单位，没有牵头单位，所属任务也没有", "{item} has no lead, and neither has its action")
HINT = Words("请定一个牵头单位", "name one department as the lead")


def check(subject: Subject) -> Iterator[Issue]:
    led = _led_actions(subject)
    for graded in subject.coverage.graded:
        row = graded.row
        if graded.grade is not Grade.NO_LEAD or row.level is Level.ACTION or graded.because or graded.through_project:
            continue
        # Nobody leads in the whole action: K301, once. A lead that is no department: K201, K202, K305.
        if row.parent in led and not _names_a_lead(row, subject):
            yield Issue(row.label_path, say(MESSAGE, item=row.called), say(HINT))


def _led_actions(subject: Subject) -> set[Path]:
    """Actions in which somebody is written as a lead."""
    return {row.parent for row in subject.ledger.rows if row.item.lead}


def _names_a_lead(row: Row, subject: Subject) -> bool:
    entries = (*subject.ledger.of(row.path), *subject.ledger.of(row.parent))
    return any(entry.role is Role.LEAD for entry in entries)
