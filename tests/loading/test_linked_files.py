"""References: what leaves the project is refused by its text, what stays inside is found."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kepu_cli.loading.linked_files import BUILTIN, BUILTIN_OUTLINES, BadReference, builtin_file, follow, looks_like_file

if TYPE_CHECKING:
    from pathlib import Path

_HOSTILE = [
    *("/etc/passwd", "/dev/zero", "/r.yaml", "//server/r.yaml", r"\\server\r.yaml", r"\r.yaml"),
    *(r"C:\r.yaml", "C:/r.yaml", "C:r.yaml", "http://example.com/r.yaml", "file:///r.yaml", "r.yaml:stream"),
    *("~/r.yaml", "~root/r.yaml", "$HOME/r.yaml", "%TEMP%/r.yaml", "r.yaml\0.yaml", "r\n.yaml", "\x1b[2J.yaml"),
    *("nul.yaml", "NUL", "con.yaml", "sub/com1.yaml", "lpt9 .yaml"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan's folder with a roster in it, and one outside."""
    (tmp_path / "outside.yaml").write_text("x")
    plans = tmp_path / "方案"
    (plans / "sub").mkdir(parents=True)
    (plans / "departments.yaml").write_text("x")
    (plans / "sub/r.yml").write_text("x")
    (plans / "folder.yaml").mkdir()
    return plans


@pytest.mark.parametrize("reference", _HOSTILE)
def test_hostile_texts_never_reach_the_disk(reference: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the disk was touched")

    for name in ("resolve", "exists", "is_dir", "is_file", "iterdir"):
        monkeypatch.setattr(type(folder), name, refuse)
    assert follow(reference, folder) == BadReference("outside")


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        pytest.param("departments.yaml", "departments.yaml", id="beside"),
        pytest.param("./departments.yaml", "departments.yaml", id="dot"),
        pytest.param("sub/r.yml", "sub/r.yml", id="below"),
        pytest.param(r"sub\r.yml", "sub/r.yml", id="backslash"),
        pytest.param("sub/../departments.yaml", "departments.yaml", id="up and down again"),
    ],
)
def test_inside(reference: str, found: str, folder: Path) -> None:
    assert follow(reference, folder) == (folder / found).resolve()


@pytest.mark.parametrize(
    ("reference", "bad"),
    [
        pytest.param("../outside.yaml", BadReference("outside"), id="up"),
        pytest.param(r"..\outside.yaml", BadReference("outside"), id="up with a backslash"),
        pytest.param("sub/../../outside.yaml", BadReference("outside"), id="down and up twice"),
        pytest.param("../nothing.yaml", BadReference("outside"), id="whether it is there is not told"),
        pytest.param("folder.yaml", BadReference("folder"), id="folder"),
        pytest.param("departments.xlsx", BadReference("not-yaml"), id="spreadsheet"),
        pytest.param("departments", BadReference("not-yaml"), id="no suffix"),
        pytest.param("", BadReference("not-yaml"), id="nothing"),
        pytest.param("Departments.YAML", BadReference("missing", "departments.yaml"), id="another case"),
        pytest.param("department.yaml", BadReference("missing", "departments.yaml"), id="slip"),
        pytest.param("名册.yaml", BadReference("missing"), id="like nothing"),
        pytest.param("nowhere/r.yaml", BadReference("missing"), id="folder missing"),
        pytest.param("departments.yaml/r.yaml", BadReference("missing"), id="file for a folder"),
        pytest.param("长" * 300 + ".yaml", BadReference("missing"), id="name too long"),
    ],
)
def test_refused(reference: str, bad: BadReference, folder: Path) -> None:
    assert follow(reference, folder) == bad


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links(folder: Path) -> None:
    (folder / "out.yaml").symlink_to(folder.parent / "outside.yaml")
    (folder / "in.yaml").symlink_to("departments.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "dangling.yaml").symlink_to("gone.yaml")
    assert follow("out.yaml", folder) == BadReference("outside")
    assert follow("in.yaml", folder) == (folder / "departments.yaml").resolve()
    for nowhere in ("loop.yaml", "dangling.yaml"):
        refused = follow(nowhere, folder)
        assert isinstance(refused, BadReference)
        # Which file is proposed instead depends on what the system says of a loop.
        assert (refused.kind, refused.near == nowhere) == ("missing", False)


def test_a_project_file_widens_the_folder(folder: Path) -> None:
    (folder.parent / "kepu.toml").touch()
    assert follow("../outside.yaml", folder) == (folder.parent / "outside.yaml").resolve()
    assert follow("../../outside.yaml", folder) == BadReference("outside")


def test_the_nearest_project_counts(folder: Path) -> None:
    (folder.parent / "kepu.toml").touch()
    (folder / "kepu.toml").touch()
    assert follow("../outside.yaml", folder) == BadReference("outside")


@pytest.mark.parametrize("name", BUILTIN_OUTLINES)
def test_builtin_outlines(name: str) -> None:
    assert "纲要:".encode() in (builtin_file(BUILTIN + name) or b"")


@pytest.mark.parametrize(
    "reference", ["", "2021", "builtin:", "builtin:1999", "builtin:2021.yaml", "builtin:../equivalents"]
)
def test_no_other_file_is_built_in(reference: str) -> None:
    assert builtin_file(reference) is None


_FILES = ["departments.yaml", "名册.YML", "roster.xlsx", "builtin:2021", "https://a/b", "../名册", "/etc/passwd"]
_ODD_FILES = [r"\\server\x", "C:x", "~", "sub/names", "r.yaml:stream"]


@pytest.mark.parametrize("text", [*_FILES, *_ODD_FILES])
def test_looks_like_file(text: str) -> None:
    assert looks_like_file(text)


@pytest.mark.parametrize("text", ["市教育局", "市教育局、市科协", "市委办/市政府办", "Science Office", "科协（市）"])
def test_looks_like_names(text: str) -> None:
    assert not looks_like_file(text)
