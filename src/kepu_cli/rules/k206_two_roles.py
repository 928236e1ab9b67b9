"""K206 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县农业农村局, 县科协]
    重点任务:
      - 名称: 农民科学素质提升行动
        牵头单位: 县农业农村局
        责任单位: 县科协、县农业农村局
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县农业农村局, 县科协]
    重点任务:
      - 名称: 农民科学素质提升行动
        牵头单位: 县农业农村局
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
from kepu_cli.vocabulary import key_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Path
    from kepu_cli.ledger import Written
    from kepu_cli.model import Role
    from kepu_cli.rules.anatomy import Subject

CODE = "K206"
NAME = "two-roles"
SEVERITY = Severity.WARNING
TITLE = Words("同一单位在一项里有两个角色", "A department has two roles in one thing")
WHY = Words(
    "牵头的单位本来就要负责。两栏都写，它会以为还有另一份任务。",
    "Who leads is responsible anyway; in both columns, a department looks for a second task that is not there.",
)
WHOLE_PLAN = False

MESSAGE = Words("“{department}”在这一项里既是{first}，又是{second}", "“{department}” is both {first} and {second} here")
MESSAGE_SPELLINGS = Words(
    "“{name}”就是前面的“{first_name}”，在这一项里既是{first}，又是{second}",
    "“{name}” is the same department as “{first_name}” before it, which is both {first} and {second} here",
)
HINT = Words("请只留一处", "keep only one of the two")
HINT_SPELLINGS = Words("请删去这一处", "remove it here")


def check(subject: Subject) -> Iterator[Issue]:
    first_by_item: dict[tuple[Path, str], Written] = {}
    told: set[tuple[Path, str, Role]] = set()
    for name in subject.ledger.names_of(Sort.DEPARTMENT):
        department = name.mention.department
        first = first_by_item.setdefault((name.path, department), name)
        # Twice in the second list is one clash of roles; that it stands there twice is K205's.
        if first.role is name.role or (name.path, department, name.role) in told or are_predecessors(first, name):
            continue
        told.add((name.path, department, name.role))
        yield _issue(first, name)


def _issue(first: Written, name: Written) -> Issue:
    roles = {"first": _role_words(first), "second": _role_words(name)}
    message, hint = say(MESSAGE, department=name.mention.department, **roles), HINT
    written, before = (without_open_end(each.mention.written)[0] for each in (name, first))
    # What is in brackets would be lost, an office of its own; or says which of the two is meant, （配合）.
    if split_brackets(written)[1] or split_brackets(before)[1]:
        return Issue(name.place, message, say(hint), also=first.place)
    if normal(written) not in (normal(name.mention.department), normal(before)):
        message, hint = say(MESSAGE_SPELLINGS, name=written, first_name=before, **roles), HINT_SPELLINGS
    # Names come by role, the heaviest first: what is taken out is the lighter of the two.
    return Issue(name.place, message, say(hint), also=first.place, fix=Fix(name.place, None))


def _role_words(name: Written) -> Words:
    return key_words("Action", name.role.value)
