"""K802 by example.

Bad:
    方案: 示例方案甲
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - {名称: 青少年科学素质提升行动, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}
      - {名称: 农民科学素质提升行动, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}
      - {名称: 老年人科学素质提升行动, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}
    ---
    方案: 示例方案乙
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - {名称: 科普信息化提升工程, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}
      - {名称: 科普基础设施工程, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}
      - {名称: 校园科普工程, 牵头单位: 县教育局, 责任单位: 县科协, 完成时限: 2026年底前}

Good:
    方案: 示例方案甲
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - {名称: 青少年科学素质提升行动, 牵头单位: 县教育局, 责任单位: 县科协, 完成时限: 2026年底前}
      - {名称: 农民科学素质提升行动, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}
      - {名称: 老年人科学素质提升行动, 牵头单位: 县教育局, 责任单位: 县科协, 完成时限: 2026年底前}
    ---
    方案: 示例方案乙
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - {名称: 科普信息化提升工程, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}
      - {名称: 科普基础设施工程, 牵头单位: 县科协, 责任单位: 县教育局, 完成时限: 2026年底前}
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.gathering import at_one_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.gathering import Gathered, Led

CODE = "K802"
NAME = "overloaded-across"
SEVERITY = Severity.WARNING
TITLE = Words("一个单位在几份方案里合起来牵头太多", "A department leads too much in all plans together")
WHY = Words(
    "一份一份看不出来，合起来才知道它一共牵头多少。加 --together 才会一起算。",
    "Plan by plan nobody sees it; only over all of them does it show how much it leads. Only told with --together.",
)

# Without a limit: more than so many, and more than so many times what the others lead on average. Too few departments
# lead in a county for deviations to tell anything.
LIMIT = 4
TIMES = 2

MESSAGE = Words(
    "“{name}”在 {plans} 份方案里一共牵头 {count} 项：{files}",
    "“{name}” leads {count} items in {plans} plans: {files}",
)
HINT = Words("可以请责任单位分担几项", "some of them could go to a department that is responsible there")

# Plans that the message names.
NAMED = 5


def check(plans: Sequence[Gathered]) -> Iterator[Issue]:
    for _, group in at_one_time(plans):
        led: dict[str, list[tuple[Gathered, Led]]] = defaultdict(list)
        for plan in group:
            for one in plan.loads:
                if one.load.lead and one.place:
                    led[one.common_name].append((plan, one))
        total = sum(map(_count, led.values()))
        limit = _limit(group)
        offices = {plan.office for plan in group if plan.office}
        # What one plan gives alone is K209's; the leading group's office leads what nobody else does.
        for name, held in led.items():
            if name not in offices and len(held) > 1 and _count(held) > _most(_count(held), total, len(led), limit):
                yield _issue(held)


def _limit(group: Sequence[Gathered]) -> int | None:
    """The strictest threshold that one of the plans, or its project, sets."""
    settings = (plan.rules.get(CODE) for plan in group)
    return min((one.limit for one in settings if one and one.limit is not None), default=None)


def _most(count: int, total: int, leading: int, limit: int | None) -> float:
    """How many a department may lead, `leading` departments leading `total` items."""
    if limit is not None:
        return limit
    if leading == 1:
        # Where nobody else leads anything, there is nothing to compare with.
        return count
    return max(LIMIT, TIMES * (total - count) / (leading - 1))


def _count(held: list[tuple[Gathered, Led]]) -> int:
    return sum(one.load.lead for _, one in held)


def _issue(held: list[tuple[Gathered, Led]]) -> Issue:
    files = [plan.file for plan, _ in held]
    listed = [*files[:NAMED], "…"] if len(files) > NAMED else files
    where = Words("、".join(listed), ", ".join(listed))
    (_, first), (_, second), *_ = held
    message = say(MESSAGE, name=first.load.department, plans=len(files), count=_count(held), files=where)
    return Issue((), message, say(HINT), place=first.place, also_place=second.place)
