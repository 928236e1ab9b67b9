"""What changed between two plans: a table of cases."""

from __future__ import annotations

from typing import Any

import pytest

from kepu_cli.comparing.changes import VERB_WORDS, Verb
from kepu_cli.comparing.compare import compare
from kepu_cli.errors import KepuError
from kepu_cli.model import Level, Plan, Role
from tests.comparing.two_plans import EDUCATION, ROSTER, SCIENCE, WOMEN, duties, one, plan, told

CASES: dict[str, tuple[list[Any], list[Any], list[str]]] = {
    "nothing": (one(lead=EDUCATION), one(lead=EDUCATION), []),
    "lead changed": (one(lead=EDUCATION), one(lead=SCIENCE), [f"lead-changed {EDUCATION} → {SCIENCE}"]),
    "second lead": (
        one(lead=EDUCATION),
        one(lead=[EDUCATION, WOMEN]),
        [f"lead-changed {EDUCATION} → {EDUCATION}、{WOMEN}"],
    ),
    "leads in another order": (one(lead=[EDUCATION, WOMEN]), one(lead=[WOMEN, EDUCATION]), []),
    "lead and responsible exchanged": (
        one(lead=EDUCATION, responsible=SCIENCE),
        one(lead=SCIENCE, responsible=EDUCATION),
        [f"lead-changed {EDUCATION} → {SCIENCE}", f"role-changed {EDUCATION} lead → responsible"],
    ),
    "new lead was responsible": (
        one(lead=EDUCATION, responsible=[SCIENCE, WOMEN]),
        one(lead=SCIENCE, responsible=[WOMEN]),
        [f"lead-changed {EDUCATION} → {SCIENCE}"],
    ),
    "lead from nothing": (one(), one(lead=EDUCATION), [f"joined {EDUCATION} lead"]),
    "lead lost": (one(lead=EDUCATION), one(), [f"left {EDUCATION} lead"]),
    "responsible made lead": (
        one(responsible=EDUCATION),
        one(lead=EDUCATION),
        [f"role-changed {EDUCATION} responsible → lead"],
    ),
    "joined and left": (
        one(responsible=[EDUCATION, SCIENCE]),
        one(responsible=[WOMEN, SCIENCE]),
        [f"joined {WOMEN} responsible", f"left {EDUCATION} responsible"],
    ),
    "responsible made support": (
        one(responsible=EDUCATION),
        one(support=EDUCATION),
        [f"role-changed {EDUCATION} responsible → support"],
    ),
    "short name": (one(lead="县科技局"), one(lead="科学技术局"), []),
    "group word for names": (
        one(responsible=[EDUCATION, WOMEN]),
        one(responsible="各成员单位"),
        ["joined 各成员单位 responsible"],
    ),
    "name under a group word gets another role": (
        one(responsible="各成员单位"),
        one(lead=EDUCATION, responsible="各成员单位"),
        [f"role-changed {EDUCATION} responsible → lead"],
    ),
    "vague word for a name": (
        one(responsible="有关单位"),
        one(responsible=WOMEN),
        [f"joined {WOMEN} responsible", "left 有关单位 responsible"],
    ),
    "unknown names": (one(lead="县供销社"), one(lead="县 供销社"), []),
    "due respelled": (one(due="2025年6月底前"), one(due="2025-06-30"), []),
    "due moved": (one(due="6月底前"), one(due="2025年9月底前"), ["due-changed 6月底前 → 2025年9月底前"]),
    "due begins later": (one(due="3月至5月"), one(due="4月至5月"), ["due-changed 3月至5月 → 4月至5月"]),
    "due added": (one(), one(due="6月底前"), ["due-changed → 6月底前"]),
    "due every year": (one(due="11月底前"), one(due="每年11月底前"), ["due-changed 11月底前 → 每年11月底前"]),
    "due without end, other words": (one(due="长期坚持"), one(due="持续推进"), []),
    "due that is no date": (one(due="按省里要求"), one(due="按市里要求"), ["due-changed 按省里要求 → 按市里要求"]),
    "one of two milestones": (
        one(due="3月底前制定方案，12月底前完成"),
        one(due="5月底前制定方案，12月底前完成"),
        ["due-changed 3月底前制定方案，12月底前完成 → 5月底前制定方案，12月底前完成"],
    ),
    "target changed": (
        one(targets={"场次": "20", "人次": "500"}),
        one(targets={"人次": "800", "场次": "20"}),
        ["target-changed 人次 500 → 人次 800"],
    ),
    "target respelled": (
        one(targets={"人次": "5,000人"}),
        one(targets={"人次": {"value": "5000.0", "unit": "人"}}),
        [],
    ),
    "target's last year": (one(targets={"率": {"value": "9", "last": "8"}}), one(targets={"率": "9"}), []),
    "target added": (one(), one(targets={"场次": "20"}), ["target-changed → 场次 20"]),
    "target removed": (one(targets={"场次": "20"}), one(), ["target-changed 场次 20 →"]),
    "text changed slightly": (one(text="办展览"), one(text="办好展览"), ["changed 办展览 → 办好展览"]),
    "text respelled": (one(text="办展览，(含网上)。"), one(text="办 展览,（含网上）"), []),
    "leader": (one(leader="李副县长"), one(leader="王副县长"), ["changed 李副县长 → 王副县长"]),
    "renumbered by insertion": (
        duties({"id": "1", "text": "A", "lead": EDUCATION}, {"id": "2", "text": "B", "lead": WOMEN}),
        duties(
            {"id": "1", "text": "X", "lead": SCIENCE},
            {"id": "2", "text": "A", "lead": EDUCATION},
            {"id": "3", "text": "B", "lead": WOMEN},
        ),
        [f"added {SCIENCE} → X"],
    ),
    "two items swapped": (
        duties({"id": "1", "text": "A", "due": "6月底前"}, {"id": "2", "text": "B", "due": "9月底前"}),
        duties({"id": "1", "text": "B", "due": "9月底前"}, {"id": "2", "text": "A", "due": "6月底前"}),
        [],
    ),
    "removed": (
        duties({"text": "A", "lead": EDUCATION}, {"text": "B"}),
        duties({"text": "B"}),
        [f"removed {EDUCATION} A →"],
    ),
    "moved": (
        [{"id": "一", "name": "甲", "duties": ["A"]}, {"id": "二", "name": "乙"}],
        [{"id": "一", "name": "甲"}, {"id": "二", "name": "乙", "duties": ["A"]}],
        ["moved 一 甲 → 二 乙"],
    ),
    "moved and renamed at once": (
        [{"id": "一", "name": "甲", "projects": [{"id": "1.1", "name": "A"}]}, {"id": "二", "name": "乙"}],
        [{"id": "一", "name": "甲"}, {"id": "二", "name": "乙", "projects": [{"name": "B", "formerly": "1.1"}]}],
        ["renamed A → B", "moved 一 甲 → 二 乙"],
    ),
    "action renumbered": (
        [{"id": "一", "name": "甲", "duties": ["A"]}],
        [{"id": "二", "name": "甲", "duties": ["A"]}],
        [],
    ),
    "action renamed, its duties stay": (
        [{"id": "一", "name": "甲", "duties": ["A"]}],
        [{"id": "一", "name": "乙", "duties": ["A"]}],
        ["renamed 甲 → 乙"],
    ),
    "actions merged": (
        [{"id": "一", "name": "甲", "duties": ["A"]}, {"id": "二", "name": "乙", "duties": ["B"]}],
        [{"id": "一", "name": "甲", "formerly": "一、二", "duties": ["A", "B"]}],
        ["moved 二 乙 → 一 甲"],
    ),
    "action added with its duty": (
        [{"name": "甲"}],
        [{"name": "甲"}, {"name": "乙", "lead": WOMEN, "duties": ["B"]}],
        [f"added {WOMEN} → 乙", "added → B"],
    ),
    "project's text": (
        [{"name": "甲", "projects": [{"name": "P", "text": "一次"}]}],
        [{"name": "甲", "projects": [{"name": "P", "text": "两次"}]}],
        ["changed 一次 → 两次"],
    ),
    "several at one item, in the order of the verbs": (
        one(lead=EDUCATION, due="6月底前", targets={"场次": "1"}),
        one(text="办大展览", lead=WOMEN, responsible=SCIENCE, due="7月底前", targets={"场次": "2"}),
        [
            "changed 办展览 → 办大展览",
            f"lead-changed {EDUCATION} → {WOMEN}",
            f"joined {SCIENCE} responsible",
            "due-changed 6月底前 → 7月底前",
            "target-changed 场次 1 → 场次 2",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES.keys())
def test_changes(old: list[Any], new: list[Any], expected: list[str]) -> None:
    assert told(compare(plan(old), plan(new))) == expected


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
    changes = compare(plan(one(due=old), "2025"), plan(one(due=new), "2026"))
    assert [change.verb for change in changes] == ([Verb.DUE_CHANGED] if moved else [])


def test_in_plans_without_a_year_dates_are_still_compared() -> None:
    old, new = (
        Plan.model_validate({"title": "t", "period": "2021-2025", "actions": one(due=due)})
        for due in ("12月底前", "12月31日前")
    )
    assert compare(old, new) == ()


def test_members_that_came_and_went() -> None:
    changes = compare(plan(one()), plan(one(), departments=[*ROSTER[1:], "县数据局"]))
    assert told(changes) == ["member-added 县数据局", f"member-removed {EDUCATION}"]
    assert [(change.item, change.level) for change in changes] == [
        (("departments", 4), None),
        (("departments", 0), None),
    ]


def test_a_member_under_another_spelling_stays_a_member() -> None:
    full = [EDUCATION, {"name": SCIENCE, "aliases": "县科协科技办"}]
    short = [EDUCATION, "县科协科技办"]
    assert compare(plan(one(), departments=full), plan(one(), departments=short)) == ()
    assert compare(plan(one(), departments=short), plan(one(), departments=full)) == ()


@pytest.mark.parametrize(
    ("old", "new", "told_as"),
    [
        ("2025年方案", "2026年方案", []),
        ("2021—2025年规划", "2026—2030年规划", []),
        ("2025年方案", "2026年行动方案", ["renamed 2025年方案 → 2026年行动方案"]),
    ],
)
def test_title(old: str, new: str, told_as: list[str]) -> None:
    changes = compare(plan(one(), title=old), plan(one(), "2026", title=new))
    assert told(changes) == told_as
    assert all(change.item == () and change.action is None for change in changes)


def test_a_change_knows_where_it_stands() -> None:
    (change,) = compare(plan(one(responsible=WOMEN)), plan(one(responsible=[WOMEN, SCIENCE])))
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
    changes = compare(plan(old), plan(new))
    assert told(changes) == ["removed B →", "added → X", "removed 乙 →", "removed D →", "added → F"]
    assert [change.action.gone for change in changes if change.action] == [False, False, True, True, False]


def test_a_removed_item_does_not_follow_its_neighbour_to_another_action() -> None:
    old = [{"name": "甲", "duties": ["A", "B", {"text": "C"}]}, {"name": "乙"}]
    new = [{"name": "甲", "duties": [{"text": "C", "due": "6月底前"}]}, {"name": "乙", "duties": ["A"]}]
    assert told(compare(plan(old), plan(new))) == ["removed B →", "due-changed → 6月底前", "moved 甲 → 乙"]


def test_the_last_of_february_is_one_day_in_every_year() -> None:
    old, new = plan(one(due="2027年2月底前"), "2027"), plan(one(due="2028-02-29"), "2028")
    assert compare(old, new) == ()


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
