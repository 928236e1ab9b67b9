"""What an item takes up (对应) in two plans: outline duties by reference, duties of the plan itself by pairing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kepu_cli.comparing.changes import Verb
from kepu_cli.comparing.differences import Difference
from kepu_cli.names import normal
from kepu_cli.references import duty_references, unique_duties

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.comparing.matching import Pair
    from kepu_cli.comparing.sides import Sides
    from kepu_cli.findings import Path
    from kepu_cli.ledger import Row
    from kepu_cli.model import Plan


class Covers:
    """The duties that the references of two plans mean."""

    def __init__(self, sides: Sides) -> None:
        self._old = _References(sides.old_plan)
        self._new = _References(sides.new_plan)
        self._sides = sides

    def changed(self, pair: Pair) -> Iterator[Difference]:
        """A duty that only got another number is still the same one; one number may mean another duty."""
        old, new = pair.old.item.covers, pair.new.item.covers
        if not (old or new):
            return
        before, after = self._old.meant(pair.old), self._new.meant(pair.new)
        successors = self._sides.matching.successors
        if {successors[path].path if path in successors else path for path in before} == {*after}:
            return
        if old == new:
            old, new = self._called(before, self._sides.old_rows), self._called(after, self._sides.new_rows)
        yield Difference(
            Verb.CHANGED, (), None, old, new, ("covers",) if old else (), ("covers",) if new else (), "covers"
        )

    def _called(self, meant: Mapping[Path, str], rows: Mapping[Path, Row]) -> tuple[str, ...]:
        """The references with what the duties say."""
        return tuple(f"{written} {rows[path].label}" if path in rows else written for path, written in meant.items())


class _References:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._own: dict[int | str, Mapping[str, int]] = {}

    def meant(self, row: Row) -> dict[Path, str]:
        """Paths of duties, else the references themselves; each with its reference as written."""
        own = self._beside(row) if row.path != row.parent else {}
        found: dict[Path, str] = {}
        for written in row.item.covers:
            reference = normal(written)
            if reference in own:
                found[*row.parent, "duties", own[reference]] = written
            elif reference in self._elsewhere:
                home, duty = self._elsewhere[reference]
                found["actions", home, "duties", duty] = written
            else:
                found[reference,] = written
        return found

    def _beside(self, row: Row) -> Mapping[str, int]:
        """The duties of the same action."""
        at = row.parent[1]
        if at not in self._own:
            self._own[at] = duty_references(self._plan.actions[int(at)])
        return self._own[at]

    @cached_property
    def _elsewhere(self) -> Mapping[str, tuple[int, int]]:
        return unique_duties(self._plan)
