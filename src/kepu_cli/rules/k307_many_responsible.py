"""K307 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县科协, 县教育局, 县民政局, 县文旅局]
    规则: {K307: {上限: 2}}
    重点任务:
      - 名称: 老年人科学素质提升行动
        牵头单位: 县科协
        责任单位: 县教育局、县民政局
        配合单位: 县文旅局
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县科协, 县教育局, 县民政局, 县文旅局]
    规则: {K307: {上限: 2}}
    重点任务:
      - 名称: 老年人科学素质提升行动
        牵头单位: 县科协
        完成时限: 2026年底前
        职责:
          - {内容: 开展智慧助老培训, 责任单位: 县教育局、县民政局}
          - {内容: 文化馆开设科普角, 责任单位: 县文旅局}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Role
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.ledger import Written
    from kepu_cli.rules.anatomy import Subject

CODE = "K307"
NAME = "many-responsible"
SEVERITY = Severity.INFO
TITLE = Words("责任单位太多", "Very many departments share one thing")
WHY = Words(
    "一项写七八个、十来个单位是常事；写到二十个，就各等各的，谁也说不清自己该做哪一份。",
    "Seven or ten on a line are usual; where twenty stand, each waits for the others and none knows its share.",
)
WHOLE_PLAN = False

# As many as the longest lists of real notices; the plan's own limit replaces it.
LIMIT = 15

MESSAGE = Words(
    "{item}有 {count} 个责任单位和配合单位，超过 {limit} 个",
    "{item} has {count} responsible and supporting departments, more than {limit}",
)
HINT = Words(
    "可以分到各条职责里，谁做哪一份就清楚了", "spread them over the duties, and each can see what its share is"
)


def check(subject: Subject) -> Iterator[Issue]:
    limit = LIMIT if subject.limit is None else subject.limit
    for row in subject.ledger.rows:
        names = subject.ledger.names_at(row.path)
        sharing = _sharing(names) if len(names) > limit else []
        if len(sharing) > limit:
            message = say(MESSAGE, item=row.called, count=len(sharing), limit=limit)
            yield Issue(sharing[limit].place, message, say(HINT))


def _sharing(names: tuple[Written, ...]) -> list[Written]:
    """Each department beside the leads once, in the order written. Groups count as nothing: they are one word."""
    leads = {name.mention.department for name in names if name.role is Role.LEAD}
    sharing: dict[str, Written] = {}
    for name in names:
        is_one = not name.mention.is_group and name.mention.sort is not Sort.VAGUE
        if is_one and name.mention.department not in leads:
            sharing.setdefault(name.mention.department, name)
    return list(sharing.values())
