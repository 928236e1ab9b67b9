"""What is delivered: a wheel with the program, its data and nothing else; an archive with all that builds it.

Both are built without a network.
"""

from __future__ import annotations

import configparser
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import PurePath
from typing import TYPE_CHECKING

import pytest

from supply.declared import ROOT, runtime

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = ROOT / "src" / "kepu_cli"


def _built(source: Path, form: str, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", form, "-d", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = folder.glob("*.whl" if form == "wheel" else "*.tar.gz")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return zipfile.ZipFile(_built(ROOT, "wheel", tmp_path_factory.mktemp("wheel")))


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of sources, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(_built(ROOT, "sdist", folder)) as archive:
        archive.extractall(folder / "in", filter="data")
    (top,) = (folder / "in").iterdir()
    return top


def _sources(root: Path) -> set[str]:
    """The files of the package, as git would keep them."""
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_and_its_papers_only(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    papers = {name for name in names if ".dist-info/" in name}
    assert {name.removeprefix("kepu_cli/") for name in names - papers} == _sources(PACKAGE)
    assert {name.partition(".dist-info/")[2] for name in papers} == {
        "METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE",
    }  # fmt: skip


def test_the_wheel_holds_code_and_data_alone(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assert {PurePath(name).suffix for name in names if ".dist-info/" not in name} == {
        ".py",
        ".typed",
        ".yaml",
        ".jinja",
    }
    assert not [name for name in names if "test" in name.lower()]
    assert {"kepu_cli/py.typed", "kepu_cli/data/outline-2021.yaml", "kepu_cli/data/division-page.html.jinja"} <= names


def test_the_wheel_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    (papers,) = {name.partition("/")[0] for name in wheel.namelist() if ".dist-info/" in name}
    points = configparser.ConfigParser()
    points.read_string(wheel.read(f"{papers}/entry_points.txt").decode())
    assert dict(points["console_scripts"]) == {"kepu": "kepu_cli.__main__:main"}
    about = Parser().parsestr(wheel.read(f"{papers}/METADATA").decode())
    assert (about["Name"], about["License-Expression"], about["Requires-Python"]) == ("kepu", "MIT", ">=3.11")
    asked = [line for line in about.get_all("Requires-Dist") or [] if "extra ==" not in line]
    assert len(asked) == len(runtime())
    assert wheel.read(f"{papers}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()


def test_the_sources_hold_what_builds_and_tests_them(unpacked: Path) -> None:
    for folder in ("src", "tests", "supply", "benchmarks", "docs"):
        assert _sources(unpacked / folder) == _sources(ROOT / folder), folder
    assert _sources(unpacked / "data" / "examples") == _sources(ROOT / "data" / "examples")
    for name in ("pyproject.toml", "Makefile", "LICENSE", "README.md", "CONTRIBUTING.md", "requirements-dev.lock"):
        assert (unpacked / name).read_bytes() == (ROOT / name).read_bytes()


def test_the_sources_build_the_same_wheel(unpacked: Path, wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    with zipfile.ZipFile(_built(unpacked, "wheel", tmp_path)) as again:
        assert {name: again.read(name) for name in again.namelist()} == {
            name: wheel.read(name) for name in wheel.namelist()
        }
