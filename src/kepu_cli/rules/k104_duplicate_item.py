"""K104 by example.

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
      - 名称: 青少年科学素质提升行动
        牵头单位: 县科协
        责任单位: 县教育局
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
      - 名称: 农民科学素质提升行动
        牵头单位: 县科协
        责任单位: 县教育局
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.ledger import Basis
from kepu_cli.model import Level, Role
from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger, Row
    from kepu_cli.model import Plan
    from kepu_cli.rules.anatomy import Subject

CODE = "K104"
NAME = "duplicate-item"
SEVERITY = Severity.WARNING
WORST = Severity.ERROR
TITLE = Words("同一项写了两次", "The same thing stands in the plan twice")
WHY = Words(
    "同名的两行容易只改一处；两处的牵头单位不同，就不知道该谁负责。职责只是重复任务名称的，多半是标题混进了列表，只提示。",
    "Of two rows with one name only one gets changed; with different leads, nobody knows who answers. "
    "A duty that only repeats the name of its action is an info: mostly a heading that got into the list.",
)
WHOLE_PLAN = False

MESSAGE = Words("{item}写了两次，前面是{place}", "{item} stands here twice: first as {place}")
MESSAGE_LEADS = Words(
    "{item}写了两次，前面是{place}，而且牵头单位不同：{one}；{other}",
    "{item} stands here twice: first as {place}, with different leads: {one}; {other}",
)
MESSAGE_HEADING = Words("{item}只是重复了任务的名称", "{item} only repeats the name of its action")
HINT = Words("请并成一项，或者改成不同的名称", "join the two, or give them different names")
HINT_LEADS = Words("请先确定由谁牵头，再并成一项", "settle who leads, then join the two")
HINT_HEADING = Words(
    "请写清楚具体做什么；如果只是标题，请删掉，单位写在任务上",
    "say what has to be done; if it is only the heading, take it out and name its departments at the action",
)


def check(subject: Subject) -> Iterator[Issue]:
    seen: dict[tuple[Path, str], Row] = {}
    heading = ""
    for row in subject.ledger.rows:
        label = normal(row.label).rstrip("。.；;")
        if row.level is Level.ACTION:
            heading = label
        if not label:
            continue
        first = seen.setdefault((_scope(row), label), row)
        if first is not row:
            yield _issue(first, row, subject.ledger)
        elif label == heading and _has_neighbours(row, subject.plan):
            message = say(MESSAGE_HEADING, item=row.called)
            yield Issue(row.label_path, message, say(HINT_HEADING), Severity.INFO, also=(*row.parent, "name"))


def _has_neighbours(row: Row, plan: Plan) -> bool:
    """An action with a single duty, or a single project, may well call it by its own name: the form asks for a row."""
    action = plan.actions[int(row.parent[1])]
    if row.level is Level.ACTION:
        return False
    return len(action.duties if row.level is Level.DUTY else action.projects) > 1


def _scope(row: Row) -> Path:
    """Duties may not recur in the whole plan. Two actions may well run a project of the same name: a van, a fair."""
    return (*row.parent, row.level) if row.level is Level.PROJECT else (row.level,)


def _issue(first: Row, row: Row, ledger: Ledger) -> Issue:
    one, other = _leads(first, ledger), _leads(row, ledger)
    if one and other and set(one) != set(other):
        message = say(MESSAGE_LEADS, item=row.called, place=_place(first), one=one, other=other)
        return Issue(row.label_path, message, say(HINT_LEADS), Severity.ERROR, also=first.label_path)
    message = say(MESSAGE, item=row.called, place=_place(first))
    return Issue(row.label_path, message, say(HINT), also=first.label_path)


def _leads(row: Row, ledger: Ledger) -> tuple[str, ...]:
    entries = ledger.of(row.path)
    return tuple(entry.department for entry in entries if entry.role is Role.LEAD and entry.basis is Basis.NAMED)


def _place(row: Row) -> Words:
    action, number = int(row.parent[1]) + 1, int(row.path[-1]) + 1
    if row.level is Level.ACTION:
        return Words(f"第 {action} 项任务", f"action {action}")
    if row.level is Level.DUTY:
        return Words(f"第 {action} 项任务的第 {number} 条职责", f"duty {number} of action {action}")
    return Words(f"第 {action} 项任务的第 {number} 个项目", f"project {number} of action {action}")
