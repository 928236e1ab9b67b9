"""K404 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县农业农村局, 县科协]
    重点任务:
      - 名称: 农民科学素质提升行动
        牵头单位: 县农业农村局
        责任单位: 县科协
        完成时限: 2026年底前
        职责:
          - {内容: 开展科普大集, 责任单位: 各镇街}

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
        职责:
          - {内容: 开展科普大集, 责任单位: 县科协、各镇街}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.coverage import Grade
from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Level, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.ledger import Written
    from kepu_cli.rules.anatomy import Subject

CODE = "K404"
NAME = "duty-group-only"
SEVERITY = Severity.WARNING
TITLE = Words("只写了一组单位", "Only a group stands there")
WHY = Words(
    "“各镇街”都有份，就等于谁也不管。要有一个单位来召集。",
    "A group holds it: everybody and so nobody. One department has to bring them together.",
)
WHOLE_PLAN = False

MESSAGE = Words("{item}只写了“{groups}”，没有具体单位", "{item} names only “{groups}”, no single department")
HINT = Words("请再写一个具体单位来召集", "add one department that brings the group together")


def check(subject: Subject) -> Iterator[Issue]:
    for graded in subject.coverage.graded:
        # An action without a lead is K301's.
        if graded.grade is not Grade.GROUP_ONLY or graded.row.level is Level.ACTION:
            continue
        names = _group_words(subject.ledger.names_at(graded.row.path))
        # Held only through a project that names a group: told at the project.
        if not names or graded.because or graded.doubtful:
            continue
        # A group that leads is K305's: naming a lead instead mends both.
        if any(name.role is Role.LEAD for name in names):
            continue
        words = tuple(dict.fromkeys(name.mention.department for name in names))
        yield Issue(names[0].place, say(MESSAGE, item=graded.row.called, groups=words), say(HINT))


def _group_words(names: tuple[Written, ...]) -> list[Written]:
    return [name for name in names if name.mention.is_group]
