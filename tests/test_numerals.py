"""Numbers as Chinese documents write them, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.numerals import SIGNS, chinese_numeral, has_number, in_digits, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("一十二", 12),
        ("二十", 20),
        ("廿", 20),
        ("廿一", 21),
        ("卅", 30),
        ("一百零二", 102),
        ("一百〇二", 102),
        ("一百一十", 110),
        ("两百", 200),
        ("一千零二十", 1020),
        ("零", 0),
        ("〇五", 5),
        ("二〇二六", 2026),
        ("二○二六", 2026),
        ("2026", 2026),
        ("２０２６", 2026),
        ("①", 1),
        ("⑳", 20),
        ("㈠", 1),
        ("⑴", 1),
        ("⒈", 1),
        ("（三）", 3),
        ("9" * 12, 999_999_999_999),
    ],
)
def test_a_number_in_any_script(text: str, number: int) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "（）",
        "百",
        "十十",
        "一百二",
        "二百十",
        "十二三",
        "第一",
        "一、二",
        "3.5",
        "½",
        "一" * 13,
        "9" * 5000,
        "abc",
    ],
    ids=lambda text: text[:13] or "nothing",
)
def test_what_is_no_single_number_is_none(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "零"), (10, "十"), (11, "十一"), (20, "二十"), (100, "一百"), (101, "一百零一"), (102, "一百零二"),
     (110, "一百一十"), (1005, "一千零五"), (1010, "一千零一十"), (2026, "二千零二十六")],
)  # fmt: skip
def test_a_number_as_documents_write_it(value: int, written: str) -> None:
    assert chinese_numeral(value) == written


@given(st.integers(0, 9999))
def test_what_is_written_is_read(value: int) -> None:
    assert read_number(chinese_numeral(value)) == value
    assert in_digits(f"第{chinese_numeral(value)}条") == f"第{value}条"


@given(st.text(SIGNS + "第条1①（）", max_size=20))
def test_any_text_is_answered(text: str) -> None:
    value = read_number(text)
    assert value is None or value >= 0
    assert in_digits(in_digits(text)) == in_digits(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("二〇二六年十二月三十一日", "2026年12月31日"),
        ("〇五", "05"),
        ("3.10", "3.10"),
        ("一百零二、两个", "102、2个"),
        ("千方百计", "千方百计"),
        ("十二三日", "十二三日"),
        ("牵头单位", "牵头单位"),
    ],
)
def test_in_digits(text: str, plain: str) -> None:
    assert in_digits(text) == plain


@pytest.mark.parametrize(
    "text", ["20", "５", "20+", "二十场", "两次", "一半", "三成", "百分之十", "10余次", "叁拾", "近百场", "½", "一次"]
)
def test_what_can_be_counted(text: str) -> None:
    assert has_number(text)


@pytest.mark.parametrize(
    "text", ["", "若干", "——", "明显提高", "进一步提高", "统一标准", "一批", "一定数量", "几十场", "数百人", "全覆盖"]
)
def test_what_cannot_be_counted(text: str) -> None:
    assert not has_number(text)
