"""K102 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    任务数: 2
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    任务数: 1
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.vocabulary import key_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.rules.anatomy import Subject

CODE = "K102"
NAME = "action-count"
SEVERITY = Severity.ERROR
TITLE = Words("任务的项数与说明不符", "The number of actions is not the announced one")
WHY = Words(
    "文件说有十项，表里只有九项，多半是漏了一项，或者两项并成了一项。保障措施算不算在内都可以。",
    "A document that announces ten tasks and lists nine has lost one, or two have run together. "
    "Safeguards may be counted or not.",
)
WHOLE_PLAN = True
READS = frozenset(("kind",))

MESSAGE = Words(
    "方案写明 {announced} 项任务，实际列出 {found} 项", "{announced} actions are announced, {found} are here"
)
HINT = Words(
    "请核对漏了、多了还是并了哪一项；项数确实变了，就改“{key}”",
    "see which one is missing, extra or joined to another; if the number has changed, change {key}",
)


def check(subject: Subject) -> Iterator[Issue]:
    plan = subject.plan
    safeguards = sum(action.kind == "safeguard" for action in plan.actions)
    # 十项任务 normally means the actions and programmes; some documents count the safeguards too.
    counts = (len(plan.actions), len(plan.actions) - safeguards)
    if plan.action_count is not None and plan.action_count not in counts:
        message = say(MESSAGE, announced=plan.action_count, found=counts[0])
        yield Issue(("action_count",), message, say(HINT, key=key_words("Plan", "action_count")))
