"""The file that an import writes, as a clerk sees it, and which text of a document stands in which file."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kepu_cli.errors import KepuError
from kepu_cli.findings import Lang, Words, say
from kepu_cli.importers.drafts.draft import DraftItem, DraftPlan, Leftover, Reading, Written
from kepu_cli.importers.drafts.plan_text import plan_text
from kepu_cli.importers.drafts.plans import ready_plan
from kepu_cli.importers.drafts.selecting import plans_of
from tests.importers.drafts.readings import FILE, LOOK, action, draft, duty, line, named

PLAN = draft(
    action(
        "青少年科学素质提升行动",
        named("县教育局", "县科协、团县委"),
        at=5,
        duties=(
            duty("开齐开足科学课", at=6, number="1"),
            duty("组织科技创新大赛", named("县科协", due="4月底前"), number="2", at=7, doubts=(say(LOOK),)),
        ),
    ),
    action("", named("县农业农村局"), number="", at=9, remark="新增"),
    title="示例县2026年全民科学素质行动实施方案",
    year=2026,
    members=("县教育局", "县农业农村局", "县科协", "团县委"),
    leftovers=(
        Leftover("为贯彻落实上级要求，制定本方案。", line(2)),
        Leftover("一、总体要求\n坚持协同推进。", line(3)),
    ),
    notes=(say(Words("同样的一份名单写了两遍，只读了前面的", "the same list stands twice; the first was read")),),
)

DOUBTED = named("", "县科协", doubts=(say(LOOK),))

CHINESE = """\
# 由 kepu import 读自 去年方案.docx
# 标着“待核”的地方请对照原文看一看，看过就删掉那一行
# 说明：第 2 页是隐藏的
# 说明：同样的一份名单写了两遍，只读了前面的
方案: 示例县2026年全民科学素质行动实施方案
年度: 2026
地区: 示例县

成员单位:
  - 县教育局
  - 县农业农村局
  - 县科协
  - 团县委

重点任务:
  - 编号: 一
    名称: 青少年科学素质提升行动
    类别: 行动
    牵头单位: 县教育局
    责任单位: 县科协、团县委
    职责:
      - 编号: 1
        内容: 开齐开足科学课
      # 待核：这里可能少了一行（第 7 行）
      - 编号: 2
        内容: 组织科技创新大赛
        牵头单位: 县科协
        完成时限: 4月底前

  # 待核：原文没有这一项的名称，请补上；如果它属于上一项，请并到上一项里（第 9 行）
  - 牵头单位: 县农业农村局
    备注: 新增

