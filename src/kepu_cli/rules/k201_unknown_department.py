"""K201 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协、县文爱办
        完成时限: 2026年底前

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Issue, Said, Severity, Words, say
from kepu_cli.glued_names import tells_role
from kepu_cli.model import Role
from kepu_cli.near_names import Kind, NearNames
from kepu_cli.roster import Sort
from kepu_cli.vocabulary import key_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Fact, Path
    from kepu_cli.ledger import Ledger, Written
    from kepu_cli.near_names import Suggestion
    from kepu_cli.roster import Register
    from kepu_cli.rules.anatomy import Subject

CODE = "K201"
NAME = "unknown-department"
SEVERITY = Severity.ERROR
TITLE = Words("名册里没有这个单位", "A department is not in the roster")
WHY = Words(
    "名册里查不到的单位，任务就没有人接。写错了字、用了别的简称、或者名册漏了这个单位，都会这样。",
    "A name that fits no member is a task sent to no one: a slip, another short name, or a gap in the roster.",
)
WHOLE_PLAN = False

MESSAGE = Words("名册里没有“{name}”", "“{name}” is not in the roster")
# By the kind of mistake that the name probably is; {names} are members that stand nowhere else in the item.
HINTS = {
    Kind.ROLE_WORD: Words(
        "名称里不要写“{extra}”，请只写“{names}”；分工由所在的栏目说明",
        "leave “{extra}” out of the name and write “{names}”; the key it stands under tells the role",
    ),
    Kind.SEVERAL: Words(
        "这里是几个单位，请用顿号分开：{names}", "these are several bodies; separate them by a comma: {names}"
    ),
    Kind.UNFILLED: Words(
        "这里还没有填单位；定下来以后，请写上单位的名称",
        "no department is filled in here yet; write its name once it is decided",
    ),
    Kind.PERSON: Words(
        "人不是单位：领导写在“牵头领导”里，这里请写单位“{names}”",
        "a person is no department: name the leader under “leader”, and here “{names}”",
    ),
    Kind.ELSEWHERE: Words(
        "这是别的层级或别的地方的单位，名册里的是“{names}”；确实要写它，请在名册里加上",
        "this is a body of another level or place; the roster's own is “{names}”. If it is meant, add it to the roster",
    ),
    Kind.REFORMED: Words(
        "如果是机构改革前的名称，现在是“{names}”；旧名可以记在它的“前身”里",
        "if this is a name from before a reform, it is “{names}” now; its former name can be noted in the roster",
    ),
    Kind.OLD_ROSTER: Words(
        "名册里有“{names}”；如果它已经改了名，请改名册，把旧名写进“前身”",
        "the roster has “{names}”; if that is its former name, update the roster and note the former name there",
    ),
    Kind.SLIP: Words(
        "是不是“{names}”？如果是另一个单位，请在名册里加上它，或者写成某个成员的别名",
        "did you mean “{names}”? If it is another body, add it to the roster, or give it as a member's alias",
    ),
    Kind.STRANGER: Words(
        "请在名册里加上它，或者把它写成某个成员单位的别名",
        "add it to the roster, or give it as a member's alias",
    ),
}
# The extra is a sign or a stray word, no role.
HINT_EXTRA = Words("多写了“{extra}”，请只写“{names}”", "leave “{extra}” out and write only “{names}”")
HINT_EITHER = Words(
    "是不是“{first}”或者“{second}”？如果是另一个单位，请在名册里加上它，或者写成某个成员的别名",
    "did you mean “{first}” or “{second}”? If it is another body, add it to the roster, or give it as a member's alias",
)
HINT_PERSON = Words(
    "人不是单位：领导请写在“牵头领导”里，这里写他所在的单位",
    "a person is no department: name the leader under “leader”, and here the department",
)
HINT_SOME_STAND = Words(
    "这里是几个单位；“{standing}”在这一项里已经写了，这里只写“{names}”",
    "these are several bodies; “{standing}” stands in this item already, so write only “{names}” here",
)
# Under the lead, for 甲会同乙: 乙 cooperates and leads nothing.
HINT_HELPERS = Words(
    "牵头单位只写“{names}”，“{helpers}”请写到“配合单位”",
    "write only “{names}” as the lead, and “{helpers}” under “support”",
)
HINT_HELPERS_STAND = Words(
    "牵头单位只写“{names}”；“{standing}”在这一项里已经写了",
    "write only “{names}” as the lead; “{standing}” stands in this item already",
)
HINT_ONLY_HELPERS = Words(
    "“{standing}”在这一项里已经写了，这一处可以删去；“{helpers}”请写到“配合单位”",
    "“{standing}”: already in this item, so this one can go; write “{helpers}” under “support”",
)
# Behind another hint: the member stands in the item, but for less than what it is to be here.
TAIL_LIGHTER = Words(
    "；“{lighter}”写在这里以后，请从“{where}”里去掉",
    "; once “{lighter}” is written here, take it out of “{where}”",
)
TAIL_EITHER = Words("；写在这里的那一个，请从“{where}”里去掉", "; take the one that is written here out of “{where}”")
# The member that is meant stands in the item already: written once more, it would stand there twice.
_STANDS = Words(
    "“{standing}”在这一项里已经写了，这一处可以删去", "“{standing}”: already in this item, so this one can go"
)
HINTS_STANDING = {
    Kind.ROLE_WORD: _STANDS,
    Kind.SEVERAL: _STANDS,
    Kind.ELSEWHERE: Words(
        "这是别的层级或别的地方的单位；名册里的“{standing}”在这一项里已经写了，这一处多半可以删去",
        "this is a body of another level or place; the roster's “{standing}” stands in this item already, "
        "so this one can probably go",
    ),
    Kind.REFORMED: Words(
        "如果是机构改革前的名称，现在的“{standing}”在这一项里已经写了，这一处可以删去",
        "if this is a name from before a reform, the body of today, “{standing}”, stands in this item already "
        "and this one can go",
    ),
    Kind.OLD_ROSTER: Words(
        "如果就是名册里的“{standing}”，它在这一项里已经写了，这一处可以删去",
        "if this is the roster's “{standing}”, that stands in this item already and this one can go",
    ),
    Kind.SLIP: Words(
        "如果是指“{standing}”，它在这一项里已经写了，这一处可以删去；如果是另一个单位，请在名册里加上它",
        "if “{standing}” is meant, that stands in this item already and this one can go; if it is another body, "
        "add it to the roster",
    ),
}


def check(subject: Subject) -> Iterator[Issue]:
    ledger = subject.ledger
    near = NearNames(ledger.register)
    theirs: dict[tuple[Path, Role], _There] = {}
    for name in ledger.names_of(Sort.UNKNOWN):
        there = theirs.get((name.path, name.role)) or _there(name, ledger)
        theirs[name.path, name.role] = there
        found = _surest(near.suggest(name.mention.department, there.standing), there)
        hint = _helpers_hint(found, there) if name.role is Role.LEAD and found.helpers else _hint(found)
        message = say(MESSAGE, name=name.mention.department)
        also = _second_place(found, there, ledger.register)
        yield Issue(name.place, message, _with_lighter(hint, there), also=also)


class _There(NamedTuple):
    """Who stands at the item besides an unknown name: in its role or a heavier one, and only in lighter ones.

    Only the first stand for it: what leads in the unknown name's place must not stay behind as a helper.
    """

    standing: Mapping[str, Path]
    lighter: Mapping[str, tuple[Written, ...]]


def _there(unknown: Written, ledger: Ledger) -> _There:
    weights = list(Role)
    standing: dict[str, Path] = {}
    lighter: dict[str, tuple[Written, ...]] = {}
    # Names come by role, the heaviest first.
    for one in ledger.names_at(unknown.path):
        member = one.mention.department
        if not (one.mention.by or one.mention.is_group) or member in standing:
            continue
        if weights.index(one.role) <= weights.index(unknown.role):
            standing[member] = one.place
        else:
            lighter[member] = (*lighter.get(member, ()), one)
    return _There(standing, lighter)


def _surest(found: Suggestion, there: _There) -> Suggestion:
    """Of several that a slip may mean, one that stands nowhere in the item is likelier than one that does."""
    free = tuple(name for name in found.names if name not in there.lighter)
    return found._replace(names=free) if found.kind is Kind.SLIP and free else found


def _second_place(found: Suggestion, there: _There, register: Register) -> Path | None:
    """Where the member that is meant has to be taken out, else where it stands in the roster.

    Where it must not be written again, it is where it stands in the item.
    """
    for name in found.names:
        if name in there.lighter and name not in found.helpers:
            return there.lighter[name][0].place
    if found.names:
        return next((place for name in found.names if (place := register.place_of(name))), None)
    return there.standing[found.standing[0]] if found.standing else None


def _helpers_hint(found: Suggestion, there: _There) -> Said:
    """For names under the lead of which some only cooperate."""
    names = tuple(name for name in found.names if name not in found.helpers)
    helpers = tuple(name for name in found.helpers if name not in there.standing and name not in there.lighter)
    standing = tuple(name for name in found.meant if name not in names and name not in helpers)
    if names and helpers:
        return say(HINT_HELPERS, names=names, helpers=helpers)
    if names:
        return say(HINT_HELPERS_STAND, names=names, standing=standing)
    if helpers:
        return say(HINT_ONLY_HELPERS, standing=standing, helpers=helpers)
    return say(_STANDS, standing=standing)


def _hint(found: Suggestion) -> Said:
    facts: dict[str, Fact] = {"names": found.names, "standing": found.standing, "extra": found.extra}
    if found.kind is Kind.PERSON and not found.names:
        return say(HINT_PERSON)
    if not found.names and found.standing:
        return say(HINTS_STANDING[found.kind], **facts)
    if found.kind is Kind.SEVERAL and found.standing:
        return say(HINT_SOME_STAND, **facts)
    if found.kind is Kind.SLIP and len(found.names) > 1:
        return say(HINT_EITHER, first=found.names[0], second=found.names[1])
    if found.kind is Kind.ROLE_WORD and not tells_role(found.extra):
        return say(HINT_EXTRA, **facts)
    return say(HINTS[found.kind], **facts)


def _with_lighter(hint: Said, there: _There) -> Said:
    """The hint, and from which lighter lists the names have to go that it says to write here."""
    offered = [hint.facts.get(fact) for fact in ("names", "first", "second")]
    names = [name for fact in offered for name in (fact if isinstance(fact, tuple) else (fact,))]
    lighter = tuple(str(name) for name in names if name in there.lighter)
    if not lighter:
        return hint
    roles = dict.fromkeys(one.role for name in lighter for one in there.lighter[name])
    keys = [key_words("Action", role.value) for role in roles]
    where = Words("”和“".join(key.zh for key in keys), "” and “".join(key.en for key in keys))
    tail = TAIL_LIGHTER if len(lighter) == 1 or "first" not in hint.facts else TAIL_EITHER
    words = Words(hint.words.zh + tail.zh, hint.words.en + tail.en)
    return say(words, **{**hint.facts, "lighter": lighter, "where": where})
