"""A department's news counted in a line: 新增牵头 1 项、退出责任 2 项、时限调整 1 项."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.change_views.by_department import is_own
from kepu_cli.change_views.change_words import verb_words
from kepu_cli.comparing.changes import FATE_WORDS, VERB_WORDS, Fate, Verb
from kepu_cli.findings import Words
from kepu_cli.ledger import Basis
from kepu_cli.model import ROLE_WORDS, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kepu_cli.change_views.by_department import DepartmentNews
    from kepu_cli.comparing.changes import Shift


def news_counts(news: DepartmentNews) -> Words:
    """What falls to the department by name, kind by kind; behind it what reaches it through groups, actions, projects.

    A successor is told first how many items it took over, whatever its own part in them was before.
    """
    own = [*_taken_over(news), *_roles(_GAINED, news.gained), *_roles(_LOST, news.lost), *_others(news)]
    parts = [_joined(own)] if own else []
    if passed := list(_passed(news)):
        way, counts = ways((*news.gained, *news.lost, *news.changed)), _joined(passed)
        also = Words("另", "also ") if own else Words("", "")
        parts.append(Words(f"{also.zh}{way.zh}{counts.zh}", f"{also.en}{way.en}: {counts.en}"))
    return Words("；".join(each.zh for each in parts), "; ".join(each.en for each in parts)) if parts else _NOTHING


def ways(shifts: Iterable[Shift]) -> Words:
    """By what ways shifts reach the department that no item names: 随单位组、项目."""
    bases = {shift.after_basis or shift.before_basis for shift in shifts if not is_own(shift)}
    named = [words for basis, words in _WAYS.items() if basis in bases]
    return Words("随" + "、".join(each.zh for each in named), "through " + " and ".join(each.en for each in named))


class _Kind(NamedTuple):
    """How a number of items is told; `{role}` is the department's role in them."""

    zh: str
    en: str


_GAINED = _Kind("新增{role} {n} 项", "{n} new as {role}")
_LOST = _Kind("退出{role} {n} 项", "{n} no longer as {role}")
_CHANGED = _Kind("角色调整 {n} 项", "{n} in another role")
_TOUCHED = {
    VERB_WORDS[Verb.CHANGED]: "{n} reworded",
    VERB_WORDS[Verb.RENAMED]: "{n} renamed",
    VERB_WORDS[Verb.MOVED]: "{n} moved",
    FATE_WORDS[Fate.MERGED]: "{n} merged into an item",
    VERB_WORDS[Verb.LEAD_CHANGED]: "{n} under another lead",
    VERB_WORDS[Verb.DUE_CHANGED]: "{n} with another due date",
    VERB_WORDS[Verb.TARGET_CHANGED]: "{n} with other targets",
}
_TAKEN_OVER = _Kind("承接原{names}的任务 {n} 项", "{n} taken over from the former {names}")
_PASSED = (
    _Kind("新增 {n} 项", "{n} new"),
    _Kind("退出 {n} 项", "{n} no longer"),
    _Kind("角色调整 {n} 项", "{n} in another role"),
)
_WAYS = {
    Basis.GROUP: Words("单位组", "group words"),
    Basis.PROJECT: Words("项目", "projects"),
    Basis.INHERITED: Words("任务", "actions"),
}
_NOTHING = Words("承担的任务没有变化", "no change in its tasks")


def _taken_over(news: DepartmentNews) -> Iterator[Words]:
    reforms = [change for change in news.itself if change.followers]
    if reforms:
        count = len({one.path for change in reforms for one in change.followers})
        names = tuple(dict.fromkeys(name for change in reforms for name in change.before))
        yield Words(
            _TAKEN_OVER.zh.format(names="、".join(names), n=count),
            _TAKEN_OVER.en.format(names=" and ".join(names), n=count),
        )


def _roles(kind: _Kind, shifts: Sequence[Shift]) -> Iterator[Words]:
    for role in Role:
        if count := sum(is_own(shift) and role in (shift.before, shift.after) for shift in shifts):
            word = ROLE_WORDS[role]
            yield Words(kind.zh.format(role=word.zh, n=count), kind.en.format(role=word.en, n=count))


def _others(news: DepartmentNews) -> Iterator[Words]:
    if count := sum(map(is_own, news.changed)):
        yield _counted(_CHANGED, count)
    for words, english in _TOUCHED.items():
        told = (change for change in news.touched if verb_words(change) == words)
        if items := {change.old if change.merged else change.item for change in told}:
            yield _counted(_Kind(f"{words.zh} {{n}} 项", english), len(items))


def _passed(news: DepartmentNews) -> Iterator[Words]:
    for kind, shifts in zip(_PASSED, (news.gained, news.lost, news.changed), strict=True):
        if count := sum(not is_own(shift) for shift in shifts):
            yield _counted(kind, count)


def _counted(kind: _Kind, count: int) -> Words:
    return Words(kind.zh.format(n=count), kind.en.format(n=count))


def _joined(parts: Sequence[Words]) -> Words:
    return Words("、".join(part.zh for part in parts), ", ".join(part.en for part in parts))
