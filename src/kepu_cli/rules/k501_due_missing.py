"""K501 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协

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

from itertools import groupby
from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.ledger import Ledger, Row
    from kepu_cli.rules.anatomy import Subject

CODE = "K501"
NAME = "due-missing"
SEVERITY = Severity.INFO
TITLE = Words("没有完成时限", "No due date")
WHY = Words(
    "自己和所属任务都没有写时限，年中就没有办法催办。全方案只提示一次。",
    "Neither the item nor its action says by when, so nobody can be reminded in time. Told once for the whole plan.",
)
WHOLE_PLAN = True
READS = frozenset(("due",))

# Items that the message names.
NAMED = 5

MESSAGE = Words(
    "{count} 项没有完成时限，自己和所属任务都没有写：{items}",
    "without a due date, of their own or of their action: {count} ({items})",
)
HINT = Words(
    "请写上“完成时限”；写在任务上，它的职责和项目就都有了",
    "add a due date; one at the action holds for all its duties and projects",
)


def check(subject: Subject) -> Iterator[Issue]:
    missing = list(_without_due(subject.ledger))
    if missing:
        message = say(MESSAGE, count=len(missing), items=_listed(missing))
        yield Issue(missing[0].label_path, message, say(HINT))


def _without_due(ledger: Ledger) -> Iterator[Row]:
    """Actions as a whole where nothing in them has a date, single duties and projects where others have one."""
    for _, family in groupby(ledger.rows, key=lambda row: row.parent):
        action, *children = family
        if action.item.due.strip():
            continue
        undated = [row for row in children if not row.item.due.strip()]
        if len(undated) == len(children):
            yield action
        else:
            yield from undated


def _listed(rows: list[Row]) -> Words:
    named = [_named(row) for row in rows[:NAMED]]
    zh, en = "、".join(words.zh for words in named), ", ".join(words.en for words in named)
    return Words(f"{zh} 等", f"{en} and others") if len(rows) > NAMED else Words(zh, en)


def _named(row: Row) -> Words:
    """By its id, which is what the clerk's table shows; a duty's id alone would not say of which action."""
    if row.id and row.level is Level.ACTION:
        return Words(row.id, row.id)
    return row.called
