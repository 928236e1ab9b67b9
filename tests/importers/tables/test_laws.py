"""Whatever the grid: every text in it is in an item, in the title or left over, and large tables take no time."""

from __future__ import annotations

import re
import time
from itertools import count
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kepu_cli.importers.blocks.block import Cell, Table
from kepu_cli.importers.blocks.grid import rectangle
from kepu_cli.importers.tables.read import read_table
from kepu_cli.names import normal
from tests.importers.tables.sheets import place, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.importers.drafts.draft import DraftItem
    from kepu_cli.importers.tables.result import TableReading

HEADS = (
    "序号", "类别", "重点任务", "工作任务", "具体措施", "牵头领导", "牵头单位", "责任单位", "配合单位", "完成时限",
    "2024", "2025", "进展情况", "联系人", "备注", "预期成效", "",
)  # fmt: skip
BODIES = ("牵头单位", "责任单位", "配合单位")
# Each cell's text is one of its kind, so that it can be looked for; {} becomes a running number.
TEXTS = (
    "办好第{}场讲座", "一、第{}部分内容", "（一）第{}类工作", "1.第{}件事。", "{}", "", "", "县第{}局",
    "注：第{}条说明",
    "合计{}", "2024年{}月", "√", "无", "第{}件事" + "说来话长" * 15 + "。", "俞 悦{}",
)  # fmt: skip
_MARKER = re.compile(r"^(?:一、|\(一\)|1\.)")
_SILENT = frozenset({"√", "无", "", "任务", *HEADS})


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(2, 8))
    heads = draw(st.permutations([*draw(st.lists(st.sampled_from(HEADS), min_size=width, max_size=width))]))
    heads = [draw(st.sampled_from(("重点任务", "任务"))), draw(st.sampled_from(BODIES)), *heads]
    number = count(1)
    rows = draw(st.lists(st.lists(st.sampled_from(TEXTS), min_size=len(heads), max_size=len(heads)), max_size=8))
    texts = [[text.format(next(number) + 1000) for text in row] for row in rows]
    above = draw(
        st.lists(st.sampled_from(("附件1", "东山县任务分解表", "（2024年3月）", "单位：万元")), max_size=3, unique=True)
    )
    heads = draw(st.permutations(heads))
    again = [heads] * draw(st.integers(0, 1))
    cells = [Cell(text, at, 1, place(at, 1), 1, len(heads)) for at, text in enumerate(above, 1)]
    cells += list(_spread(draw, [heads, *texts[:4], *again, *texts[4:]], len(above)))
    return Table(rectangle(cells, place), place(1, 1))


def _spread(draw: st.DrawFn, rows: list[list[str]], above: int) -> Iterator[Cell]:
    """Some cells reach over those below and beside them, which are then not there."""
    last = above + len(rows) + 1
    for at, row in enumerate(rows, above + 1):
        for column, text in enumerate(row, 1):
            down, right = draw(st.sampled_from(((1, 1), (1, 1), (1, 1), (2, 1), (3, 1), (1, 2), (1, len(row)))))
            crosses_head = down > 1 and any(
                rows[below - above - 1] is rows[0] for below in range(at, min(at + down, last))
            )
            fits = column + right - 1 <= len(row) and at + down <= last and not crosses_head
            yield Cell(text, at, column, place(at, column), down if fits else 1, right if fits else 1)


def _said(reading: TableReading) -> str:
    items: list[DraftItem] = [item for action in reading.actions for item in (action, *action.duties)]
    said = [reading.title, *(leftover.text for leftover in reading.leftovers)]
    for item in items:
        said += [
            item.number,
            item.text,
            item.leader,
            item.due,
            item.kind,
            item.remark,
            *item.extra,
            *item.extra.values(),
        ]
        for attribution in item.attributions:
            said += [attribution.due, *(person.name for person in attribution.persons)]
            said += [text for named in attribution.names for text in (named.name, named.written)]
    return normal("\n".join(said))


@settings(max_examples=400)
@given(tables())
def test_nothing_is_lost(table: Table) -> None:
    reading = read_table(table)
    if reading is None:
        return
    said = _said(reading)
    for cell in {id(cell): cell for row in table.rows for cell in row}.values():
        if cell.text not in _SILENT:
            assert _MARKER.sub("", normal(cell.text)).strip("。") in said


@settings(max_examples=100)
@given(tables())
def test_the_same_table_is_read_the_same(table: Table) -> None:
    assert read_table(table) == read_table(table)


def test_five_thousand_rows_take_no_time() -> None:
    row = ["{}", "第{}项任务", "办好第{}场讲座", "县教育局", "县科协、县妇联、团县委", "年底", "已办"]
    rows = [[each.format(at) for each in row] for at in range(5_000)]
    head = ["序号", "重点任务", "具体措施", "牵头单位", "责任单位", "完成时限", "进展情况"]
    table = plain([head, *rows])
    begin = time.perf_counter()
    reading = read_table(table)
    assert reading is not None
    assert len(reading.actions) == 5_000
    assert time.perf_counter() - begin < 5  # about half a second; other work may go on beside it


def test_five_thousand_rows_below_one_cell() -> None:
    cells = [
        Cell(text, 1, column, place(1, column)) for column, text in enumerate(("重点任务", "具体措施", "责任单位"), 1)
    ]
    cells += [Cell("一项任务", 2, 1, place(2, 1), 5_000), Cell("县科协、县妇联", 2, 3, place(2, 3), 5_000)]
    cells += [Cell(f"第{at}条", at, 2, place(at, 2)) for at in range(2, 5_002)]
    table = Table(rectangle(cells, place), place(1, 1))
    begin = time.perf_counter()
    reading = read_table(table)
    assert reading is not None
    (action,) = reading.actions
    assert (len(action.duties), len(action.attributions)) == (5_000, 1)
    assert time.perf_counter() - begin < 5
