"""Edit distance: what is near."""

from __future__ import annotations

import pytest

from kepu_cli.spelling import nearest, within


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
