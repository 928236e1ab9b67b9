"""What a comparison cannot settle and somebody has to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.comparing.changes import Change, Doubt, Verb
from kepu_cli.comparing.likeness import have_no_words_in_common, shared_departments, unlike_pairs
from kepu_cli.comparing.member_changes import member_paths
from kepu_cli.comparing.sameness import id_key, name_key
from kepu_cli.findings import Words, say
from kepu_cli.model import Level
from kepu_cli.roster import By

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.comparing.changes import Proposal
    from kepu_cli.comparing.matching import Pair
    from kepu_cli.comparing.sides import Sides

ENDED = Words(
    "新名册里没有{name}了，也没有写由谁承接；旧方案里它有 {count} 项任务。"
    "如果并入别的单位或者改了名，请在那个单位下写：前身: {{名称: {name}, 至: 哪一年}}",
    "{name} is gone from the new roster, and no successor is written; it has {count} item{s} in the old plan. "
    "If it was merged or renamed, please write at its successor: formerly: {{names: {name}, until: the year}}",
)
SAME_BODY = Words(
    "旧名册的“{old}”和新名册的“{new}”像是同一个单位；如果是，请在“{new}”下写：前身: {{名称: {old}, 至: 哪一年}}",
    "{old} of the old roster and {new} of the new one look like one department; "
    "if they are, please write at {new}: formerly: {{names: {old}, until: the year}}",
)
OTHER_NAMES = Words(
    "两份名册里的叫法不一样，按同一个单位对照：{names}。如果是改了名，请在新名下写：前身: {{名称: 旧名, 至: 哪一年}}",
    "called otherwise in the two rosters and compared as the same: {names}. If a department was renamed, please write "
    "at its new name: formerly: {{names: the old name, until: the year}}",
)
BACKWARDS = Words(
    "新方案是{new}年的，比旧方案（{old}年）还早，是不是把两份写反了？",
    "the new plan is for {new}, before the old one ({old}); are the two the wrong way round?",
)
BY_NUMBER = Words(
    "{items} 的内容和旧方案的同号条目对不上，现按同一项对照；如果其实换了一件事，旧方案的那 {n} 项就是没有交代的",
    "{items}: the number is that of an item of the old plan, the text is another; compared as one all the same. "
    "If they are other items, {n} of the old plan are unaccounted for",
)
MANY_BY_NUMBER = Words(
    "{items} 等 {n} 项的内容和旧方案的同号条目对不上，现按同一项对照；"
    "如果其实换了一件事，旧方案的那 {n} 项就是没有交代的",
    "{items} and others ({n} in all): the number is that of an item of the old plan, the text is another; compared as "
    "one all the same. If they are other items, {n} of the old plan are unaccounted for",
)
NO_ORIGIN = Words(
    "{item}的原编号“{reference}”在旧方案里找不到，或者不止一条，没有据此配对",
    "the former id “{reference}” of {item} is not in the old plan, or is there more than once; it was not used",
)


def find_doubts(sides: Sides, members: Iterable[Change], proposals: Iterable[Proposal]) -> Iterator[Doubt]:
    """`members` are the changes among the members; what is proposed as one item needs no doubt of its own."""
    told = tuple(members)
    yield from _backwards(sides)
    added = [change for change in told if change.verb is Verb.MEMBER_ADDED]
    for change in told:
        if change.verb is Verb.MEMBER_REMOVED:
            yield from _ended(change, added, sides)
    yield from _other_names(sides)
    older = {pair.new.path: pair.old.item.formerly for pair in sides.matching.pairs}
    for row, reference in sides.matching.unknown:
        if reference in older.get(row.path, ()):
            continue  # what the old plan says too is about the year before it
        words = say(NO_ORIGIN, item=row.called, reference=reference)
        yield Doubt(words, new=(*row.path, "formerly"))
    yield from _by_number(sides, proposals)


def _backwards(sides: Sides) -> Iterator[Doubt]:
    before, after = sides.years
    if before and after and after < before:
        yield Doubt(say(BACKWARDS, old=str(before), new=str(after)), ("year",), ("year",))


def _by_number(sides: Sides, proposals: Iterable[Proposal]) -> Iterator[Doubt]:
    """Pairs of a running number whose texts have nothing, or little and no department, in common: one doubt for all."""
    proposed = {path for each in proposals for path in (("old", each.old.path), ("new", each.new.path))}
    found = [
        pair
        for pair in unlike_pairs(sides)
        if _is_another_matter(pair) or shared_departments(pair.old, pair.new, sides) == 0
        if not any(map(str.isalpha, id_key(pair.new.id)))
        if not {("old", pair.old.path), ("new", pair.new.path)} & proposed
    ]
    if found:
        items = tuple(pair.new.id for pair in found[:_MOST_NUMBERS])
        words = BY_NUMBER if len(found) <= _MOST_NUMBERS else MANY_BY_NUMBER
        yield Doubt(say(words, items=items, n=len(found)), found[0].old.path, found[0].new.path)


def _other_names(sides: Sides) -> Iterator[Doubt]:
    """Members that only common knowledge of names takes for one: an abbreviation, or a new name."""
    old, new = sides.old.register, sides.new.register
    if old.is_open or new.is_open:
        return
    resolved = [new.resolve(name) for name in old.members]
    found = [
        mention
        for mention in resolved
        if mention.by is By.EQUIVALENT and old.resolve(mention.department).by is By.EQUIVALENT
    ]
    if found:
        names = tuple(f"{mention.written} → {mention.department}" for mention in found)
        here, there = member_paths(old), member_paths(new)
        old_path, new_path = here[name_key(found[0].written)], there[name_key(found[0].department)]
        yield Doubt(say(OTHER_NAMES, names=names), old_path, new_path)


def _is_another_matter(pair: Pair) -> bool:
    """A department often keeps a number from year to year; an action that is renamed is known by its duties."""
    return pair.new.level is not Level.ACTION and have_no_words_in_common(*pair)


def _ended(change: Change, added: list[Change], sides: Sides) -> Iterator[Doubt]:
    """A body without a successor: perhaps a new member by another name, else one whose tasks nobody takes on."""
    for other in added:
        if _looks_like(change.name, other.name, sides):
            yield Doubt(say(SAME_BODY, old=change.name, new=other.name), old=change.old, new=other.new)
            return
    if count := len({entry.path for entry in sides.old.entries if entry.department == change.name}):
        words = say(ENDED, name=change.name, count=count, s="" if count == 1 else "s")
        yield Doubt(words, old=change.old)


def _looks_like(old: str, new: str, sides: Sides) -> bool:
    """One body by everyday knowledge of names (发改委 and 发展和改革局), or all but the same signs."""
    from rapidfuzz import fuzz

    here, there = sides.old.register.common_name(old), sides.new.register.common_name(new)
    return here == there or fuzz.ratio(name_key(here), name_key(there)) >= _ALIKE


_ALIKE = 75
_MOST_NUMBERS = 8
