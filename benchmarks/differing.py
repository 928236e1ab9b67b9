"""`kepu diff` of two plans of 2,000 lines against other programs' differences of the same content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.measuring import Command, Family, Ratio, floor, kepu
from benchmarks.other_forms import write_contract
from benchmarks.peers import peer
from benchmarks.two_years import write_two_years

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

# Three lines a duty and two for each twenty of them.
ITEMS_OF_2000_LINES = 640
ITEMS = 2000


_GOALS = {"deep diff": "≥ 8", "deep diff, pairing all": "≥ 8", "datacontract changelog": "≥ 15"}
# Beyond its own bounds it does not look for the item that another one was.
_PAIRING_ALL = ("--cutoff-distance-for-pairs", "1", "--cutoff-intersection-for-pairs", "1")


def families() -> tuple[Callable[[Path], Family], ...]:
    return _two_plans, _pairing_all, _reworded


def _two_plans(folder: Path) -> Family:
    pair = write_two_years(folder, ITEMS_OF_2000_LINES, 10)
    others = [*_deep("deep diff", *pair), *_changelog(*pair)]
    return _against("diff, 2,000 lines, a tenth of the duties reworded", pair, others, 3)


def _pairing_all(folder: Path) -> Family:
    pair = write_two_years(folder, ITEMS_OF_2000_LINES, 10)
    others = [*_deep("deep diff, pairing all", *pair, *_PAIRING_ALL)]
    return _against("diff, the same, every item paired with the likeliest", pair, others, 1)


def _against(title: str, pair: tuple[Path, Path], others: Sequence[Command], rounds: int) -> Family:
    ratios = [Ratio("kepu diff", "F0 of both")]
    ratios += [Ratio(other.name, "kepu diff", _GOALS[other.name]) for other in others]
    commands = [floor("F0 of both", *pair), kepu("kepu diff", "diff", *pair), *others]
    return Family(title, commands, ratios, rounds)


def _reworded(folder: Path) -> Family:
    pairs = {part: write_two_years(folder, ITEMS, part) for part in (0, 10, 100)}
    names = {part: f"{part}% reworded" for part in pairs}
    commands = [floor("F0 of both", *pairs[0]), *(kepu(names[part], "diff", *pair) for part, pair in pairs.items())]
    return Family(f"diff, {ITEMS:,} duties", commands, [Ratio(name, "F0 of both") for name in names.values()], 5)


def _deep(name: str, old: Path, new: Path, *options: str) -> Iterator[Command]:
    if program := peer("deepdiff"):
        yield Command(name, (program, "diff", "--ignore-order", *options, str(old), str(new)))


def _changelog(old: Path, new: Path) -> Iterator[Command]:
    if program := peer("datacontract-cli"):
        contracts = (str(write_contract(old)), str(write_contract(new)))
        yield Command("datacontract changelog", (program, "changelog", *contracts))
