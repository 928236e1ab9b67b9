"""What rules across plans need of each plan, gathered while it is at hand: small, so that thousands fit."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import NOTHING
from kepu_cli.ledger import build_ledger
from kepu_cli.model import Level, Role, Settings
from kepu_cli.names import normal
from kepu_cli.roster import Sort
from kepu_cli.views.load import Load, department_loads
from kepu_cli.waivers import Waivers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from kepu_cli.findings import Place
    from kepu_cli.ledger import Ledger
    from kepu_cli.loading.load import Loaded
    from kepu_cli.model import Plan, RuleSetting


class LedItem(NamedTuple):
    """An action or duty with the departments that lead it; `key` is the same for the same text.

    A duty's is that of its action too: 加强组织领导 stands in every plan.
    """

    level: Level
    key: str
    label: str
    leads: tuple[str, ...]
    place: Place


class Led(NamedTuple):
    """How much one department leads in a plan, where it is first named to lead, and what others may call it."""

    load: Load
    common_name: str
    place: Place | None


class Gathered(NamedTuple):
    """One plan. `years` are its first and last, None where it says none; `common_names` by the plan's own.

    `office` is the leading group's, by its common name. `rules` are the settings that hold for it, by code, and
    `strict` whether warnings fail; `waived` the names that its waivers accept, by code, "" for all.
    """

    file: str
    region: str
    years: tuple[int, int] | None
    items: tuple[LedItem, ...]
    loads: tuple[Led, ...]
    common_names: Mapping[str, str]
    office: str = ""
    strict: bool = False
    rules: Mapping[str, RuleSetting] = NOTHING
    waived: Mapping[str, frozenset[str]] = NOTHING

    def concerns(self, other: Gathered) -> bool:
        """The two hold for the same region at the same time; a plan without a year holds at any."""
        if self.region != other.region:
            return False
        if self.years is None or other.years is None:
            return True
        return self.years[0] <= other.years[1] and other.years[0] <= self.years[1]


def gather(loaded: Loaded, settings: Settings | None = None, today: date | None = None) -> Gathered | None:
    """The plan's part of what is looked at together; None for a file too broken to be a plan."""
    plan = loaded.plan
    if plan is None:
        return None
    ledger = build_ledger(plan)
    items = tuple(_items(ledger, loaded))
    loads = tuple(_loads(ledger, loaded))
    names = {led.load.department: led.common_name for led in loads}
    settings = settings or Settings()
    office = plan.leading_group.office
    return Gathered(
        loaded.file,
        normal(plan.region),
        _years(plan),
        items,
        loads,
        names,
        ledger.register.common_name(ledger.register.resolve(office).department) if office else "",
        settings.strict,
        rule_settings(plan, settings),
        Waivers.of(plan, ledger.register, today).targets(),
    )


def rule_settings(plan: Plan, settings: Settings) -> Mapping[str, RuleSetting]:
    """The settings of each rule that hold for a plan, by code in capitals: its own win over the project's."""
    return {code.upper(): setting for code, setting in {**settings.rules, **plan.rules}.items()}


def at_one_time(plans: Sequence[Gathered]) -> Iterator[tuple[int, list[Gathered]]]:
    """Two or more plans of one region that hold in the same year, with that year, each set once, by region and year.

    Plans without a year belong to every one; where none says a year, it is 0.
    """
    regions: dict[str, list[Gathered]] = defaultdict(list)
    for plan in plans:
        regions[plan.region].append(plan)
    for group in regions.values():
        told: set[tuple[int, ...]] = set()
        for year in sorted({year for plan in group if plan.years for year in plan.years}) or [0]:
            members = [at for at, plan in enumerate(group) if not plan.years or plan.years[0] <= year <= plan.years[1]]
            if len(members) > 1 and tuple(members) not in told:
                told.add(tuple(members))
                yield year, [group[at] for at in members]


def _years(plan: Plan) -> tuple[int, int] | None:
    first, last = plan.first_year, plan.last_year
    return None if first is None or last is None else (first, last)


def _items(ledger: Ledger, loaded: Loaded) -> Iterator[LedItem]:
    actions = {row.path: _key(row.label) for row in ledger.rows if row.level is Level.ACTION}
    for row in ledger.rows:
        key = _key(row.label)
        leads = tuple(
            entry.department
            for entry in ledger.of(row.path)
            if entry.role is Role.LEAD and entry.mention.sort is Sort.DEPARTMENT
        )
        if key and leads:
            whole = key if row.level is Level.ACTION else f"{actions[row.parent]}/{key}"
            yield LedItem(row.level, whole, row.label, leads, loaded.places.find(row.label_path))


def _key(label: str) -> str:
    return normal(label).rstrip("。.；;")


def _loads(ledger: Ledger, loaded: Loaded) -> Iterator[Led]:
    first = {
        name.mention.department: name.place
        for name in reversed(ledger.written)
        if name.role is Role.LEAD and name.mention.sort is Sort.DEPARTMENT
    }
    for load in department_loads(ledger):
        path = first.get(load.department)
        place = loaded.places.find(path) if path else None
        yield Led(load, ledger.register.common_name(load.department), place)
