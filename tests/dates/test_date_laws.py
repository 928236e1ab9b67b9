"""What holds for the dates of any text."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kepu_cli.dates import clauses, english, forms, named_times, ongoing, points
from kepu_cli.dates.due import LONGEST, Due, DueKind, parse_due, parse_stretch, read_due, read_stretch
from kepu_cli.dates.unread import Unread, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

CHINESE = ["年", "月", "日", "号", "旬", "上", "中", "下", "底", "末", "初", "前", "内", "起", "期间", "个", "次"]
CHINESE += ["至", "-", "—", "到", "、", ",", ";", ".", "/", "每", "各", "按", "第", "季度", "半年", "00:00", "(", "“"]
CHINESE += ["全年", "次年", "明年", "长期", "截至", "即日起", "春季", "暑假", "科普日", "进度", "开始", "双月", "半"]
NUMBERS = ["2026", "2021", "二〇二六", "26", "1", "3", "12", "29", "31", "0", "十", "一", "二", "五", "廿", "6.30"]
ENGLISH = ["by", "end", "of", "June", "May", "to", "Q3", "H2", "every", "year", "next", "2nd", "mid-", "and", "half"]
ENGLISH += ["first", "quarter", "monthly", "from", "between", "once a", "onwards", "spring", "not later", "1-3"]
OTHERS = [" ", "\n", "\u3000", "\u200b", "é", "ß", "١", "Ⅻ", "㋿", "😀", "か", "ก", "а", "\x00", "e\u0301", "ʼ"]
PIECES = st.sampled_from([*CHINESE, *NUMBERS, *ENGLISH, *OTHERS])
TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(PIECES, max_size=9).map("".join),
    st.lists(PIECES, max_size=9).map(" ".join),
)
# Many times the same piece, or two in turn: what makes a careless pattern try every way to divide a text.
REPEATED = st.tuples(PIECES, PIECES, PIECES).map(lambda some: ((some[0] + some[1]) * LONGEST + some[2])[-LONGEST:])
SPELLINGS = ["{0}-{1}-{2}", "{0}年{1}月{2}日", "{0}/{1:02}/{2:02}", "{0}.{1}.{2}", "{0}{1:02}{2:02}"]
SPELLINGS += ["{2} {3} {0}", "{3} {2}, {0}", "by {2} {3} {0}", "{0}年{1}月{2}", "{0}. {1}. {2}", "{0}年 {1}月 {2}号"]
# Of the plan's year, 2026.
SHORT = ["{1}月{2}日", "{1}月{2}号", "{1}.{2:02}", "26年{1}月{2}日", "26.{1}.{2}", "今年{1}月{2}日", "{3} {2}"]
STRETCHES = ["{}月", "{}月底", "{}月上旬", "{}月中下旬", "{}月1日", "2026年{}月", "26年{}月底", "明年{}月初"]
STRETCHES += ["第三季度", "上半年", "年底", "每年{}月", "每年{}月底", "每月末", "1-{}月", "{}.15", "即日起至{}月底"]
MODULES = (clauses, english, forms, named_times, ongoing, points)
PATTERNS = {
    f"{module.__name__}.{name}": value if isinstance(value, str) else value.pattern
    for module in MODULES
    for name, value in vars(module).items()
    if (isinstance(value, str) or hasattr(value, "pattern")) and not name.startswith("__")
} | {f"plain form {place}": form.pattern for place, (_, form, _) in enumerate(forms._PLAIN)}


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


@given(REPEATED)
def test_repeated_pieces_are_answered(text: str) -> None:
    assert isinstance(read_due(text, 2026), Due | Unread)
    assert isinstance(read_due(text * 2, 2026), Unread)


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_no_pattern_can_divide_a_text_in_many_ways(pattern: str) -> None:
    """No repeat of any length within another, and no two one after the other: time grows with the text at most."""
    assert len(list(_endless(_parser.parse(pattern, re.VERBOSE if "\n" in pattern else 0)))) <= 2


def _endless(pattern: object, *, within: bool = False) -> Iterator[object]:
    """The unbounded repeats of a parsed pattern; fails for one inside another."""
    for part in pattern if isinstance(pattern, (list, tuple, _parser.SubPattern)) else ():
        unbounded = isinstance(part, tuple) and part[0] in _REPEATS and part[1][1] is _constants.MAXREPEAT
        assert not (unbounded and within)
        if unbounded:
            yield part
        yield from _endless(part, within=within or unbounded)


_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)


def test_the_counting_of_repeats_counts() -> None:
    assert len(list(_endless(_parser.parse(r"a+(?:b*c){1,3}|\s*")))) == 3
    with pytest.raises(AssertionError):
        list(_endless(_parser.parse(r"(?:a+b?)*c")))


def test_length_has_a_limit() -> None:
    assert parse_due("6月底前" + "完" * 196, 2026) is not None
    assert read_due("6月底前" + "完" * 197, 2026) == Unread(Why.TOO_LONG)
    assert read_stretch("6月" + "完" * 200_000, 2026) == Unread(Why.TOO_LONG)


@given(TEXTS)
def test_a_due_lacks_no_end_and_a_reason_knows_its_numbers(text: str) -> None:
    due, stretch = read_due(text, 2026), read_stretch(text, 2026)
    assert not (isinstance(due, Unread) and due.why in (Why.NO_BEGINNING, Why.NO_END))
    for unread in (due, stretch):
        if isinstance(unread, Unread):
            assert bool(unread.length) is (unread.why is Why.NO_SUCH_DAY)
            assert not unread.length or not 1 <= unread.day <= unread.length


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.sampled_from(SPELLINGS))
def test_every_day_is_read_in_every_spelling(when: date, spelling: str) -> None:
    text = _spell(spelling, when)
    first = None if text.startswith("by") else when
    assert parse_due(text, None) == Due(text, DueKind.ONCE, first, when)
    if not any(map(str.isalpha, re.sub("[年月日号]", "", text))):
        assert parse_due(f"{text}前完成", None) == Due(f"{text}前完成", DueKind.ONCE, None, when)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.sampled_from(SHORT))
def test_every_day_of_the_plans_year_is_read_in_every_short_spelling(when: date, spelling: str) -> None:
    text = _spell(spelling, when)
    assert parse_due(text, 2026) == Due(text, DueKind.ONCE, when, when)


@given(st.integers(0, 99), st.integers(0, 99), st.sampled_from([2024, 2026]))
def test_a_day_is_read_if_the_calendar_has_it(month: int, day: int, year: int) -> None:
    found = read_due(f"{year}年{month}月{day}日", None)
    if not 1 <= month <= 12:
        assert found == Unread(Why.NO_SUCH_MONTH, month=month)
        return
    length = monthrange(year, month)[1]
    if 1 <= day <= length:
        assert isinstance(found, Due)
        assert found.last == date(year, month, day)
    else:
        assert found == Unread(Why.NO_SUCH_DAY, year, month=month, day=day, length=length)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_range_is_read_unless_it_ends_before_it_begins(first: date, last: date) -> None:
    for text in (f"{first}至{last}", f"{first:%Y.%m.%d}—{last:%Y.%m.%d}", f"{first:%d %B %Y} to {last:%d %B %Y}"):
        expected = Due(text, DueKind.ONCE, first, last) if first <= last else Unread(Why.BACKWARDS)
        assert read_due(text, None) == expected


@given(st.sampled_from(STRETCHES), st.integers(1, 12))
def test_a_limit_never_moves_the_end_later(form: str, month: int) -> None:
    text = form.format(month)
    plain, limited = parse_due(text, 2026), parse_due(f"{text}前", 2026)
    assert plain is not None
    assert limited is not None
    assert plain.last is not None
    assert limited.last is not None
    assert limited.last <= plain.last
    assert limited.kind is plain.kind


@given(st.sampled_from(STRETCHES), st.integers(1, 12), st.integers(2000, 2060))
def test_the_plans_year_carries_what_names_none(form: str, month: int, year: int) -> None:
    """Moving the plan by four years, leap years and all, moves the date by four years."""
    text = form.format(month)
    now, later = parse_due(text, year), parse_due(text, year + 4)
    assert now is not None
    assert later is not None
    if "26年" not in text and now.last and later.last:
        assert later.last == now.last.replace(year=now.last.year + 4)


def _spell(spelling: str, when: date) -> str:
    return spelling.format(when.year, when.month, when.day, month_name[when.month])
