"""K210 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    规则: {K210: 提示}
    成员单位: [县委宣传部, 县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协、县委宣传部
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    规则: {K210: 提示}
    成员单位: [县委宣传部, 县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县委宣传部、县科协
        完成时限: 2026年底前
"""

from __future__ import annotations

from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Words, say
from kepu_cli.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.ledger import Written
    from kepu_cli.rules.anatomy import Subject

CODE = "K210"
NAME = "protocol-order"
SEVERITY = None
TITLE = Words("单位没有按名册的次序排列", "A list does not follow the roster's order")
WHY = Words(
    "有的地方要求每一栏都按名册的次序排，需要时在“规则”里打开。牵头单位不查：排在第一的本来就是为主的。",
    "Some offices print every list in protocol order; a plan of theirs can turn this on. "
    "Leads are never checked: the first one named has the main charge.",
)
WHOLE_PLAN = False

MESSAGE = Words("按名册的次序，“{name}”应在“{before}”前面", "in the roster “{name}” comes before “{before}”")
HINT = Words("按名册的次序是：{order}", "in the roster's order: {order}")


def check(subject: Subject) -> Iterator[Issue]:
    ranks = {name: rank for rank, name in reversed(list(enumerate(subject.ledger.register.members)))}
    for (_, role), names in groupby(subject.ledger.written, key=attrgetter("path", "role")):
        if role is not Role.LEAD and (issue := _first_out_of_order(list(names), ranks)):
            yield issue


def _first_out_of_order(names: list[Written], ranks: Mapping[str, int]) -> Issue | None:
    """Names that the roster does not hold stand anywhere."""
    listed = [name for name in names if name.mention.department in ranks]
    for before, name in pairwise(listed):
        if ranks[name.mention.department] < ranks[before.mention.department]:
            order = tuple(sorted({one.mention.department for one in listed}, key=lambda one: ranks[one]))
            message = say(MESSAGE, name=name.mention.department, before=before.mention.department)
            return Issue(name.place, message, say(HINT, order=order))
    return None
