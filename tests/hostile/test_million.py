"""The first cases of the million, at every door; and that a bug would be told, with the number that makes it again."""

from __future__ import annotations

import pytest

from tests.hostile import million
from tests.hostile.million import DOORS, failures


@pytest.mark.parametrize("door", DOORS)
def test_no_case_ends_in_an_exception(door: str) -> None:
    assert list(failures(door, 0, 400)) == []


def test_a_bug_is_told_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bytes] = []

    def read(data: bytes) -> None:
        made.append(data)
        if len(made) == 3:
            raise ZeroDivisionError("here")

    monkeypatch.setitem(million.DOORS, "dates", DOORS["dates"]._replace(read=read))
    assert list(failures("dates", 10, 5)) == ["dates 12: ZeroDivisionError: here"]
    seen = made[2]
    assert list(failures("dates", 12, 1)) == []
    assert made[-1] == seen
