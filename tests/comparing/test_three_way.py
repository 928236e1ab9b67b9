"""Two plans that grew out of one: who changed what, and where they clash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kepu_cli.comparing.changes import Verb
from kepu_cli.comparing.three_way import ChangedFact, Standing, ThreeWay, compare_three
from kepu_cli.errors import KepuError
from tests.comparing.pairs_of_items import action
from tests.comparing.two_plans import EDUCATION, FARMING, REVIVAL, ROSTER, SCIENCE, WOMEN, duties, one, plan, short

if TYPE_CHECKING:
    from kepu_cli.comparing.changes import Change

BASE = one(lead=EDUCATION, responsible=[SCIENCE], due="6月底前", targets={"场次": "20"})


def changed(**fields: Any) -> list[Any]:
    """The base with other fields of its one duty."""
    return one(**{"lead": EDUCATION, "responsible": [SCIENCE], "due": "6月底前", "targets": {"场次": "20"}} | fields)


TWO = duties({"id": "1", "text": "A", "lead": EDUCATION}, {"id": "2", "text": "B", "lead": WOMEN})
FIRST, SECOND = TWO[0]["duties"]
ACTIONS = [action("一", "甲", "A", "B"), action("二", "乙", "C")]

NEW_FOR_WOMEN = action("二", "乙", lead=WOMEN)

# base, ours, theirs → a line a fact: who: item facet: ours | theirs.
CASES: dict[str, tuple[list[Any], list[Any], list[Any], list[str]]] = {
    "nobody": (BASE, BASE, BASE, []),
    "due, ours": (BASE, changed(due="7月底前"), BASE, ["ours 办展览 due: due-changed 6月底前 → 7月底前 |"]),
    "due, theirs": (BASE, BASE, changed(due="7月底前"), ["theirs 办展览 due: | due-changed 6月底前 → 7月底前"]),
    "due alike, in other words": (
        BASE, changed(due="7月底前"), changed(due="2025-07-31"),
        ["alike 办展览 due: due-changed 6月底前 → 7月底前 | due-changed 6月底前 → 2025-07-31"],
    ),
    "due otherwise": (
        BASE, changed(due="7月底前"), changed(due="8月底前"),
        ["clash 办展览 due: due-changed 6月底前 → 7月底前 | due-changed 6月底前 → 8月底前"],
    ),
    "due there, text here": (
        BASE, changed(text="办好展览"), changed(due="8月底前"),
        ["ours 办展览 text: changed 办展览 → 办好展览 |", "theirs 办展览 due: | due-changed 6月底前 → 8月底前"],
    ),
    "one target, two values": (
        BASE, changed(targets={"场次": "30"}), changed(targets={"场次": "25"}),
        ["clash 办展览 target 场次: target-changed 场次 20 → 场次 30 | target-changed 场次 20 → 场次 25"],
    ),
    "two targets": (
        BASE, changed(targets={"场次": "20", "人次": "9"}), changed(targets={"场次": "25"}),
        ["ours 办展览 target 人次: target-changed → 人次 9 |",
         "theirs 办展览 target 场次: | target-changed 场次 20 → 场次 25"],
    ),
    "leader and remark": (
        BASE, changed(leader="李副县长"), changed(remark="重点"),
        ["ours 办展览 field leader: changed [leader] → 李副县长 |",
         "theirs 办展览 field remark: | changed [remark] → 重点"],
    ),
    "leads alike": (
        BASE, changed(lead=WOMEN), changed(lead=WOMEN),
        ["alike 办展览 lead: lead-changed 县教育局 → 县妇联 | lead-changed 县教育局 → 县妇联"],
    ),
    "leads otherwise": (
        BASE, changed(lead=WOMEN), changed(lead=FARMING),
        ["clash 办展览 lead: lead-changed 县教育局 → 县妇联 | lead-changed 县教育局 → 县农业农村局"],
    ),
    "a joint lead here, another lead there": (
        BASE, changed(lead=[EDUCATION, WOMEN]), changed(lead=WOMEN),
        ["clash 办展览 lead: lead-changed 县教育局 → 县教育局、县妇联 | lead-changed 县教育局 → 县妇联"],
    ),
    "the lead dropped here, another there": (
        BASE, changed(lead=[]), changed(lead=WOMEN),
        ["clash 办展览 lead: left 县教育局 lead | lead-changed 县教育局 → 县妇联"],
    ),
    "two leads where nobody led": (
        one(), one(lead=EDUCATION), one(lead=WOMEN),
        ["clash 办展览 department 县妇联: joined 县教育局 lead | joined 县妇联 lead"],
    ),
    "made lead here, dropped there": (
        BASE, changed(lead=SCIENCE, responsible=[]), changed(responsible=[]),
        ["clash 办展览 lead: lead-changed 县教育局 → 县科学技术局 | left 县科学技术局 responsible"],
    ),
    "the former lead goes here, stays on there": (
        BASE, changed(lead=WOMEN), changed(lead=WOMEN, responsible=[SCIENCE, EDUCATION]),
        [("clash 办展览 lead: lead-changed 县教育局 → 县妇联 | lead-changed 县教育局 → 县妇联; "
         "role-changed 县教育局 lead → responsible")],
    ),
    "two departments join": (
        BASE, changed(responsible=[SCIENCE, WOMEN]), changed(responsible=[SCIENCE, FARMING]),
        ["theirs 办展览 department 县农业农村局: | joined 县农业农村局 responsible",
         "ours 办展览 department 县妇联: joined 县妇联 responsible |"],
    ),
    "one department joins, in two roles": (
        BASE, changed(responsible=[SCIENCE, WOMEN]), changed(support=WOMEN),
        ["clash 办展览 department 县妇联: joined 县妇联 responsible | joined 县妇联 support"],
    ),
    "one department goes here, helps there": (
        BASE, changed(responsible=[]), changed(responsible=[], support=SCIENCE),
        [("clash 办展览 department 县科学技术局: left 县科学技术局 responsible | "
         "role-changed 县科学技术局 responsible → support")],
    ),
    "another lead here, one more responsible there": (
        BASE, changed(lead=WOMEN), changed(responsible=[SCIENCE, FARMING]),
        ["ours 办展览 lead: lead-changed 县教育局 → 县妇联 |",
         "theirs 办展览 department 县农业农村局: | joined 县农业农村局 responsible"],
    ),
    "removed here, worked on there": (
        TWO, duties(FIRST), duties(FIRST, SECOND | {"due": "6月底前"}),
        ["clash B item: removed 县妇联 B → | due-changed → 6月底前"],
    ),
    "worked on here, removed there": (
        TWO, duties(FIRST, SECOND | {"due": "6月底前"}), duties(FIRST),
        ["clash B item: due-changed → 6月底前 | removed 县妇联 B →"],
    ),
    "removed here, the other one worked on there": (
        TWO, duties(FIRST), duties(FIRST | {"due": "6月底前"}, SECOND),
        ["theirs A due: | due-changed → 6月底前", "ours B item: removed 县妇联 B → |"],
    ),
    "removed by both": (
        TWO, duties(FIRST), duties(FIRST), ["alike B item: removed 县妇联 B → | removed 县妇联 B →"],
    ),
    "an action removed here, one of its duties worked on there": (
        ACTIONS, ACTIONS[1:], [action("一", "甲", {"text": "A", "due": "6月底前"}, "B"), ACTIONS[1]],
        ["clash 甲 item: removed 甲 →; removed A → | due-changed → 6月底前",
         "ours B item: removed B → |"],
    ),
    "an action removed here, one more duty there": (
        ACTIONS, ACTIONS[1:], [action("一", "甲", "A", "B", "新"), ACTIONS[1]],
        ["clash 甲 item: removed 甲 → | added → 新",
         "ours A item: removed A → |", "ours B item: removed B → |"],
    ),
    "an action removed here, a duty moved there": (
        ACTIONS, ACTIONS[:1], [action("一", "甲", "A"), action("二", "乙", "C", {"text": "B"})],
        ["clash B place: removed 乙 → | moved 一 甲 → 二 乙",
         "ours C item: removed C → |"],
    ),
    "an action removed by both, its duty saved by one": (
        ACTIONS, ACTIONS[:1], [action("一", "甲", "A", "B", "C")],
        ["alike 乙 item: removed 乙 → | removed 乙 →",
         "clash C item: removed C → | moved 二 乙 → 一 甲"],
    ),
    "moved to two places": (
        [*ACTIONS, action("三", "丙")],
        [action("一", "甲", "A", "B"), action("二", "乙"), action("三", "丙", "C")],
        [action("一", "甲", "A", "B", {"text": "C", "lead": WOMEN}), action("二", "乙"),
         action("三", "丙")],
        ["clash C place: moved 二 乙 → 三 丙 | moved 二 乙 → 一 甲",
         "theirs C department 县妇联: | joined 县妇联 lead"],
    ),
    "merged here, worked on there": (
        TWO, duties(FIRST | {"formerly": ["1", "2"]}), duties(FIRST, SECOND | {"due": "6月底前"}),
        ["ours B place: moved 2 B → 1 A |", "theirs B due: | due-changed → 6月底前"],
    ),
    "added alike": (
        TWO,
        duties(FIRST, SECOND, {"text": "新", "lead": WOMEN}),
        duties(FIRST, SECOND, {"text": "新。", "lead": WOMEN}),
        ["alike 新 item: added 县妇联 → 新 | added 县妇联 → 新。"],
    ),
    "added with other departments": (
        TWO,
        duties(FIRST, SECOND, {"text": "新", "lead": WOMEN}),
        duties(FIRST, SECOND, {"text": "新", "lead": SCIENCE}),
        ["clash 新 item: added 县妇联 → 新 | added 县科学技术局 → 新"],
    ),
    "added with another due": (
        TWO, duties(FIRST, SECOND, {"text": "新", "due": "6月底前"}), duties(FIRST, SECOND, {"text": "新"}),
        ["clash 新 item: added → 新 | added → 新"],
    ),
    "two additions": (
        TWO, duties(FIRST, SECOND, "丁"), duties("丙", FIRST, SECOND),
        ["theirs 丙 item: | added → 丙", "ours 丁 item: added → 丁 |"],
    ),
    "one addition at two places": (
        TWO, duties("新", FIRST, SECOND), duties(FIRST, "中", SECOND, "新"),
        ["alike 新 item: added → 新 | added → 新", "theirs 中 item: | added → 中"],
    ),
    "one number for two new items": (
        TWO,
        duties(FIRST, SECOND, {"id": "3", "text": "丙", "lead": WOMEN}),
        duties(FIRST, SECOND, {"id": "3", "text": "丁", "lead": SCIENCE}),
        ["clash 丁 item: added 县妇联 → 丙 | added 县科学技术局 → 丁"],
    ),
    "one addition that takes up different duties": (
        TWO,
        duties(FIRST, SECOND, {"text": "丙", "covers": ["纲要/1"]}),
        duties(FIRST, SECOND, {"text": "丙", "covers": ["纲要/2"]}),
        ["clash 丙 item: added → 丙 | added → 丙"],
    ),
    "names in a list, and a name that is a list": (
        one(lead=EDUCATION), one(lead=["各区、县级市"]), one(lead=["各区", "县级市"]),
        ["clash 办展览 lead: lead-changed 县教育局 → 各区、县级市 | lead-changed 县教育局 → 各区、县级市"],
    ),
    "added twice here, once there": (
        TWO, duties(FIRST, SECOND, "新", "新"), duties(FIRST, SECOND, "新"),
        ["alike 新 item: added → 新 | added → 新", "ours 新 item: added → 新 |"],
    ),
    "two columns of one's own": (
        BASE, changed(extra={"经费": "3万元"}), changed(extra={"联系人": "小王"}),
        ["ours 办展览 field extra/经费: changed [extra] → 经费 3万元 |",
         "theirs 办展览 field extra/联系人: | changed [extra] → 联系人 小王"],
    ),
    "one new action, each with a duty of its own": (
        TWO, [*TWO, action("二", "新", "A1")], [*TWO, action("二", "新", "A2")],
        ["alike 新 item: added → 新 | added → 新", "ours A1 item: added → A1 |", "theirs A2 item: | added → A2"],
    ),
    "the action's lead, which its duty has": (
        [action("一", "甲", "A", lead=EDUCATION)],
        [action("一", "甲", "A", lead=WOMEN)],
        [action("一", "甲", "A", lead=SCIENCE)],
        [
            "clash 甲 lead: lead-changed 县教育局 → 县妇联 | lead-changed 县教育局 → 县科学技术局",
            ("clash 甲 lead: lead-changed 县教育局 → 县妇联 (inherited) + A"
            " | lead-changed 县教育局 → 县科学技术局 (inherited) + A"),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("base", "ours", "theirs", "expected"), CASES.values(), ids=CASES.keys())
def test_who_changed_what(base: list[Any], ours: list[Any], theirs: list[Any], expected: list[str]) -> None:
    assert told(compare_three(plan(base), plan(ours), plan(theirs))) == expected


def test_heads_and_members() -> None:
    reformed = [*ROSTER[:3], {"name": FARMING, "formerly": {"names": REVIVAL, "until": "2024"}}, "县数据局"]
    ours = plan(BASE, title="2025年要点", annex="附件1", departments=reformed, phases=[{"name": "部署", "time": "1月"}])
    theirs = plan(BASE, title="2025年计划", annex="附件1", departments=[*ROSTER[:4], "县数据局"])
    assert told(compare_three(plan(BASE), ours, theirs)) == [
        "clash 2025年要点 name: renamed 2025年方案 → 2025年要点 | renamed 2025年方案 → 2025年计划",
        "alike  field annex: changed [annex] → 附件1 | changed [annex] → 附件1",
        "ours 部署 field phases/部署: changed [phases] → 1月 |",
        (
            "clash 县农业农村局 member 县乡村振兴局: reformed 县农业农村局 县乡村振兴局 → 县农业农村局 | "
            "member-removed 县乡村振兴局"
        ),
        "alike 县数据局 member 县数据局: member-added 县数据局 | member-added 县数据局",
    ]


@pytest.mark.parametrize("task", [changed(lead=WOMEN), changed(responsible=[SCIENCE, WOMEN]), [*BASE, NEW_FOR_WOMEN]])
def test_a_member_that_one_takes_off_gets_a_task_from_the_other(task: list[Any]) -> None:
    without = plan(BASE, departments=[body for body in ROSTER if body != WOMEN])
    for ours, theirs in ((without, plan(task)), (plan(task), without)):
        (clash,) = compare_three(plan(BASE), ours, theirs).facts
        assert (clash.standing, clash.which) == (Standing.CLASH, WOMEN)
        assert {change.verb for change in (*clash.ours, *clash.theirs)} > {Verb.MEMBER_REMOVED}


def test_a_fact_knows_where_it_stands() -> None:
    base, ours = plan(ACTIONS), plan([*ACTIONS[:1], action("二", "乙", "新", "C改", {"id": "9", "text": "C"})])
    theirs = plan([*ACTIONS, action("三", "丙", "D")])
    facts = compare_three(base, ours, theirs).facts
    assert [(fact.name, fact.item, fact.action and fact.action.name) for fact in facts] == [
        ("新", None, "乙"),
        ("C改", None, "乙"),
        ("丙", None, "丙"),
        ("D", None, "丙"),
    ]
    (fact,) = compare_three(plan(BASE), plan(changed(due="7月")), plan(BASE)).facts
    assert fact.item == ("actions", 0, "duties", 0)
    assert (fact.number, fact.name, fact.level) == ("1", "办展览", "duty")


def test_facts_stand_in_the_order_of_the_base() -> None:
    base = [action("一", "甲", "A", "B"), action("二", "乙", "C")]
    ours = [action("二", "乙", {"text": "C", "due": "6月"}, "新"), action("一", "甲", {"text": "A", "due": "6月"}, "B")]
    theirs = [action("零", "前", "X"), action("一", "甲", "A", {"text": "B", "due": "6月"}, due="6月"), base[1]]
    names = [fact.name for fact in compare_three(plan(base), plan(ours), plan(theirs)).facts]
    assert names == ["甲", "A", "B", "C", "新", "前", "X"]


def test_two_items_of_one_id_are_refused() -> None:
    twice = plan(duties({"id": "1", "text": "A"}, {"id": "1", "text": "B"}))
    with pytest.raises(KepuError):
        compare_three(plan(BASE), plan(BASE), twice)


def told(three: ThreeWay) -> list[str]:
    """who item facet which: our changes | their changes."""
    return [_told(fact) for fact in three.facts]


def _told(fact: ChangedFact) -> str:
    facet = " ".join(filter(None, (fact.facet.value, fact.which)))
    sides = f"{_changes(fact.ours)} | {_changes(fact.theirs)}".strip()
    return f"{fact.standing.value} {fact.name} {facet}: {sides}"


def _changes(changes: tuple[Change, ...]) -> str:
    return "; ".join(map(short, changes))
