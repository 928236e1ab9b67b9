"""Who issued the plan, its number, day and count of actions stand on no table and come back all the same."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from kepu_cli.api import export
from kepu_cli.importers.own_tables.document_reader import read_exported_document
from tests.importers.edited import read_back, saved
from tests.plans import plan_of

if TYPE_CHECKING:
    from kepu_cli.model import Plan

PLAN = plan_of(
    """
    方案: 示例县方案
    年度: 2026
    发文单位: 示例县全民科学素质工作领导小组
    文号: 示科素〔2026〕1号
    日期: 2026-03-20
    任务数: 2
    成员单位: [县科协]
    重点任务: [{名称: 甲, 牵头单位: 县科协}]
    """
)


def _back(suffix: str, plan: Plan = PLAN) -> Plan:
    data = export(plan, suffix)
    if suffix == ".xlsx":
        return read_back(data).plan
    document = read_exported_document(data, "分工表.docx")
    assert document is not None
    return document.plan


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_they_come_back(suffix: str) -> None:
    assert _back(suffix) == PLAN


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
@pytest.mark.parametrize("own", ["李副县长", "王副县长"])
def test_the_leader_of_an_action_without_a_row_comes_back(suffix: str, own: str) -> None:
    plan = plan_of(
        f"""
        方案: 示例县方案
        年度: 2026
        成员单位: [县科协, 县教育局]
        重点任务:
          - 名称: 甲
            牵头领导: 王副县长
            职责: [{{内容: 乙, 牵头单位: 县教育局, 牵头领导: {own}}}]
        """
    )
    back = _back(suffix, plan)
    assert (back.actions[0].leader, back.actions[0].duties[0].leader or "王副县长") == ("王副县长", own)


def test_an_earlier_export_is_read_without_them() -> None:
    book = load_workbook(io.BytesIO(export(PLAN)))
    hidden = book["_kepu"]
    hidden["B3"].value = 2
    (at,) = [row for row in range(1, hidden.max_row + 1) if hidden.cell(row, 1).value == "plan"]
    text = str(hidden.cell(at, 4).value)
    kept, _, rest = text.partition('"issuer"')
    hidden.cell(at, 4).value = kept + rest[rest.index('"columns"') :]
    plan = read_back(saved(book)).plan
    assert (plan.issuer, plan.number, plan.date, plan.action_count) == ("", "", "", None)
    assert plan.actions == PLAN.actions
