"""One row of a table of pairs: two plans, and everything that their comparison has to tell, in short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kepu_cli.comparing.changes import Fate
from kepu_cli.comparing.doubts import BACKWARDS, BY_NUMBER, ENDED, MANY_BY_NUMBER, NO_ORIGIN, OTHER_NAMES, SAME_BODY
from kepu_cli.findings import Words
from tests.comparing.two_plans import plan, told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.comparing.changes import Carried, Doubt, Mentioned
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.model import Plan


class Pair(NamedTuple):
    """`told` are the changes. Items that simply go on, doubts and proposals are told where there are any."""

    old: Plan
    new: Plan
    told: tuple[str, ...]
    fates: tuple[str, ...]
    doubts: tuple[str, ...]
    proposals: tuple[str, ...]


def pair(
    old: list[Any],
    new: list[Any],
    *told: str,
    fates: Iterable[str] = (),
    doubts: Iterable[str] = (),
    proposals: Iterable[str] = (),
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> Pair:
    """`before` and `after` are what the plans have beside their actions; their year is 2025."""
    old_plan, new_plan = plan(old, **(before or {})), plan(new, **(after or {}))
    return Pair(old_plan, new_plan, told, tuple(fates), tuple(doubts), tuple(proposals))


def seen(both: Pair, comparison: Comparison) -> Pair:
    """The pair with what the comparison told of it."""
    return Pair(
        both.old,
        both.new,
        tuple(told(comparison.changes)),
        tuple(_fate(each) for each in comparison.carried if each.fate is not Fate.CONTINUED or len(each.into) > 1),
        tuple(map(_doubt, comparison.doubts)),
        tuple(f"{each.old.name} ~ {each.new.name} ({each.reference})" for each in comparison.proposals),
    )


def _fate(carried: Carried) -> str:
    into = "、".join(map(_label, carried.into)) or carried.because
    return f"{carried.fate.value} {_label(carried.old)}" + (f" → {into}" if into else "")


def _doubt(doubt: Doubt) -> str:
    """ended 县林业局 3."""
    facts = (fact.zh if isinstance(fact, Words) else str(fact) for fact in doubt.words.facts.values())
    return " ".join(filter(None, (_KINDS[doubt.words.words], *facts)))


_KINDS = {
    ENDED: "ended", SAME_BODY: "same", NO_ORIGIN: "no origin", BACKWARDS: "backwards", BY_NUMBER: "by number",
    MANY_BY_NUMBER: "by number", OTHER_NAMES: "other names",
}  # fmt: skip


def _label(one: Mentioned) -> str:
    return one.name or one.number
