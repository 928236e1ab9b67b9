"""K204 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位:
      - {名称: 县生态环境局, 前身: {名称: 县环保局, 至: 2018, 方式: 更名}}
      - 县科协
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县环保局
        责任单位: 县科协
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位:
      - {名称: 县生态环境局, 前身: {名称: 县环保局, 至: 2018, 方式: 更名}}
      - 县科协
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县生态环境局
        责任单位: 县科协
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Fix, Issue, Severity, Words, say
from kepu_cli.glued_names import split_brackets
from kepu_cli.names import without_open_end
from kepu_cli.patterns import pattern
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.model import FormerName
    from kepu_cli.rules.anatomy import Subject

CODE = "K204"
NAME = "former-name"
SEVERITY = Severity.WARNING
TITLE = Words("用了机构改革前的名称", "A department is called by its former name")
WHY = Words(
    "多半是从旧方案里抄来的：这个名称的单位已经没有了，通知发不到。",
    "Copied from an older plan: the body of that name is gone, and a notice to it reaches no one.",
)
WHOLE_PLAN = False
# A name that is to go need not be put right first.
YIELDS_TO = frozenset(("K205", "K206"))

MESSAGES = {
    "renamed": Words("“{name}”已更名为“{department}”{since}", "“{name}” has been renamed “{department}”{since}"),
    "merged": Words("“{name}”已并入“{department}”{since}", "“{name}” has been merged into “{department}”{since}"),
    "split": Words("“{name}”已拆分，现为“{department}”{since}", "“{name}” has been split; now “{department}”{since}"),
    "abolished": Words(
        "“{name}”已撤销，工作由“{department}”承接{since}",
        "“{name}” has been abolished; “{department}” has taken over{since}",
    ),
}
HINT = Words("请改为“{department}”", "write “{department}”")

# In brackets behind an old name: what became of it, rather than an office of it.
_ABOUT_THE_NAME = pattern(r"[（(](?:现|原|已|即|今)")
# Where a body was split up or abolished, a person has to say which of its successors is meant.
_ONE_SUCCESSOR = ("renamed", "merged")


def check(subject: Subject) -> Iterator[Issue]:
    for name in subject.ledger.names_of(Sort.DEPARTMENT):
        mention = name.mention
        if mention.former is None:
            continue
        if _is_past(mention.former, subject.plan.first_year):
            written, _ = without_open_end(mention.written)
            department, since = mention.department, _since(mention.former)
            message = say(MESSAGES[mention.former.how], name=written, department=department, since=since)
            register = subject.ledger.register
            # 县环保局（监测站）: the office in brackets is no part of the old name.
            now = department if register.declares(written) else department + split_brackets(written)[1]
            is_sure = mention.former.how in _ONE_SUCCESSOR and not _ABOUT_THE_NAME.search(now)
            fix = Fix(name.place, now) if is_sure else None
            also = register.place_of(department)
            told = department if _ABOUT_THE_NAME.search(now) else now
            yield Issue(name.place, message, say(HINT, department=told), also=also, fix=fix)


def _is_past(former: FormerName, year: int | None) -> bool:
    """A plan of 2015 rightly says 环保局 when the name lasted until 2018."""
    return former.until is None or year is None or former.until < year


def _since(former: FormerName) -> Words:
    if former.until is None:
        return Words("", "")
    return Words(f"（原名用到 {former.until} 年）", f" (the old name lasted until {former.until})")
