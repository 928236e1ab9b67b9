"""Names → departments: looks a written name up in the roster, in the order that the language lays down."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.common_names import common_names, equivalence_class
from kepu_cli.names import GroupWord, group_word, normal, without_open_end
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kepu_cli.model import Department, FormerName


class Sort(StrEnum):
    """What a written name turned out to be."""

    DEPARTMENT = "department"
    MEMBERS = "members"  # 各成员单位
    GROUP = "group"  # a declared group, or a class of bodies such as 各镇街
    VAGUE = "vague"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"


class By(StrEnum):
    """By what a name was found, in the order of looking."""

    NAME = "name"
    SHORT = "short"
    ALIAS = "alias"
    FORMER = "former"
    PREFIX = "prefix"
    EQUIVALENT = "equivalent"


class Mention(NamedTuple):
    """A written name and what it means.

    `department` is the roster's name (for UNKNOWN and AMBIGUOUS the written one); `bodies` are a declared
    group's members; `candidates` the roster names that an ambiguous one fits; `open_end` a trailing 等.
    """

    written: str
    sort: Sort
    department: str
    by: By | None = None
    bodies: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    former: FormerName | None = None
    open_end: bool = False

    @property
    def is_group(self) -> bool:
        return self.sort in (Sort.MEMBERS, Sort.GROUP)


class Claim(NamedTuple):
    """A member's claim to a spelling: the member's position in the roster, and where it stands in the member."""

    position: int
    at: tuple[str | int, ...]


def claims(departments: Iterable[Department]) -> Mapping[str, tuple[Claim, ...]]:
    """Every present spelling normalised → the members that claim it. Former names are no claims: two may share one."""
    found: dict[str, list[Claim]] = {}
    for position, department in enumerate(departments):
        for spelling, at in _present_spellings(department):
            found.setdefault(normal(spelling), []).append(Claim(position, at))
    return {spelling: tuple(claimed) for spelling, claimed in found.items()}


def _present_spellings(department: Department) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    if department.name:
        yield department.name, ("name",)
    if department.short:
        yield department.short, ("short",)
    for position, alias in enumerate(department.aliases):
        yield alias, ("aliases", position)


class _Hit(NamedTuple):
    by: By
    department: str
    former: FormerName | None


class Register:
    """The roster made searchable. Without any member it is open: every name that is no group word is a department."""

    def __init__(self, departments: Iterable[Department], groups: Mapping[str, tuple[str, ...]], region: str) -> None:
        entries = tuple(departments)
        self.departments = tuple(department for department in entries if department.name)
        self.members = tuple(department.name for department in self.departments)
        self.is_open = not self.members
        self._positions = {one.name: position for position, one in reversed([*enumerate(entries)])}
        self.cores = Cores(region, self.members)
        self._exact: dict[str, list[_Hit]] = {}
        self._by_core: dict[str, list[_Hit]] = {}
        self._by_class: dict[str, list[_Hit]] = {}
        self._as_written = frozenset(spelling for spelling, _ in self._spellings())
        for spelling, hit in self._spellings():
            self._enter(spelling, hit)
            for plate in _plates(spelling):
                self._enter(plate, hit if hit.by is By.FORMER else hit._replace(by=By.ALIAS))
        self._groups = {normal(name): tuple(map(self._body, bodies)) for name, bodies in groups.items()}
        self._group_bodies = {normal(body): body for bodies in self._groups.values() for body in bodies}
        self._known: dict[str, Mention] = {}

    def resolve(self, written: str) -> Mention:
        """What a name means: exact spellings first, then former names, the borrowed prefix, common equivalents."""
        if written not in self._known:
            self._known[written] = self._look_up(written)
        return self._known[written]

    def member(self, written: str) -> str | None:
        """The one member that a spelling means, by its own name; None for groups, strangers and ambiguous names."""
        departments = {hit.department for hit in self._hits(written)}
        return departments.pop() if len(departments) == 1 else None

    def declares(self, written: str) -> bool:
        """Whether a member has it, brackets and all, among its declared spellings."""
        return normal(written) in self._exact

    def of_core(self, core: str) -> tuple[str, ...]:
        """The members of which some spelling, without its level, is this core or a common form of it."""
        hits = self._by_core.get(core) or self._by_class.get(equivalence_class(core)) or []
        return tuple(dict.fromkeys(hit.department for hit in _best(hits)))

    def place_of(self, member: str) -> tuple[str, int, str] | None:
        """Where a member's name stands in the plan's roster, as a path."""
        return ("departments", self._positions[member], "name") if member in self._positions else None

    def common_name(self, name: str) -> str:
        """One name for all spellings of a body, without region and level: what another plan's roster calls it too."""
        return equivalence_class(self.cores.of(name))

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Every declared spelling with its department's name."""
        yield from ((spelling, hit.department) for spelling, hit in self._spellings())

    def _spellings(self) -> Iterator[tuple[str, _Hit]]:
        for department in self.departments:
            name = department.name
            yield name, _Hit(By.NAME, name, None)
            if department.short:
                yield department.short, _Hit(By.SHORT, name, None)
            for alias in department.aliases:
                yield alias, _Hit(By.ALIAS, name, None)
            for former in department.formerly:
                for old in former.names:
                    yield old, _Hit(By.FORMER, name, former)

    def _enter(self, spelling: str, hit: _Hit) -> None:
        core = self.cores.of(spelling)
        self._exact.setdefault(normal(spelling), []).append(hit)
        self._by_core.setdefault(core, []).append(hit)
        self._by_class.setdefault(equivalence_class(core), []).append(hit)

    def _body(self, written: str) -> str:
        """A declared group's body by the roster's name, where the roster has it."""
        return self.member(written) or written

    def _look_up(self, written: str) -> Mention:
        name, open_end = without_open_end(written)
        if (declared := self._groups.get(normal(name))) is not None:
            return Mention(written, Sort.GROUP, name, bodies=declared, open_end=open_end)
        if hits := self._hits(name):
            if hits[0].by in (By.NAME, By.SHORT) and name.strip() not in self._as_written:
                # Found only by comparing loosely: an invisible character, other brackets, a second plate.
                hits = [hit._replace(by=By.EQUIVALENT) for hit in hits]
            return _mention(written, hits, open_end=open_end)
        word = group_word(name) or (group_word(written) if not name else None)
        if word is not None:
            return Mention(written, _SORTS[word], name or written, bodies=self._bodies(word), open_end=open_end)
        if self.is_open or normal(name) in self._group_bodies:
            return Mention(written, Sort.DEPARTMENT, self._group_bodies.get(normal(name), name), open_end=open_end)
        return Mention(written, Sort.UNKNOWN, name, open_end=open_end)

    def _bodies(self, word: GroupWord) -> tuple[str, ...]:
        return self.members if word is GroupWord.MEMBERS else ()

    def _hits(self, name: str) -> list[_Hit]:
        """The hits of the first step that has any; `by` tells the step where it is not a declared spelling."""
        if exact := self._exact.get(normal(name)):
            return _best(exact)
        core = self.cores.of(name)
        if found := self._by_core.get(core):
            return [hit if hit.by is By.FORMER else hit._replace(by=By.PREFIX) for hit in _best(found)]
        if found := self._by_class.get(equivalence_class(core)):
            return [hit if hit.by is By.FORMER else hit._replace(by=By.EQUIVALENT) for hit in _best(found)]
        outer = _BRACKETED.fullmatch(normal(name))
        return self._hits(outer[1]) if outer else []


