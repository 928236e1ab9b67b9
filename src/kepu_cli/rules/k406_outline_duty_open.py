"""K406 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    上级纲要:
      - 纲要: 科学素质规划纲要
        简称: 纲要
        职责:
          - {编号: 青少年/1, 内容: 基础教育阶段科学教育}
          - {编号: 青少年/2, 内容: 教师科学素质提升}
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
        职责:
          - {内容: 推进中小学科学教育, 责任单位: 县科协, 对应: [纲要/青少年/1]}

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    上级纲要:
      - 纲要: 科学素质规划纲要
        简称: 纲要
        职责:
          - {编号: 青少年/1, 内容: 基础教育阶段科学教育}
          - {编号: 青少年/2, 内容: 教师科学素质提升}
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
        职责:
          - {内容: 推进中小学科学教育, 责任单位: 县科协, 对应: [纲要/青少年/1]}
          - {内容: 培训科学教师, 责任单位: 县科协, 对应: [纲要/青少年/2]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Level
from kepu_cli.names import normal
from kepu_cli.references import outline_reference
from kepu_cli.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.coverage import OpenDuty
    from kepu_cli.findings import Said
    from kepu_cli.ledger import Row
    from kepu_cli.rules.anatomy import Subject

CODE = "K406"
NAME = "outline-duty-open"
SEVERITY = Severity.WARNING
TITLE = Words("上级纲要的职责没有承接", "A duty of the outline is not taken up")
WHY = Words(
    "上级检查时会问到这一条。方案里可能有相近的职责，是不是它，只有您知道。",
    "The superior will ask for it. A duty with a close text is proposed; only you know whether it is the one.",
)
WHOLE_PLAN = True

# How much alike two texts must be to be proposed.
ALIKE = 0.5

MESSAGE = Words("{outline}的“{id} {text}”没有人承接", "nothing takes up “{id} {text}” of {outline}")
HINT_NEAR = Words(
    "第 {position} 项任务的{duty}与它相近；如果承接了它，请在那里写上 对应: [{reference}]",
    "{duty} of action {position} is close; if it takes this up, write covers: [{reference}] there",
)
HINT = Words(
    "请在承接它的职责或项目里写上 对应: [{reference}]；确实不承接的，请在“豁免”里写明理由",
    "write covers: [{reference}] at the duty or project that takes it up, or waive this with a reason",
)


def check(subject: Subject) -> Iterator[Issue]:
    if not subject.coverage.outline:
        return
    duties: dict[str, Row] = {}
    for row in subject.ledger.rows:
        if row.level is Level.DUTY:
            duties.setdefault(normal(row.label), row)
    for open_duty in subject.coverage.outline:
        duty = open_duty.duty
        message = say(MESSAGE, outline=f"《{open_duty.outline}》", id=duty.id, text=duty.text)
        yield Issue(open_duty.path, message, _hint(open_duty, duties, subject))


def _hint(open_duty: OpenDuty, duties: Mapping[str, Row], subject: Subject) -> Said:
    outline = subject.plan.outline[int(open_duty.path[1])]
    reference = outline_reference(outline, open_duty.duty)
    near = nearest(normal(open_duty.duty.text), duties, ALIKE)
    if near is None:
        return say(HINT, reference=reference)
    row = duties[near]
    return say(HINT_NEAR, position=int(row.parent[1]) + 1, duty=row.called, reference=reference)
