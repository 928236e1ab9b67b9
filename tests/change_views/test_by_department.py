"""What each department has to be told: by its own name, through others, of the items that it keeps; and the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kepu_cli.change_views.by_department import DepartmentNews, department_news, is_own
from kepu_cli.change_views.news_words import news_counts
from kepu_cli.comparing.changes import Verb
from kepu_cli.comparing.compare import compare
from kepu_cli.findings import Words
from tests.comparing.two_plans import EDUCATION, FARMING, REFORMED, ROSTER, SCIENCE, WOMEN, plan
from tests.reports.comparisons import compared, sample

if TYPE_CHECKING:
    from kepu_cli.comparing.comparison import Comparison


def duties(*given: dict[str, Any], **action: Any) -> list[Any]:
    return [{"id": "一", "name": "甲", "duties": list(given)} | action]


def news_of(comparison: Comparison) -> dict[str, DepartmentNews]:
    return {one.department: one for one in department_news(comparison)}


def between(old: list[Any], new: list[Any], **more: Any) -> dict[str, DepartmentNews]:
    return news_of(compare(plan(old), plan(new, "2026", **more)))


def counts(news: DepartmentNews) -> str:
    return news_counts(news).zh


ONE = {"id": "1", "text": "办展览"}
TWO = {"id": "2", "text": "办讲座", "lead": WOMEN}

CASES: list[tuple[str, dict[str, Any], dict[str, Any], dict[str, str]]] = [
    ("nothing", {"lead": EDUCATION}, {"lead": EDUCATION}, {}),
    (
        "another lead",
        {"lead": EDUCATION, "responsible": WOMEN},
        {"lead": SCIENCE, "responsible": WOMEN},
        {EDUCATION: "退出牵头 1 项", SCIENCE: "新增牵头 1 项", WOMEN: "牵头调整 1 项"},
    ),
    (
        "leads now what it shared",
        {"lead": EDUCATION, "responsible": SCIENCE},
        {"lead": SCIENCE, "responsible": EDUCATION},
        {EDUCATION: "角色调整 1 项", SCIENCE: "角色调整 1 项"},
    ),
    (
        "who is new is not told what changed besides",
        {"lead": EDUCATION, "due": "6月底前"},
        {"lead": EDUCATION, "support": WOMEN, "due": "9月底前", "text": "办大展览"},
        {EDUCATION: "内容变化 1 项、时限调整 1 项", WOMEN: "新增配合 1 项"},
    ),
    (
        "two targets of one item count once",
        {"lead": EDUCATION, "targets": {"场次": "1", "人次": "10"}},
        {"lead": EDUCATION, "targets": {"场次": "2", "人次": "20"}},
        {EDUCATION: "目标调整 1 项"},
    ),
    (
        "a remark is for everybody, what the item takes up for the office alone",
        {"lead": EDUCATION, "covers": ["纲要/青少年/1"]},
        {"lead": EDUCATION, "remark": "重点"},
        {EDUCATION: "内容变化 1 项"},
    ),
    (
        "notes of the clerk's own are not passed on",
        {"lead": EDUCATION, "extra": {"资金": "甲"}},
        {"lead": EDUCATION, "extra": {"资金": "乙"}, "unassigned_because": "无"},
        {},
    ),
    (
        "a word that names nobody is told nothing",
        {"lead": EDUCATION},
        {"lead": EDUCATION, "responsible": "有关单位"},
        {},
    ),
    (
        "through the whole membership",
        {"lead": EDUCATION},
        {"lead": EDUCATION, "responsible": "各成员单位"},
        dict.fromkeys((SCIENCE, WOMEN, FARMING, "县乡村振兴局"), "随单位组新增 1 项"),
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_a_change_means_to_whom(old: dict[str, Any], new: dict[str, Any], expected: dict[str, str]) -> None:
    told = between(duties(ONE | old), duties(ONE | new))
    assert {name: counts(news) for name, news in told.items()} == expected


def test_who_inherits_follows_the_action() -> None:
    old = duties(ONE, TWO, lead=EDUCATION)
    told = between(old, duties(ONE, TWO, lead=SCIENCE))
    assert counts(told[SCIENCE]) == "新增牵头 1 项；另随任务新增 1 项"
    assert counts(told[EDUCATION]) == "退出牵头 1 项；另随任务退出 1 项"
    assert WOMEN not in told


def test_a_due_of_the_action_reaches_items_without_one_of_their_own() -> None:
    old = duties(ONE | {"lead": SCIENCE}, TWO | {"due": "3月底前"}, lead=EDUCATION, due="6月底前")
    told = between(old, duties(ONE | {"lead": SCIENCE}, TWO | {"due": "3月底前"}, lead=EDUCATION, due="9月底前"))
    assert {name: counts(news) for name, news in told.items()} == dict.fromkeys((EDUCATION, SCIENCE), "时限调整 1 项")


def test_what_went_into_an_item_that_it_holds_is_no_loss() -> None:
    old = duties(ONE | {"lead": EDUCATION}, TWO | {"responsible": EDUCATION})
    told = between(old, duties(ONE | {"lead": EDUCATION, "formerly": ["1", "2"]}))
    assert told[EDUCATION].lost == ()
    assert [change.verb for change in told[EDUCATION].touched] == [Verb.MOVED]
    assert counts(told[WOMEN]) == "退出牵头 1 项"


def test_a_reformed_body_is_told_what_became_of_it() -> None:
    old = duties(ONE | {"lead": "县乡村振兴局", "responsible": EDUCATION})
    told = between(old, duties(ONE | {"lead": FARMING, "responsible": EDUCATION}), departments=REFORMED)
    assert set(told) == {FARMING}
    assert told[FARMING].formerly == ("县乡村振兴局",)
    assert [change.verb for change in told[FARMING].itself] == [Verb.REFORMED]
    taken_over = Words("承接原县乡村振兴局的任务 1 项", "1 taken over from the former 县乡村振兴局")
    assert news_counts(told[FARMING]) == taken_over


def test_a_task_that_a_reformed_body_loses_is_its_successors_news() -> None:
    old = duties(ONE | {"lead": "县乡村振兴局", "responsible": EDUCATION})
    told = between(old, duties(ONE | {"lead": EDUCATION}), departments=REFORMED)
    assert counts(told[FARMING]) == "退出牵头 1 项"
    assert counts(told[EDUCATION]) == "角色调整 1 项"


def test_members_stand_in_protocol_order_and_those_that_are_gone_behind() -> None:
    old = duties(ONE | {"lead": [EDUCATION, "县乡村振兴局"], "responsible": "城关镇"})
    told = between(old, duties(ONE | {"lead": [WOMEN, SCIENCE], "responsible": "东河镇"}), departments=ROSTER[:4])
    assert list(told) == [EDUCATION, SCIENCE, WOMEN, "东河镇", "县乡村振兴局", "城关镇"]
    assert [change.verb for change in told["县乡村振兴局"].itself] == [Verb.MEMBER_REMOVED]


def test_bodies_outside_the_roster_are_told_by_their_group_word() -> None:
    towns = {"各镇街": ["城关镇", "东河镇", "石桥镇"]}
    old, new = duties(ONE | {"lead": EDUCATION}), duties(ONE | {"lead": EDUCATION, "responsible": "各镇街"})
    told = news_of(compare(plan(old, groups=towns), plan(new, "2026", groups=towns)))
    assert list(told) == ["各镇街"]
    assert len(told["各镇街"].gained) == 1
    assert counts(told["各镇街"]) == "新增责任 1 项"
    gone = news_of(compare(plan(new, groups=towns), plan(old, "2026", groups=towns)))
    assert {name: counts(news) for name, news in gone.items()} == {"各镇街": "退出责任 1 项"}


def test_each_is_told_everything_that_the_ledger_says_of_it() -> None:
    """No shift of a body is lost on the way, and none is told to two, but what a group word tells once for all."""
    for comparison in (compared().comparison, sample().comparison):
        told = department_news(comparison)
        assert all(news.gained or news.lost or news.changed or news.touched or news.itself for news in told)
        shifts = [
            (news.department, shift.old, shift.new, shift.before, shift.after)
            for news in told
            for shift in (*news.gained, *news.lost, *news.changed)
        ]
        assert len(shifts) == len(set(shifts))
        own = [shift for shift in comparison.shifts if shift.is_body and is_own(shift)]
        for shift in own:
            key = (shift.department, shift.old, shift.new, shift.before, shift.after)
            merged = shift.new is None and any(
                one.old.path == shift.old and one.fate.value == "merged" for one in comparison.carried
            )
            assert key in shifts or merged, key


def test_a_part_in_its_own_name_comes_by_no_other_way() -> None:
    """The action's lead becomes one of many at it, and leads no more what had its lead from there."""
    everybody = duties(ONE | {"lead": SCIENCE}, TWO, lead=SCIENCE, responsible="各成员单位")
    told = between(duties(ONE, TWO, lead=EDUCATION), everybody)
    assert counts(told[EDUCATION]) == "角色调整 1 项；另随任务退出 1 项"


