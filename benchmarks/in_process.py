"""Inside one process: reading with positions against a plain load, and how the time grows with the lines."""

from __future__ import annotations

import gc
import time
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import yaml

from benchmarks.measuring import verdict
from benchmarks.plans import write_plan
from kepu_cli.checking import check
from kepu_cli.loading.load import load_bytes
from kepu_cli.yaml_source.source import read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

SIZES = (500, 2000, 10_000, 50_000)


class Reading(NamedTuple):
    """Seconds of the processor for one text, by what was done with it."""

    plain: float
    positions: float
    checked: float


def report(folder: Path, rounds: int) -> str:
    """Two tables in Markdown; every size has its turn in every round."""
    plans = {lines: write_plan(folder, lines).read_bytes() for lines in SIZES}
    taken: dict[int, list[Reading]] = {lines: [] for lines in SIZES}
    for round_ in range(rounds + 1):
        for lines, data in plans.items():
            reading = _measure(data, max(1, 10_000 // lines), folder)
            if round_:
                taken[lines].append(reading)
    return _against_plain(taken) + "\n" + _growth(taken)


def _measure(data: bytes, times: int, folder: Path) -> Reading:
    loader = yaml.CSafeLoader
    actions = (
        partial(yaml.load, data, Loader=loader),
        partial(read_source, data, "plan.yaml"),
        lambda: check(load_bytes(data, "plan.yaml", folder)),
    )
    return Reading(*(_seconds(action, times) for action in actions))


def _seconds(action: Callable[[], object], times: int) -> float:
    # What earlier measurements left behind is no part of this one.
    gc.collect()
    start = time.process_time()
    for _ in range(times):
        action()
    return (time.process_time() - start) / times


def _against_plain(taken: Mapping[int, list[Reading]]) -> str:
    lines = ["## Reading with positions, in process", "", "`read_source(data)` / `yaml.load(data, CSafeLoader)`", ""]
    lines += ["| lines | median | goal | |", "|---:|---:|---:|---|"]
    for size, readings in taken.items():
        value = median(one.positions / one.plain for one in readings)
        lines.append(f"| {size:,} | {value:.2f} | ≤ 0.55 | {verdict(value, '≤ 0.55')} |")
    return "\n".join(lines) + "\n"


def _growth(taken: Mapping[int, list[Reading]]) -> str:
    lines = ["## Growth, in process", "", "Time a line, against that of the shortest plan", ""]
    lines += ["| lines | read_source | load and check | goal | |", "|---:|---:|---:|---:|---|"]
    first = SIZES[0]
    for size, readings in taken.items():
        pairs = list(zip(readings, taken[first], strict=True))
        read = median(one.positions / other.positions * first / size for one, other in pairs)
        all_ = median(one.checked / other.checked * first / size for one, other in pairs)
        told = verdict(max(read, all_), "≤ 1.3")
        lines.append(f"| {size:,} | {read:.2f} | {all_:.2f} | ≤ 1.3 | {told} |")
    return "\n".join(lines) + "\n"
