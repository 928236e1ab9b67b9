"""Where a change stands, which years count in it, what cannot be compared."""

from __future__ import annotations

import pytest

from kepu_cli.comparing.changes import VERB_WORDS, Verb
from kepu_cli.comparing.compare import compare
from kepu_cli.errors import KepuError
from kepu_cli.model import Level, Plan, Role
from tests.comparing.two_plans import EDUCATION, ROSTER, SCIENCE, WOMEN, duties, one, plan, told


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("12月底前", "12月底前", False),
        ("2025年11月底前", "2026年11月底前", False),
        ("2025年2月底前", "2026-02-28", False),
        ("2025年11月底前", "2026年10月底前", True),
        ("2026年6月底前", "2026-06-30", False),
        ("2030年底前", "2031年底前", True),
        ("2030年底前", "2030年12月底前", False),
        ("每年11月底前", "每年11月30日前", False),
    ],
)
def test_a_due_date_moves_on_with_the_plan(old: str, new: str, moved: bool) -> None:
    changes = compare(plan(one(due=old), "2025"), plan(one(due=new), "2026")).changes
    assert [change.verb for change in changes] == ([Verb.DUE_CHANGED] if moved else [])


def test_in_plans_without_a_year_dates_are_still_compared() -> None:
    old, new = (
        Plan.read({"title": "t", "period": "2021-2025", "actions": one(due=due)}) for due in ("12月底前", "12月31日前")
    )
    assert compare(old, new).changes == ()


def test_members_that_came_and_went() -> None:
    changes = compare(plan(one()), plan(one(), departments=[*ROSTER[1:], "县数据局"])).changes
    assert told(changes) == ["member-added 县数据局", f"member-removed {EDUCATION}"]
    assert [(change.item, change.level) for change in changes] == [
        (("departments", 4), None),
        (("departments", 0), None),
    ]


@pytest.mark.parametrize(
    ("old", "new", "told_as"),
    [
        ("2025年方案", "2026年方案", []),
        ("2021—2025年规划", "2026—2030年规划", []),
        ("2025年方案", "2026年行动方案", ["renamed 2025年方案 → 2026年行动方案"]),
    ],
)
def test_title(old: str, new: str, told_as: list[str]) -> None:
    changes = compare(plan(one(), title=old), plan(one(), "2026", title=new)).changes
    assert told(changes) == told_as
    assert all(change.item == () and change.action is None for change in changes)


def test_a_change_knows_where_it_stands() -> None:
    (change,) = compare(plan(one(responsible=WOMEN)), plan(one(responsible=[WOMEN, SCIENCE]))).changes
    assert change.item == ("actions", 0, "duties", 0)
    assert (change.level, change.number, change.name, change.role) == (Level.DUTY, "1", "办展览", Role.RESPONSIBLE)
    assert change.action is not None
    assert (change.action.path, change.action.number, change.action.name) == (("actions", 0), "一", "甲")
    assert change.old == ("actions", 0, "duties", 0)
    assert change.new == ("actions", 0, "duties", 0, "responsible", 1)


def test_removed_items_are_told_where_they_stood() -> None:
    old = [
        {"name": "甲", "duties": ["A", "B", "C"]},
        {"name": "乙", "duties": ["D"]},
        {"name": "丙", "duties": ["E"]},
    ]
    new = [{"name": "甲", "duties": ["A", "X", "C"]}, {"name": "丙", "duties": ["E", "F"]}]
    changes = compare(plan(old), plan(new)).changes
    assert told(changes) == ["removed B →", "added → X", "removed 乙 →", "removed D →", "added → F"]
    assert [change.action.gone for change in changes if change.action] == [False, False, True, True, False]


def test_a_removed_item_does_not_follow_its_neighbour_to_another_action() -> None:
    old = [{"name": "甲", "duties": ["A", "B", {"text": "C"}]}, {"name": "乙"}]
    new = [{"name": "甲", "duties": [{"text": "C", "due": "6月底前"}]}, {"name": "乙", "duties": ["A"]}]
    assert told(compare(plan(old), plan(new)).changes) == ["removed B →", "due-changed → 6月底前", "moved 甲 → 乙"]


def test_the_last_of_february_is_one_day_in_every_year() -> None:
    old, new = plan(one(due="2027年2月底前"), "2027"), plan(one(due="2028-02-29"), "2028")
    assert compare(old, new).changes == ()


def test_duplicate_ids_are_refused() -> None:
    with pytest.raises(KepuError):
        compare(plan(duties({"id": "1", "text": "A"}, {"id": "1", "text": "B"})), plan(one()))


def test_every_verb_has_words() -> None:
    assert list(VERB_WORDS) == list(Verb)
    assert (
        len({words.zh for words in VERB_WORDS.values()})
        == len({words.en for words in VERB_WORDS.values()})
        == len(Verb)
    )
