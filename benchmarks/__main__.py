"""`make bench`: whole processes in turn, A B C A B C …; the ratio is taken inside each round, the median is printed."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.growth import print_growth
from benchmarks.plans import write_plan
from benchmarks.two_years import write_two_years

ROUNDS = 9
READ = (
    "import sys, yaml; "
    "[0 for name in sys.argv[1:] for _ in yaml.parse(open(name, encoding='utf-8'), Loader=yaml.CSafeLoader)]"
)
ITEMS = 2000


def main() -> None:
    """Prints a Markdown table of whole processes, and one of how comparing grows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plans = {lines: write_plan(folder, lines) for lines in (200, 2000)}
        tables = [
            ("pass", [sys.executable, "-c", "pass"], None),
            ("kepu --version", _kepu("--version"), "pass"),
            ("kepu --help", _kepu("--help"), "pass"),
            *(row for lines, plan in plans.items() for row in _on_plan(lines, plan, folder)),
            *_on_two_years(folder),
        ]
        _report(tables)
        print()
        print_growth(folder)


def _on_plan(lines: int, plan: Path, folder: Path) -> list[tuple[str, list[str], str | None]]:
    floor = f"F0, {lines} lines"
    return [
        (floor, [sys.executable, "-c", READ, str(plan)], None),
        (f"kepu validate, {lines} lines", _kepu("validate", str(plan)), floor),
        (
            f"kepu export, {lines} lines",
            _kepu("export", str(plan), "-o", str(folder / "out.xlsx"), "--force"),
            f"kepu validate, {lines} lines",
        ),
        (f"kepu diff, {lines} lines", _kepu("diff", str(plan), str(plan)), floor),
    ]


def _on_two_years(folder: Path) -> list[tuple[str, list[str], str | None]]:
    pairs = {reworded: write_two_years(folder, ITEMS, reworded) for reworded in (0, 10, 100)}
    floor = f"F0, {ITEMS} items twice"
    return [
        (floor, [sys.executable, "-c", READ, *map(str, pairs[0])], None),
        *(
            (f"kepu diff, {ITEMS} items, {reworded}% reworded", _kepu("diff", *map(str, pair)), floor)
            for reworded, pair in pairs.items()
        ),
    ]


def _kepu(*args: str) -> list[str]:
    return [sys.executable, "-m", "kepu_cli", *args]


def _report(rows: list[tuple[str, list[str], str | None]]) -> None:
    seconds: dict[str, list[float]] = {name: [] for name, _, _ in rows}
    for round_ in range(ROUNDS + 1):
        for name, command, _ in rows:
            taken = _seconds(command)
            # The first round only warms the disk's cache.
            if round_:
                seconds[name].append(taken)
    print("| command | against | ratio (median) | seconds (median) |")
    print("|---|---|---:|---:|")
    for name, _, against in rows:
        ratio = "" if against is None else f"{_ratio(seconds[name], seconds[against]):.2f}"
        print(f"| {name} | {against or ''} | {ratio} | {median(seconds[name]):.3f} |")


def _ratio(taken: list[float], floor: list[float]) -> float:
    return median(a / b for a, b in zip(taken, floor, strict=True))


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
