"""How many columns a text takes, and where it is broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.text_width import display_width, wrap_names, wrap_text


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("kepu", 4, id="latin"),
        pytest.param("市科协", 6, id="hanzi"),
        pytest.param("（ＡＢ）", 8, id="full width"),
        pytest.param("市\u200b科协", 6, id="zero-width space"),
        pytest.param("e\u0301", 1, id="combining accent"),
        pytest.param("𠮷", 2, id="beyond the basic plane"),
        pytest.param("a\tb", 3, id="tab"),
        pytest.param("a\x1b\x00b", 2, id="controls"),
        pytest.param("한\u1161", 2, id="joining hangul"),
        pytest.param("★", 1, id="ambiguous"),
    ],
)
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("", 4, ("",), id="nothing"),
        pytest.param("一二三四五", 4, ("一二", "三四", "五"), id="hanzi break anywhere"),
        pytest.param("一二三、四", 6, ("一二", "三、四"), id="closing mark not first"),
        pytest.param("一二（三）", 6, ("一二", "（三）"), id="opening mark not last"),
        pytest.param("plan of work", 7, ("plan of ", "work"), id="words whole"),
        pytest.param("abcdefgh", 3, ("abc", "def", "gh"), id="long word"),
        pytest.param("一\n\n二", 4, ("一\n", "\n", "二"), id="line feeds"),
        pytest.param("一\n", 4, ("一\n", ""), id="line feed at the end"),
        pytest.param("举措AI项目", 6, ("举措AI", "项目"), id="mixed"),
    ],
)
def test_wrap_text(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert wrap_text(text, width) == lines


@pytest.mark.parametrize(
    ("names", "width", "lines"),
    [
        pytest.param((), 10, (), id="none"),
        pytest.param(("市科协", "市教育局"), 10, ("市科协、", "市教育局"), id="between names"),
        pytest.param(("市科协", "市妇联"), 14, ("市科协、市妇联",), id="both"),
        pytest.param(("自然资源局", "科协"), 6, ("自然资", "源局、", "科协"), id="name longer than a line"),
    ],
)
def test_wrap_names(names: tuple[str, ...], width: int, lines: tuple[str, ...]) -> None:
    assert wrap_names(names, "、", width) == lines


TEXTS = st.text(st.sampled_from("市科协、。（）“”ab cd\n2026 \u200b"), max_size=60)


@given(TEXTS, st.integers(2, 20))
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = wrap_text(text, width)
    assert "".join(lines) == text
    # Blanks may hang over the end, with whatever has no width behind them.
    assert all(display_width(line.rstrip(_HANGING)) <= width for line in lines)


_HANGING = " \t\n\u3000\u200b"


@given(st.lists(st.text("市县科教育局", min_size=1, max_size=9), max_size=8), st.integers(2, 20))
def test_names_are_lossless_too(names: list[str], width: int) -> None:
    lines = wrap_names(names, "、", width)
    assert "".join(lines) == "、".join(names)
    assert all(display_width(line) <= width for line in lines)
