"""Thousands of plans: one process, two, and other checkers on a tenth of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.measuring import Command, Family, Ratio, floor, kepu
from benchmarks.other_forms import write_schema
from benchmarks.peers import peer
from benchmarks.province import write_province

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PLANS, SOME, FEW = 3000, 300, 99


def families() -> tuple[Callable[[Path], Family], ...]:
    return _province, _some, _few


def _province(folder: Path) -> Family:
    home = _home(folder, PLANS)
    commands = [
        floor("F0", home),
        kepu("one process", "validate", home, "--jobs", "1"),
        kepu("two processes", "validate", home, "--jobs", "2"),
        kepu("one plan", "validate", min(home.iterdir())),
    ]
    ratios = [Ratio("one process", "F0", "≤ 6"), Ratio("one process", "two processes", "≥ 1.7")]
    return Family(f"validate, {PLANS:,} plans", commands, ratios, 3, {"one process": "", "one plan": ""})


def _some(folder: Path) -> Family:
    home = _home(folder, SOME)
    others = list(_others(home))
    goals = {"check-jsonschema": "≥ 6", "yamllint": "≥ 20"}
    ratios = [Ratio(other.name, "one process", goals[other.name]) for other in others]
    commands = [kepu("one process", "validate", home, "--jobs", "1"), *others]
    return Family(f"validate, {SOME} plans", commands, ratios, 3)


def _few(folder: Path) -> Family:
    """Below a hundred files no second process is started: it would have to be at least as fast."""
    home = _home(folder, FEW)
    commands = [kepu("as it decides", "validate", home), kepu("one process", "validate", home, "--jobs", "1")]
    return Family(f"validate, {FEW} plans", commands, [Ratio("as it decides", "one process", "≤ 1.05")])


def _home(folder: Path, count: int) -> Path:
    return write_province(folder, count)[0].parent


def _others(home: Path) -> Iterator[Command]:
    plans = sorted(map(str, home.iterdir()))
    if program := peer("check-jsonschema"):
        yield Command("check-jsonschema", (program, "--schemafile", str(write_schema(home.parent)), *plans))
    if program := peer("yamllint"):
        yield Command("yamllint", (program, "-d", "relaxed", str(home)))
