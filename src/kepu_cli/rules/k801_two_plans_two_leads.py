"""K801 by example.

Bad:
    方案: 示例方案甲
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
    ---
    方案: 示例方案乙
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县科协
        责任单位: 县教育局
        完成时限: 2026年底前

Good:
    方案: 示例方案甲
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
    ---
    方案: 示例方案乙
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

from collections import defaultdict
from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.ledger import LONGEST_LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.gathering import Gathered, LedItem
    from kepu_cli.model import Level

CODE = "K801"
NAME = "two-plans-two-leads"
SEVERITY = Severity.WARNING
TITLE = Words("两份方案里同一项工作的牵头单位不同", "Two plans give the same duty to different leads")
WHY = Words(
    "各说各的方案，谁都可以指对方。加 --together 才会一起比。",
    "Each department points at its own plan, and at the other department. Only told with --together.",
)

MESSAGE = Words(
    "“{item}”在 {file} 里由别的单位牵头：{other}；这里是：{one}",
    "in {file} others lead “{item}”: {other}; here: {one}",
)
HINT = Words("请先商定由谁牵头，再改其中一份", "settle who leads, then change one of the two")


def check(plans: Sequence[Gathered]) -> Iterator[Issue]:
    seen: dict[tuple[str, Level, str], list[tuple[Gathered, LedItem]]] = defaultdict(list)
    for plan in plans:
        for item in plan.items:
            earlier = seen[plan.region, item.level, item.key]
            clash = next((one for one in earlier if _clashes(one, (plan, item))), None)
            if clash:
                yield _issue(*clash, item)
            earlier.append((plan, item))


def _clashes(one: tuple[Gathered, LedItem], other: tuple[Gathered, LedItem]) -> bool:
    # Twice in one plan is K104's.
    return one[0] is not other[0] and one[0].concerns(other[0]) and _leads(*one) != _leads(*other)


def _leads(plan: Gathered, item: LedItem) -> frozenset[str]:
    """By common names: two rosters may spell one body differently."""
    return frozenset(plan.common_names.get(name, name) for name in item.leads)


def _issue(plan: Gathered, first: LedItem, item: LedItem) -> Issue:
    label = item.label if len(item.label) <= LONGEST_LABEL else item.label[:LONGEST_LABEL] + "…"
    # As words, not as a name: a baseline knows the finding again from another folder.
    file = Words(plan.file, plan.file)
    message = say(MESSAGE, item=label, file=file, one=item.leads, other=first.leads)
    return Issue((), message, say(HINT), place=item.place, also_place=first.place)
