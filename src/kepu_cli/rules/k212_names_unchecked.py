"""K212 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科斜
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

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K212"
NAME = "names-unchecked"
SEVERITY = Severity.WARNING
TITLE = Words("没有成员单位，单位名称没有核对", "No members are given, so the names are not checked")
WHY = Words(
    "没有成员单位名单，写什么名称都算一个单位：写错的字、不同的写法、漏掉的单位都查不出来。全方案只提示一次。",
    "Without the members any name counts as a department: slips, other spellings and forgotten members pass unseen. "
    "Told once for the whole plan.",
)
WHOLE_PLAN = False

# Different names from which on a list of members is worth its while.
NAMES = 2

MESSAGE = Words(
    "方案没有写成员单位，{count} 个单位名称都没有核对",
    "the plan gives no members, so none of its {count} names is checked",
)
HINT = Words(
    "请写上“成员单位”，下面一行一个，如“- 县教育局”；名册另有文件的，写文件名，如“成员单位: departments.yaml”",
    "add “departments” with a member a line, as in “- 县教育局”, "
    "or with a roster file, as in “departments: departments.yaml”",
)


def check(subject: Subject) -> Iterator[Issue]:
    if not subject.ledger.register.is_open:
        return
    names = {name.mention.department for name in subject.ledger.names_of(Sort.DEPARTMENT)}
    if len(names) >= NAMES:
        yield Issue(("departments",), say(MESSAGE, count=len(names)), say(HINT))
