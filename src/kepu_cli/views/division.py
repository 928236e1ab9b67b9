"""The division-of-labour table (任务分工表): one row a duty or project, or a whole action that has none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kepu_cli.findings import Words
from kepu_cli.ledger import Basis
from kepu_cli.model import Role
from kepu_cli.views.table_title import table_title
from kepu_cli.views.wording import WHOLE_ACTION, measure_text, target_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Lang, Path
    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Action, Item, Plan


class Column(StrEnum):
    NUMBER = "number"
    ACTION = "action"
    MEASURE = "measure"
    TARGETS = "targets"
    LEADER = "leader"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    DUE = "due"
    REMARK = "remark"


COLUMN_WORDS = {
    Column.NUMBER: Words("序号", "No."),
    Column.ACTION: Words("重点任务", "Action"),
    Column.MEASURE: Words("具体举措", "Measure"),
    Column.TARGETS: Words("目标", "Targets"),
    Column.LEADER: Words("牵头领导", "Leader"),
    Column.LEAD: Words("牵头单位", "Lead"),
    Column.RESPONSIBLE: Words("责任单位", "Responsible"),
    Column.SUPPORT: Words("配合单位", "Support"),
    Column.DUE: Words("完成时限", "Due"),
    Column.REMARK: Words("备注", "Remarks"),
}

# Columns whose cells are lists of department names; all others hold one text.
NAME_COLUMNS = frozenset({Column.LEAD, Column.RESPONSIBLE, Column.SUPPORT})


@dataclass(frozen=True, slots=True)
class DivisionRow:
    """One row; `names` for the department columns, `texts` for the others. The action's cell is the block's."""

    path: Path
    texts: Mapping[Column, str]
    names: Mapping[Column, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class DivisionBlock:
    """An action with its rows (at least one); its name is printed once, over all of them."""

    path: Path
    number: str
    action: str
    rows: tuple[DivisionRow, ...]


@dataclass(frozen=True, slots=True)
class DivisionTable:
    """`columns` are those that something fills, or those that were asked for; ACTION is always among them."""

    title: str
    columns: tuple[Column, ...]
    blocks: tuple[DivisionBlock, ...]


def division_table(plan: Plan, ledger: Ledger, columns: tuple[Column, ...] | None = None) -> DivisionTable:
    """The table of a plan. Names stand as they are written; an item that names nobody shows whom its action names.

    Without `columns` it has those that something fills.
    """
    targets = columns is None or Column.TARGETS in columns
    blocks = tuple(_block(action, at, plan, ledger, targets=targets) for at, action in enumerate(plan.actions))
    shown = tuple(_filled(blocks)) if columns is None else columns
    return DivisionTable(table_title(plan, TITLE), shown, blocks)


# What the table is called, alone and with the plan's title.
TABLE_WORDS = Words("任务分工表", "Division of labour")
TITLE = Words("{plan}任务分工表", "{plan}: division of labour")


_ROLE_COLUMNS = {Role.LEAD: Column.LEAD, Role.RESPONSIBLE: Column.RESPONSIBLE, Role.SUPPORT: Column.SUPPORT}
_ALWAYS = frozenset({Column.NUMBER, Column.ACTION, Column.LEAD, Column.RESPONSIBLE})


def _block(action: Action, position: int, plan: Plan, ledger: Ledger, *, targets: bool) -> DivisionBlock:
    """`targets` tells whether they are to be seen."""
    path: Path = ("actions", position)
    items = dict(_items(action, path))
    rows = [_row(at, item, action, ledger, measure_text(item), plan.lang) for at, item in items.items()]
    if not rows:
        rows = [_row(path, action, action, ledger, "", plan.lang)]
    elif (targets and action.targets) or _hides_own_names(path, items, ledger):
        # What the action has for itself needs a row where the rows of its duties would hide it.
        rows.insert(0, _row(path, action, action, ledger, WHOLE_ACTION.in_(plan.lang), plan.lang))
    return DivisionBlock(path, action.id, action.name, tuple(rows))


def _items(action: Action, path: Path) -> Iterator[tuple[Path, Item]]:
    for at, duty in enumerate(action.duties):
        yield (*path, "duties", at), duty
    for at, project in enumerate(action.projects):
        yield (*path, "projects", at), project


def _row(path: Path, item: Item, action: Action, ledger: Ledger, measure: str, lang: Lang) -> DivisionRow:
    texts = {
        Column.MEASURE: measure,
        Column.LEADER: item.leader or action.leader,
        Column.DUE: item.due or action.due,
        Column.REMARK: "；".join(filter(None, (item.unassigned_because, item.remark))),
    }
    if item.targets:
        texts[Column.TARGETS] = "\n".join(target_texts(item, lang))
    names = {column: names_shown(path, role, ledger) for role, column in _ROLE_COLUMNS.items()}
    return DivisionRow(path, texts, names)


def names_shown(path: Path, role: Role, ledger: Ledger) -> tuple[str, ...]:
    """As written here, else as written where the item has it from; a group word stays one word."""
    own = [name.mention.written for name in ledger.names_at(path) if name.role is role]
    passed = [
        entry.mention.written
        for entry in ledger.of(path)
        if entry.role is role and entry.basis in (Basis.PROJECT, Basis.INHERITED)
    ]
    return tuple(dict.fromkeys(own + passed))


def _hides_own_names(path: Path, items: Mapping[Path, Item], ledger: Ledger) -> bool:
    """The action names somebody whom no row below shows as inherited."""
    shown = {
        (entry.role, entry.mention.written) for at in items for entry in ledger.of(at) if entry.basis is Basis.INHERITED
    }
    return any((name.role, name.mention.written) not in shown for name in ledger.names_at(path))


def _filled(blocks: tuple[DivisionBlock, ...]) -> Iterator[Column]:
    """The columns that something fills, and those a reader expects in any case."""
    rows = [row for block in blocks for row in block.rows]
    for column in Column:
        cells = (row.names.get(column) or row.texts.get(column) for row in rows)
        if column in _ALWAYS or any(cells):
            yield column
