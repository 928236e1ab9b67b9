"""How comparing grows with the plans: the processor's time an item, against that of the smallest plans."""

from __future__ import annotations

import gc
import time
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.two_years import write_two_years
from kepu_cli.comparing.compare import compare
from kepu_cli.loading.load import load_file

if TYPE_CHECKING:
    from pathlib import Path

    from kepu_cli.model import Plan

MOST_ROUNDS = 3
SIZES = (1000, 2000, 5000, 10_000)
REWORDED = (0, 10, 100)


def report(folder: Path, rounds: int) -> str:
    """A Markdown table. In a round every size has its turn, so that a busy machine slows all of them."""
    plans = {(items, part): _load(folder, items, part) for items in SIZES for part in REWORDED}
    # The collector would walk through all the other plans too, which a process of its own does not have.
    gc.collect()
    gc.freeze()
    taken: dict[tuple[int, int], list[float]] = {key: [] for key in plans}
    for round_ in range(min(rounds, MOST_ROUNDS) + 1):
        for (items, part), pair in plans.items():
            seconds = _seconds(pair) / items
            # The first round only warms the caches.
            if round_:
                taken[items, part].append(seconds)
    lines = ["## Matching, in process", ""]
    lines.append("| items | reworded | time an item, against 1,000 items | processor's seconds | found again |")
    lines.append("|---:|---:|---:|---:|---:|")
    for (items, part), seconds_each in taken.items():
        pairs = zip(seconds_each, taken[SIZES[0], part], strict=True)
        ratio = median(one / first for one, first in pairs)
        seconds = median(seconds_each) * items
        recall = _recall(plans[items, part], items, part)
        lines.append(f"| {items:,} | {part}% | {ratio:.2f} | {seconds:.2f} | {recall} |")
    return "\n".join(lines) + "\n"


def _load(folder: Path, items: int, reworded: int) -> tuple[Plan, Plan]:
    old, new = (load_file(path).plan for path in write_two_years(folder, items, reworded))
    assert old is not None
    assert new is not None
    return old, new


def _seconds(pair: tuple[Plan, Plan]) -> float:
    start = time.process_time()
    compare(*pair)
    return time.process_time() - start


def _recall(pair: tuple[Plan, Plan], items: int, reworded: int) -> str:
    """Of the reworded duties how many are proposed, each to its own old one."""
    wanted = items * reworded // 100
    right = sum(each.old.path == each.new.path for each in compare(*pair).proposals)
    return f"{right / wanted:.0%}" if wanted else ""
