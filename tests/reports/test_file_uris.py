"""File names as URIs: percent-encoded, and of the system they come from."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kepu_cli.reports.file_uris import file_uri, is_stream, slashed

_P, _W = PurePosixPath, PureWindowsPath


@pytest.mark.parametrize(
    ("name", "flavour", "uri"),
    [
        pytest.param("./a//plan.yaml", _P, "a/plan.yaml", id="steps that lead nowhere"),
        pytest.param("../plan.yaml", _P, "../plan.yaml", id="up stays"),
        pytest.param("a:1:2.yaml", _P, "a%3A1%3A2.yaml", id="no scheme"),
        pytest.param("a\\b.yaml", _P, "a%5Cb.yaml", id="a backslash is a letter here"),
        pytest.param("a\\b.yaml", _W, "a/b.yaml", id="and a separator there"),
        pytest.param("/计划 1/a:b.yaml", _P, "file:///%E8%AE%A1%E5%88%92%201/a:b.yaml", id="absolute"),
        pytest.param("C:\\计划\\a.yaml", _W, "file:///C:/%E8%AE%A1%E5%88%92/a.yaml", id="drive"),
        pytest.param("\\\\server\\share\\a b.yaml", _W, "file://server/share/a%20b.yaml", id="network share"),
        pytest.param("\udcff.yaml", _P, "%FF.yaml", id="a name that is no UTF-8"),
    ],
)
def test_uri(name: str, flavour: type[PurePath], uri: str) -> None:
    assert file_uri(name, flavour) == uri


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_uri_is_ascii_and_gives_the_name_back(name: str) -> None:
    assume(not name.startswith("/"))
    uri = file_uri(name, _P)
    assert uri.isascii()
    assert urlsplit(uri)[:2] == ("", "")
    assert not urlsplit(uri).query
    assert not urlsplit(uri).fragment
    assert unquote(uri, errors="strict") == slashed(name, _P)


@pytest.mark.parametrize(
    ("name", "expected"), [("<标准输入>", True), ("<stdin>", True), ("plan.yaml", False), ("a<b>", False)]
)
def test_is_stream(name: str, expected: bool) -> None:
    assert is_stream(name) is expected
