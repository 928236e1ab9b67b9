"""Coverage (覆盖): which duties nobody holds, which members hold nothing, what the outline asks and no one takes up."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Words
from kepu_cli.ledger import Basis, Entry, Ledger, Row
from kepu_cli.model import Level, Role
from kepu_cli.references import covered_outline_duties
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Path
    from kepu_cli.model import OutlineDuty, Plan


class Grade(StrEnum):
    """How well an item is held, the worst first."""

    NOBODY = "nobody"
    GROUP_ONLY = "group-only"
    NO_LEAD = "no-lead"
    BY_DEFAULT = "by-default"
    COVERED = "covered"


GRADE_WORDS = {
    Grade.NOBODY: Words("无人负责", "nobody"),
    Grade.GROUP_ONLY: Words("仅写单位组", "group only"),
    Grade.NO_LEAD: Words("有责任无牵头", "no lead"),
    Grade.BY_DEFAULT: Words("牵头单位兜底", "by default"),
    Grade.COVERED: Words("已覆盖", "covered"),
}


class Graded(NamedTuple):
    """An item with its grade; `because` is the plan's own reason where it deliberately names nobody.

    `doubtful`: a name that decides the grade is unknown or ambiguous, which is a mistake of its own. `unsure` are such
    names without which the grade would be better: a lead where none leads, anybody where nobody holds it.
    `through_project`: nothing is written at the item itself, only at a project that takes it up.
    """

    row: Row
    grade: Grade
    because: str = ""
    doubtful: bool = False
    through_project: bool = False
    unsure: tuple[str, ...] = ()

    @property
    def is_left_open(self) -> bool:
        """Nobody holds it, and neither a reason nor a mistake told elsewhere accounts for that."""
        return self.grade is Grade.NOBODY and not (self.because or self.doubtful or self.through_project)


class OpenDuty(NamedTuple):
    """An outline's duty that nothing in the plan takes up."""

    path: Path
    outline: str
    duty: OutlineDuty


class IdleMember(NamedTuple):
    """A member that nothing names; `through_group` when a word such as 各成员单位 still reaches it.

    `meant_by`: an unknown or ambiguous name that probably means it.
    """

    path: Path
    department: str
    through_group: bool
    meant_by: str = ""


class Coverage(NamedTuple):
    graded: tuple[Graded, ...]
    idle: tuple[IdleMember, ...]
    outline: tuple[OpenDuty, ...]

    @property
    def gaps(self) -> tuple[Graded, ...]:
        """What is not covered, the worst first, within a grade in the plan's order."""
        order = list(Grade)
        gaps = [item for item in self.graded if item.grade is not Grade.COVERED]
        return tuple(sorted(gaps, key=lambda item: order.index(item.grade)))


def measure_coverage(plan: Plan, ledger: Ledger) -> Coverage:
    """Grades every duty and project, and every action that has neither, in the plan's order."""
    return Coverage(
        tuple(_graded(ledger)),
        tuple(_idle(plan, ledger)),
        tuple(_open_duties(plan)),
    )


def holds(entry: Entry) -> bool:
    """The entry puts a real body in charge: neither a group word nor a name nobody knows."""
    return entry.mention.sort is Sort.DEPARTMENT


def _graded(ledger: Ledger) -> Iterator[Graded]:
    # Here once: Python 3.11 takes its time to find the members of an enumeration.
    inherited, project = Basis.INHERITED, Basis.PROJECT
    parents = {row.parent for row in ledger.rows if row.level is not Level.ACTION}
    for row in ledger.rows:
        if row.level is Level.ACTION and row.path in parents:
            continue
        entries = ledger.of(row.path)
        own = [entry for entry in entries if entry.basis is not inherited]
        sorts = {entry.mention.sort for entry in own or entries}
        through = row.item.is_unassigned and any(entry.basis is project for entry in own)
        doubtful = not sorts.isdisjoint(_DOUBTFUL)
        grade = _grade(row, ledger, sorts, is_own=bool(own))
        unsure = _unsure(row, grade, ledger)
        yield Graded(row, grade, row.item.unassigned_because, doubtful, through, unsure)


_DOUBTFUL = (Sort.UNKNOWN, Sort.AMBIGUOUS)
_GROUPS = (Sort.MEMBERS, Sort.GROUP)


def _grade(row: Row, ledger: Ledger, sorts: set[Sort], *, is_own: bool) -> Grade:
    """By the sorts of the names that decide: those at the item or, where it has none, those it inherits."""
    by_body, by_group = Sort.DEPARTMENT in sorts, not sorts.isdisjoint(_GROUPS)
    if not is_own:
        return Grade.BY_DEFAULT if by_body or by_group else Grade.NOBODY
    if by_body:
        leads = _leads(ledger.of(row.path)) or _leads(ledger.of(row.parent))
        return Grade.COVERED if leads else Grade.NO_LEAD
    return Grade.GROUP_ONLY if by_group else Grade.NOBODY


def _leads(entries: tuple[Entry, ...]) -> bool:
    lead = Role.LEAD
    return any(holds(entry) for entry in entries if entry.role is lead)


def _unsure(row: Row, grade: Grade, ledger: Ledger) -> tuple[str, ...]:
    if grade not in (Grade.NO_LEAD, Grade.NOBODY):
        return ()
    # An item without a lead has its action's among its entries.
    doubtful = [entry for entry in ledger.of(row.path) if entry.mention.sort in _DOUBTFUL]
    names = [one.department for one in doubtful if grade is Grade.NOBODY or one.role is Role.LEAD]
    return tuple(dict.fromkeys(names))


def _idle(plan: Plan, ledger: Ledger) -> Iterator[IdleMember]:
    reached: dict[Basis, set[str]] = {basis: set() for basis in Basis}
    for entry in ledger.entries:
        reached[entry.basis].add(entry.department)
    idle = [
        (at, one.name) for at, one in enumerate(plan.departments) if one.name and one.name not in reached[Basis.NAMED]
    ]
    meant = _perhaps_meant(ledger) if idle else {}
    for position, name in idle:
        yield IdleMember(("departments", position), name, name in reached[Basis.GROUP], meant.get(name, ""))


def _perhaps_meant(ledger: Ledger) -> Mapping[str, str]:
    """Member → the ambiguous or misspelt name that probably means it."""
    meant: dict[str, str] = {}
    for name in ledger.names_of(Sort.AMBIGUOUS):
        for candidate in name.mention.candidates:
            meant.setdefault(candidate, name.mention.written)
    if unknown := ledger.names_of(Sort.UNKNOWN):
        # Few plans need it, and it takes its time to load.
        from kepu_cli.near_names import NearNames

        near = NearNames(ledger.register)
        for name in unknown:
            standing = {one.mention.department for one in ledger.names_at(name.path)}
            for member in near.suggest(name.mention.department, standing).meant:
                meant.setdefault(member, name.mention.department)
    return meant


def _open_duties(plan: Plan) -> Iterator[OpenDuty]:
    covered = covered_outline_duties(plan)
    for at, outline in enumerate(plan.outline):
        for position, duty in enumerate(outline.duties):
            if not duty.optional and (at, position) not in covered:
                yield OpenDuty(("outline", at, "duties", position), outline.short or outline.title, duty)
