"""What a document has besides lines of text: Word's own numbers, heading styles, tables; what can be told."""

from __future__ import annotations

import pytest

from kepu_cli.findings import Lang
from kepu_cli.importers.blocks.block import Document, Paragraph
from kepu_cli.importers.structure.read import read_structure
from tests.importers.structure.documents import accounted, document, outline, place, table

THREE_LEVELS = """
海平县科普工作方案
一、面向人群
（一）青少年
1.办科技节。（县教育局）
2.办夏令营。（团县委）
（二）农民
1.送科技下乡。（县农业农村局）
二、夯实基础
（一）场馆
1.建科普馆。（县科协）
"""
HEADS = ("序号", "重点任务", "牵头单位", "责任单位")


def test_reads_the_numbers_that_word_makes() -> None:
    read = document(
        [
            "海平县科普工作方案",
            Paragraph("青少年行动", place(2), number="一、", level=1),
            Paragraph("办科技节。（县教育局）", place(3), number="1."),
            Paragraph("办夏令营。（团县委）", place(4), number="2."),
            Paragraph("农民行动", place(5), number="二、", level=1),
            Paragraph("送科技下乡。（县农业农村局）", place(6), number="1."),
        ]
    )
    assert outline(read_structure(read)) == [
        "《海平县科普工作方案》",
        "一 青少年行动",
        "  1 办科技节。 | 责任 县教育局",
        "  2 办夏令营。 | 责任 团县委",
        "二 农民行动",
        "  1 送科技下乡。 | 责任 县农业农村局",
    ]


def test_reads_headings_without_numbers() -> None:
    read = document(
        [
            Paragraph("海平县科普工作方案", place(1), level=1),
            Paragraph("青少年行动", place(2), level=2),
            "（1）办科技节。（县教育局）",
            "（2）办夏令营。（团县委）",
            Paragraph("农民行动", place(5), level=2),
            "（1）送科技下乡。（县农业农村局）",
        ]
    )
    assert outline(read_structure(read)) == [
        "《海平县科普工作方案》",
        "* 青少年行动",
        "  1 办科技节。 | 责任 县教育局",
        "  2 办夏令营。 | 责任 团县委",
        "* 农民行动",
        "  1 送科技下乡。 | 责任 县农业农村局",
    ]


def test_reads_unnumbered_headings_above_numbered_measures() -> None:
    reading = read_structure(
        document("""
        海平县科普工作方案
        青少年行动
        1.办科技节。
        2.办夏令营。
        牵头单位：县教育局
        农民行动
        1.送科技下乡。
        2.评选示范户。
        牵头单位：县农业农村局
        """)
    )
    assert outline(reading) == [
        "《海平县科普工作方案》",
        "* 青少年行动 | 牵头 县教育局",
        "  1 办科技节。",
        "  2 办夏令营。",
        "* 农民行动 | 牵头 县农业农村局",
        "  1 送科技下乡。",
        "  2 评选示范户。",
    ]


def test_reads_line_breaks_inside_a_paragraph() -> None:
    read = document(["海平县科普工作方案", Paragraph("一、青少年行动\n牵头单位：县教育局\v责任单位：县科协", place(2))])
    reading = read_structure(read)
    assert outline(reading)[1:] == ["一 青少年行动 | 牵头 县教育局 / 责任 县科协"]
    assert accounted(read, reading) == ({}, {})


@pytest.mark.parametrize("actions_at", ["一、", "二、", "一", "1", " 1 "])
def test_the_level_of_the_actions_can_be_told(actions_at: str) -> None:
    read = document(THREE_LEVELS)
    reading = read_structure(read, actions_at=actions_at)
    (plan,) = reading.plans
    assert [(action.number, action.text) for action in plan.actions] == [("一", "面向人群"), ("二", "夯实基础")]
    assert [duty.text for duty in plan.actions[0].duties] == ["办科技节。", "办夏令营。", "送科技下乡。"]
    assert [dict(duty.extra) for duty in plan.actions[0].duties] == [{"小标题": "青少年"}, {}, {"小标题": "农民"}]
    assert accounted(read, reading) == ({}, {})


@pytest.mark.parametrize("actions_at", ["1.", "1、", "3", "９."])
def test_the_innermost_level_can_be_told(actions_at: str) -> None:
    read = document(THREE_LEVELS)
    reading = read_structure(read, actions_at=actions_at)
    (plan,) = reading.plans
    assert [action.text for action in plan.actions] == ["办科技节", "办夏令营", "送科技下乡", "建科普馆"]
    assert accounted(read, reading) == ({}, {})


