"""What is to be reached stands in every form that leaves the house, and nowhere where a plan has no targets."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest
from openpyxl import load_workbook

from kepu_cli.exporters.forms import Form, render
from kepu_cli.exporters.options import Options, Sheet, read_columns
from kepu_cli.exporters.workbook.department_book import department_book, department_files
from kepu_cli.ledger import build_ledger
from tests.plans import plan_of

if TYPE_CHECKING:
    from kepu_cli.model import Plan

PLAN = """
    方案: 示例县方案
    年度: 2026
    成员单位: [县教育局, 县科协]
    重点任务:
      - 编号: 一
        名称: 青少年行动
        牵头单位: 县教育局
        目标: {参与人次: {数值: 5000, 单位: 人次}, 开出率: {数值: 98, 单位: "%", 上年: 96}}
        职责:
          - {内容: 办展览, 目标: {场次: 20}}
          - {内容: 办大赛, 牵头单位: 县科协}
        项目: [{名称: 大篷车, 责任单位: 县科协, 目标: {学校: 25, 人次: 12000}}]
    """
OWN = "参与人次 5000人次\n开出率 98%（上年 96%）"


def _made(form: Form, plan: Plan, options: Options | None = None) -> bytes:
    return render(form, plan, build_ledger(plan), options or Options())


def _column(data: bytes, sheet: str, head: str = "目标") -> list[object]:
    """What stands below a head."""
    page = load_workbook(io.BytesIO(data))[sheet]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    at = next(position for position, row in enumerate(rows) if head in row)
    return [row[rows[at].index(head)] for row in rows[at + 1 :]]


def test_the_sheet_of_the_division() -> None:
    assert _column(_made(Form.XLSX, plan_of(PLAN)), "任务分工表") == [OWN, "场次 20", None, "学校 25\n人次 12000"]
    measures = _column(_made(Form.XLSX, plan_of(PLAN)), "任务分工表", "具体举措")
    assert measures == ["（本项任务总体）", "办展览", "办大赛", "大篷车"]


def test_the_lists_of_the_departments() -> None:
    everybody = _column(_made(Form.XLSX, plan_of(PLAN)), "部门任务清单")
    assert [text for text in everybody if text] == [f"{OWN}\n场次 20\n学校 25\n人次 12000", "学校 25\n人次 12000"]
    plan = plan_of(PLAN)
    own = department_files(plan, build_ledger(plan))[1]
    assert "学校 25\n人次 12000" in _column(department_book(plan, own.tasks, Options()), "县科协")


@pytest.mark.parametrize(
    ("form", "texts"),
    [
        (Form.MD, ("| 目标 |", "| 参与人次 5000人次<br>开出率 98%（上年 96%） |", "| 场次 20 |")),
        (Form.HTML, (">目标<", OWN, "学校 25\n人次 12000")),
    ],
)
def test_the_tables_as_text(form: Form, texts: tuple[str, ...]) -> None:
    made = _made(form, plan_of(PLAN)).decode()
    assert all(text in made for text in texts)


def test_the_document() -> None:
    table = docx.Document(io.BytesIO(_made(Form.DOCX, plan_of(PLAN)))).tables[0]
    assert [row.cells[3].text for row in table.rows] == ["目标", OWN, "场次 20", "", "学校 25\n人次 12000"]


def test_the_ledger_has_the_same_columns_whatever_the_plan_holds() -> None:
    bare = plan_of("方案: 示例\n重点任务: [{名称: 甲, 牵头单位: 市科协}]\n")
    with_targets, without = (_made(Form.CSV, plan) for plan in (plan_of(PLAN), bare))
    assert with_targets.splitlines()[0] == without.splitlines()[0]


def test_a_column_like_any_other() -> None:
    """Chosen it is there, empty too; left out, the action needs no row for its targets."""
    bare = plan_of("方案: 示例\n重点任务: [{名称: 甲, 牵头单位: 市科协}]\n")
    assert _column(_made(Form.XLSX, bare, Options((Sheet.DIVISION,), read_columns(["目标"]))), "任务分工表") == [None]
    without = _made(Form.MD, plan_of(PLAN), Options(columns=read_columns(["举措，牵头"]))).decode()
    assert "目标" not in without
    assert "（本项任务总体）" not in without


@pytest.mark.parametrize("form", [Form.MD, Form.HTML, Form.CSV])
def test_a_plan_without_any_has_no_such_column(form: Form) -> None:
    made = _made(form, plan_of("方案: 示例\n重点任务: [{名称: 甲, 牵头单位: 市科协}]\n")).decode()
    assert "目标" not in made
    assert "targets" not in made


def test_english() -> None:
    plan = plan_of(
        """
        title: Science outreach 2026
        actions:
          - name: Young people
            lead: School board
            targets: {visits: {value: 500, unit: people, last: 400}, share: {value: 98, unit: "%"}}
        """
    )
    assert "| visits 500 people (last year 400 people)<br>share 98% |" in _made(Form.MD, plan).decode()
