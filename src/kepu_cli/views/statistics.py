"""A plan in numbers (统计): the load of each department, actions by kind, how well the items are covered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.choices import CHOICES, choice_words
from kepu_cli.coverage import Grade
from kepu_cli.findings import Words
from kepu_cli.model import Role
from kepu_cli.views.load import Load
from kepu_cli.views.table_title import table_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.coverage import Coverage
    from kepu_cli.model import Plan
    from kepu_cli.views.task_lists import TaskList


@dataclass(frozen=True, slots=True)
class Statistics:
    """`kinds` and `grades` are what occurs, in their usual order; the actions without a kind come last."""

    title: str
    loads: tuple[Load, ...]
    kinds: tuple[tuple[Words, int], ...]
    grades: tuple[tuple[Grade, int], ...]

    @property
    def items(self) -> int:
        """How many items are graded."""
        return sum(count for _, count in self.grades)


def statistics(plan: Plan, tasks: tuple[TaskList, ...], coverage: Coverage) -> Statistics:
    """The loads are those of the task lists, so that both count alike."""
    graded = Counter(item.grade for item in coverage.graded)
    return Statistics(
        table_title(plan, _TITLE),
        tuple(map(_load, tasks)),
        tuple(_kinds(plan)),
        tuple((grade, graded[grade]) for grade in reversed(Grade) if graded[grade]),
    )


_TITLE = Words("{plan}任务统计", "{plan}: statistics")
_NO_KIND = Words("未分类", "not classified")


def _load(tasks: TaskList) -> Load:
    lead, responsible, support = (tasks.count(role) for role in Role)
    return Load(tasks.department, lead, responsible, support, tasks.in_groups)


def _kinds(plan: Plan) -> Iterator[tuple[Words, int]]:
    counted = Counter(action.kind for action in plan.actions)
    for kind in CHOICES["kind"]:
        if counted[kind]:
            yield choice_words("kind", kind), counted[kind]
    if counted[None]:
        yield _NO_KIND, counted[None]
