"""In what two texts differ, between what they have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.difference import Difference, difference


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("教育句", "教育局", Difference(2, "句", "局")),
        ("教局", "教育局", Difference(1, "", "育")),
        ("老科协", "科协", Difference(0, "老", "")),
        ("农村农业局", "农业农村局", Difference(1, "村农业", "业农村")),
        ("同", "同", Difference(1, "", "")),
        ("局局", "局", Difference(1, "局", "")),
    ],
)
def test_difference(one: str, other: str, expected: Difference) -> None:
    assert difference(one, other) == expected


@given(st.text("教育局科", max_size=6), st.text("教育局科", max_size=6))
def test_the_difference_made_gives_the_other_text(one: str, other: str) -> None:
    at, wrong, right = difference(one, other)
    assert one[:at] + right + one[at + len(wrong) :] == other
