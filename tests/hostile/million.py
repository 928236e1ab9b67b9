"""`make million`: a million inputs that nobody would write, through every door that reads something.

A case is made from its number alone, so `python -m tests.hostile.million --door YAML --from 4711 --cases 1` makes it
once more. Any exception but a refusal in words is a bug, and so is a case that takes longer than two seconds.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.checking import check
from kepu_cli.dates.due import parse_due, parse_stretch
from kepu_cli.errors import KepuError
from kepu_cli.importers.attribution.read import cut_attribution, read_attribution
from kepu_cli.importers.read import read_source as read_foreign
from kepu_cli.loading.load import load_bytes
from kepu_cli.names import group_word, normal, split_names
from kepu_cli.yaml_source.source import read_source
from tests.hostile.rows import GOOD
from tests.hostile.test_foreign_soup import WORDS
from tests.hostile.test_soup import PIECES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLOW = 2.0
NOWHERE = Path("nowhere")


class Door(NamedTuple):
    """What reads, what its inputs are made of, and how many of a hundred cases are its."""

    read: Callable[[bytes], object]
    make: Callable[[Random], bytes]
    share: int


def _any_bytes(random: Random) -> bytes:
    return random.randbytes(random.randrange(1, 200))


def _soup(random: Random) -> bytes:
    text = "".join(random.choices(PIECES, k=random.randrange(1, 40)))
    return text.encode(random.choice(("utf-8", "utf-8", "gb18030", "utf-16")), "surrogatepass")


def _spoilt(random: Random) -> bytes:
    """The good plan with pieces put in and taken out."""
    text = GOOD
    for _ in range(random.randrange(1, 5)):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(PIECES) + text[at + random.randrange(7) :]
    return text.encode("utf-8", "surrogatepass")


def _words(random: Random) -> bytes:
    return "".join(random.choices(WORDS, k=random.randrange(1, 16))).encode("utf-8", "surrogatepass")


def _cells(random: Random) -> bytes:
    """Rows of cells, as a CSV file has them."""
    rows = ([random.choice(WORDS) for _ in range(random.randrange(1, 7))] for _ in range(random.randrange(1, 9)))
    return "\n".join(",".join(row) for row in rows).encode("utf-8", "surrogatepass")


def _lines(random: Random) -> bytes:
    rows = ("".join(random.choices(WORDS, k=random.randrange(6))) for _ in range(random.randrange(1, 12)))
    return "\n".join(rows).encode("utf-8", "surrogatepass")


def _check(data: bytes) -> None:
    loaded = load_bytes(data, "plan.yaml", NOWHERE)
    for finding in check(loaded).findings:
        assert finding.place.line >= 1
        assert finding.message.words.zh


def _names(data: bytes) -> None:
    text = data.decode("utf-8", "surrogatepass")
    for name in split_names(text):
        assert normal(normal(name)) == normal(name)
        group_word(name)


def _dates(data: bytes) -> None:
    text = data.decode("utf-8", "surrogatepass")
    parse_due(text, 2026, 2026)
    parse_stretch(text, 2026)


def _attribution(data: bytes) -> None:
    text = data.decode("utf-8", "surrogatepass")
    read_attribution(text)
    cut_attribution(text)


DOORS = {
    "bytes": Door(lambda data: read_source(data, "plan.yaml"), _any_bytes, 20),
    "YAML": Door(lambda data: read_source(data, "plan.yaml"), _soup, 20),
    "plan": Door(_check, _spoilt, 15),
    "names": Door(_names, _words, 15),
    "dates": Door(_dates, _words, 15),
    "attribution": Door(_attribution, _words, 9),
    "table": Door(lambda data: read_foreign(data, "来件.csv"), _cells, 3),
    "text": Door(lambda data: read_foreign(data, "来件.txt"), _lines, 3),
}


def failures(name: str, first: int, cases: int) -> Iterator[str]:
    """What went wrong, a line a case."""
    door = DOORS[name]
    for number in range(first, first + cases):
        data = door.make(Random(f"{name} {number}"))
        began = time.perf_counter()
        try:
            door.read(data)
        except KepuError:
            continue
        except Exception as error:  # noqa: BLE001  whatever it is, it is what we look for
            yield f"{name} {number}: {type(error).__name__}: {error}"
        if (taken := time.perf_counter() - began) > SLOW:
            yield f"{name} {number}: {taken:.1f} s"


def main() -> int:
    """Prints how many cases each door has had, and every failure; exit code 1 with any."""
    options = argparse.ArgumentParser(description="A million inputs that nobody would write.")
    options.add_argument("--cases", type=int, default=1_000_000, help="of all doors together, or of the one")
    options.add_argument("--from", dest="first", type=int, default=0, help="the number of the first case")
    options.add_argument("--door", choices=DOORS)
    asked = options.parse_args()
    shares = {asked.door: 100} if asked.door else {name: door.share for name, door in DOORS.items()}
    found = 0
    for name, share in shares.items():
        cases = asked.cases * share // 100
        bad = list(failures(name, asked.first, cases))
        found += len(bad)
        sys.stdout.write(f"{name}: {cases} cases, {len(bad)} failures\n" + "".join(f"  {each}\n" for each in bad[:20]))
        sys.stdout.flush()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
