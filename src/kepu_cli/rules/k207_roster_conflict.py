"""K207 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位:
      - {名称: 县文化和旅游局, 简称: 县文旅局}
      - {名称: 县文化旅游发展中心, 别名: [县文旅局]}
    重点任务:
      - 名称: 科普基础设施工程
        牵头单位: 县文化和旅游局
        责任单位: 县文化旅游发展中心
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位:
      - {名称: 县文化和旅游局, 简称: 县文旅局}
      - {名称: 县文化旅游发展中心, 别名: [县文旅中心]}
    重点任务:
      - 名称: 科普基础设施工程
        牵头单位: 县文化和旅游局
        责任单位: 县文化旅游发展中心
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.names import normal
from kepu_cli.roster import claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.model import Department
    from kepu_cli.roster import Claim
    from kepu_cli.rules.anatomy import Subject

CODE = "K207"
NAME = "roster-conflict"
SEVERITY = Severity.ERROR
TITLE = Words("名册里两个单位用了同一个名称", "Two members of the roster claim one name")
WHY = Words(
    "方案里写这个名称，就分不清是哪一个单位。",
    "Where a plan uses that name, nobody can tell which of the two is meant.",
)
WHOLE_PLAN = False

MESSAGE = Words(
    "“{spelling}”在名册里既指“{first}”，又指“{second}”",
    "in the roster “{spelling}” means both “{first}” and “{second}”",
)
MESSAGE_NAME = Words("名册里有两个“{spelling}”", "the roster has “{spelling}” twice")
HINT = Words("请只留给其中一个单位", "leave it to one of the two")
HINT_NAME = Words("请删去一个", "remove one of them")


def check(subject: Subject) -> Iterator[Issue]:
    departments = subject.plan.departments
    for claimed in claims(departments).values():
        first, *others = claimed
        for other in others:
            if other.position != first.position and not _is_repeated_member(first, other, departments):
                yield _issue(first, other, departments)


def _is_repeated_member(first: Claim, other: Claim, departments: tuple[Department, ...]) -> bool:
    """A member entered twice with its short names and aliases is one mistake, told at the name."""
    same = normal(departments[first.position].name) == normal(departments[other.position].name)
    return same and other.at != ("name",)


def _issue(first: Claim, other: Claim, departments: tuple[Department, ...]) -> Issue:
    place, also = ("departments", other.position, *other.at), ("departments", first.position, *first.at)
    one, two = departments[first.position], departments[other.position]
    spelling = _spelling(two, other)
    if normal(one.name) == normal(two.name):
        return Issue(place, say(MESSAGE_NAME, spelling=spelling), say(HINT_NAME), also=also)
    return Issue(place, say(MESSAGE, spelling=spelling, first=one.name, second=two.name), say(HINT), also=also)


def _spelling(department: Department, claim: Claim) -> str:
    if claim.at[0] == "aliases":
        return department.aliases[int(claim.at[1])]
    return department.short if claim.at[0] == "short" else department.name
