"""An assembly → the attribution: whole names, what the position convention adds, and what is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Said, say
from kepu_cli.importers.attribution import doubts
from kepu_cli.importers.attribution.bodies import is_short, is_specific
from kepu_cli.importers.attribution.clauses import Sort
from kepu_cli.importers.attribution.prefixes import Whole, Written, whole_names
from kepu_cli.importers.attribution.result import Attribution, Named, Person
from kepu_cli.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.importers.attribution.assembly import Assembly, Mention


def finished(found: Assembly, *, region: str = "", first_leads: bool = False) -> Attribution:
    """What was read, with whole names. Words that look like no name count only where a label or a verb vouches."""
    read = _vouched(found)
    written = [_written(read, mention) for mention in read.mentions]
    whole = whole_names(written, region)
    names = tuple(
        Named(full.name, mention.role, name.is_group, name.written + "等" * (mention.end in read.opened))
        for mention, name, full in zip(read.mentions, written, whole, strict=True)
    )
    if first_leads or read.first_leads:
        names = _with_first_leading(names)
    return Attribution(
        names,
        _due(read),
        tuple(Person(label, _person(read, begin, end)) for label, begin, end in read.persons),
        read.is_open,
        (*_about_names(read.mentions, written, whole), *_about_rest(read, names)),
        tuple(read.source.written(begin, end) for begin, end in read.unread),
    )


def _vouched(read: Assembly) -> Assembly:
    """Mentions that are merely words are unread: a word unlike a name needs a label, or a list of names."""
    plain = read.source.plain
    sure = any(one.sort is Sort.NAME and is_specific(plain[one.start : one.end]) for one in read.mentions)
    in_list = sure and not read.unread
    kept: list[Mention] = []
    unread = [*read.unread]
    for one in read.mentions:
        if one.sort is not Sort.STRANGE or one.is_labelled or (in_list and (one.is_told or _is_listed(plain, one))):
            kept.append(one)
        else:
            unread.append((one.start, one.end))
    return read._replace(mentions=tuple(kept), unread=tuple(sorted(unread)))


def _is_listed(plain: str, one: Mention) -> bool:
    return "、" in (plain[one.start - 1 : one.start], plain[one.end : one.end + 1])


def _written(read: Assembly, mention: Mention) -> Written:
    source = read.source
    plain = source.plain[mention.start : mention.end]
    return Written(source.written(mention.start, mention.end), plain, mention.sort is Sort.GROUP)


def _with_first_leading(names: tuple[Named, ...]) -> tuple[Named, ...]:
    if any(name.role is Role.LEAD for name in names):
        return names
    first = next((at for at, name in enumerate(names) if name.role is Role.RESPONSIBLE and not name.is_group), None)
    if first is None:
        return names
    return (*names[:first], names[first]._replace(role=Role.LEAD), *names[first + 1 :])


def _due(read: Assembly) -> str:
    """The dues as written; neighbours with the mark between them, others joined by ；."""
    text = ""
    last = 0
    for begin, end in read.dues:
        source = read.source
        between = source.plain[last:begin]
        if text and not between.strip(" 、,;。\n"):
            text += source.text[source.end_position(last) : source.position(begin)]
        elif text:
            text += "；"
        text += source.written(begin, end)
        last = end
    return text.strip("。；;， ,\n")


def _person(read: Assembly, begin: int, end: int) -> str:
    """俞 悦 → 俞悦; a title keeps its distance."""
    name = read.source.written(begin, end)
    return "".join(name.split()) if len(name) <= _PADDED else " ".join(name.split())


def _about_names(mentions: Sequence[Mention], written: list[Written], whole: list[Whole]) -> list[Said]:
    said = []
    for mention, name, full in zip(mentions, written, whole, strict=True):
        if mention.sort is Sort.STRANGE and not is_short(name.plain):
            said.append(say(doubts.STRANGE, name=name.written))
        elif full.is_unsure and full.name != name.written:
            said.append(say(doubts.LEVEL, written=name.written, name=full.name))
        elif full.is_unsure:
            said.append(say(doubts.NO_LEVEL, written=name.written))
    return said


def _about_rest(read: Assembly, names: tuple[Named, ...]) -> list[Said]:
    told = (read.has_label or read.has_verb) and any(mention.is_told for mention in read.mentions)
    kinds = [doubts.NO_ROLE if told and not mention.is_told else mention.doubt for mention in read.mentions]
    said = []
    for kind in dict.fromkeys(kinds):
        if kind:
            about = tuple(name.name for name, other in zip(names, kinds, strict=True) if other is kind)
            said.append(say(kind, names=about))
    # 责任单位 first and 牵头单位 behind it is a mere order; two leads around it are not.
    if read.leads_anew and sum(name.role is Role.LEAD for name in names) > 1:
        said.append(say(doubts.LEADS_ANEW))
    said += [say(doubts.PERSON, name=_person(read, begin, end)) for label, begin, end in read.persons if not label]
    said += [say(doubts.UNREAD, text=read.source.written(begin, end)) for begin, end in read.unread]
    return said


_PADDED = 5
