"""The columns of a list of tasks and what stands in them: for the sheet of all departments and for one's own file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.exporters.column_widths import Span
from kepu_cli.exporters.listing import ListColumn
from kepu_cli.findings import Words
from kepu_cli.model import ROLE_WORDS, Role
from kepu_cli.views.division import COLUMN_WORDS, Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.exporters.listing import Cell
    from kepu_cli.findings import Lang
    from kepu_cli.views.task_lists import ListedTask, TaskList

ROLE = Words(zh="角色", en="Role")
OTHERS = Words(zh="其他单位", en="Others")
BY_GROUP = Words(zh="{role}\n（{group}）", en="{role}\n({group})")

_COUNTS = {
    Role.LEAD: Words("牵头 {count} 项", "leads {count}"),
    Role.RESPONSIBLE: Words("责任 {count} 项", "responsible for {count}"),
    Role.SUPPORT: Words("配合 {count} 项", "supports {count}"),
}
_BETWEEN = Words("、", ", ")
_GROUPED = Words("通过单位组 {count} 项", "{count} through groups")
_ALSO = Words("，另", ", ")
_NOTHING = Words("没有任务", "no tasks")


def summary(tasks: TaskList, lang: Lang) -> str:
    """牵头 3 项、责任 5 项，另通过单位组 2 项: the roles that occur."""
    named = [(role, tasks.count(role)) for role in Role]
    counts = _BETWEEN.in_(lang).join(_COUNTS[role].in_(lang).format(count=count) for role, count in named if count)
    grouped = _GROUPED.in_(lang).format(count=tasks.in_groups) if tasks.in_groups else ""
    return _ALSO.in_(lang).join(filter(None, (counts, grouped))) or _NOTHING.in_(lang)


@dataclass(frozen=True, slots=True)
class TaskRows:
    """`measures`, `targets` and `dues` tell whether any task has them; a column that nothing fills is left out."""

    lang: Lang
    measures: bool
    targets: bool
    dues: bool

    @classmethod
    def of(cls, lists: Iterable[TaskList], lang: Lang) -> TaskRows:
        tasks = [task for each in lists for task in each.tasks]
        return cls(
            lang,
            any(task.measures for task in tasks),
            any(task.targets for task in tasks),
            any(task.due for task in tasks),
        )

    def columns(self) -> tuple[ListColumn, ...]:
        return tuple(self._columns())

    def rows(self, tasks: TaskList) -> tuple[tuple[Cell, ...], ...]:
        """Numbered from 1."""
        return tuple(tuple(self._cells(number, task)) for number, task in enumerate(tasks.tasks, start=1))

    def _columns(self) -> Iterator[ListColumn]:
        def head(column: Column) -> str:
            return COLUMN_WORDS[column].in_(self.lang)

        yield ListColumn(head(Column.NUMBER), Span(6, 8, by_longest=True), centred=True)
        yield ListColumn(ROLE.in_(self.lang), Span(8, 18, by_longest=True), centred=True)
        yield ListColumn(head(Column.ACTION), Span(20, 44))
        if self.measures:
            yield ListColumn(head(Column.MEASURE), Span(26, 70))
        if self.targets:
            yield ListColumn(head(Column.TARGETS), Span(9, 14, by_longest=True))
        yield ListColumn(head(Column.LEAD), Span(16, 34))
        yield ListColumn(OTHERS.in_(self.lang), Span(20, 60))
        if self.dues:
            yield ListColumn(head(Column.DUE), Span(11, 17, by_longest=True), centred=True)

    def _cells(self, number: int, task: ListedTask) -> Iterator[Cell]:
        yield number
        role = ROLE_WORDS[task.role].in_(self.lang)
        yield BY_GROUP.in_(self.lang).format(role=role, group=task.group) if task.group else role
        yield f"{task.number} {task.action}".strip()
        if self.measures:
            yield "\n".join(task.measures)
        if self.targets:
            yield "\n".join(task.targets)
        yield task.leads
        yield task.others
        if self.dues:
            yield task.due
