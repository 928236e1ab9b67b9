"""The division-of-labour table as it stands on its sheet now, whoever has been at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.importers.own_tables.spots import Spots
from kepu_cli.names import normal
from kepu_cli.views.division import COLUMN_WORDS, TABLE_WORDS, Column
from kepu_cli.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kepu_cli.findings import Said
    from kepu_cli.importers.sheet import Sheet

NO_TABLE = Words(
    "{file} 里找不到任务分工表：没有哪一页的表头写着“重点任务”和“牵头单位”或“责任单位”",
    "no division of labour is found in {file}: no sheet has a head row with an action and a lead or responsible column",
)
ODD_CELL = Words("{place} {what}", "{place} {what}")
BANNER = Words("{place} 横跨几列，不像一条任务，没有读", "{place} spreads over several columns and was not read")
TWICE = Words("{place} 又是一列“{head}”，没有读", "{place} is another column “{head}” and was not read")
OWN_COLUMN = Words(
    "{place} 的“{head}”一列是后加的，读进了“其他”",
    "the column “{head}” at {place} is not kepu's; it was read into “extra”",
)
HIDDEN_ROWS = Words("“{sheet}”有隐藏的行（第 {rows} 行），也读了进来", "hidden rows of “{sheet}” were read too: {rows}")


@dataclass(slots=True)
class SheetRow:
    """A row below the head. `owner` is the sheet row whose cell holds the action's name: None where none is written.

    `texts` are the cells of the row's own; blank ones are left out. A row cut over several sheet rows ends at `last`,
    where the name's cell may be another one, `last_owner`.
    """

    row: int
    last: int
    number: str
    action: str
    owner: int | None
    texts: dict[Column, str]
    extra: dict[str, str] = field(default_factory=dict)
    last_owner: int | None = None

    @property
    def is_blank(self) -> bool:
        return not (self.texts or self.extra)


@dataclass(frozen=True, slots=True)
class Division:
    """`table` is where it was found; `head` is the row of the heads, `above` the texts over it from the top."""

    table: Sheet
    spots: Spots
    head: int
    columns: Mapping[Column, int]
    above: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    notes: tuple[Said, ...]

    @property
    def sheet(self) -> str:
        return self.table.name

    def place(self, row: int, column: Column) -> str | Words:
        """`任务分工表!E7`."""
        return self.spots.cell(row, self.columns.get(column, 1), column)


def read_division(
    sheets: Sequence[Sheet], expected: Sequence[Column], length: int, file: str, *, in_document: bool = False
) -> Division:
    """The table on the sheet that looks most like it; it was printed with the columns `expected` in `length` rows."""
    found = [(table, sheet) for sheet in sheets if (table := find_head(sheet)) is not None]
    if not found:
        raise KepuError(say(NO_TABLE, file=file))
    (head, columns), sheet = max(found, key=lambda each: _likeness(each[1], each[0][1], expected))
    spots = Spots(None if in_document else sheet.name)
    notes = list(_sheet_notes(sheet, head, columns, spots))
    own_columns = dict(_own_columns(sheet, head, columns))
    rows: list[SheetRow] = []
    # An action of which nothing is known is a blank row, at the end too.
    for row in range(head + 1, max(*sheet.rows, head + length) + 1):
        if _is_banner(sheet, row, columns):
            notes.append(say(BANNER, place=spots.cell(row, 1, Column.ACTION)))
        elif not _repeats_head(sheet, row, columns):
            rows.append(_sheet_row(sheet, row, columns, own_columns))
    used = {name for each in rows for name in each.extra}
    for column, name in own_columns.items():
        if name in used:
            notes.append(say(OWN_COLUMN, place=spots.cell(head, column), head=name))
    above = tuple(text for row in range(1, head) for _, text in sorted(sheet.rows.get(row, {}).items()))
    return Division(sheet, spots, head, columns, above, tuple(rows), tuple(notes))


# What clerks write over the columns, beside the words that we print and the keys of the language.
_HEADS = {
    Column.NUMBER: "序号 编号 No No.",
    Column.ACTION: "重点任务 工作任务 主要任务 任务名称 目标与任务 任务",
    Column.MEASURE: "具体举措 具体措施 具体任务 工作举措 工作措施 主要措施 工作要求 细化分工 任务内容 举措 措施",
    Column.TARGETS: "目标值 目标数 量化目标 量化指标",
    Column.LEADER: "牵头领导 分管领导 主管领导 责任领导",
    Column.LEAD: "牵头责任单位 牵头组织实施单位 主要责任单位 牵头",
    Column.RESPONSIBLE: "责任处室 责任",
    Column.SUPPORT: "协同配合单位 配合部门 配合",
    Column.DUE: "时间节点 进度安排 办结时限",
    Column.REMARK: "备注 说明",
}
_FIELDS = {
    Column.LEAD: "lead",
    Column.RESPONSIBLE: "responsible",
    Column.SUPPORT: "support",
    Column.DUE: "due",
    Column.LEADER: "leader",
    Column.TARGETS: "targets",
}
_FIRST_ROWS = 50
_BANNER = 3


def _known_heads() -> Mapping[str, Column]:
    known: dict[str, Column] = {}
    for column, heads in _HEADS.items():
        keys = VOCABULARY["Action"][_FIELDS[column]].zh if column in _FIELDS else ()
        for head in (*COLUMN_WORDS[column], *heads.split(" "), *keys):
            known.setdefault(normal(head), column)
    return known


_KNOWN_HEADS = _known_heads()


def find_head(sheet: Sheet) -> tuple[int, dict[Column, int]] | None:
    """The first row that says what the columns are, and which column is what."""
    for row in sorted(sheet.rows)[:_FIRST_ROWS]:
        columns: dict[Column, int] = {}
        for at, text in sorted(sheet.rows[row].items()):
            if (column := _KNOWN_HEADS.get(normal(text))) is not None:
                columns.setdefault(column, at)
        if Column.ACTION in columns and columns.keys() & {Column.LEAD, Column.RESPONSIBLE}:
            return row, columns
    return None


def _likeness(sheet: Sheet, columns: Mapping[Column, int], expected: Sequence[Column]) -> tuple[int, int, bool]:
    named = sheet.name.strip() in TABLE_WORDS
    return int(named), len(columns.keys() & set(expected)) - len(columns.keys() - set(expected)), not sheet.hidden


def _sheet_notes(sheet: Sheet, head: int, columns: Mapping[Column, int], spots: Spots) -> Iterator[Said]:
    used = set(columns.values())
    for odd in sheet.odd:
        if odd.row > head and odd.column in used:
            what = Words(*(words.format(value=odd.value) for words in odd.words))
            yield say(ODD_CELL, place=spots.cell(odd.row, odd.column), what=what)
    for at, text in sorted(sheet.rows[head].items()):
        if (column := _KNOWN_HEADS.get(normal(text))) is not None and columns[column] != at:
            yield say(TWICE, place=spots.cell(head, at), head=text)
    if hidden := [row for row in sheet.hidden_rows if row > head]:
        yield say(HIDDEN_ROWS, sheet=sheet.name, rows=_ranges(hidden))


def _ranges(rows: Iterable[int]) -> str:
    """`5-8, 12`."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _own_columns(sheet: Sheet, head: int, columns: Mapping[Column, int]) -> Iterator[tuple[int, str]]:
    """Columns that somebody has added."""
    for at, text in sorted(sheet.rows[head].items()):
        if at not in columns.values() and normal(text) not in _KNOWN_HEADS:
            yield at, text.strip()


