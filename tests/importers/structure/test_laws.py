"""What holds for any document: nothing is lost, nothing is doubled, nothing raises, and size costs what it must."""

from __future__ import annotations

import time
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kepu_cli.importers.blocks.block import Paragraph
from kepu_cli.importers.structure.read import read_structure
from tests.importers.structure.documents import accounted, document, items, place, table

PIECES = (
    "一、", "二、", "三、", "（一）", "（二）", "(三)", "1.", "2、", "3.", "（1）", "①", "②", "一是", "二是",
    "第一条 ", "第二章 ", "1.1 ", "任务一：", "青少年科学素质提升行动", "开展科普活动", "加强组织领导",
    "指导思想", "重点任务", "保障措施", "动员阶段（3月）", "。", "；", "，", "：", " ", "　", "\n",
    "（责任单位：县科协）", "（县教育局牵头，县科协配合）", "牵头单位：县教育局", "责任单位：县科协、县妇联。",
    "由县教育局牵头，县科协参加。", "6月底前", "成员单位：县教育局、县科协、县妇联、团县委",
    "海平县科普工作方案", "篇一", "篇二", "附件1", "目录", "相关文章", "当前位置：首页", "……", "2026年3月1日",
    "x", "？", "《", "》",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), min_size=30, max_size=60).map("".join),
)
PARAGRAPHS = st.builds(
    lambda text, order, number, level: Paragraph(text, place(order), number, level),
    TEXTS,
    st.integers(1, 99),
    st.sampled_from(("", "", "", "（一）", "1.", "二、")),
    st.sampled_from((None, None, None, 1, 2, 3)),
)
TABLES = st.lists(st.lists(st.sampled_from(PIECES), min_size=2, max_size=2), min_size=1, max_size=3).map(table)
LEVELS = st.sampled_from((None, "一、", "（一）", "1.", "1", "2", "9", "无", ""))


@settings(max_examples=150)
@given(st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS, TABLES), max_size=14), LEVELS, st.booleans())
def test_every_character_is_kept_once(blocks: list[object], actions_at: str | None, first_leads: bool) -> None:
    read = document(blocks)  # type: ignore[arg-type]
    reading = read_structure(read, actions_at=actions_at, first_leads=first_leads)
    assert accounted(read, reading) == ({}, {})


@settings(max_examples=60)
@given(st.lists(PARAGRAPHS, max_size=12), LEVELS)
def test_what_is_read_is_in_the_document(blocks: list[Paragraph], actions_at: str | None) -> None:
    """No item says what does not stand at it, and each knows where it stands."""
    for plan in read_structure(document(blocks), actions_at=actions_at).plans:
        for item in items(plan):
            written = "".join("".join(each.text for each in item.written).split())
            assert Counter("".join(item.text.split())) <= Counter(written)
            assert Counter(item.number) <= Counter(written) or item in plan.actions  # which may have two: 四（一）
            assert item.place in {each.place for each in item.written}


@settings(max_examples=60)
@given(st.lists(PARAGRAPHS, max_size=10))
def test_order_is_that_of_the_document(blocks: list[Paragraph]) -> None:
    ordered = [
        Paragraph(block.text, place(order), block.number, block.level) for order, block in enumerate(blocks, start=1)
    ]
    for plan in read_structure(document(ordered)).plans:
        orders = [action.place.order for action in plan.actions]
        assert orders == sorted(orders)


@example(8)
@given(st.integers(1, 12))
def test_numbered_tasks_are_read_whatever_their_count(count: int) -> None:
    text = "\n".join(f"{at}.开展第{at}项科普活动\n牵头单位：县科协" for at in range(1, count + 1))
    (plan,) = read_structure(document(f"海平县科普工作方案\n{text}")).plans
    assert [action.number for action in plan.actions] == [str(at) for at in range(1, count + 1)]


def test_four_times_the_text_takes_about_four_times_as_long() -> None:
    small, large = _seconds(200), _seconds(800)
    assert large < 12 * small + 0.2


def test_long_lines_are_no_trap() -> None:
    """Nothing is quadratic in a paragraph: enumerations, pages, brackets without end."""
    started = time.perf_counter()
    for text in (
        "一是做好。" * 5000,
        "（一）" * 8000,
        "一、" * 9000,
        "（" * 20000,
        "1、页" * 8000,
        "1.1." * 8000,
        "，第" * 9000,
    ):
        read_structure(document(["海平县科普工作方案", "一、行动", text]))
    assert time.perf_counter() - started < 20


def _seconds(count: int) -> float:
    text = [
        f"（{'一二三四五六七八九十'[at % 10]}）行动" if at % 9 == 0 else f"{at % 9}.开展活动。（县科协）"
        for at in range(count)
    ]
    read = document(["海平县科普工作方案", *text])
    times = []
    for _ in range(2):
        started = time.perf_counter()
        read_structure(read)
        times.append(time.perf_counter() - started)
    return min(times)
