"""A Word document and a workbook as offices make them, invented: built here, for nobody can review their bytes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docx.table import Table


def division_document() -> bytes:
    """A notice with a table of who does what as its annex; the task is merged over its measures."""
    document = Document()
    document.add_paragraph("附件")
    document.add_paragraph("云溪区2026年科普工作任务分解表", style="Title")
    table = document.add_table(rows=1, cols=6)
    for cell, head in zip(
        table.rows[0].cells, ("序号", "重点任务", "工作举措", "牵头单位", "责任单位", "完成时限"), strict=True
    ):
        cell.text = head
    for row in (
        ("1", "科普阵地建设", "改造社区科普馆3个", "区科协", "区住房城乡建委、各街道", "2026年9月底前"),
        ("2", "", "更新科普画廊", "区科协", "各街道", "6月底前"),
        ("3", "重点人群提升", "举办老年人智能手机培训班", "区民政局", "区老龄办、区科协", "持续推进"),
        ("4", "", "组织干部网上学科学", "区委组织部", "区委党校", "11月底前"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    _merge(table, 1, (1, 2))
    _merge(table, 1, (3, 4))
    document.add_paragraph("联系人：区科协综合科")
    return _saved(document)


def ledger_workbook() -> bytes:
    """A ledger with a title row, section rows and a column that a plan has no key for."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "台账"
    sheet.append(["临江县2026年全民科学素质工作台账"])
    sheet.merge_cells("A1:G1")
    sheet.append(["序号", "工作任务", "分管领导", "牵头单位", "配合单位", "完成时限", "资金来源"])
    sheet.append(["一、农民科学素质提升行动"])
    sheet.merge_cells("A3:G3")
    sheet.append(
        [1, "举办农业实用技术培训20期", "分管副县长", "县农业农村局", "县科协、各乡镇", "10月底前", "农民培训经费"]
    )
    sheet.append([2, "评选科技示范户", "分管副县长", "县科协", "无", "12月底前", ""])
    sheet.append(["二、科普信息化提升工程"])
    sheet.merge_cells("A6:G6")
    sheet.append([3, "在县融媒体中心开设科普专栏", "", "县委宣传部", "县融媒体中心、县科协", "长期坚持", "科普经费"])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


OFFICE_FILES: Mapping[str, Callable[[], bytes]] = {"分解表.docx": division_document, "台账.xlsx": ledger_workbook}


def _merge(table: Table, column: int, rows: tuple[int, int]) -> None:
    first, last = (table.cell(row, column) for row in rows)
    text = first.text
    first.merge(last).text = text


def _saved(document: object) -> bytes:
    data = io.BytesIO()
    document.save(data)  # type: ignore[attr-defined]
    return data.getvalue()
