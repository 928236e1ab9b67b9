"""`kepu diff` of two plans of 2,000 lines against other programs' differences of the same content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.measuring import Command, Family, Ratio, floor, kepu
from benchmarks.other_forms import write_contract
from benchmarks.peers import peer
from benchmarks.two_years import write_two_years

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# Three lines a duty and two for each twenty of them.
ITEMS_OF_2000_LINES = 640
ITEMS = 2000


def families() -> tuple[Callable[[Path], Family], ...]:
    return _two_plans, _reworded


def _two_plans(folder: Path) -> Family:
    pair = write_two_years(folder, ITEMS_OF_2000_LINES, 10)
    others = list(_others(*pair))
    goals = {"deep diff": "≥ 8", "datacontract changelog": "≥ 15"}
    ratios = [Ratio("kepu diff", "F0 of both")]
    ratios += [Ratio(other.name, "kepu diff", goals[other.name]) for other in others]
    commands = [floor("F0 of both", *pair), kepu("kepu diff", "diff", *pair), *others]
    return Family("diff, 2,000 lines, a tenth of the duties reworded", commands, ratios, 3)


def _reworded(folder: Path) -> Family:
    pairs = {part: write_two_years(folder, ITEMS, part) for part in (0, 10, 100)}
    names = {part: f"{part}% reworded" for part in pairs}
    commands = [floor("F0 of both", *pairs[0]), *(kepu(names[part], "diff", *pair) for part, pair in pairs.items())]
    return Family(f"diff, {ITEMS:,} duties", commands, [Ratio(name, "F0 of both") for name in names.values()], 5)


def _others(old: Path, new: Path) -> Iterator[Command]:
    if program := peer("deepdiff"):
        yield Command("deep diff", (program, "diff", "--ignore-order", str(old), str(new)))
    if program := peer("datacontract-cli"):
        contracts = (str(write_contract(old)), str(write_contract(new)))
        yield Command("datacontract changelog", (program, "changelog", *contracts))
