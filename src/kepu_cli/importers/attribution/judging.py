"""Whether a stretch that was read is an attribution, or prose that looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.importers.attribution.bodies import is_place, is_specific
from kepu_cli.importers.attribution.clauses import Sort
from kepu_cli.importers.attribution.doubts import BEFORE_COMMA
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from kepu_cli.importers.attribution.assembly import Assembly, Mention


def is_pure(read: Assembly, *, is_framed: bool = False) -> bool:
    """Whether every word was understood; names of an odd kind need a label before them, or others beside them.

    `is_framed`: a label or brackets say where the attribution begins and ends, so that a word in it may be strange.
    """
    if any(not is_harmless(read, begin, end, is_framed=is_framed) for begin, end in read.unread):
        return False
    return all(
        one.sort is not Sort.STRANGE or one.is_labelled or (is_framed and _is_in_list(read, one))
        for one in read.mentions
    )


def is_spoilt(read: Assembly) -> bool:
    """Whether the last words that were not understood make prose of the stretch."""
    return bool(read.unread) and not is_harmless(read, *read.unread[-1])


def is_spoilt_within(read: Assembly) -> bool:
    """As `is_spoilt`, inside of brackets or behind a label."""
    return bool(read.unread) and not is_harmless(read, *read.unread[-1], is_framed=True)


def specific(read: Assembly) -> list[Mention]:
    """The names that are those of one body beyond doubt."""
    plain = read.source.plain
    return [one for one in read.mentions if one.sort is Sort.NAME and is_specific(plain[one.start : one.end])]


def has_content(read: Assembly) -> bool:
    return bool(read.mentions or read.persons or read.dues)


def stands_alone(read: Assembly) -> bool:
    """Whether a body without bracket or label around it is one beyond doubt: 建设科普场馆 ends like a name too."""
    sure = specific(read)
    return all(
        one.sort is not Sort.NAME or one.is_labelled or one in sure or (one.is_told and one.doubt is not BEFORE_COMMA)
        for one in read.mentions
    )


def is_list(read: Assembly, *, at_least: int, groups: bool) -> bool:
    """Whether a list without labels and verbs can be one of bodies: each is one, at least so many beyond doubt.

    With `groups` a group word will do, or a list of offices that have no level: 党政综合办、社会事务办.
    """
    if read.persons or not read.mentions:
        return False
    sure = len(specific(read))
    strange = sum(one.sort is Sort.STRANGE for one in read.mentions)
    if strange and (not groups or not sure or strange * 2 >= len(read.mentions)):
        return False
    if sure >= at_least:
        return True
    plain = read.source.plain
    if groups and sum(is_place(plain[one.start : one.end]) for one in read.mentions) > 1:
        return True
    return groups and (any(one.sort is Sort.GROUP for one in read.mentions) or _are_offices(read))


def is_harmless(read: Assembly, begin: int, end: int, *, is_framed: bool = False) -> bool:
    """Whether words that were not understood leave the stretch an attribution.

    They go on about what the body before them does (由甲牵头，负责协调推动落实), or are few in a frame.
    """
    plain = read.source.plain
    before = plain[:begin].rstrip(" ")[-1:]
    if read.has_verb and end - begin <= _LONGEST_DUTY and before == "," and _DUTY.match(plain, begin, end):
        return True
    if is_framed and plain[end : end + 1] == "由" and _SUBJECT.fullmatch(plain, begin, end):
        return True
    told = read.has_label or read.has_verb
    is_inside = before in _INSIDE or _VERB_BEFORE.fullmatch(plain, max(begin - 2, 0), begin) is not None
    return is_framed and told and is_inside and end - begin <= _LONGEST_DUTY and _is_behind_name(read, begin)


def _is_behind_name(read: Assembly, begin: int) -> bool:
    """Names come first: of those that still wait for their role too."""
    return any(one.end <= begin and one.sort is not Sort.STRANGE for one in read.mentions)


def _is_in_list(read: Assembly, one: Mention) -> bool:
    """县青少年文体天地 between 、 and bodies beyond doubt."""
    plain = read.source.plain
    near = (plain[one.start - 1 : one.start], plain[one.end : one.end + 1])
    return "、" in near and bool(specific(read))


def _are_offices(read: Assembly) -> bool:
    """Offices of one body: 党政办、社会事务办; 基教科, alone or with others."""
    names = [read.source.plain[one.start : one.end] for one in read.mentions]
    if any(_SECTION.search(name) for name in names):
        return True
    return len(names) > 1 and all(map(_OFFICE.search, names))


_LONGEST_DUTY = 40
_VERB_BEFORE = pattern(r"负责|牵头|配合|参与")
_INSIDE = (",", ";", "、", ":", "(", ")", "")
_DUTY = pattern(r"(?:具体|全面)?(?:负责|统筹|协调|组织|承担|做好|抓好|推动|推进|指导)")
_SUBJECT = pattern(r"(?:[本该此]|以上|上述)[一-龥]{0,4}(?:工作|任务|措施|事项)")
_SECTION = pattern(r"^[一-龥]{2,8}[科股处]$")
_OFFICE = pattern(r"(?:[局委部科股处厅]|办|办公室)$")
