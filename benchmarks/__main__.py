"""`make bench`: every goal and how near we are, as Markdown tables; see README.md beside this file."""

from __future__ import annotations

import argparse
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import differing, exporting, growth, in_process, many, measuring, starting, validating

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.measuring import Family

    # A folder for what is generated, how many rounds → a table.
    Report = Callable[[Path, int], str]


def main() -> None:
    """Prints the tables one by one, as soon as each is measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds of every table; long ones get by with fewer")
    parser.add_argument("--only", choices=sorted(REPORTS), action="append", help="only this family; repeatable")
    asked = parser.parse_args()
    for name in asked.only or REPORTS:
        for report in REPORTS[name]:
            with tempfile.TemporaryDirectory() as folder:
                print(report(Path(folder), asked.rounds), flush=True)


def _of_family(make: Callable[[Path], Family], folder: Path, rounds: int) -> str:
    return measuring.report(make(folder), rounds, folder)


def _of_families(*makes: Callable[[Path], Family]) -> Iterator[Report]:
    yield from (partial(_of_family, make) for make in makes)


REPORTS: dict[str, tuple[Report, ...]] = {
    "starting": tuple(_of_families(starting.family)),
    "validating": tuple(_of_families(*validating.families())),
    "reading": (in_process.report,),
    "many": tuple(_of_families(*many.families())),
    "exporting": (*_of_families(exporting.family), exporting.report),
    "differing": tuple(_of_families(*differing.families())),
    "matching": (growth.report,),
}


if __name__ == "__main__":
    main()
