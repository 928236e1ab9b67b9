"""Edits of a text: what overlaps waits, what is unsafe is left out, and nothing else moves."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.fixing.splices import Edit, Splice, apply, compatible, make_safe

_TEXT = "县教育局、县科协、县妇联"


def _edit(*splices: tuple[int, int, str], kind: str = "K203") -> Edit:
    return Edit(kind, tuple(Splice(*splice) for splice in splices))


def test_the_characters_between_stay() -> None:
    edits = [_edit((9, 12, "妇联")), _edit((0, 1, "市"), (5, 6, "市"))]
    assert apply(_TEXT, edits) == "市教育局、市科协、妇联"


def test_of_two_from_one_spot_the_larger_stays() -> None:
    small, large = _edit((5, 8, "科协")), _edit((5, 9, ""))
    assert compatible([small, large]) == compatible([large, small]) == [large]


def test_of_two_that_overlap_the_first_stays_whole() -> None:
    first, second, third = _edit((0, 1, ""), (5, 6, "")), _edit((4, 5, "")), _edit((6, 7, ""))
    assert compatible([third, second, first]) == [first, third]


def test_two_of_the_same_spot_do_not_both_put_something_in() -> None:
    one, other = _edit((3, 3, "甲")), _edit((3, 3, "乙"))
    assert len(compatible([one, other])) == 1


def test_a_bad_edit_costs_none_of_the_others() -> None:
    edits = [_edit((at, at + 1, "坏" if at in (3, 7) else "好")) for at in range(12)]
    text, kept = make_safe(_TEXT, edits, lambda text: "坏" not in text)
    assert [edit.splices[0].start for edit in kept] == [0, 1, 2, 4, 5, 6, 8, 9, 10, 11]
    assert text == "好好好局好好好协好好好好"


def test_judging_ends() -> None:
    edits = [_edit((at, at + 1, "坏")) for at in range(1000)]
    asked: list[str] = []

    def is_safe(text: str) -> bool:
        asked.append(text)
        return False

    assert make_safe("好" * 1000, edits, is_safe) == ("好" * 1000, [])
    assert len(asked) <= 100


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 3), st.text("甲乙", max_size=2)), max_size=8))
def test_compatible_edits_never_overlap(drawn: list[tuple[int, int, str]]) -> None:
    edits = [_edit((start, start + length, text)) for start, length, text in drawn]
    chosen = compatible(edits)
    spans = [edit.splices[0] for edit in chosen]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert compatible(edits[::-1]) == chosen
    kept = "".join(sign for at, sign in enumerate("0123456789abc") if not any(s.start <= at < s.end for s in spans))
    assert "".join(sign for sign in apply("0123456789abc", chosen) if sign not in "甲乙") == kept
