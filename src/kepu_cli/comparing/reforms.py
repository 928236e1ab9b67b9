"""Which body of the new plan is which of the old one: other spellings, and what institutional reforms made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.sameness import name_key
from kepu_cli.names import without_open_end
from kepu_cli.roster import By, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.ledger import Ledger
    from kepu_cli.model import FormerName
    from kepu_cli.roster import Mention, Register


class Reform(NamedTuple):
    """An old body and what became of it: one successor, or several after a split."""

    old: str
    new: tuple[str, ...]


class Succession:
    """Brings the names of both plans to those of the new roster, so that they can be compared.

    `old_year` is the first year of the old plan, `new_year` the last of the new: a former name counts as replaced when
    its last year is not after `new_year`.
    """

    def __init__(self, old: Register, new: Register, old_year: int | None, new_year: int | None) -> None:
        self._old = old
        self._new = new
        self._old_year = old_year
        self._new_year = new_year
        self._known_as = dict(self._old_names())
        self._successors: dict[str, tuple[str, ...]] = {}

    def before(self, mention: Mention) -> str:
        """The body that a name in the old plan meant then, as that plan's roster calls it."""
        return _body(mention, self._old_year)

    def after(self, mention: Mention) -> str:
        """The body that a name in the new plan means, by the name that both plans can be compared in.

        The old name of a body that was split stays as it is: nobody can say which successor it means.
        """
        body = _body(mention, self._new_year)
        sort = self._new.resolve(body).sort
        if sort is Sort.AMBIGUOUS:
            return body
        if sort is not Sort.UNKNOWN and not self._new.is_open:
            return self.successors(body)[0]
        old = self._old.resolve(body)
        return self.successors(old.department)[0] if _is_same(old, self._old) else body

    def successors(self, body: str) -> tuple[str, ...]:
        """What an old body is called in the new plan: usually one name, its own where nothing else is known."""
        # Asked for wherever a body stands.
        if body not in self._successors:
            self._successors[body] = self._succeeded(body)
        return self._successors[body]

    def _succeeded(self, body: str) -> tuple[str, ...]:
        reformed = self.reformed(body)
        if reformed:
            return reformed
        mention = self._new.resolve(body)
        if mention.sort is Sort.DEPARTMENT and mention.by is not By.FORMER and not self._new.is_open:
            return (mention.department,)
        return (self._known_as.get(name_key(body), body),)

    def reformed(self, body: str) -> tuple[str, ...]:
        """The successors of a body that the new roster knows by a former name only; else ()."""
        mention = self._new.resolve(body)
        if mention.by is By.FORMER and self._is_over(mention.former):
            return (mention.department,)
        if mention.sort is Sort.AMBIGUOUS:
            return tuple(name for name in mention.candidates if self._took_over(name, body))
        return ()

    def _took_over(self, successor: str, body: str) -> bool:
        return any(
            self._is_over(former) and name_key(body) in map(name_key, former.names)
            for department in self._new.departments
            if department.name == successor
            for former in department.formerly
        )

    def _is_over(self, former: FormerName | None) -> bool:
        until = former.until if former else None
        return until is None or self._new_year is None or until <= self._new_year

    def _old_names(self) -> Iterator[tuple[str, str]]:
        """Old name → new member, for members whose new spelling only the old roster knows."""
        for member in self._new.members:
            old = self._old.resolve(member)
            if _is_same(old, self._old):
                yield name_key(old.department), member


def find_reforms(old: Ledger, new: Ledger, succession: Succession) -> tuple[Reform, ...]:
    """The bodies of the old plan, members first, that the new plan has under their successor's name only."""
    members = {name_key(name) for name in old.register.members}
    written = (succession.before(name.mention) for name in old.written if _is_body(name.mention))
    bodies = dict.fromkeys((*old.register.members, *written))
    present = {name_key(name) for name in new.register.members}
    # Where nothing but the texts tells that a body existed, a name still in use tells that it still does.
    in_use = {name_key(without_open_end(name.mention.written)[0]) for name in new.written}
    return tuple(
        Reform(body, successors)
        for body in bodies
        if name_key(body) not in present and (name_key(body) in members or name_key(body) not in in_use)
        if (successors := succession.reformed(body))
    )


def _body(mention: Mention, year: int | None) -> str:
    """The roster's name; but a former name that was still the valid one in `year` is a body of its own."""
    until = mention.former.until if mention.former else None
    if until is not None and year is not None and until >= year:
        return without_open_end(mention.written)[0]
    return mention.department


def _is_body(mention: Mention) -> bool:
    return mention.sort in (Sort.DEPARTMENT, Sort.UNKNOWN, Sort.AMBIGUOUS)


def _is_same(mention: Mention, register: Register) -> bool:
    """The register knows the name, and not as that of a predecessor."""
    return mention.sort is Sort.DEPARTMENT and mention.by is not By.FORMER and not register.is_open