@pytest.mark.parametrize("actions_at", ["①", "9", "无"])
def test_a_level_that_is_not_there_is_told(actions_at: str) -> None:
    (plan,) = read_structure(document(THREE_LEVELS), actions_at=actions_at).plans
    assert [len(action.duties) for action in plan.actions] == [2, 1, 1]
    assert f"“{actions_at}”" in plan.notes[0].in_(Lang.ZH)
    assert "--actions-at" in plan.notes[1].in_(Lang.EN)


def test_reads_a_table_below_a_notice() -> None:
    read = document(
        [
            "关于印发分工表的通知",
            "一、各单位要高度重视，加强领导。",
            "二、按月报送进展情况。",
            "附件",
            "海平县2026年科普重点任务分解表",
            table([HEADS, ("1", "办科技节", "县教育局", "县科协")], 6),
        ]
    )
    assert outline(read_structure(read)) == [
        "《海平县2026年科普重点任务分解表》",
        "1 办科技节 | 牵头 县教育局 / 责任 县科协",
        "- 附件",
        "-- 关于印发分工表的通知",
        "-- 一、各单位要高度重视，加强领导。",
        "-- 二、按月报送进展情况。",
    ]


def test_a_table_that_holds_no_tasks_is_left_over() -> None:
    read = document([table([("姓名", "电话"), ("张三", "1234")])])
    reading = read_structure(read)
    assert outline(reading) == ["-- 姓名  电话", "-- 张三  1234"]


def test_first_of_a_list_leads_only_when_told() -> None:
    text = "海平县科普工作方案\n一、青少年行动\n1.办科技节。（县教育局、县科协）\n2.办夏令营。（团县委、县科协）"
    assert outline(read_structure(document(text)))[2] == "  1 办科技节。 | 责任 县教育局、县科协"
    assert (
        outline(read_structure(document(text), first_leads=True))[2] == "  1 办科技节。 | 牵头 县教育局 / 责任 县科协"
    )


def test_an_empty_document_gives_nothing() -> None:
    reading = read_structure(Document("空.txt", ()))
    assert reading.plans == ()
    assert reading.leftovers == ()


@pytest.mark.parametrize(
    ("title", "region", "year", "period"),
    [
        ("海平县2026年全民科学素质工作要点", "海平县", 2026, None),
        ("海平县全民科学素质行动实施方案（2021—2025年）", "海平县", None, (2021, 2025)),
        ("江北市海平区科普工作方案", "海平区", None, None),
        ("海平县贯彻落实《科学素质纲要（2021—2035年）》实施方案", "海平县", None, None),
        ("县科协2026年度工作计划", "", 2026, None),
        ("全市科普工作方案（20xx年）", "", None, None),
        ("关于印发《青山自治县2026年科普任务分工》的通知", "青山自治县", 2026, None),
    ],
)
def test_title_tells_region_and_years(
    title: str, region: str, year: int | None, period: tuple[int, int] | None
) -> None:
    (plan,) = read_structure(document(f"{title}\n一、青少年行动\n牵头单位：县教育局")).plans
    assert (plan.region, plan.year, plan.period) == (region, year, period)


def test_a_title_in_two_lines() -> None:
    read = document("海平县全民科学素质行动\n实施方案\n一、青少年行动\n牵头单位：县教育局")
    reading = read_structure(read)
    assert reading.plans[0].title == "海平县全民科学素质行动实施方案"
    assert accounted(read, reading) == ({}, {})


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "成立领导小组，副县长李明任组长，县教育局、县科协、团县委、县妇联等单位负责人为成员。办公室设在县科协。",
            ("县教育局", "县科协", "团县委", "县妇联"),
        ),
        ("成员单位：县委组织部、县教育局、县财政局、县科协。", ("县委组织部", "县教育局", "县财政局", "县科协")),
        ("领导小组由县教育局、县科技局、县科协、县妇联组成。", ("县教育局", "县科技局", "县科协", "县妇联")),
        ("县教育局、县科技局、县财政局、县科协要加强领导。", ()),
        ("成员单位要各负其责。", ()),
    ],
)
def test_reads_the_members(text: str, members: tuple[str, ...]) -> None:
    (plan,) = read_structure(document(f"海平县科普工作方案\n{text}\n一、青少年行动\n牵头单位：县教育局")).plans
    assert plan.members == members
    assert any(text == each.text for each in plan.leftovers)
