"""Edit distance: what is near, and in what two words differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.spelling import Change, change, nearest, within


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("laed", "lead"), ("leads", "lead"), ("weather", None), ("", None), ("l" * 500, None)],
)
def test_nearest(typed: str, meant: str | None) -> None:
    assert nearest(typed, ["lead", "due"]) == meant


@pytest.mark.parametrize(
    ("typed", "edits", "found"),
    [
        ("教育句", 1, ["教育局"]),
        ("教育局", 1, ["教育局", "教体局"]),
        ("教育", 1, ["教育局"]),
        ("教局育", 1, ["教育局"]),
        ("教研室", 1, []),
        ("", 2, []),
        ("教" * 500, 2, []),
    ],
)
def test_within(typed: str, edits: int, found: list[str]) -> None:
    assert within(typed, ["教体局", "教育局"], edits) == found


@pytest.mark.parametrize(
    ("typed", "known", "expected"),
    [
        ("教育句", "教育局", Change(2, "句", "局")),
        ("教局", "教育局", Change(1, "", "育")),
        ("老科协", "科协", Change(0, "老", "")),
        ("农村农业局", "农业农村局", Change(1, "村农业", "业农村")),
        ("同", "同", Change(1, "", "")),
        ("局局", "局", Change(1, "局", "")),
    ],
)
def test_change(typed: str, known: str, expected: Change) -> None:
    assert change(typed, known) == expected


@given(st.text("教育局科", max_size=6), st.text("教育局科", max_size=6))
def test_a_change_made_gives_the_known_word(typed: str, known: str) -> None:
    at, wrong, right = change(typed, known)
    assert typed[:at] + right + typed[at + len(wrong) :] == known
