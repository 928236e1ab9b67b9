"""A department is not in the roster.

A name that fits no member under any of its spellings belongs to nobody: the task is sent to no one.

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

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.near_names import Kind, NearNames
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Fact, Path, Said
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
    for name in ledger.written:
        if name.mention.sort is Sort.UNKNOWN:
            there = {one.mention.department: one.place for one in ledger.names_at(name.path) if one.mention.by}
            found = near.suggest(name.mention.department, there)
            message = say(MESSAGE, name=name.mention.department)
            yield Issue(name.place, message, _hint(found), also=_second_place(found, there, ledger.register))


def _second_place(found: Suggestion, there: Mapping[str, Path], register: Register) -> Path | None:
    """Where the member that is meant stands in the roster, or, where it must not be written again, in the item."""
    if found.names:
        return register.place_of(found.names[0])
    return there[found.standing[0]] if found.standing else None


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
    return say(HINTS[found.kind], **facts)
