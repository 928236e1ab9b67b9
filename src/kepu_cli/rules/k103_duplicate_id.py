"""K103 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 编号: 一
        名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
      - 编号: 一
        名称: 农民科学素质提升行动
        牵头单位: 县科协
        责任单位: 县教育局
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 编号: 一
        名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
      - 编号: 二
        名称: 农民科学素质提升行动
        牵头单位: 县科协
        责任单位: 县教育局
        完成时限: 2026年底前
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Path
    from kepu_cli.ledger import Row
    from kepu_cli.rules.anatomy import Subject

CODE = "K103"
NAME = "duplicate-id"
SEVERITY = Severity.ERROR
TITLE = Words("编号重复", "An id is used twice")
WHY = Words(
    "并列的各项里，一个编号只能指一项。写重了，往往说明后面的编号也错了一位。",
    "In one list an id has to mean one item; one that is typed twice often means that the next ones are off by one.",
)
WHOLE_PLAN = False

MESSAGE = Words("编号“{id}”用过了，是{first}的编号", "the id “{id}” is already that of {first}")
HINT = Words("请给其中一项换一个编号", "give one of them another id")


def check(subject: Subject) -> Iterator[Issue]:
    lists: dict[Path, list[Row]] = defaultdict(list)
    for row in subject.ledger.rows:
        lists[row.path[:-1]].append(row)
    for siblings in lists.values():
        yield from _repeated(siblings)


def _repeated(siblings: list[Row]) -> Iterator[Issue]:
    first_by_id: dict[str, Row] = {}
    for row in siblings:
        if not row.id:
            continue
        first = first_by_id.setdefault(normal(row.id), row)
        # An item that stands here twice, name and all, is one mistake: K104 tells it.
        if first is not row and normal(first.label) != normal(row.label):
            message = say(MESSAGE, id=row.id, first=first.called)
            yield Issue((*row.path, "id"), message, say(HINT), also=(*first.path, "id"))
