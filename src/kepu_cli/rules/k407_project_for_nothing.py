"""K407 by example.

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
          - {内容: 组织青少年科技创新大赛, 责任单位: 县科协}
        项目:
          - {名称: 流动科技馆进校园, 责任单位: 县科协}

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
          - {内容: 开展科普进校园, 责任单位: 县科协}
        项目:
          - {名称: 流动科技馆进校园, 责任单位: 县科协, 对应: [1]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K407"
NAME = "project-for-nothing"
SEVERITY = Severity.INFO
TITLE = Words("项目没有对应的职责", "A project does not say which duty it serves")
WHY = Words(
    "任务列了职责，项目却没有说为哪一条服务，承接情况就算不准。",
    "The action lists duties; a project that takes up none of them leaves open what it is for.",
)
WHOLE_PLAN = False

MESSAGE = Words("项目{project}没有写对应哪条职责", "the project {project} does not say which duty it serves")
HINT = Words(
    "请写上“对应”，如 对应: [{id}]，指本项任务的{duty}",
    "add covers, such as covers: [{id}] for {duty}",
)


def check(subject: Subject) -> Iterator[Issue]:
    first_duties = {row.parent: row for row in subject.ledger.rows if row.level is Level.DUTY and row.path[-1] == 0}
    for row in subject.ledger.rows:
        if row.level is Level.PROJECT and not row.item.covers and row.parent in first_duties:
            duty = first_duties[row.parent]
            hint = say(HINT, id=duty.id or "1", duty=duty.called)
            yield Issue(row.label_path, say(MESSAGE, project=row.called), hint)
