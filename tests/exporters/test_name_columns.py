"""Columns of names are wide enough for their names, as long as the others can give way."""

from __future__ import annotations

import pytest

from kepu_cli.exporters import printed_text
from kepu_cli.exporters.column_widths import Span
from kepu_cli.exporters.name_columns import widths_for_names

SIZE, TOTAL = 11, 135.0
LONG = ("市人力资源和社会保障局", "市文化广播电视和旅游局")
SHORT = ("市教育局", "市科协")


def _widths(names: tuple[str, ...], text: str, fixed: float = 60) -> dict[str, float]:
    texts = {"text": [text] * 4, "names": ["、".join(names)] * 4, "fixed": ["甲"] * 4}
    spans = {"text": Span(26, 70), "names": Span(18, 60), "fixed": Span(fixed, fixed, by_longest=True)}
    return widths_for_names(texts, spans, {"names": [names] * 4}, "、", SIZE, TOTAL)


@pytest.mark.parametrize("length", [10, 80, 300])
def test_the_longest_name_and_its_separator_stand_on_one_line(length: int) -> None:
    widths = _widths((*LONG, *SHORT), "办" * length)
    assert widths["names"] >= printed_text.units(f"{LONG[0]}、", SIZE) - 0.1
    assert sum(widths.values()) == pytest.approx(TOTAL, abs=0.2)


def test_the_others_give_way_where_there_is_little_room() -> None:
    widths = _widths((*LONG, *SHORT), "办" * 30, fixed=85)
    assert widths["names"] >= printed_text.units(f"{LONG[0]}、", SIZE) - 0.1
    assert widths["text"] < 26


@pytest.mark.parametrize("fixed", [86, 88, 90, 92])
def test_where_it_must_be_broken_no_character_stands_alone(fixed: float) -> None:
    width = _widths((*LONG, "市市场监督管理局"), "办" * 30, fixed=fixed)["names"]
    lines = [printed_text.text_lines(f"{name}、", width, SIZE) for name in LONG]
    assert all(len(each) == 1 or len(each[-1]) > 2 for each in lines)


def test_an_endless_name_does_not_take_the_page() -> None:
    assert _widths(("甲" * 40,), "办" * 80)["text"] > 40


def test_no_names_at_all() -> None:
    assert sum(_widths((), "办" * 80).values()) == pytest.approx(TOTAL, abs=0.2)
