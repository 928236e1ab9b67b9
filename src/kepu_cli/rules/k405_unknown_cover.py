"""K405 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
        职责:
          - {内容: 组织青少年科技创新大赛, 责任单位: 县科协}
        项目:
          - {名称: 科技创新大赛, 责任单位: 县科协, 对应: [2]}

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
        职责:
          - {内容: 组织青少年科技创新大赛, 责任单位: 县科协}
        项目:
          - {名称: 科技创新大赛, 责任单位: 县科协, 对应: [1]}
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.names import normal
from kepu_cli.references import duty_references, outline_reference, outline_references, plan_references
from kepu_cli.spelling import within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Said
    from kepu_cli.model import Plan
    from kepu_cli.rules.anatomy import Subject

CODE = "K405"
NAME = "unknown-cover"
SEVERITY = Severity.ERROR
TITLE = Words("“对应”里写的职责找不到", "A reference points at no duty")
WHY = Words(
    "写错了编号，真正要承接的那条就成了没有人承接。",
    "The duty that was meant counts as open, and the one that was written does not exist.",
)
WHOLE_PLAN = True

MESSAGE = Words("找不到“{reference}”这条职责", "there is no duty “{reference}”")
HINT_NEAR = Words("是不是“{near}”？", "did you mean “{near}”?")
HINT_SIBLINGS = Words("“{head}/”下面有：{numbers}", "under “{head}/” there are: {numbers}")
HINT_OWN = Words("这一项的职责编号有：{ids}", "the duties of this action are: {ids}")
HINT_NO_OUTLINE = Words(
    "要承接上级文件的职责，请先写上“上级纲要”，如 builtin:2021",
    "to take up a superior's duty, name its outline first, such as outline: builtin:2021",
)
HINT = Words(
    "可以写本项任务的职责编号，或上级纲要的职责编号",
    "write the id of a duty of this action, or of one of the outline",
)

# References that a hint lists; a longer list would say nothing.
LISTED = 12


def check(subject: Subject) -> Iterator[Issue]:
    plan = subject.plan
    rows = [row for row in subject.ledger.rows if row.item.covers]
    if not rows:
        return
    known = plan_references(plan) | outline_references(plan.outline).keys()
    own = [duty_references(action).keys() for action in plan.actions]
    hints = _Hints(plan)
    for row in rows:
        for position, reference in enumerate(row.item.covers):
            at = int(row.parent[1])
            if normal(reference) not in known and normal(reference) not in own[at]:
                hint = hints.of(reference, at, frozenset(map(normal, row.item.covers)))
                yield Issue((*row.path, "covers", position), say(MESSAGE, reference=reference), hint)


class _Hints:
    """What an unknown reference may have been meant to be. Built only for plans that have one."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def of(self, reference: str, at: int, taken: frozenset[str]) -> Said:
        """The hint for a reference in the action `at`, at an item that has the references `taken` already."""
        if near := next((one for one in self._near(reference, at) if normal(one) not in taken), None):
            return say(HINT_NEAR, near=near)
        head, slash, _ = reference.rpartition("/")
        if slash:
            return self._outline_hint(head)
        duties = self._plan.actions[at].duties
        ids = [duty.id or str(position) for position, duty in enumerate(duties, 1)]
        return say(HINT_OWN, ids=_listed(ids)) if ids else say(HINT)

    def _near(self, reference: str, at: int) -> Iterator[str]:
        """References that are probably meant: other marks, a slip before the number, a duty by nearly its text."""
        yield from self._squashed.get(_squash(reference), ())
        head, slash, number = normal(reference).rpartition("/")
        if slash:
            under = (f"{one}/{number}" for one in _within(head, [*self._heads]))
            yield from (self._outline[one] for one in under if one in self._outline)
            return
        texts = {duty.text: [duty.text] for duty in self._plan.actions[at].duties}
        for known in (texts, self._texts):
            for text in _within(reference, [*known]):
                yield from known[text]

    def _outline_hint(self, head: str) -> Said:
        for one in (head, *_within(normal(head), [*self._heads])):
            if numbers := self._heads.get(normal(one)):
                return say(HINT_SIBLINGS, head=one, numbers=_listed(numbers))
        return say(HINT) if self._plan.outline else say(HINT_NO_OUTLINE)

    @cached_property
    def _outline(self) -> Mapping[str, str]:
        """How the outlines' duties may be referred to (青少年/1 too) → in full."""
        found: dict[str, str] = {}
        for outline in self._plan.outline:
            for duty in outline.duties:
                full = outline_reference(outline, duty)
                found.setdefault(normal(full), full)
                found.setdefault(normal(duty.id), full)
        return found

    @cached_property
    def _heads(self) -> Mapping[str, list[str]]:
        """What stands before the number → the numbers: 纲要/青少年, and 青少年 too."""
        found: dict[str, list[str]] = {}
        for one, full in self._outline.items():
            if head := one.rpartition("/")[0]:
                found.setdefault(head, []).append(full.rpartition("/")[2])
        return found

    @cached_property
    def _squashed(self) -> Mapping[str, list[str]]:
        """Without any marks: 纲要-青少年-1 is 纲要/青少年/1. Of numbers alone (1/1), 11 could be anything."""
        found: dict[str, list[str]] = {}
        for one, full in self._outline.items():
            if not _squash(one).isdecimal():
                found.setdefault(_squash(one), []).append(full)
        return found

    @cached_property
    def _texts(self) -> Mapping[str, list[str]]:
        """A duty's text → how any action may refer to it; those of the outlines too."""
        found: dict[str, list[str]] = {}
        for at, action in enumerate(self._plan.actions):
            for position, duty in enumerate(action.duties, 1):
                found.setdefault(duty.text, []).append(f"{action.id or at + 1}/{duty.id or position}")
        for outline in self._plan.outline:
            for outline_duty in outline.duties:
                found.setdefault(outline_duty.text, []).append(outline_reference(outline, outline_duty))
        return found


def _listed(names: list[str]) -> tuple[str, ...]:
    return (*names[:LISTED], "…") if len(names) > LISTED else tuple(names)


def _squash(reference: str) -> str:
    return "".join(char for char in normal(reference) if char.isalnum())


def _within(typed: str, known: list[str]) -> list[str]:
    """The known texts that one slip makes of `typed`, or two in a longer one; in a short one it is another word."""
    if len(typed) < _SHORTEST:
        return []
    return within(typed, known, 2 if len(typed) >= _LONG else 1)


_SHORTEST = 3
_LONG = 8
