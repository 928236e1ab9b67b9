"""A workbook that `kepu export` made → its plan: as it was where nobody touched it, else as the sheet stands now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kepu_cli.errors import KepuError
from kepu_cli.findings import Said, Words, say
from kepu_cli.frozen import UnfitError
from kepu_cli.importers.own_tables.action_runs import gather_actions
from kepu_cli.importers.own_tables.division_reader import read_division
from kepu_cli.importers.own_tables.edit_notes import edit_notes
from kepu_cli.importers.own_tables.memory_reader import DAMAGED, read_memory
from kepu_cli.importers.own_tables.plan_building import draft_actions, plan_data
from kepu_cli.importers.own_tables.references import follow_targets
from kepu_cli.importers.own_tables.row_matching import match_rows
from kepu_cli.importers.own_tables.settling import settle
from kepu_cli.importers.workbook_source import read_workbook
from kepu_cli.loading.builtin_outlines import builtin_outline
from kepu_cli.memory import SHEET, digest
from kepu_cli.model import Plan
from kepu_cli.views.division import COLUMN_WORDS, TITLE, Column
from kepu_cli.views.table_title import retitled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.importers.own_tables.division_reader import Division
    from kepu_cli.importers.own_tables.memory_reader import Remembered

NO_ACTIONS = Words(
    "{file} 的“{sheet}”里没有读到任何任务，表可能已被清空",
    "no action was found on “{sheet}” of {file}; it may be emptied",
)
NEW_TITLE = Words(
    "{place} 的标题改过，方案名称读作“{title}”", "the title at {place} was changed; it is read as “{title}”"
)
LOST_COLUMN = Words(
    "“{sheet}”里没有“{column}”一列了，这一项读不回来", "“{sheet}” no longer has the column “{column}”; that is lost"
)

NOT_PRINTED = Words(
    "导出时没有要“{column}”一列，这一项读不回来",
    "the file was exported without the column “{column}”; that is lost",
)


@dataclass(frozen=True, slots=True)
class Imported:
    """`notes` say what was changed on the sheet and how it was taken, and what was not sure, each with its cell.

    `lost` are the keys of items whose columns the table has not, so that nothing is known of them.
    """

    plan: Plan
    notes: tuple[Said, ...]
    lost: frozenset[str] = frozenset()


def read_export(data: bytes, file: str) -> Imported | None:
    """None for a workbook that remembers no plan.

    Raises KepuError for what is no workbook, or one that cannot be read, and for a memory that somebody has changed.
    """
    sheets = read_workbook(data, file)
    hidden = next((sheet for sheet in sheets if sheet.name == SHEET), None)
    if hidden is None:
        return None
    remembered = read_memory(hidden, file)
    shown = [sheet for sheet in sheets if sheet.name != SHEET]
    columns = remembered.memory.plan.columns
    return plan_of(read_division(shown, columns, remembered.length, file), remembered, file)


def plan_of(division: Division, remembered: Remembered, file: str) -> Imported:
    """The plan that a table shows, with what is remembered of it. Raises KepuError where no action is left in it."""
    memory = remembered.memory
    gathered = gather_actions(match_rows(division, remembered), memory.items)
    drafts = draft_actions(gathered.actions, memory.items, numbered=Column.NUMBER in division.columns)
    if not drafts:
        raise KepuError(say(NO_ACTIONS, file=file, sheet=division.sheet))
    title, notes = _title(division, remembered)
    head = _head(remembered, title)
    try:
        plan = Plan.read(head | {"actions": plan_data(drafts)})
        lost = list(follow_targets(plan, drafts, memory.items))
        settled = settle(head, drafts)
    except UnfitError as error:
        raise KepuError(say(DAMAGED, file=file)) from error
    said = (*division.notes, *notes, *_lost_columns(division, remembered))
    edits = edit_notes(division, gathered, drafts, remembered, (*lost, *settled.differences))
    remembered_columns = (*remembered.memory.plan.left_out, *remembered.memory.plan.columns)
    unknown = frozenset(column.value for column in remembered_columns if column not in division.columns)
    return Imported(settled.plan, (*said, *edits), unknown)


def _head(remembered: Remembered, title: str) -> dict[str, Any]:
    """Everything of the plan but its actions."""
    memory = remembered.memory
    mark = memory.plan
    head: dict[str, Any] = {
        "title": title,
        "region": mark.region,
        "annex": mark.annex,
        "issuer": mark.issuer,
        "number": mark.number,
        "date": mark.date,
        "departments": [*memory.departments],
        "groups": {name: [*bodies] for name, bodies in memory.groups.items()},
        "outline": [*_outlines(memory.outline)],
    }
    if mark.year is not None:
        head["year"] = str(mark.year)
    if mark.action_count is not None:
        head["action_count"] = str(mark.action_count)
    if mark.period is not None:
        head["period"] = [*map(str, mark.period)]
    return head


def _outlines(outlines: tuple[Any, ...]) -> Iterator[Any]:
    for each in outlines:
        yield builtin_outline(each) if isinstance(each, str) else each


def _title(division: Division, remembered: Remembered) -> tuple[str, list[Said]]:
    """The plan's title; another one where somebody has changed what stands above the table."""
    mark = remembered.memory.plan
    if not division.above or any(digest(text) == mark.heading for text in division.above):
        return mark.title, []
    for text in reversed(division.above):
        if title := retitled(text.strip(), TITLE, mark.title):
            return title, [say(NEW_TITLE, place=division.spots.title(division.head), title=title)]
    return mark.title, []


def _lost_columns(division: Division, remembered: Remembered) -> Iterator[Said]:
    for column in remembered.memory.plan.left_out:
        if column not in division.columns:
            yield say(NOT_PRINTED, column=COLUMN_WORDS[column])
    for column in remembered.memory.plan.columns:
        if column not in division.columns:
            yield say(LOST_COLUMN, sheet=division.sheet, column=COLUMN_WORDS[column])
