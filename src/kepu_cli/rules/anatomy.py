"""What a rule is: a module with these names. A rule yields where and what; the runner adds code, severity and place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.coverage import Coverage
    from kepu_cli.findings import Flaw, Issue, Severity, Words
    from kepu_cli.gathering import Gathered
    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Plan


class Subject(NamedTuple):
    """A plan under check. `limit` is the rule's threshold from the plan's settings, None where none is set."""

    plan: Plan
    ledger: Ledger
    coverage: Coverage
    limit: int | None = None


class Rule(Protocol):
    """Every rule module has these; the docstring is a bad and a good example, or says why there is none."""

    CODE: str
    NAME: str
    SEVERITY: Severity | None  # None: off unless the plan or the user asks for it
    TITLE: Words
    WHY: Words
    __doc__: str


class PlanRule(Rule, Protocol):
    """Looks at a loaded plan. `WHOLE_PLAN` rules stay silent when a part of the plan could not be read.

    A module may also have `READS`, fields (such as "due") whose unfit value silences it as well, `STRICT`, its severity
    when the user asks for strictness, `WORST`, the worst that an issue of it may say, where that is not `SEVERITY`, and
    `YIELDS_TO`, rules whose finding at the same path takes the place of its own.
    """

    WHOLE_PLAN: bool

    def check(self, subject: Subject) -> Iterator[Issue]: ...


class Waived(NamedTuple):
    """A plan's waivers after the other rules have run: the positions of those that accepted something, of those over.

    `complete`: the whole plan could be read, so what a waiver might have accepted is known.
    """

    plan: Plan
    used: frozenset[int]
    over: frozenset[int]
    complete: bool = True


class WaiverRule(Rule, Protocol):
    """Looks at the waivers when all else is done; what it yields cannot be waived."""

    def check(self, subject: Waived) -> Iterator[Issue]: ...


class TogetherRule(Rule, Protocol):
    """Looks at several plans at once; its issues bring their own places. Thresholds stand in the plans' settings."""

    def check(self, plans: Sequence[Gathered]) -> Iterator[Issue]: ...


class FlawRule(Rule, Protocol):
    """Words what reading and loading have met: `flaw.kind` names the case."""

    def tell(self, flaw: Flaw) -> Issue: ...
