"""Institutional reforms between two plans: told as such, and never as departments that come and go."""

from __future__ import annotations

from typing import Any

from kepu_cli.comparing.compare import compare
from tests.comparing.two_plans import EDUCATION, FARMING, REFORMED, ROSTER, SCIENCE, WOMEN, duties, one, plan, told


def reform(old: list[Any], new: list[Any], **new_plan: Any) -> list[str]:
    return told(compare(plan(old, "2025"), plan(new, "2026", **({"departments": REFORMED} | new_plan))).changes)


REFORM = f"reformed {FARMING} 县乡村振兴局 → {FARMING}"


def test_a_successor_in_the_old_body_place_is_the_reform_and_nothing_else() -> None:
    changes = compare(
        plan([{"name": "甲", "lead": "县乡村振兴局", "duties": [{"text": "A", "responsible": "县乡村振兴局"}, "B"]}]),
        plan([{"name": "甲", "lead": FARMING, "duties": [{"text": "A", "responsible": FARMING}, "B"]}], "2026",
             departments=REFORMED),
    ).changes  # fmt: skip
    assert told(changes) == [REFORM]
    assert changes[0].tasks == 2
    assert (changes[0].old, changes[0].new) == (("departments", 4), ("departments", 3))


def test_two_bodies_of_one_task_become_one() -> None:
    roster = [EDUCATION, {"name": "县人社局", "formerly": {"names": "县人事局、县劳动局", "until": "2025"}}]
    old = plan(
        one(lead="县人事局", responsible=["县劳动局", EDUCATION]), departments=[EDUCATION, "县人事局", "县劳动局"]
    )
    new = plan(one(lead="县人社局", responsible=EDUCATION), "2026", departments=roster)
    changes = compare(old, new).changes
    assert told(changes) == ["reformed 县人社局 县人事局 → 县人社局", "reformed 县人社局 县劳动局 → 县人社局"]
    assert [change.tasks for change in changes] == [1, 1]


def test_a_task_that_the_successor_does_not_hold_is_told() -> None:
    assert reform(one(lead="县乡村振兴局"), one(lead=WOMEN)) == [REFORM, f"lead-changed 县乡村振兴局 → {WOMEN}"]
    assert reform(one(responsible="县乡村振兴局"), one()) == [REFORM, "left 县乡村振兴局 responsible"]


def test_a_successor_that_was_there_already_does_not_join() -> None:
    assert reform(one(responsible=[FARMING, "县乡村振兴局"]), one(responsible=FARMING)) == [REFORM]


def test_a_new_successor_is_no_new_member() -> None:
    renamed = [*ROSTER[:4], {"name": "县乡村发展局", "formerly": {"names": "县乡村振兴局", "until": "2025"}}]
    assert reform(one(), one(), departments=renamed) == ["reformed 县乡村发展局 县乡村振兴局 → 县乡村发展局"]


def test_a_body_that_was_split() -> None:
    past = {"names": "县文体局", "until": "2025", "how": "拆分"}
    roster = [{"name": "县文旅局", "formerly": past}, {"name": "县教体局", "formerly": past}]
    old = duties({"text": "A", "lead": "县文体局"}, {"text": "B", "lead": "县文体局"})
    new = duties({"text": "A", "lead": "县文旅局"}, {"text": "B", "lead": "县教体局"})
    changes = compare(plan(old, departments=["县文体局"]), plan(new, "2026", departments=roster)).changes
    assert told(changes) == ["reformed 县文旅局、县教体局 县文体局 → 县文旅局、县教体局"]
    assert changes[0].tasks == 2


def test_a_reform_still_to_come_is_none() -> None:
    later = [*ROSTER[:3], {"name": FARMING, "formerly": {"names": "县乡村振兴局", "until": "2027"}}]
    assert reform(one(lead="县乡村振兴局"), one(lead="县乡村振兴局"), departments=later) == [
        "member-removed 县乡村振兴局"
    ]


def test_both_plans_with_the_roster_after_the_reform() -> None:
    old, new = (
        plan(one(lead=lead), year, departments=REFORMED) for lead, year in (("县乡村振兴局", "2025"), (FARMING, "2026"))
    )
    assert told(compare(old, new).changes) == [REFORM]
    assert compare(old, old).changes == ()


def test_a_name_long_out_of_date_is_only_a_spelling() -> None:
    roster = [{"name": "县生态环境局", "formerly": {"names": "县环保局", "until": "2018"}}]
    old, new = (
        plan(one(lead=lead), year, departments=roster)
        for lead, year in (("县环保局", "2025"), ("县生态环境局", "2026"))
    )
    assert compare(old, new).changes == ()


def test_an_old_plan_without_a_roster() -> None:
    assert reform(one(lead="县乡村振兴局"), one(lead=FARMING))[0] == REFORM
    old = plan(one(lead="县乡村振兴局", responsible="县科技局"), departments=[])
    new = plan(one(lead=FARMING, responsible=SCIENCE), "2026", departments=REFORMED)
    assert told(compare(old, new).changes) == [REFORM]


def test_a_new_plan_without_a_roster() -> None:
    old, new = plan(one(lead=SCIENCE)), plan(one(lead="县科技局"), "2026", departments=[])
    assert compare(old, new).changes == ()
