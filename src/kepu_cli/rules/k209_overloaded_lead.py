"""K209 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县科协, 县教育局]
    规则: {K209: {上限: 2}}
    重点任务:
      - {名称: 青少年科学素质提升行动, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}
      - {名称: 农民科学素质提升行动, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}
      - {名称: 科普信息化提升工程, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县科协, 县教育局]
    规则: {K209: {上限: 2}}
    重点任务:
      - {名称: 青少年科学素质提升行动, 牵头单位: 县教育局, 责任单位: 县科协, 完成时限: 2026年底前}
      - {名称: 农民科学素质提升行动, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}
      - {名称: 科普信息化提升工程, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Role
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger, Written
    from kepu_cli.rules.anatomy import Subject

CODE = "K209"
NAME = "overloaded-lead"
SEVERITY = Severity.INFO
TITLE = Words("一个单位牵头太多", "A department leads far more than the others")
WHY = Words(
    "样样都牵头，样样推不动。看看别的单位牵头几项，就知道谁可以分担。",
    "What one department leads everywhere, it pushes nowhere; the others' share shows who could take some.",
)
WHOLE_PLAN = True

# Without a limit in the plan: two deviations above the mean of those that lead, and never less than this many.
LIMIT = 4
DEVIATIONS = 2

MESSAGE = Words(
    "“{name}”牵头 {count} 项，别的牵头单位平均 {mean} 项", "“{name}” leads {count} items, the others {mean} on average"
)
MESSAGE_LIMIT = Words(
    "“{name}”牵头 {count} 项，超过上限 {limit} 项", "“{name}” leads {count} items; the limit is {limit}"
)
HINT = Words("可以请责任单位分担几项", "some of them could go to a department that is responsible there")


def check(subject: Subject) -> Iterator[Issue]:
    led = _led(subject.ledger)
    counts = [len(names) for names in led.values()]
    limit = LIMIT if subject.limit is None else subject.limit
    for name, names in led.items():
        count = len(names)
        if count <= limit or (subject.limit is None and not _stands_out(count, counts)):
            continue
        if subject.limit is not None:
            message = say(MESSAGE_LIMIT, name=name, count=count, limit=subject.limit)
        else:
            others = (sum(counts) - count) / (len(counts) - 1)
            message = say(MESSAGE, name=name, count=count, mean=f"{others:.1f}")
        yield Issue(names[0].place, message, say(HINT))


def _stands_out(count: int, counts: list[int]) -> bool:
    """Whether it is more than so many deviations above the mean. In whole numbers: both sides squared, times n²."""
    total, number = sum(counts), len(counts)
    above = count * number - total
    return above > 0 and above**2 > DEVIATIONS**2 * (number * sum(one * one for one in counts) - total**2)


def _led(ledger: Ledger) -> Mapping[str, list[Written]]:
    """Department → its names as a lead, one an item. What a group or an action passes on does not count."""
    lead = Role.LEAD
    led: dict[str, dict[Path, Written]] = {}
    for name in ledger.names_of(Sort.DEPARTMENT):
        if name.role is lead:
            led.setdefault(name.mention.department, {}).setdefault(name.path, name)
    return {department: list(names.values()) for department, names in led.items()}
