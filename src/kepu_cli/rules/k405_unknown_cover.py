"""A reference points at no duty.

The duty that was meant counts as open, and the one that was written does not exist.

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
          - {名称: 科技创新大赛, 责任单位: 县科协, 对应: [2]}

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
        项目:
          - {名称: 科技创新大赛, 责任单位: 县科协, 对应: [1]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.names import normal
from kepu_cli.references import duty_references, outline_reference, outline_references, plan_references
from kepu_cli.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Said
    from kepu_cli.model import Action, Plan
    from kepu_cli.rules.anatomy import Subject

CODE = "K405"
NAME = "unknown-cover"
SEVERITY = Severity.ERROR
TITLE = Words("“对应”里写的职责找不到", "A reference points at no duty")
WHY = Words(
    "写错了编号，真正要承接的那条就成了没有人承接。",
    "The duty that was meant counts as open, and the one that was written does not exist.",
)
WHOLE_PLAN = True

MESSAGE = Words("找不到“{reference}”这条职责", "there is no duty “{reference}”")
HINT_NEAR = Words("是不是“{near}”？", "did you mean “{near}”?")
HINT_SIBLINGS = Words("“{head}/”下面有：{numbers}", "under “{head}/” there are: {numbers}")
HINT_OWN = Words("这一项的职责编号有：{ids}", "the duties of this action are: {ids}")
HINT_NO_OUTLINE = Words(
    "要承接上级文件的职责，请先写上“上级纲要”，如 builtin:2021",
    "to take up a superior's duty, name its outline first, such as outline: builtin:2021",
)
HINT = Words(
    "可以写本项任务的职责编号，或上级纲要的职责编号",
    "write the id of a duty of this action, or of one of the outline",
)

# References that a hint lists; a longer list would say nothing.
LISTED = 12


def check(subject: Subject) -> Iterator[Issue]:
    plan = subject.plan
    known = plan_references(plan) | outline_references(plan.outline).keys()
    own = [duty_references(action).keys() for action in plan.actions]
    for row in subject.ledger.rows:
        for position, reference in enumerate(row.item.covers):
            at = int(row.parent[1])
            if normal(reference) not in known and normal(reference) not in own[at]:
                hint = _hint(reference, plan.actions[at], plan)
                yield Issue((*row.path, "covers", position), say(MESSAGE, reference=reference), hint)


def _hint(reference: str, action: Action, plan: Plan) -> Said:
    head, slash, _ = reference.rpartition("/")
    return _outline_hint(reference, head, plan) if slash else _own_hint(reference, action, plan)


def _outline_hint(reference: str, head: str, plan: Plan) -> Said:
    known = [outline_reference(outline, duty) for outline in plan.outline for duty in outline.duties]
    if numbers := [one.rpartition("/")[2] for one in known if _is_under(head, one)]:
        return say(HINT_SIBLINGS, head=head, numbers=_listed(numbers))
    if near := nearest(reference, known):
        return say(HINT_NEAR, near=near)
    return say(HINT) if plan.outline else say(HINT_NO_OUTLINE)


def _own_hint(reference: str, action: Action, plan: Plan) -> Said:
    texts = [duty.text for one in (action, *plan.actions) for duty in one.duties]
    if near := nearest(reference, texts):
        return say(HINT_NEAR, near=near)
    ids = [duty.id or str(position) for position, duty in enumerate(action.duties, 1)]
    return say(HINT_OWN, ids=_listed(ids)) if ids else say(HINT)


def _listed(names: list[str]) -> tuple[str, ...]:
    return (*names[:LISTED], "…") if len(names) > LISTED else tuple(names)


def _is_under(head: str, reference: str) -> bool:
    """青少年 and 纲要/青少年 both head 纲要/青少年/1."""
    above = normal(reference.rpartition("/")[0])
    return normal(head) in (above, above.partition("/")[2])
