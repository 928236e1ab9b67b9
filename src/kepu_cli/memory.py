"""What an export remembers of its plan, beside what its tables show: enough to read the plan back.

It goes to everybody who gets the file, so it holds no text of an item: digests tell whether a cell is as it was.
Names of departments, ids, references and target numbers are all that it repeats.
"""

from __future__ import annotations

import hashlib
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, ClassVar

from kepu_cli.findings import Lang
from kepu_cli.loading.builtin_outlines import builtin_reference
from kepu_cli.model import Level, Role
from kepu_cli.names import normal, split_names
from kepu_cli.patterns import pattern
from kepu_cli.references import covered_duties
from kepu_cli.views.division import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kepu_cli.findings import Path
    from kepu_cli.ledger import Ledger, Row
    from kepu_cli.model import Action, Item, Plan
    from kepu_cli.views.division import DivisionRow, DivisionTable

SHEET = "_kepu"
SCHEMA = 3
# Versions that remembered less, and can be read all the same.
EARLIER = frozenset((2,))
# The part of a document that holds the same, and the element that is all of it.
NAMESPACE = "urn:kepu-cli:memory"
PART = "memory"
ROLE_COLUMNS = {Role.LEAD: Column.LEAD, Role.RESPONSIBLE: Column.RESPONSIBLE, Role.SUPPORT: Column.SUPPORT}


class Mark:
    """What comes back from a file that went through many hands: checked there, and closed for anything else.

    Writing one needs no check, and no pydantic, which takes longer to import than a workbook to make.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMark(Mark):
    """The plan as a whole; `heading` is the digest of the title above its division table.

    `columns` are those of the table, `left_out` those that it might have filled too.
    """

    title: str
    year: int | None = None
    period: tuple[int, int] | None = None
    region: str = ""
    annex: str = ""
    issuer: str = ""
    number: str = ""
    date: str = ""
    action_count: int | None = None
    lang: Lang = Lang.ZH
    columns: tuple[Column, ...]
    left_out: tuple[Column, ...] = ()
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMark(Mark):
    """An item. `cells` are the digests of what its row shows; blank cells are left out.

    `long` texts may be cut at the ends of pages: their length, and where they have line ends.
    `names` of a cell that does not tell them by itself; `passed` are the names there that it has from its action or
    its projects; `inherits` the texts that are its action's. `label` is the length of a project's name where its text
    follows, `same_text` is set where that repeats the name; `reason` is how much of the remark says why nobody is
    named. An action without a row of its own has its names, date and leader in `own`, `due` and `leader`. `targets` are
    the items that its references mean within the plan; a reference by a duty's text is remembered as its path. `goals`
    are its targets where the table shows them.
    """

    id: str = ""
    kind: str | None = None
    covers: tuple[str, ...] = ()
    targets: dict[str, str] = field(default_factory=dict)
    goals: dict[str, Any] = field(default_factory=dict)
    formerly: tuple[str, ...] = ()
    cells: dict[Column, str] = field(default_factory=dict)
    long: dict[Column, tuple[int, ...]] = field(default_factory=dict)
    names: dict[Role, tuple[str, ...]] = field(default_factory=dict)
    passed: dict[Role, tuple[str, ...]] = field(default_factory=dict)
    inherits: tuple[Column, ...] = ()
    label: int = 0
    same_text: bool = False
    reason: int = 0
    own: dict[Role, tuple[str, ...]] = field(default_factory=dict)
    due: str = ""
    leader: str | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """`items` by path, in the order of the plan. Members, groups and outlines are data as a plan file holds them."""

    plan: PlanMark
    items: Mapping[str, ItemMark]
    departments: tuple[Mapping[str, Any], ...]
    groups: Mapping[str, tuple[str, ...]]
    outline: tuple[Any, ...]


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


def memory_records(memory: Memory, places: Mapping[str, tuple[int, int]]) -> Iterator[tuple[Any, ...]]:
    """What it tells of, the first and last printed row (None where none is), and the data, as JSON has them."""
    for path, mark in memory.items.items():
        first, last = places.get(path, (None, None))
        yield path, first, last, _marked(mark)
    yield "plan", None, None, _marked(memory.plan)
    yield from (("department", None, None, each) for each in memory.departments)
    yield from (("group", None, None, [name, *bodies]) for name, bodies in memory.groups.items())
    yield from (("outline", None, None, each) for each in memory.outline)


def digest(text: str) -> str:
    """Tells whether a cell is as it was, without telling what it was."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def cell_names(cell: str) -> tuple[str, ...]:
    """The names in a cell, whose lines are broken behind separators too."""
    return split_names(_AFTER_SEPARATOR.sub("", cell))


def names_digest(names: tuple[str, ...]) -> str:
    """Of the names in a cell, however its lines are broken; empty for none."""
    return digest("\n".join(names)) if names else ""


def path_text(path: Path) -> str:
    return "/".join(map(str, path))


def action_path(path: str) -> str:
    """The path of the action that an item belongs to; an action's own is its own."""
    return "/".join(path.split("/")[:2])


def _marked(mark: PlanMark | ItemMark) -> dict[str, Any]:
    """What is not as it is by default."""
    told = {each.name: (getattr(mark, each.name), each.default) for each in fields(mark)}
    return {name: value for name, (value, default) in told.items() if value != ({} if default is MISSING else default)}


_AFTER_SEPARATOR = pattern(r"(?<=[、，,；;])[ \t]*\n[ \t]*")
_LINE_END = pattern("\n")
_LONG = 100  # characters; a page holds more
_SEPARATOR = {Lang.ZH: "、", Lang.EN: "; "}


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
            yield column, names_digest(cell_names(_SEPARATOR[lang].join(names)))
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
        if cell_names(_SEPARATOR[lang].join(names)) != names:
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


def reference_names(action: Action, home: int, position: int, *, within: bool) -> frozenset[str]:
    """What a duty may be referred to by, compared as `normal` has it: from within its action, or from elsewhere."""
    duty = action.duties[position]
    own = {normal(duty.id or str(position + 1)), normal(duty.text)}
    far = {normal(f"{action.id or home + 1}/{name}") for name in own} | ({normal(duty.id)} if duty.id else set())
    return frozenset(own | far if within else far)
