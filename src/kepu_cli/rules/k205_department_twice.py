"""K205 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协、县科协
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

from kepu_cli.findings import Fix, Issue, Severity, Words, say
from kepu_cli.glued_names import split_brackets
from kepu_cli.ledger import are_predecessors
from kepu_cli.names import normal, without_open_end
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Path
    from kepu_cli.ledger import Written
    from kepu_cli.model import Role
    from kepu_cli.rules.anatomy import Subject

CODE = "K205"
NAME = "department-twice"
SEVERITY = Severity.WARNING
TITLE = Words("同一单位在一栏里写了两次", "A department stands twice in one list")
WHY = Words(
    "换了一种写法就不容易看出来，数单位的时候会多出一个。",
    "Under two spellings it is easily overlooked, and the list seems one department longer than it is.",
)
WHOLE_PLAN = False

MESSAGE = Words("“{name}”在这里写了两次", "“{name}” stands here twice")
MESSAGE_SPELLINGS = Words("“{name}”就是前面的“{first}”", "“{name}” is the same department as “{first}” before it")
HINT = Words("请删去一个", "remove one of them")
HINT_SPELLINGS = Words("请删去这一处", "remove it here")


def check(subject: Subject) -> Iterator[Issue]:
    first_by_list: dict[tuple[Path, Role, str], Written] = {}
    for name in subject.ledger.names_of(Sort.DEPARTMENT):
        first = first_by_list.setdefault((name.path, name.role, name.mention.department), name)
        if first is not name and not are_predecessors(first, name) and not _are_two_offices(first, name):
            yield _issue(first, name)


def _are_two_offices(first: Written, name: Written) -> bool:
    """县科协（科普部） and 县科协（青少年部） are two parts of one body, each with its own share."""
    one, other = (normal(each.mention.written) for each in (first, name))
    return "(" in one and "(" in other and one != other


def _issue(first: Written, name: Written) -> Issue:
    written, _ = without_open_end(name.mention.written)
    before, _ = without_open_end(first.mention.written)
    fix = Fix(name.place, None)
    if normal(written) == normal(before):
        return Issue(name.place, say(MESSAGE, name=written), say(HINT), also=first.place, fix=fix)
    message = say(MESSAGE_SPELLINGS, name=written, first=before)
    # 县财政局、县财政局（会计股）: what is in brackets would be lost.
    if split_brackets(written)[1]:
        return Issue(name.place, message, say(HINT), also=first.place)
    return Issue(name.place, message, say(HINT_SPELLINGS), also=first.place, fix=fix)
