"""K304 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协、有关单位
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协, 县妇联]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协、县妇联
        完成时限: 2026年底前
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kepu_cli.coverage import Grade
from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Level, Role
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.coverage import Graded
    from kepu_cli.findings import Path
    from kepu_cli.rules.anatomy import Subject

CODE = "K304"
NAME = "vague-group"
SEVERITY = Severity.WARNING
TITLE = Words("写了“有关单位”之类，没有写是谁", "A word names nobody in particular")
WHY = Words(
    "看起来通知到了，其实没有一个单位会认为说的是自己。",
    "It reads as if somebody had been told, and no department finds itself in it.",
)
WHOLE_PLAN = False

MESSAGE = Words("“{name}”没有说是哪个单位", "“{name}” does not say which department")
HINT = Words(
    "请写出具体单位；固定的一组单位可以写成单位组",
    "name the departments; a group that recurs can be declared as one",
)


def check(subject: Subject) -> Iterator[Issue]:
    vague = subject.ledger.names_of(Sort.VAGUE)
    told = _told(subject) if vague else set()
    for name in vague:
        # Under the lead it is K305's.
        if name.role is not Role.LEAD and name.path not in told:
            yield Issue(name.place, say(MESSAGE, name=name.mention.department), say(HINT))


def _told(subject: Subject) -> set[Path]:
    """Items where K301 or K401 names that word already, and those that are left open for a written reason."""
    told: set[Path] = set()
    children: dict[Path, list[bool]] = defaultdict(list)
    for graded in subject.coverage.graded:
        row = graded.row
        if row.level is not Level.ACTION:
            children[row.parent].append(graded.is_left_open)
        if graded.because or (_tells_lead(graded) if row.level is Level.ACTION else graded.is_left_open):
            told.add(row.path)
    return told | {action for action, left_open in children.items() if all(left_open)}


def _tells_lead(graded: Graded) -> bool:
    """K301 tells of an action without a lead what else stands there, if that is only words for groups."""
    only_words = graded.grade in (Grade.NOBODY, Grade.GROUP_ONLY) and not graded.doubtful
    return only_words and not graded.row.item.lead
