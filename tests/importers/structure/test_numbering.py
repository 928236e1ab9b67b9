"""The markers at the beginning of paragraphs, and what looks like one and is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.importers.structure.numbering import read_marker, usual_rank


@pytest.mark.parametrize(
    ("text", "form", "value", "number"),
    [
        ("一、总体要求", "一、", 1, "一"),
        ("十一、保障", "一、", 11, "十一"),
        ("二十、经费", "一、", 20, "二十"),
        ("廿一、其他", "一、", 21, "廿一"),
        ("一 、宣传", "一、", 1, "一"),
        ("二．宣传", "一、", 2, "二"),
        ("（一）宣传", "（一）", 1, "一"),
        ("(十二)宣传", "（一）", 12, "十二"),
        ("（三)宣传", "（一）", 3, "三"),
        ("〔三〕宣传", "（一）", 3, "三"),
        ("㈡宣传", "（一）", 2, "㈡"),
        ("1.宣传", "1.", 1, "1"),
        ("12、宣传", "1.", 12, "12"),
        ("３．宣传", "1.", 3, "３"),
        ("⒋宣传", "1.", 4, "⒋"),
        ("1.2026年完成", "1.", 1, "1"),
        ("1.6月底前完成", "1.", 1, "1"),
        ("2、10月底前完成", "1.", 2, "2"),
        ("（1）宣传", "（1）", 1, "1"),
        ("⑵宣传", "（1）", 2, "⑵"),
        ("3)宣传", "1)", 3, "3"),
        ("3）宣传", "1)", 3, "3"),
        ("①宣传", "①", 1, "①"),
        ("⑫宣传", "①", 12, "⑫"),
        ("㉑宣传", "①", 21, "㉑"),
        ("第一章 总则", "第一章", 1, "第一章"),
        ("第二部分 任务", "第一章", 2, "第二部分"),
        ("第三节　宣传", "第一节", 3, "第三节"),
        ("第十二条 宣传", "第一条", 12, "第十二条"),
        ("第3条宣传", "第一条", 3, "第3条"),
        ("任务一：宣传", "任务一", 1, "任务一"),
        ("行动二 宣传", "任务一", 2, "行动二"),
        ("一是开展宣传", "一是", 1, "一"),
        ("二是:开展宣传", "一是", 2, "二"),
        ("三要开展宣传", "一是", 3, "三"),
        ("其二，开展宣传", "一是", 2, "其二"),
        ("第三，开展宣传", "一是", 3, "第三"),
        ("1.2 宣传", "1.1", 2, "1.2"),
        ("3.10 宣传", "1.1", 10, "3.10"),
        ("2.3宣传", "1.1", 3, "2.3"),
        ("1.2.3 宣传", "1.1.1", 3, "1.2.3"),
        ("　　（二）宣传", "（一）", 2, "二"),
    ],
)
def test_reads_form_value_and_number(text: str, form: str, value: int, number: str) -> None:
    marker = read_marker(text)
    assert marker is not None
    assert (marker.form, marker.value, marker.number) == (form, value, number)
    assert text[marker.length :] == text[marker.length :].lstrip()


@pytest.mark.parametrize(
    "text",
    [
        "", "一", "一心一意抓落实", "一项工作", "一、二年级学生", "三、四月份", "一、二、三产业",
        "二〇二六年三月", "十月底前完成", "3.15消费者权益日", "5.12防灾减灾日", "3.8妇女节", "2.5万名学生",
        "1.2亿元", "3、4月份", "5、6年级", "10月底前完成", "2026年工作", "2026.3.1", "（2026年修订）",
        "（2026）", "（县教育局）", "第一批试点", "第一时间处置", "第一条线索", "第二节课", "第三章节",
        "任务一览表", "二是非问题", "总则", "１", "一要么",
    ],
)  # fmt: skip
def test_takes_nothing_else_for_a_marker(text: str) -> None:
    assert read_marker(text) is None


def test_custom_puts_chapters_above_numbers() -> None:
    forms = ["第一章", "第一节", "第一条", "一、", "（一）", "1.", "（1）", "①", "一是"]
    assert sorted(forms, key=usual_rank) == forms


@given(st.text(alphabet="一二十第其（(1.２、)）①㈠条章是要 　任务a。", max_size=12))
def test_a_marker_lies_within_the_text(text: str) -> None:
    marker = read_marker(text)
    if marker:
        assert 0 < marker.length <= len(text)
        assert marker.value > 0
        assert marker.number in "".join(text[: marker.length].split())