def _is_banner(sheet: Sheet, row: int, columns: Mapping[Column, int]) -> bool:
    """One text over several columns: a heading between rows, or a note below them."""
    owners = [sheet.owner(row, at) for at in columns.values()]
    return any(owners.count(owner) >= _BANNER for owner in owners)


def _repeats_head(sheet: Sheet, row: int, columns: Mapping[Column, int]) -> bool:
    texts = [normal(sheet.text(row, at)) for at in columns.values()]
    return [_KNOWN_HEADS.get(text) for text in texts] == list(columns)


def _sheet_row(sheet: Sheet, row: int, columns: Mapping[Column, int], own: Mapping[int, str]) -> SheetRow:
    texts: dict[Column, str] = {}
    for column, at in columns.items():
        text = sheet.text(row, at)
        if column not in (Column.NUMBER, Column.ACTION) and text.strip():
            texts[column] = text
    at = columns[Column.ACTION]
    action = sheet.text(row, at)
    is_told = bool(action.strip()) or sheet.is_merged(row, at)
    number = sheet.text(row, columns[Column.NUMBER]).strip() if Column.NUMBER in columns else ""
    extra = {name: text for column, name in own.items() if (text := sheet.text(row, column)).strip()}
    owner = sheet.owner(row, at)[0] if is_told else None
    return SheetRow(row, row, number, action, owner, texts, extra, owner)
