"""Expressions that are compiled when first asked answer as compiled ones do."""

from __future__ import annotations

import re

import pytest

from kepu_cli.patterns import pattern

WORD = r"(?P<word>[a-z]+)(\d)?"


@pytest.mark.parametrize(
    ("method", "rest"),
    [("search", ()), ("match", (2,)), ("fullmatch", (2, 5)), ("split", ()), ("findall", ()), ("sub", ("x",))],
)
def test_each_method_is_that_of_the_compiled_expression(method: str, rest: tuple[object, ...]) -> None:
    text = "1 ABC ab3"
    args = (*rest, text) if method == "sub" else (text, *rest)
    later, now = (getattr(each, method)(*args) for each in (pattern(WORD, re.IGNORECASE), re.compile(WORD, re.I)))
    assert getattr(later, "groups", lambda: later)() == getattr(now, "groups", lambda: now)()


def test_nothing_is_compiled_before_it_is_asked() -> None:
    broken = pattern("(")
    with pytest.raises(re.error):
        broken.search("")


def test_it_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compiling = re.compile

    def counting(text: str, flags: int) -> re.Pattern[str]:
        made.append(text)
        return compiling(text, flags)

    monkeypatch.setattr("kepu_cli.patterns.re.compile", counting)
    later = pattern("a")
    assert [bool(later.match("a")), bool(later.search("b")), later.flags & re.UNICODE] == [True, False, re.UNICODE]
    assert made == ["a"]
