"""What somebody changed on the sheet, and how it was taken: a sentence each, with its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Said, Words, say
from kepu_cli.importers.own_tables.references import LostTarget
from kepu_cli.memory import action_path, digest
from kepu_cli.views.division import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.importers.own_tables.action_runs import SheetActions
    from kepu_cli.importers.own_tables.division_reader import Division
    from kepu_cli.importers.own_tables.memory_reader import Remembered
    from kepu_cli.importers.own_tables.plan_building import ActionDraft, ItemDraft
    from kepu_cli.importers.own_tables.settling import Difference
    from kepu_cli.memory import ItemMark

SCATTERED = Words(
    "“{sheet}”的行打乱了，各项任务的行不在一起；任务和职责仍按导出时的顺序",
    "the rows of “{sheet}” were shuffled; actions and duties keep the order of the export",
)
NEW_ACTION = Words("{place} 是新加的任务“{name}”", "{place} is a new action “{name}”")
RENAMED = Words(
    "{place} 的任务名称改过，认作原来的第 {number} 项，名称改为“{name}”",
    "the name of the action at {place} was changed; it is taken for item {number}, now “{name}”",
)
NAMELESS = Words(
    "{place} 这一项（原来的第 {number} 项）的任务名称没有了",
    "the action at {place}, formerly item {number}, has lost its name",
)
ACTION_GONE = Words(
    "原来的第 {number} 项任务表里没有了，没有读入",
    "item {number} of the export is no longer on the sheet; it is left out",
)
NEW_ROW = Words("{place} 是新加的一行，读作“{action}”的一条职责", "{place} is a new row, read as a duty of “{action}”")
RETYPED = Words(
    "{place} 的文字改过，按位置认作原来的第 {number} 项{what} {position}",
    "the text at {place} was changed; by its position it is taken for {what} {position} of item {number}",
)
MOVED = Words(
    "{place} 原来在第 {number} 项任务里，现在归到“{action}”",
    "{place} stood under item {number}, and now belongs to “{action}”",
)
ROW_GONE = Words(
    "原来的第 {number} 项{what} {position} 表里没有了，没有读入",
    "{what} {position} of item {number} is no longer on the sheet; it is left out",
)
NOT_READ = Words(
    "{place} 这一行没有写要做什么，没有读", "the row at {place} does not say what is to be done and was not read"
)
STILL_SHOWN = Words(
    "{place} 写的是“{shown}”，但这一格随任务或项目走，再导出会是“{read}”，请核对",
    "{place} says “{shown}”, but the cell follows the action or projects and will say “{read}”; please check",
)
UNREAD_TARGET = Words(
    "{place} 的“{shown}”看不出目标的名称和数，没有读入；请写成“场次 20”这样，一行一个",
    "“{shown}” at {place} does not tell a target's name and number and was not read; "
    "please write them like “talks 20”, one a line",
)
TEXT_GONE = Words(
    "{place} 对应的一条职责表里没有了，去掉了这个对应",
    "a duty that {place} takes up is gone; the reference was removed",
)
NOTHING = Words("（空）", "(blank)")
TARGET_GONE = Words(
    "{place} 对应的职责“{reference}”表里没有了，去掉了这个对应",
    "the duty “{reference}” that {place} takes up is gone; the reference was removed",
)


def edit_notes(
    division: Division,
    gathered: SheetActions,
    drafts: Sequence[ActionDraft],
    remembered: Remembered,
    unsettled: Sequence[LostTarget | Difference],
) -> Iterator[Said]:
    """In the order of the sheet; what is no longer there comes last."""
    if gathered.scattered:
        yield say(SCATTERED, sheet=division.sheet)
    marks = remembered.memory.items
    for draft in drafts:
        yield from _action_notes(division, draft, marks)
    for each in unsettled:
        yield from _unsettled(division, each)
    yield from _gone(drafts, remembered)


def _action_notes(division: Division, draft: ActionDraft, marks: Mapping[str, ItemMark]) -> Iterator[Said]:
    sheet, name = draft.sheet, str(draft.own.data["name"])
    place = division.place(sheet.row, Column.ACTION)
    if not sheet.path:
        yield say(NEW_ACTION, place=place, name=name)
    elif digest(name) != marks[sheet.path].cells.get(Column.ACTION):
        yield say(RENAMED if name.strip() else NAMELESS, place=place, name=name, number=_number(sheet.path))
    read = {id(item.row) for item in (draft.own, *draft.items)}
    for row in sheet.rows:
        if id(row) not in read and not row.row.is_blank:
            yield say(NOT_READ, place=division.place(row.row.row, Column.MEASURE))
    for item in draft.items:
        yield from _item_notes(division, item, sheet.path, name, marks)


def _item_notes(
    division: Division, item: ItemDraft, action: str, name: str, marks: Mapping[str, ItemMark]
) -> Iterator[Said]:
    assert item.row is not None
    place = division.place(item.row.row.row, Column.MEASURE)
    if not item.path:
        yield say(NEW_ROW, place=place, action=name)
        return
    home = action_path(item.path)
    if home != action:
        yield say(MOVED, place=place, number=_number(home), action=name)
    text = item.row.row.texts.get(Column.MEASURE, "")
    if (digest(text) if text else None) != marks[item.path].cells.get(Column.MEASURE):
        yield say(RETYPED, place=place, number=_number(home), what=_what(item.path), position=_position(item.path))


def _unsettled(division: Division, problem: LostTarget | Difference) -> Iterator[Said]:
    row = problem.item.row
    if row is None:
        return
    if isinstance(problem, LostTarget):
        place = division.place(row.row.row, Column.MEASURE)
        yield say(TARGET_GONE if problem.reference else TEXT_GONE, place=place, reference=problem.reference)
    elif problem.shown or problem.item.path:
        place = division.place(row.row.row, problem.column)
        words = UNREAD_TARGET if problem.column is Column.TARGETS else STILL_SHOWN
        yield say(words, place=place, shown=problem.shown or NOTHING, read=problem.read or NOTHING)


def _gone(drafts: Sequence[ActionDraft], remembered: Remembered) -> Iterator[Said]:
    actions = {draft.sheet.path for draft in drafts}
    items = {item.path for draft in drafts for item in draft.items}
    for path in remembered.memory.items:
        home = action_path(path)
        if path == home and path not in actions:
            yield say(ACTION_GONE, number=_number(path))
        elif path != home and home in actions and path not in items:
            yield say(ROW_GONE, number=_number(home), what=_what(path), position=_position(path))


def _number(path: str) -> int:
    return int(path.split("/")[1]) + 1


def _position(path: str) -> int:
    return int(path.split("/")[3]) + 1


def _what(path: str) -> Words:
    return _KINDS[path.split("/")[2]]


_KINDS = {"duties": Words("职责", "duty"), "projects": Words("项目", "project")}