# 以下 2 段没有读成任务或分工，照原文留在这里；用不着就删掉
# [第 2 行] 为贯彻落实上级要求，制定本方案。
# [第 3 行] 一、总体要求
#   坚持协同推进。
"""


def test_the_file_in_chinese() -> None:
    notes = (say(Words("第 2 页是隐藏的", "page 2 is hidden")),)
    assert plan_text(ready_plan(PLAN, FILE), FILE, Lang.ZH, notes) == CHINESE


def test_the_file_in_english() -> None:
    text = plan_text(ready_plan(PLAN, FILE), FILE, Lang.EN)
    assert text.startswith(
        "# read by kepu import from 去年方案.docx\n"
        "# Please compare what is marked “to check” with the document, then delete the mark\n"
        "# note: the same list stands twice; the first was read\n"
        "title: 示例县2026年全民科学素质行动实施方案\n"
    )
    assert "      # to check: a line may be missing here (line 7)\n      - id: 2\n" in text
    assert text.endswith("# [line 3] 一、总体要求\n#   坚持协同推进。\n")


@pytest.mark.parametrize(
    ("item", "original"),
    [
        (duty("办展览。", DOUBTED, written=(Written("1. 办展览。（科协）", line(2)),)), "（科协）"),
        (
            duty("办展览", DOUBTED, written=(Written("1. 办展览", line(2)), Written("责任单位：科协", line(3)))),
            "责任单位：科协",
        ),
        (duty("", DOUBTED, written=(Written("责任单位：科协", line(3)),)), "责任单位：科协"),
        (
            duty("", named("", "县科协"), written=(Written("4. 加强督查，县科协牵头", line(3)),)),
            "4. 加强督查，县科协牵头",
        ),
        (duty("办展览。", named("", "县科协"), written=(Written("1. 办展览。（县科协）", line(2)),)), None),
        (duty("办展览", DOUBTED), None),
    ],
    ids=["behind", "below", "no text", "nothing else", "no doubt", "a cell"],
)
def test_doubtful_words_stand_below_the_doubt(item: DraftItem, original: str | None) -> None:
    text = plan_text(ready_plan(draft(action("甲", duties=(item,))), FILE), FILE, Lang.ZH)
    assert re.findall(r"# 原文：(.*)", text) == ([original] if original else [])


def test_without_leftovers_the_file_ends_with_the_plan() -> None:
    assert plan_text(ready_plan(draft(action("甲")), FILE), FILE, Lang.ZH).endswith("名称: 甲\n")


@pytest.mark.parametrize(
    ("file", "title"), [("c:/科协/去年方案.docx", "去年方案"), ("<标准输入>", "未命名方案"), ("<stdin>", "未命名方案")]
)
def test_a_missing_title_is_told(file: str, title: str) -> None:
    ready = ready_plan(draft(action("甲"), title=" "), file)
    assert ready.plan.title == title
    assert [doubt.said.in_(Lang.ZH) for doubt in ready.doubts] == ["没有读到方案的名称，请把它改好"]


@pytest.mark.parametrize(
    ("years", "read", "told"),
    [
        ({"year": 2026}, (2026, None), ""),
        ({"period": (2021, 2025)}, (None, (2021, 2025)), ""),
        ({"year": 26}, (None, None), "26"),
        ({"year": 2026, "period": (2025, 2021)}, (2026, None), "2025—2021"),
    ],
    ids=["year", "period", "short", "backwards"],
)
def test_years_that_make_none_are_told(
    years: dict[str, Any], read: tuple[int | None, tuple[int, int] | None], told: str
) -> None:
    ready = ready_plan(draft(action("甲"), **years), FILE)
    assert (ready.plan.year, ready.plan.period) == read
    assert [doubt.said.facts["years"] for doubt in ready.doubts] == ([told] if told else [])


def test_what_nobody_sees_is_gone() -> None:
    ready = ready_plan(draft(action("甲\x07乙\u2028丙\ufeff", named("县\x00科协"))), FILE)
    assert (ready.plan.actions[0].name, ready.plan.actions[0].lead) == ("甲乙\n丙", ("县科协",))


def test_texts_around_go_to_the_plan_before_them() -> None:
    first, second = draft(action("甲"), at=10), draft(action("乙"), at=20, leftovers=(Leftover("丁", line(25)),))
    reading = Reading(
        FILE, (first, second), tuple(Leftover(text, line(at)) for text, at in zip("子丑寅", (3, 15, 30), strict=True))
    )
    assert ["".join(each.text for each in plan.leftovers) for plan in plans_of(reading)] == ["子丑", "丁寅"]


def test_a_plan_without_an_action_is_left_over() -> None:
    empty = DraftPlan("只有标题", (), line(1), leftovers=(Leftover("和一句话", line(2)),))
    plans = plans_of(Reading(FILE, (empty, draft(action("甲"), at=5))))
    assert [[each.text for each in plan.leftovers] for plan in plans] == [["只有标题", "和一句话"]]


@pytest.mark.parametrize("plans", [(), (draft(),)], ids=["no plan", "no action"])
def test_nothing_read_is_an_error(plans: tuple[DraftPlan, ...]) -> None:
    with pytest.raises(KepuError) as caught:
        plans_of(Reading(FILE, plans, (Leftover("一句话", line(1)),)))
    assert caught.value.sentence(Lang.ZH).startswith("在 去年方案.docx 里没有读到任务。")
    assert "--actions-at" in caught.value.sentence(Lang.EN)
