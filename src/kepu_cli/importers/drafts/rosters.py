"""The members of a plan: as the document lists them, else the names that it gives duties to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from kepu_cli.common_names import equivalence_class
from kepu_cli.findings import Said, Words, say
from kepu_cli.importers.drafts.plain_text import plain
from kepu_cli.importers.drafts.protocol_order import protocol_place
from kepu_cli.names import group_word, normal, without_open_end
from kepu_cli.roster import Cores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.findings import Path
    from kepu_cli.importers.drafts.draft import DraftItem, DraftPlan

GATHERED = Words(
    "没有读到成员单位名单，这 {count} 个单位是从分工里收集的，按通常的排名排列。请对照正式名册，"
    "看全称、先后对不对，有没有漏掉没有任务的单位",
    "no list of members was read; the names here ({count}) were gathered from who does what and put in the customary "
    "order. Please compare with the official list: full names, order, members without a task",
)
SAME_BODY = Words(
    "“{name}”和“{first}”可能是一个单位；如果是，请删去这一行，把它写成“{first}”的别名",
    "“{name}” and “{first}” may be one body; if so, remove this line and make it an alias of “{first}”",
)
NO_BODY = Words(
    "名单里的“{names}”不是一个单位，没有放进名册",
    "“{names}” on the list is no single body and was left out of the roster",
)


class Members(NamedTuple):
    """`data` as the model reads it; `doubts` with the path that they are about."""

    data: list[Any]
    doubts: list[tuple[Path, Said]]


def members_of(draft: DraftPlan) -> Members:
    """The listed members in their order; without a list, the named bodies in the customary order, for review."""
    return _listed(draft.members) if draft.members else _gathered(draft)


class _Body(NamedTuple):
    """One body with all its spellings, the one to write first."""

    core: str
    spellings: tuple[str, ...]


def _listed(members: tuple[str, ...]) -> Members:
    names = dict.fromkeys(filter(None, map(plain, members)))
    bodies = [name for name in names if group_word(name) is None]
    groups = tuple(name for name in names if group_word(name) is not None)
    doubts: list[tuple[Path, Said]] = [(("departments",), say(NO_BODY, names=groups))] if groups and bodies else []
    return Members([{"name": name} for name in bodies], doubts)


def _gathered(draft: DraftPlan) -> Members:
    bodies = _in_order(_bodies(Counter(_named(draft)), draft.region))
    doubts: list[tuple[Path, Said]] = [(("departments",), say(GATHERED, count=len(bodies)))] if bodies else []
    first: dict[str, str] = {}
    for at, body in enumerate(bodies):
        name, kind = body.spellings[0], equivalence_class(body.core)
        if kind in first:
            doubts.append((("departments", at), say(SAME_BODY, name=name, first=first[kind])))
        first.setdefault(kind, name)
    return Members([_member(body) for body in bodies], doubts)


def _named(draft: DraftPlan) -> Iterator[str]:
    """Every body that is named at an item, as often as it is."""
    for action in draft.actions:
        for item in (action, *action.duties):
            yield from _named_at(item)


def _named_at(item: DraftItem) -> Iterator[str]:
    for attribution in item.attributions:
        for named in attribution.names:
            name, _ = without_open_end(plain(named.name))
            if name and not named.is_group and group_word(name) is None:
                yield name


def _bodies(names: Counter[str], region: str) -> Iterator[_Body]:
    """Spellings that differ in region and level alone (县科协, 科协) are one body, named by the fuller and commoner."""
    cores = Cores(region, tuple(names))
    by_core: dict[str, list[str]] = {}
    for name in names:
        by_core.setdefault(cores.of(name), []).append(name)
    for core, spellings in by_core.items():
        ranked = sorted(spellings, key=lambda name: (normal(name) == core, -names[name]))
        yield _Body(core, tuple(ranked))


def _in_order(bodies: Iterable[_Body]) -> list[_Body]:
    return sorted(bodies, key=lambda body: protocol_place(body.core))


def _member(body: _Body) -> dict[str, Any]:
    name, *others = body.spellings
    return {"name": name, "aliases": others} if others else {"name": name}
