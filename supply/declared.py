"""The dependencies as pyproject.toml declares them, and the versions that the lock gives them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements-dev.lock"


def runtime() -> list[Requirement]:
    """What a user's installation needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [Requirement(line) for line in project["dependencies"]]


def locked(text: str | None = None) -> list[Requirement]:
    """The lines of the lock, each one version, some of them for some machines only."""
    lines = (LOCK.read_text("utf-8") if text is None else text).splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def name_of(requirement: Requirement) -> str:
    return canonicalize_name(requirement.name)
