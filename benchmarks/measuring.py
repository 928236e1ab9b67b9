"""Whole processes in turn, A B C A B C …: the ratio is taken inside each round, the median is told."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).parents[1]
MOST_WORDS = 8
FLOOR = Path("benchmarks") / "floor.py"


class Command(NamedTuple):
    """A command line under a short name; `folder` is where it runs."""

    name: str
    argv: tuple[str, ...]
    folder: Path = ROOT

    def shown(self, scratch: Path) -> str:
        """As somebody would type it: without the paths of this machine."""
        words = ("python" if word == sys.executable else word for word in self.argv)
        short = [word.replace(f"{scratch}/", "").replace(f"{ROOT}/", "") for word in words]
        # Hundreds of files are one argument too many for a table.
        left_out = [f"… ({len(short) - MOST_WORDS} more)"] if len(short) > MOST_WORDS else []
        return shlex.join(short[:MOST_WORDS]) + " ".join(["", *left_out])


class Ratio(NamedTuple):
    """One command's time by another's, both by name, and what it should be: `≤ 5`, `≥ 2`, or nothing."""

    above: str
    below: str
    goal: str = ""


class Family(NamedTuple):
    """Commands that are measured in the same rounds. Long ones get by with `most_rounds`."""

    title: str
    commands: Sequence[Command]
    ratios: Sequence[Ratio]
    most_rounds: int = 100
    memory: Mapping[str, str] = {}


def kepu(name: str, *args: str | Path) -> Command:
    return Command(name, (sys.executable, "-m", "kepu_cli", *map(str, args)))


def floor(name: str, *files: Path) -> Command:
    """The interpreter, `import yaml`, and libyaml parsing the same bytes."""
    return Command(name, (sys.executable, str(FLOOR), *map(str, files)))


def report(family: Family, rounds: int, scratch: Path) -> str:
    """The family's tables in Markdown."""
    seconds = measure(family.commands, min(rounds, family.most_rounds), spend)
    return render(family, seconds, {command.name: peak(command) for command in family.commands}, scratch)


def measure(commands: Sequence[Command], rounds: int, run: Callable[[Command], float]) -> Mapping[str, Sequence[float]]:
    """The seconds of each command, by its name, a value a round. One round more, the first, only warms the disk."""
    taken: dict[str, list[float]] = {command.name: [] for command in commands}
    for round_ in range(rounds + 1):
        for command in commands:
            seconds = run(command)
            if round_:
                taken[command.name].append(seconds)
    return taken


def spend(command: Command) -> float:
    """Runs a command once, for its seconds. Exit codes 0 and 1 are answers, any other stops the benchmark."""
    start = time.perf_counter()
    done = subprocess.run(command.argv, cwd=command.folder, env=_usual(), capture_output=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command.name}: {done.stderr.decode(errors='replace')[-2000:]}")
    return seconds


def peak(command: Command) -> float:
    """The megabytes that a command takes at most, its helpers each by themselves."""
    argv = (sys.executable, "-S", str(ROOT / "benchmarks" / "peak.py"), *command.argv)
    return float(subprocess.run(argv, cwd=command.folder, env=_usual(), capture_output=True, check=True).stdout)


def render(family: Family, seconds: Mapping[str, Sequence[float]], peaks: Mapping[str, float], scratch: Path) -> str:
    """What was measured as two tables: the ratios with their goals, the commands with their seconds."""
    lines = [f"## {family.title}", "", "| ratio | median | goal | |", "|---|---:|---:|---|"]
    for one in family.ratios:
        value = _ratio(seconds[one.above], seconds[one.below])
        lines.append(f"| {one.above} / {one.below} | {value:.2f} | {one.goal} | {verdict(value, one.goal)} |")
    for name, goal in family.memory.items():
        lines.append(f"| {name}, peak MB | {peaks[name]:.0f} | {goal} | {verdict(peaks[name], goal)} |")
    lines += ["", "| name | command | seconds | peak MB |", "|---|---|---:|---:|"]
    for command in family.commands:
        name = command.name
        lines.append(f"| {name} | `{command.shown(scratch)}` | {median(seconds[name]):.3f} | {peaks[name]:.0f} |")
    return "\n".join(lines) + "\n"


def verdict(value: float, goal: str) -> str:
    """Whether a value is as it should be; nothing where no goal is set."""
    sign, _, number = goal.partition(" ")
    if not number:
        return ""
    return "met" if (value <= float(number) if sign == "≤" else value >= float(number)) else "not met"


def _usual() -> Mapping[str, str]:
    """The environment without what a developer sets; on a user's disk, what was compiled once stays."""
    own = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "KEPU_LANG", "KEPU_DEBUG")
    return {name: value for name, value in os.environ.items() if name not in own}


def _ratio(above: Sequence[float], below: Sequence[float]) -> float:
    return median(one / other for one, other in zip(above, below, strict=True))
