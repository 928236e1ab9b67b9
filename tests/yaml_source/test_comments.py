"""A # that cuts a value short is told; one that begins a comment is not."""

from __future__ import annotations

import pytest

from kepu_cli.yaml_source.source import read_source


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("a: 方案 #1 修订\n", [(1, 7, "#1 修订")]),
        ("a:\n  - 甲\n  - 乙 #二科\n", [(3, 7, "#二科")]),
        ("a: 甲 #1\nb: 乙 #2\n", [(1, 6, "#1"), (2, 6, "#2")]),
        ("a: [甲, 乙 #丙\n  ]\n", [(1, 10, "#丙")]),
        ("a: 甲 #1\r\n", [(1, 6, "#1")]),
        ("a: 甲 # 注\n", []),
        ("a: 甲  #注\n", []),
        ("a: 甲 #\n", []),
        ("a: 甲 ##\n", []),
        ("a: 甲#1\n", []),
        ("a: '甲 #1'\n", []),
        ('a: "甲 #1"\n', []),
        ("a: |\n  甲 #1\n", []),
        ("a: [甲] #1\n", []),
        ("a: '甲' #1\n", []),
        ("a: #1\n  b: 1\n", []),
        ("#1\na: 1 # 注 #2\n", []),
    ],
)
def test_what_is_cut(text: str, lost: list[tuple[int, int, str]]) -> None:
    flaws = read_source(text.encode(), "f").flaws
    assert [(flaw.place.line, flaw.place.column, flaw.facts["lost"]) for flaw in flaws] == lost
    assert all(flaw.code == "K010" for flaw in flaws)
