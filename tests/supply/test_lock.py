"""The lock covers what pyproject.toml asks for, and what that asks for, and gives versions that are allowed."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, requires, version
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement

from supply.declared import ROOT, locked, name_of, runtime

if TYPE_CHECKING:
    from collections.abc import Iterator

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = (("linux", "Linux"), ("win32", "Windows"), ("darwin", "Darwin"))
# The lock leaves the installer itself to the machine.
_OF_THE_MACHINE = {"pip"}


def _development() -> list[Requirement]:
    """What working on kepu needs besides."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [Requirement(line) for line in project["optional-dependencies"]["dev"]]


def _holds(requirement: Requirement, python: str, system: tuple[str, str], extra: str = "") -> bool:
    """The line is for a machine with that Python and system."""
    if requirement.marker is None:
        return True
    machine = {"python_version": python, "python_full_version": f"{python}.1", "extra": extra}
    machine |= {"sys_platform": system[0], "platform_system": system[1], "platform_python_implementation": "CPython"}
    machine |= {"implementation_name": "cpython", "os_name": "nt" if system[0] == "win32" else "posix"}
    return requirement.marker.evaluate(machine)


def _versions(python: str, system: tuple[str, str]) -> dict[str, str]:
    """What such a machine gets by the lock; a package twice would be nobody's version."""
    lines = [line for line in locked() if _holds(line, python, system)]
    names = [name_of(line) for line in lines]
    assert len(names) == len(set(names))
    return {name_of(line): str(line.specifier).removeprefix("==") for line in lines}


def _asked(python: str, system: tuple[str, str]) -> Iterator[Requirement]:
    """All that such a machine is asked for, by us and by what is asked for."""
    waiting = [*runtime(), *_development()]
    seen = set()
    while waiting:
        requirement = waiting.pop()
        key = (name_of(requirement), *sorted(requirement.extras))
        if key not in seen:
            seen.add(key)
            waiting += _by(requirement, python, system)
        yield requirement


def _by(requirement: Requirement, python: str, system: tuple[str, str]) -> list[Requirement]:
    try:
        asked = map(Requirement, requires(requirement.name) or [])
    except PackageNotFoundError:  # for other systems than this
        return []
    extras = ("", *requirement.extras)
    return [each for each in asked if any(_holds(each, python, system, extra) for extra in extras)]


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system[1])
@pytest.mark.parametrize("python", PYTHONS)
def test_every_dependency_has_one_allowed_version(python: str, system: tuple[str, str]) -> None:
    given = _versions(python, system)
    for requirement in (*runtime(), *_development()):
        assert requirement.specifier.contains(given[name_of(requirement)]), requirement


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system[1])
@pytest.mark.parametrize("python", PYTHONS)
def test_what_the_dependencies_need_is_there_too(python: str, system: tuple[str, str]) -> None:
    given = _versions(python, system)
    others = [name for name in given if _installed(name) not in ("", given[name])]
    if others:
        pytest.skip(f"NOT PROVEN: this machine has other versions than the lock of {', '.join(others)}")
    asked = [each for each in _asked(python, system) if name_of(each) not in _OF_THE_MACHINE]
    assert {name_of(each) for each in asked} == set(given)
    for requirement in asked:
        assert requirement.specifier.contains(given[name_of(requirement)]), requirement


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def test_every_line_is_one_version() -> None:
    for line in locked():
        assert [each.operator for each in line.specifier] == ["=="], line
        assert not line.url, line


def test_a_lock_without_a_dependency_is_seen() -> None:
    given = {name_of(line) for line in locked("rich==15.0.0\n# openpyxl==3.1.5\n")}
    assert {name_of(each) for each in runtime()} - given == {
        "typer", "pydantic", "pyyaml", "openpyxl", "python-docx", "jinja2", "rapidfuzz",
    }  # fmt: skip