class Cores:
    """Takes the level and the region off a name: 市教育局, 什邡市教育局, 教育局 → 教育局; 市委组织部 → 组织部."""

    def __init__(self, region: str, members: tuple[str, ...]) -> None:
        self._region = normal(region)
        self.level = self._region[-1:] if self._region[-1:] in LEVELS else _usual_level(members)
        # 四川省什邡市 is also called 什邡市.
        own = self._region[max((self._region[:-1].rfind(char) for char in LEVELS), default=-1) + 1 :]
        self.regions = tuple(name for name in (self._region, own) if len(name) > 1)

    def of(self, name: str) -> str:
        core = self._without_level(normal(name).removeprefix("中共"))
        if (league := YOUTH_LEAGUE.fullmatch(core)) and self._is_here(league[1] or ""):
            return "团委"
        if core.startswith("委") and equivalence_class(core[1:]) in common_names().party_organs:
            return core[1:]
        return core.removeprefix("人民") if core.startswith("人民政府") else core

    def _without_level(self, name: str) -> str:
        name = name.removeprefix("国家税务总局")
        for region in self.regions:
            if name.startswith(region) and len(name) > len(region):
                return name[len(region) :]
        if self.level and name.startswith(self.level) and not name.startswith(_NO_LEVEL) and len(name) > 2:
            return name[1:]
        return name

    def _is_here(self, place: str) -> bool:
        """团市委 and 共青团什邡市委 are the city's; 团省委 and 团县委 are others."""
        if place in ("", self.level, *self.regions):
            return True
        return not self._region and place[-1:] == self.level


LEVELS = frozenset("市县区州盟旗省")
# Names that begin with the character of a level without meaning it.
_NO_LEVEL = ("市场", "市监局", "市政公用", "市政工程", "市政园林", "市政管理", "市容")
# 团市委, 团委, 共青团什邡市委员会; 市团委 has lost its level before it comes here.
YOUTH_LEAGUE = pattern(r"(?:共青团|团)(.{0,10}[省市州县区旗盟])?委(?:员会)?")
_PLATES = pattern(r"([^(]+)\(([^()]+)\)")
_BRACKETED = pattern(r"([^()]+)(?:\([^()]*(?:\([^()]*\)[^()]*)*\))+")  # nothing behind them, it would be lost
_SORTS = {GroupWord.MEMBERS: Sort.MEMBERS, GroupWord.CLASS: Sort.GROUP, GroupWord.VAGUE: Sort.VAGUE}


def _mention(written: str, hits: list[_Hit], *, open_end: bool) -> Mention:
    hit, departments = hits[0], tuple(dict.fromkeys(hit.department for hit in hits))
    if len(departments) > 1:
        return Mention(written, Sort.AMBIGUOUS, written, candidates=departments, open_end=open_end)
    return Mention(written, Sort.DEPARTMENT, hit.department, hit.by, former=hit.former, open_end=open_end)


def _best(hits: list[_Hit]) -> list[_Hit]:
    """Present names win over former ones, a full name over another member's alias (K207 tells of the clash)."""
    present = [hit for hit in hits if hit.by is not By.FORMER] or hits
    return [hit for hit in present if hit.by is By.NAME] or present


def _plates(spelling: str) -> tuple[str, ...]:
    """The two names of a body with a second plate: 市交通局（市道运局） → 市交通局, 市道运局."""
    return match.groups() if (match := _PLATES.fullmatch(normal(spelling))) else ()


def _usual_level(members: tuple[str, ...]) -> str:
    counted = Counter(name[0] for name in members if name[0] in LEVELS)
    return counted.most_common(1)[0][0] if counted else ""
