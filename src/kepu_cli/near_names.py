"""What a name that the roster lacks was probably meant to be, as a colleague would guess who knows the departments."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.common_names import common_names, equivalence_class
from kepu_cli.glued_names import read_glued
from kepu_cli.name_slips import is_a_body, nearest_cores
from kepu_cli.names import group_word, normal
from kepu_cli.other_levels import cores_elsewhere
from kepu_cli.patterns import pattern
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kepu_cli.roster import Register


class Kind(StrEnum):
    """What kind of mistake a name is."""

    ROLE_WORD = "role-word"  # 市教育局牵头
    SEVERAL = "several"  # 市教育局和市科协, 市教育局及各镇
    UNFILLED = "unfilled"  # 待定, ××局
    PERSON = "person"  # 王县长
    ELSEWHERE = "elsewhere"  # 省教育厅, 教育部
    REFORMED = "reformed"  # 市环保局, where the roster has 市生态环境局
    OLD_ROSTER = "old-roster"  # 市生态环境局, where the roster still has 市环保局
    SLIP = "slip"  # 市教育句
    STRANGER = "stranger"  # nothing known about it


class Suggestion(NamedTuple):
    """`names` are members to write instead, by the roster's own names: for SEVERAL all, for SLIP any one of them.

    `standing` are members meant that stand at the item already, so that they must not be written once more;
    `extra` the words besides the names, such as 牵头; `helpers` those meant that only cooperate by these words.
    """

    kind: Kind
    names: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()

    @property
    def meant(self) -> tuple[str, ...]:
        return (*self.names, *self.standing)


class NearNames:
    """Suggestions for names that a register does not know."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._known: dict[str, _Meant] = {}

    def suggest(self, written: str, taken: Collection[str] = ()) -> Suggestion:
        """What `written` probably means at an item where the members `taken` stand already."""
        if written not in self._known:
            self._known[written] = self._meant(written)
        kind, members, extra, helpers = self._known[written]
        free = tuple(member for member in members if member not in taken)
        standing = tuple(member for member in members if member in taken)
        if kind is Kind.SEVERAL:
            return Suggestion(kind, free, standing, extra, helpers)
        names = free if kind is Kind.SLIP else free[:1]
        return Suggestion(kind, names, () if names else standing[:1], extra)

    def _meant(self, written: str) -> _Meant:
        for meant in self._guesses(written):
            members = tuple(filter(self._is_plain, meant.members))
            if meant.kind is Kind.SEVERAL and len(members) < len(meant.members):
                continue
            if members or meant.kind in (Kind.PERSON, Kind.UNFILLED):
                return meant._replace(members=members)
        return _Meant(Kind.STRANGER)

    def _guesses(self, written: str) -> Iterator[_Meant]:
        """The surest first."""
        glued = read_glued(written, self._whole_member, self._bears_level)
        if glued and (glued.extra or len(glued.departments) > 1):
            kind = Kind.ROLE_WORD if len(glued.departments) == 1 else Kind.SEVERAL
            yield _Meant(kind, glued.departments, glued.extra, glued.helpers)
        plain = normal(written)
        if _UNFILLED.fullmatch(plain):
            yield _Meant(Kind.UNFILLED)
        if _PERSON.search(plain):
            yield _Meant(Kind.PERSON, self._employers(plain))
        if not self._bears_level(plain):
            yield _Meant(Kind.ELSEWHERE, self._counterpart(plain))
        core = self._register.cores.of(written)
        yield _Meant(Kind.REFORMED, self._members_of(common_names().successors.get(core, ())))
        yield _Meant(Kind.OLD_ROSTER, self._old_names(core))
        yield _Meant(Kind.SLIP, tuple(self._slips(core)) if not (is_a_body(plain) or is_a_body(core)) else ())

    def _is_plain(self, member: str) -> bool:
        """The member's name means the member and nothing else, wherever it is written; so does a group word."""
        mention = self._register.resolve(member)
        if group_word(member):
            return mention.sort in (Sort.GROUP, Sort.MEMBERS, Sort.VAGUE) and not self._register.place_of(member)
        return mention.sort is Sort.DEPARTMENT and mention.department == member

    # Names run together, and persons.

    def _whole_member(self, spelling: str) -> str | None:
        return self._register.member(spelling) if spelling[-1] in self._ends else None

    @cached_property
    def _ends(self) -> frozenset[str]:
        """What a name in this roster can end with; most pieces of a text are out at a glance."""
        return frozenset(normal(spelling)[-1:] for spelling, _ in self._register.spellings()) | _BODY_ENDS

    def _bears_level(self, name: str) -> bool:
        plain = normal(name).removeprefix("中共")
        cores = self._register.cores
        return plain.startswith(cores.regions) or self._register.cores.of(plain) != plain

    def _employers(self, plain: str) -> tuple[str, ...]:
        """The member that a person's title begins with: 市教育局局长 → 市教育局."""
        for end in range(len(plain) - 1, 1, -1):
            if member := self._whole_member(plain[:end]):
                return (member,)
        return ()

    # Bodies of other levels and places.

    def _counterpart(self, plain: str) -> tuple[str, ...]:
        """The one member of the same kind as a body of another level: 省教育厅 → 市教育局."""
        cores = self._register.cores
        if not (cores.level or cores.regions):
            return ()
        for core in cores_elsewhere(plain):
            if core and len(members := self._register.of_core(cores.of(core))) == 1:
                return members
        return ()

    # Reforms.

    def _members_of(self, cores: Collection[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(member for core in cores for member in self._register.of_core(core)))

    def _old_names(self, core: str) -> tuple[str, ...]:
        """The one member whose present name is what this body was called before; of several, nobody could say which.

        A body that was there before the reform and took another in (司法局, 宣传部) has no older name.
        """
        if core in common_names().bodies | common_names().party_organs:
            return ()
        members = self._members_of(_predecessors().get(equivalence_class(core), ()))
        return members if len(members) == 1 else ()

    # Slips.

    def _slips(self, core: str) -> Iterator[str]:
        """Members of which a spelling is one slip of the pen away, the nearest first, none that is farther off."""
        if stem := self._without_stem(core):
            yield from self._register.of_core(stem)
            return
        cores = list(self._by_core)
        # 市委宣传都 has kept the 委 that a party organ's name takes after the level.
        found = nearest_cores(core, cores) or nearest_cores(core.removeprefix("委"), cores)
        near = dict.fromkeys(member for known in found for member in self._by_core[known])
        # A guess among many is none.
        yield from near if len(near) <= _MOST_GUESSES else ()

    def _without_stem(self, core: str) -> str | None:
        """What follows the region without its last character, or a level written twice: 什邡教育局, 市市教育局."""
        cores = self._register.cores
        for stem in (*(region[:-1] for region in cores.regions if len(region) > 2), cores.level):
            if stem and core.startswith(stem) and self._register.of_core(core.removeprefix(stem)):
                return core.removeprefix(stem)
        return None

    @cached_property
    def _by_core(self) -> Mapping[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for spelling, member in self._register.spellings():
            core = self._register.cores.of(spelling)
            for form in (core, *_common_forms().get(equivalence_class(core), ())):
                found.setdefault(form, {})[member] = None
        return found


class _Meant(NamedTuple):
    kind: Kind
    members: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()


# What is written where nobody has been chosen yet: a word, signs alone, or a name with a gap in it (县××局, 某局).
_UNFILLED = pattern(
    r"[(\[【〔]?(?:[待未](?:定|补充?|填写?|明确|确定|落实|核实|确认|完善)|暂缺|暂未确定|另行确定|todo|tbd)[)\]】〕]?"
    r"|(?:_|[^\w\s])+"
    r"|[\u4e00-\u9fff]{0,3}(?:[x×*_○〇□△?]{2,}|某{1,3}|(?<!\w)[x×](?=[局委办部]))[\u4e00-\u9fff]{0,6}"
)
# A title at the end (王县长, 县委书记), or a head's title before a name (副市长黄剑).
_TITLE = (
    "秘书长|[省市县区州盟旗镇乡局厅部处科股所站院校会队馆]长|理事长|委员长|书记|主席|(?<!村)主任|专员|组长|(?<!人大)常委"
    "|巡视员|调研员|联络员|联系人|负责人|责任人|经办人|负责同志|领导|同志|先生|女士"
)
_PERSON = pattern(
    rf"(?:{_TITLE})$"
    r"|(?:^|[局部委办院校会联协])(?:常务)?副?(?:[省市县区州镇乡局部院校会]长|书记|主席)(?!热线|信箱|公开|接待|基金)[\u4e00-\u9fff]{1,2}[^\W局部办委会联协院校所站馆室]$"
)
_MOST_GUESSES = 2
_BODY_ENDS = frozenset("局委办部会联协院校社室")


@lru_cache(maxsize=1)
def _common_forms() -> Mapping[str, tuple[str, ...]]:
    """Every common form of a body, by its class."""
    found: dict[str, list[str]] = {}
    for form, first in common_names().representative.items():
        found.setdefault(first, []).append(form)
    return {first: tuple(forms) for first, forms in found.items()}


@lru_cache(maxsize=1)
def _predecessors() -> Mapping[str, tuple[str, ...]]:
    """The successors the other way round: what a body of today was called, by its class."""
    found: dict[str, list[str]] = {}
    for old, present in common_names().successors.items():
        for core in present:
            found.setdefault(equivalence_class(core), []).append(old)
    # What is a present name itself (科技局, once 科委) is no old one.
    found = {core: [old for old in all_old if equivalence_class(old) not in found] for core, all_old in found.items()}
    return {core: tuple(old) for core, old in found.items()}
