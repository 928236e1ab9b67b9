"""The law: what is offered can be written. Names of all kinds, in all places, replaced one at a time.

All that a hint says is done: a name is also taken out of the lighter lists and written under support where it says so.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kepu_cli.checking import check
from tests.plans import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.findings import Fact, Finding

_MEMBERS = ["县教育局", "县科协", "县财政局", "县民政局", "县生态环境局", "县卫生局", "团县委", "县委宣传部"]
_WRITTEN = st.sampled_from(
    [
        *_MEMBERS,
        "县教育句",
        "县教育局牵头",
        "由县科协负责",
        "县教育局和县科协",
        "县教育局团县委",
        "教育部",
        "省科协",
        "县环保局",
        "县卫健委",
        "县弄政局",
        "县教育局局长",
        "王县长",
        "县文爱办",
        "县林业局",
        "宣传步",
        "县科携",
        "团省委",
        "县科协等",
        "县教育局会同县科协",
        "县财政局牵头县科协配合",
        "县教育局及各镇",
        "各镇",
        "县科协等按职责分工负责",
        "待定",
        "😀县科协",
    ]
)
_NAMES = st.lists(_WRITTEN, max_size=4).map("、".join)
_NEW = ("K201", "K202", "K205", "K206")


def _plan(lead: str, responsible: str, support: str) -> str:
    return (
        f"方案: 示例\n年度: 2026\n地区: 示例县\n成员单位: [{', '.join(_MEMBERS)}]\n"
        f'重点任务: [{{名称: 甲, 牵头单位: "{lead}", 责任单位: "{responsible}", '
        f'配合单位: "{support}", 完成时限: 年底前}}]\n'
    )


def _found(text: str) -> list[str]:
    report = check(load(text))
    return sorted(finding.code for finding in report.findings if finding.code in _NEW)


@settings(deadline=None, max_examples=60)
@given(_NAMES, _NAMES, _NAMES)
def test_what_is_offered_can_be_written(lead: str, responsible: str, support: str) -> None:
    lists = {"lead": lead.split("、"), "responsible": responsible.split("、"), "support": support.split("、")}
    text = _text(lists)
    before = _found(text)
    for finding in check(load(text)).findings:
        if finding.code != "K201" or finding.hint is None:
            continue
        facts = finding.hint.facts
        offered, helpers, standing = (
            _names(facts, "names", "first", "second"),
            _names(facts, "helpers"),
            _names(facts, "standing"),
        )
        assert {*offered, *helpers} <= {*_MEMBERS, "各镇"}
        _stands_for_as_much(lists, finding, standing)
        for choice in [[one] for one in offered] if "first" in facts else [offered] * bool(offered or helpers):
            after = _found(_text(_obeyed(lists, finding, choice, helpers)))
            # What a hint takes out of a lighter list may end an older complaint about it.
            assert not Counter(after) - Counter(_without_one(before, "K201"))


def _text(lists: Mapping[str, list[str]]) -> str:
    return _plan(*("、".join(names) for names in lists.values()))


def _names(facts: Mapping[str, Fact], *keys: str) -> list[str]:
    found: list[str] = []
    for key in keys:
        fact = facts.get(key, ())
        if isinstance(fact, str):
            found.append(fact)
        elif isinstance(fact, tuple):
            found += map(str, fact)
    return found


def _stands_for_as_much(lists: Mapping[str, list[str]], finding: Finding, standing: list[str]) -> None:
    """Nobody loses a role by what a hint lets go, unless the words themselves say that it only cooperates."""
    *_, role, _ = finding.path
    heavy = list(lists)[: list(lists).index(str(role)) + 1]
    written = str(finding.message.facts["name"])
    if not any(word in written for word in ("会同", "配合")):
        assert set(standing) <= {name.removesuffix("等") for key in heavy for name in lists[key]}


def _obeyed(
    lists: Mapping[str, list[str]], finding: Finding, choice: list[str], helpers: list[str]
) -> dict[str, list[str]]:
    *_, role, position = finding.path
    assert isinstance(position, int)
    assert finding.hint is not None
    done = {key: list(names) for key, names in lists.items()}
    done[str(role)][position : position + 1] = choice
    moved = set(_names(finding.hint.facts, "lighter")) | (set(choice) if "where" in finding.hint.facts else set())
    for key in list(lists)[list(lists).index(str(role)) + 1 :]:
        done[key] = [name for name in done[key] if name.removesuffix("等") not in moved]
    done["support"] += helpers
    return {key: [name for name in names if name] for key, names in done.items()}


def _without_one(codes: list[str], code: str) -> list[str]:
    at = codes.index(code)
    return codes[:at] + codes[at + 1 :]