def test_the_counts_in_english() -> None:
    told = news_of(sample().comparison)
    assert news_counts(told["县民政局"]).en == (
        "1 new as responsible, 1 in another role, 2 reworded, 1 with other targets; "
        "also through group words and projects: 3 new"
    )


TOWNS = {"各镇街": ["城关镇", "东河镇", "石桥镇"]}
LED = ONE | {"lead": EDUCATION}
HELD = LED | {"responsible": "各镇街"}


@pytest.mark.parametrize(
    ("old", "new", "before", "after", "told"),
    [
        pytest.param(
            HELD, HELD, TOWNS, {"各镇街": ["城关镇", "东河镇"]}, {"石桥镇": "随单位组退出 1 项"}, id="a town goes",
        ),
        pytest.param(
            HELD, HELD, TOWNS, {"各镇街": ["城关镇", "东河镇", "河西镇"]},
            {"河西镇": "随单位组新增 1 项", "石桥镇": "随单位组退出 1 项"}, id="a town for another",
        ),
        pytest.param(HELD, HELD, {}, TOWNS, {}, id="the word is spelled out"),
        pytest.param(HELD, LED | {"support": "各镇街"}, TOWNS, TOWNS, {"各镇街": "角色调整 1 项"}, id="another role"),
        pytest.param(
            LED | {"responsible": "城关镇"}, HELD, TOWNS, TOWNS,
            {"东河镇": "随单位组新增 1 项", "石桥镇": "随单位组新增 1 项"}, id="the word for a town",
        ),
        pytest.param(
            HELD, LED | {"responsible": ["城关镇", "东河镇"]}, TOWNS, TOWNS, {"石桥镇": "随单位组退出 1 项"},
            id="towns for the word",
        ),
        pytest.param(HELD, LED | {"responsible": [*TOWNS["各镇街"]]}, TOWNS, TOWNS, {}, id="all towns for the word"),
        pytest.param(HELD, LED, TOWNS, TOWNS, {"各镇街": "退出责任 1 项"}, id="the word goes",
        ),
        pytest.param(
            LED | {"responsible": ["城关镇", "各镇街"]}, HELD | {"lead": "城关镇"}, TOWNS, TOWNS,
            {"城关镇": "角色调整 1 项", EDUCATION: "退出牵头 1 项", "各镇街": "牵头调整 1 项"}, id="one of them leads",
        ),
    ],
)  # fmt: skip
def test_a_group_word_and_its_towns_are_told_their_own_news(
    old: dict[str, Any], new: dict[str, Any], before: Any, after: Any, told: dict[str, str]
) -> None:
    news = news_of(compare(plan(duties(old), groups=before), plan(duties(new), "2026", groups=after)))
    assert {name: counts(one) for name, one in news.items()} == told


