"""What several plans together ask of each department, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Words
from kepu_cli.gathering import at_one_time
from kepu_cli.reports.plan_tables import loads
from kepu_cli.views.load import Load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.gathering import Gathered
    from kepu_cli.reports.screen import Screen


def render(plans: Sequence[Gathered], screen: Screen) -> str:
    """A table for the latest year of each region that has several plans, who leads most first; else nothing."""
    latest = {group[0].region: (year, group) for year, group in at_one_time(plans)}
    return "".join(loads(_title(year, group, screen), _summed(group), screen) + "\n" for year, group in latest.values())


_TITLE = Words("{year}{count} 份方案合计", "{year}{count} plans together")
_YEAR = Words("{year} 年，", "{year}, ")


def _title(year: int, group: Sequence[Gathered], screen: Screen) -> str:
    when = screen.pick(_YEAR).format(year=year) if year else ""
    return screen.pick(_TITLE).format(year=when, count=len(group))


def _summed(group: Sequence[Gathered]) -> list[Load]:
    """One line a body, under the name that the first plan gives it; those without anything are left out."""
    sums: dict[str, Load] = {}
    for plan in group:
        for led in plan.loads:
            load, sum_ = led.load, sums.get(led.common_name)
            sums[led.common_name] = load if sum_ is None else _both(sum_, load)
    held = [load for load in sums.values() if load.named or load.in_groups]
    return sorted(held, key=lambda load: (-load.lead, -load.named))


def _both(one: Load, other: Load) -> Load:
    return Load(
        one.department,
        one.lead + other.lead,
        one.responsible + other.responsible,
        one.support + other.support,
        one.in_groups + other.in_groups,
    )
