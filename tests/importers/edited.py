"""An export that somebody works on with a spreadsheet program, in a few strokes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from kepu_cli.api import export
from kepu_cli.findings import Lang
from kepu_cli.importers.own_tables.export_reader import read_export
from tests.plans import plan_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from kepu_cli.importers.own_tables.export_reader import Imported
    from kepu_cli.model import Plan

    Edit = Callable[[Worksheet], object]

# Rows on the sheet: 3 the first action as a whole, 4 and 5 its duties, 6 its project; 7 the second, which has none;
# 8 the third as a whole, 9 its duty; 10 and 11 the duties of the fourth, which needs no row of its own.
PLAN = """\
    方案: 示例县方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协, 县妇联, 县农业农村局, 县民政局]
    重点任务:
      - 编号: 一
        名称: 青少年行动
        类别: 行动
        牵头单位: 县教育局
        责任单位: 县科协、县妇联
        完成时限: 12月底前
        职责:
          - {编号: 1.1, 内容: 办展览}
          - {编号: 1.2, 内容: 办大赛, 牵头单位: 县科协, 完成时限: 6月底前, 备注: 新增}
        项目:
          - {名称: 大篷车, 内容: 进校园, 责任单位: 县科协, 对应: ["1.1", 办大赛]}
      - 编号: 二
        名称: 农民行动
        牵头单位: 县农业农村局
      - 编号: 三
        名称: 老年人行动
        牵头单位: 县民政局
        责任单位: 县妇联
        职责:
          - {内容: 智慧助老, 牵头单位: 县妇联, 责任单位: 县科协}
      - 编号: 四
        名称: 社区行动
        牵头单位: 县民政局
        责任单位: 县妇联
        完成时限: 11月底前
        职责: [建科普角, 办讲座]
    """


def exported(text: str = PLAN) -> bytes:
    return export(plan_of(text))


def imported(*edits: Edit, text: str = PLAN) -> Imported:
    """The plan read back after the edits of its division table."""
    return read_back(edited(exported(text), *edits))


def read_back(data: bytes) -> Imported:
    """The plan that an export of ours shows."""
    found = read_export(data, "分工表.xlsx")
    assert found is not None
    return found


def edited(data: bytes, *edits: Edit) -> bytes:
    book = load_workbook(io.BytesIO(data))
    for edit in edits:
        edit(book.worksheets[0])
    return saved(book)


def saved(book: Workbook) -> bytes:
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def typed(cell: str, value: object) -> Edit:
    """Something typed into a cell."""

    def edit(sheet: Worksheet) -> None:
        sheet[cell].value = value

    return edit


def unmerged(sheet: Worksheet) -> None:
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))


def row_deleted(row: int) -> Edit:
    """As a program does it: what stands below moves up, merged areas shrink and move."""
    return lambda sheet: _rebuilt(sheet, lambda rows: rows[: row - 1] + rows[row:])


def row_added(row: int, **cells: str) -> Edit:
    """A row before another one, within the merged areas that both it and the row above are in."""

    def insert(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        above = rows[row - 2]
        merged = {column: value for column, value in rows[row - 1].items() if above.get(column) is value}
        return [*rows[: row - 1], merged | {column: [value] for column, value in cells.items()}, *rows[row - 1 :]]

    return lambda sheet: _rebuilt(sheet, insert)


def rows_ordered(*rows: int) -> Edit:
    """The rows of the table in another order, without merged cells; `rows` are the sheet rows from the third on."""

    def edit(sheet: Worksheet) -> None:
        unmerged(sheet)
        _rebuilt(sheet, lambda old: old[:2] + [old[row - 1] for row in rows])

    return edit


def told(result: Imported) -> list[str]:
    return [note.in_(Lang.ZH) for note in result.notes]


def shape(plan: Plan) -> list[tuple[str, str, list[str], list[str]]]:
    """Each action with its duties and projects."""
    return [
        (each.id, each.name, [f"{d.id} {d.text}".strip() for d in each.duties], [p.name for p in each.projects])
        for each in plan.actions
    ]


def _rebuilt(sheet: Worksheet, change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> None:
    """Takes the sheet apart into rows of cells, a merged cell one list in all its places, and joins them again."""
    rows: list[dict[str, Any]] = [
        {cell.column_letter: [cell.value] for cell in cells if cell.value is not None} for cells in sheet.iter_rows()
    ]
    for area in list(sheet.merged_cells.ranges):
        anchor = [sheet.cell(area.min_row, area.min_col).value]
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                rows[row - 1][_letter(column)] = anchor
    unmerged(sheet)
    sheet.delete_rows(1, sheet.max_row)
    _put_together(sheet, change(rows))


def _letter(column: int) -> str:
    return chr(ord("A") + column - 1)


def _put_together(sheet: Worksheet, rows: list[dict[str, Any]]) -> None:
    spread: dict[int, tuple[list[Any], list[tuple[int, int]]]] = {}
    for number, cells in enumerate(rows, start=1):
        for column, value in cells.items():
            spread.setdefault(id(value), (value, []))[1].append((number, ord(column) - ord("A") + 1))
    for value, places in spread.values():
        (first_row, first_column), (last_row, last_column) = min(places), max(places)
        cell = sheet.cell(first_row, first_column)
        cell.value = value[0]
        if isinstance(value[0], str):
            cell.data_type = "s"
        if len(places) > 1:
            sheet.merge_cells(start_row=first_row, start_column=first_column, end_row=last_row, end_column=last_column)