def test_who_led_what_was_merged_and_helps_now_is_told_both() -> None:
    old = duties(ONE | {"lead": EDUCATION}, TWO)
    told = between(old, duties(ONE | {"lead": EDUCATION, "responsible": WOMEN, "formerly": ["1", "2"]}))
    assert counts(told[WOMEN]) == "新增责任 1 项、退出牵头 1 项"
    assert counts(told[EDUCATION]) == "并入 1 项"


def test_who_follows_the_action_is_told_of_its_own_items_alone() -> None:
    items = [ONE, {"id": "2", "text": "办讲座", "responsible": WOMEN}]
    (change,) = between(duties(*items, lead=EDUCATION), duties(*items, lead=SCIENCE))[WOMEN].touched
    assert [one.number for one in change.followers] == ["2"]


def test_each_successor_is_told_its_own_share() -> None:
    halves = [{"name": name, "formerly": [{"names": "县文体局", "until": "2025"}]} for name in ("县文化局", "县体育局")]
    old = [{"id": str(number), "text": f"第{number}件", "lead": "县文体局"} for number in range(3)]
    new = [one | {"lead": "县体育局" if one["id"] == "2" else "县文化局"} for one in old]
    before = plan(duties(*old), departments=["县文体局"])
    told = news_of(compare(before, plan(duties(*new), "2026", departments=halves)))
    assert {name: counts(one) for name, one in told.items()} == {
        "县文化局": "承接原县文体局的任务 2 项", "县体育局": "承接原县文体局的任务 1 项",
    }  # fmt: skip
