"""A province of plans: thousands of counties, each with a plan of 90 to 350 lines and its roster inline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plans import plan_lines

if TYPE_CHECKING:
    from pathlib import Path

_FIRST = "青柳石白龙双金大河清新东西南北长高云凤桃"
_SECOND = "山河湾桥坪溪塘岭泉川阳安宁江海门丰和平城"
SHORTEST, LONGEST = 90, 350


def write_province(folder: Path, count: int) -> list[Path]:
    """So many plans in a new folder `province-COUNT`, clean by the rules at error level."""
    home = folder / f"province-{count}"
    home.mkdir(parents=True, exist_ok=True)
    return [_write(home, number) for number in range(count)]


def region_name(number: int) -> str:
    """A county's name, each number another: 青山县 … and from the 400th on with a third character."""
    around, at = divmod(number, len(_FIRST) * len(_SECOND))
    first, second = divmod(at, len(_SECOND))
    more = _SECOND[around - 1] if around else ""
    return f"{_FIRST[first]}{more}{_SECOND[second]}县"


def _write(home: Path, number: int) -> Path:
    lines = SHORTEST + number * 37 % (LONGEST - SHORTEST)
    path = home / f"{number:04}-plan.yaml"
    path.write_text("\n".join(plan_lines(lines, region_name(number), number)) + "\n", encoding="utf-8")
    return path
