"""The shifts are what lies between the two ledgers: applied to the old one they give the new one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import example, given

from kepu_cli.comparing.changes import Verb
from kepu_cli.comparing.compare import compare
from kepu_cli.model import Role
from tests.comparing.generated import LATER_PLANS, PLANS, Succession, examples, successions
from tests.comparing.two_plans import FARMING, REFORMED, REVIVAL, WOMEN, one, plan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.comparing.changes import Shift
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Plan

    # Who has which part in what: an item of the new plan, or, by "gone" and its path, one that stands in the old only.
    Parts = dict[tuple[Path, str], Role]

WEIGHT = {role: at for at, role in enumerate(Role)}
MERGED = {REVIVAL: (FARMING,)}


def reformed_plans(old: object, new: object) -> Succession:
    return Succession(plan(one(responsible=old)), plan(one(responsible=new), "2026", departments=REFORMED), MERGED)


@examples(150)
@given(successions())
@example(reformed_plans([FARMING, REVIVAL], [WOMEN]))
@example(reformed_plans([FARMING, REVIVAL], [FARMING]))
@example(reformed_plans([REVIVAL], []))
@example(Succession(plan(one(lead=REVIVAL)), plan([{"name": "乙"}], "2026", departments=REFORMED), MERGED))
def test_the_shifts_lead_from_ledger_to_ledger(both: Succession) -> None:
    comparison = compare(both.old, both.new)
    assert applied(comparison, both.successors) == parts(comparison.new)


@examples(50)
@given(PLANS, LATER_PLANS)
def test_no_shift_stands_still_or_comes_twice(old: Plan, new: Plan) -> None:
    shifts = compare(old, new).shifts
    assert all(shift.before is not shift.after for shift in shifts)
    assert all(shift.old or shift.new for shift in shifts)
    assert Counter((shift.old, shift.new, shift.department) for shift in shifts).most_common(1)[:1] in ([], [
        (each, 1) for each in [(shift.old, shift.new, shift.department) for shift in shifts[:1]]
    ])  # fmt: skip


@examples(50)
@given(PLANS, LATER_PLANS)
def test_a_shift_knows_how_the_part_is_come_by(old: Plan, new: Plan) -> None:
    """The basis of each side is that of an entry in that role; None where there is no part."""
    comparison = compare(old, new)
    for shift in comparison.shifts:
        for ledger, path, role, basis in (
            (comparison.old, shift.old, shift.before, shift.before_basis),
            (comparison.new, shift.new, shift.after, shift.after_basis),
        ):
            if role is None:
                assert basis is None
                continue
            assert path is not None
            found = {each.basis for each in ledger.of(path) if (each.department, each.role) == (shift.department, role)}
            assert basis in found


@examples(60)
@given(successions())
def test_every_named_newcomer_and_leaver_is_a_shift(both: Succession) -> None:
    """What the changes tell of a department at an item, its shifts tell too."""
    comparison = compare(both.old, both.new)
    shifted = {(shift.new, shift.department) for shift in comparison.shifts}
    for change in comparison.changes:
        if change.verb is Verb.JOINED and change.item and not change.followers:
            for department in {*change.departments} - {"各成员单位", "各镇街"}:
                assert (change.item, department) in shifted


def applied(comparison: Comparison, successors: Mapping[str, tuple[str, ...]]) -> Parts:
    """The old ledger in the new plan's paths and names, with every shift put in."""
    state = _translated(comparison, successors)
    for shift in comparison.shifts:
        key = (_place(shift), shift.department)
        assert state.get(key) is shift.before, shift
        if shift.after is None:
            del state[key]
        else:
            state[key] = shift.after
    return state


def parts(ledger: Ledger) -> Parts:
    """Item × department → the heaviest role, by whatever way."""
    found: Parts = {}
    for entry in ledger.entries:
        _enter(found, (entry.path, entry.department), entry.role)
    return found


def _translated(comparison: Comparison, successors: Mapping[str, tuple[str, ...]]) -> Parts:
    new_paths = {old: new for new, old in comparison.pairs.items()}
    held = parts(comparison.new)
    found: Parts = {}
    for (path, department), role in parts(comparison.old).items():
        place = new_paths.get(path, ("gone", *path))
        names = successors.get(department, (department,))
        for name in [name for name in names if (place, name) in held] or names[:1]:
            _enter(found, (place, name), role)
    return found


def _place(shift: Shift) -> Path:
    if shift.new is not None:
        return shift.new
    assert shift.old is not None
    return ("gone", *shift.old)


def _enter(found: Parts, key: tuple[Path, str], role: Role) -> None:
    found[key] = min(role, found.get(key, role), key=WEIGHT.__getitem__)
