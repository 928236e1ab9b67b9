"""What holds for the dates of any text."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kepu_cli.dates.due import Due, DueKind, parse_due, parse_stretch


@pytest.mark.parametrize("text", [" ", "1", "一", "每年", "1月-", "2026年", "“", "a ", ";", "十五", "到", "2026-"])
def test_long_texts_are_refused_at_once(text: str) -> None:
    begun = perf_counter()
    assert parse_due(text * 20_000, 2026) is None
    parse_due((text * 200)[:200], 2026)
    assert perf_counter() - begun < 0.5


def test_length_has_a_limit() -> None:
    assert parse_due("6月底前" + "完" * 196, 2026) is not None
    assert parse_due("6月底前" + "完" * 197, 2026) is None


PIECES = st.one_of(
    st.sampled_from(
        ["2026", "2021", "二〇二六", "1", "3", "12", "29", "31", "0", "十", "一", "二", "五", "廿", "“", "”"]
    ),
    st.sampled_from(
        ["年", "月", "日", "号", "旬", "上", "中", "下", "底", "末", "初", "前", "内", "起", "期间", "个", "次"]
    ),
    st.sampled_from(["至", "-", "—", "到", "、", ",", ";", ".", "/", "每", "各", "按", "第", "季度", "半年", "00:00"]),
    st.sampled_from(["全年", "次年", "明年", "长期", "截至", "by", "end", "of", "June", "May", "to", "Q3", "H2"]),
    st.sampled_from(["every", "year", "next", "2nd", "mid-", "and", "half", "first", "quarter", "monthly"]),
)
TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(PIECES, max_size=9).map("".join),
    st.lists(PIECES, max_size=9).map(" ".join),
)
SPELLINGS = ["{0}-{1}-{2}", "{0}年{1}月{2}日", "{0}/{1:02}/{2:02}", "{0}.{1}.{2}", "{0}{1:02}{2:02}"]


@given(TEXTS)
@example("“六五”末")
@example("3月下上旬")
@example("h3")
def test_any_text_is_answered_and_never_ends_before_it_begins(text: str) -> None:
    for years in ((2024, None), (None, None), (2021, 2025), (2199, None), (0, 9999)):
        due = parse_due(text, *years)
        assert due is None or due.first is None or due.last is None or due.first <= due.last
        stretch = parse_stretch(text, years[0])
        assert stretch is None or stretch.first <= stretch.last


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.sampled_from(SPELLINGS))
def test_every_day_is_read_in_every_spelling(when: date, spelling: str) -> None:
    text = spelling.format(when.year, when.month, when.day)
    assert parse_due(text, None) == Due(text, DueKind.ONCE, when, when)
    assert parse_due(f"{text}前完成", None) == Due(f"{text}前完成", DueKind.ONCE, None, when)
