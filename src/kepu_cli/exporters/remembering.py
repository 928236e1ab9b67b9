"""What an export remembers, taken from the plan and from what its table shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kepu_cli.exporters.division_texts import SEPARATOR
from kepu_cli.loading.builtin_outlines import builtin_reference
from kepu_cli.memory import (
    ROLE_COLUMNS,
    ItemMark,
    Memory,
    PlanMark,
    cell_names,
    digest,
    names_digest,
    path_text,
    reference_names,
)
from kepu_cli.model import Level, Role
from kepu_cli.names import normal
from kepu_cli.patterns import pattern
from kepu_cli.references import covered_duties
from kepu_cli.views.division import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Lang, Path
    from kepu_cli.ledger import Ledger, Row
    from kepu_cli.model import Action, Item, Plan
    from kepu_cli.views.division import DivisionRow, DivisionTable


def remember(plan: Plan, ledger: Ledger, table: DivisionTable) -> Memory:
    """What an export with this division table has to remember.

    Waivers, remarks not printed, contacts and `extra` are nobody else's business and left out.
    """
    rows = {row.path: _shown(row, table.columns) for block in table.blocks for row in block.rows}
    targets = _targets(plan)
    marks = {}
    for row in ledger.rows:
        mark = _item_mark(row, rows.get(row.path), plan, ledger, targets.get(row.path, {}))
        marks[path_text(row.path)] = mark if row.path in rows else _without(mark, table.columns)
    plan_mark = PlanMark(
        title=plan.title,
        year=plan.year,
        period=plan.period,
        region=plan.region,
        annex=plan.annex,
        issuer=plan.issuer,
        number=plan.number,
        date=plan.date,
        action_count=plan.action_count,
        lang=plan.lang,
        columns=table.columns,
        left_out=tuple(_left_out(table, ledger)),
        heading=digest(table.title),
    )
    departments = tuple(each.with_(contact="").written() for each in plan.departments)
    outline = tuple(builtin_reference(each) or each.written() for each in plan.outline)
    return Memory(plan_mark, marks, departments, plan.groups, outline)


_LINE_END = pattern("\n")
_LONG = 100  # characters; a page holds more


def _left_out(table: DivisionTable, ledger: Ledger) -> Iterator[Column]:
    for column in Column:
        cells = (row.names.get(column) or row.texts.get(column) for block in table.blocks for row in block.rows)
        # An action has a row for its targets only where they are shown.
        hidden = column is Column.TARGETS and any(row.item.targets for row in ledger.rows)
        if column not in table.columns and (hidden or any(cells)):
            yield column


def _without(mark: ItemMark, columns: tuple[Column, ...]) -> ItemMark:
    """What an action remembers for rows that show it only; a column that nobody was to see is not remembered."""
    own = {role: names for role, names in mark.own.items() if ROLE_COLUMNS[role] in columns}
    return replace(
        mark,
        own=own,
        due=mark.due if Column.DUE in columns else "",
        leader=mark.leader if Column.LEADER in columns else "",
    )


def _shown(row: DivisionRow, columns: tuple[Column, ...]) -> DivisionRow:
    """The cells of a row that are printed."""
    texts = {column: text for column, text in row.texts.items() if column in columns}
    return replace(row, texts=texts, names={column: names for column, names in row.names.items() if column in columns})


def _item_mark(
    row: Row, printed: DivisionRow | None, plan: Plan, ledger: Ledger, targets: Mapping[str, str]
) -> ItemMark:
    item, facts = row.item, dict[str, Any]()
    if row.level is Level.ACTION:
        action = plan.actions[int(row.path[1])]
        facts |= {
            "kind": action.kind,
            "own": {} if printed else _own_names(item),
            "due": "" if printed else item.due,
            "leader": "" if printed else item.leader,
        }
        facts["cells"] = {Column.ACTION: digest(action.name)} | (
            {Column.NUMBER: digest(action.id)} if action.id else {}
        )
        facts["long"] = _long({Column.ACTION: action.name})
    if printed:
        facts["cells"] = facts.get("cells", {}) | dict(_cells(printed, plan.lang))
        facts["long"] = facts.get("long", {}) | _long(printed.texts)
        facts |= {"passed": dict(_passed(printed, ledger)), "names": dict(_unclear_names(printed, plan.lang))}
        facts["inherits"] = tuple(_inherited_texts(item, plan.actions[int(row.path[1])], row.level))
        facts["reason"] = len(item.unassigned_because) if Column.REMARK in printed.texts else 0
    if row.level is Level.PROJECT and printed and Column.MEASURE in printed.texts:
        about = getattr(item, "text", "")
        facts |= {"same_text": about == item.label, "label": len(item.label) if about != item.label and about else 0}
    texts = {reference: target for reference, target in targets.items() if _is_text_of(plan, target, reference)}
    covers = tuple(texts.get(reference, reference) for reference in item.covers)
    means = {texts.get(reference, reference): target for reference, target in targets.items()}
    if printed and Column.TARGETS in printed.texts:
        facts["goals"] = {name: target.written() for name, target in item.targets.items()}
    return ItemMark(id=item.id, covers=covers, formerly=item.formerly, targets=means, **facts)


def _is_text_of(plan: Plan, target: str, reference: str) -> bool:
    """The reference to a duty is its text, which is not for everybody to keep: its path stands for it."""
    _, action, _, duty = target.split("/")
    return normal(reference) == normal(plan.actions[int(action)].duties[int(duty)].text)


def _own_names(item: Item) -> dict[Role, tuple[str, ...]]:
    return {role: item.names(role) for role in Role if item.names(role)}


def _cells(printed: DivisionRow, lang: Lang) -> Iterator[tuple[Column, str]]:
    for column, names in printed.names.items():
        if names:
            yield column, names_digest(cell_names(SEPARATOR.in_(lang).join(names)))
    for column, text in printed.texts.items():
        if text:
            yield column, digest(text)


def _long(texts: Mapping[Column, str]) -> dict[Column, tuple[int, ...]]:
    return {
        column: (len(text), *(match.start() for match in _LINE_END.finditer(text)))
        for column, text in texts.items()
        if len(text) > _LONG
    }


def _passed(printed: DivisionRow, ledger: Ledger) -> Iterator[tuple[Role, tuple[str, ...]]]:
    for role, column in ROLE_COLUMNS.items():
        own = {name.mention.written for name in ledger.names_at(printed.path) if name.role is role}
        if passed := tuple(name for name in printed.names.get(column, ()) if name not in own):
            yield role, passed


def _unclear_names(printed: DivisionRow, lang: Lang) -> Iterator[tuple[Role, tuple[str, ...]]]:
    """Names that run together with the next one in a list (各区、县级市), or hold a line end."""
    for role, column in ROLE_COLUMNS.items():
        names = printed.names.get(column, ())
        if cell_names(SEPARATOR.in_(lang).join(names)) != names:
            yield role, names


def _inherited_texts(item: Item, action: Action, level: Level) -> Iterator[Column]:
    if level is not Level.ACTION:
        if not item.leader and action.leader:
            yield Column.LEADER
        if not item.due and action.due:
            yield Column.DUE


def _targets(plan: Plan) -> dict[Path, dict[str, str]]:
    """Project → reference → the duty of the plan that it means; one of its own action comes first."""
    found: dict[Path, dict[str, str]] = {}
    for (action, project), (home, duty) in sorted(covered_duties(plan), key=lambda pair: pair[0][0] != pair[1][0]):
        names = reference_names(plan.actions[home], home, duty, within=home == action)
        for reference in plan.actions[action].projects[project].covers:
            if normal(reference) in names:
                at: Path = ("actions", action, "projects", project)
                found.setdefault(at, {}).setdefault(reference, path_text(("actions", home, "duties", duty)))
    return found
