"""What stands around the marks of the responsibility matrix: roles, sums and the key, the same in every form."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Lang, Words
from kepu_cli.model import ROLE_WORDS, Role
from kepu_cli.views.matrix import Mark

if TYPE_CHECKING:
    from kepu_cli.views.matrix import Matrix

SUM = Words(zh="{role}合计", en="Total: {role}")
LEGEND = Words(zh="说明：{marks}", en="Key: {marks}")
BETWEEN_MARKS = Words(zh="\u3000", en=",  ")
LIGHT = Words(
    zh="{marks} 只承担其中一部分，或随重点任务、通过单位组承担，不计入合计",
    en="{marks} a part of it only, or held through the action or a group; not in the totals",
)


class PrintedRole(NamedTuple):
    """The mark of a role held by name, and the one of a role held through the action or a group."""

    mark: Mark
    light: Mark
    words: Words


ROLES = (
    PrintedRole(Mark.LEAD, Mark.LIGHT_LEAD, ROLE_WORDS[Role.LEAD]),
    PrintedRole(Mark.RESPONSIBLE, Mark.LIGHT_RESPONSIBLE, ROLE_WORDS[Role.RESPONSIBLE]),
    PrintedRole(Mark.SUPPORT, Mark.LIGHT_SUPPORT, ROLE_WORDS[Role.SUPPORT]),
)
LIGHT_MARKS = frozenset(role.light for role in ROLES)


class SumRow(NamedTuple):
    """How often each department has a role by name, and all of them together."""

    label: str
    counts: tuple[int, ...]
    whole: int


def used_roles(matrix: Matrix) -> tuple[PrintedRole, ...]:
    """Lead and responsible always, support where it occurs."""
    used = {mark for row in matrix.rows for mark in row.marks}
    return tuple(role for role in ROLES if role.mark is not Mark.SUPPORT or {role.mark, role.light} & used)


def sum_row(matrix: Matrix, role: PrintedRole, lang: Lang) -> SumRow:
    """The row below the matrix for a role."""
    counts = tuple(
        sum(row.marks[position] is role.mark for row in matrix.rows) for position in range(len(matrix.departments))
    )
    return SumRow(SUM.in_(lang).format(role=role.words.in_(lang)), counts, sum(counts))


def legend(matrix: Matrix, lang: Lang) -> str:
    """Explains the marks that occur; "" for a matrix without any."""
    used = {mark for row in matrix.rows for mark in row.marks}
    words = [f"{role.mark.value} {role.words.in_(lang)}" for role in ROLES if role.mark in used]
    light = " ".join(role.light.value for role in ROLES if role.light in used)
    if light:
        words.append(LIGHT.in_(lang).format(marks=light))
    return LEGEND.in_(lang).format(marks=BETWEEN_MARKS.in_(lang).join(words)) if words else ""
