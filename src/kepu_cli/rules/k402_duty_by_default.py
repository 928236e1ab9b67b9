"""K402 by example.

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
        职责:
          - 组织青少年科技创新大赛

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
        职责:
          - {内容: 组织青少年科技创新大赛, 责任单位: 县科协}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.coverage import Grade, holds
from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Level, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Said
    from kepu_cli.ledger import Row
    from kepu_cli.rules.anatomy import Subject

CODE = "K402"
NAME = "duty-by-default"
SEVERITY = Severity.INFO
STRICT = Severity.WARNING
TITLE = Words("没有写单位，由所属任务的单位兜底", "A duty is held by its action's departments")
WHY = Words(
    "很常见，但具体由谁做，最好写出来：兜底的事容易被忘掉。",
    "Common; but what is held by default is easily forgotten, so say who does it.",
)
WHOLE_PLAN = False

MESSAGE = Words(
    "{item}没有写单位，由所属任务的{holders}兜底", "{item} names nobody and is left to {holders}, from its action"
)
HINT = Words("请写明由哪个单位做", "say which department does it")

# Departments that a message names.
HOLDERS = 3


def check(subject: Subject) -> Iterator[Issue]:
    for graded in subject.coverage.graded:
        if graded.grade is Grade.BY_DEFAULT and graded.row.level is not Level.ACTION and not graded.because:
            yield Issue(graded.row.label_path, _message(graded.row, subject), say(HINT))


def _message(row: Row, subject: Subject) -> Said:
    entries = [entry for entry in subject.ledger.of(row.path) if holds(entry) or entry.mention.is_group]
    leads = [entry.department for entry in entries if entry.role is Role.LEAD]
    holders = tuple(dict.fromkeys(leads or [entry.department for entry in entries]))
    return say(MESSAGE, item=row.called, holders=holders[:HOLDERS])
