"""What may be chosen about an export: sheets and columns by any of their names."""

from __future__ import annotations

import pytest

from kepu_cli.errors import KepuError
from kepu_cli.exporters.options import SHEET_WORDS, Options, Sheet, chosen_division, read_columns, read_sheets
from kepu_cli.findings import Lang
from kepu_cli.ledger import build_ledger
from kepu_cli.views.division import COLUMN_WORDS, Column
from tests.plans import plan_of


@pytest.mark.parametrize(
    ("typed", "sheets"),
    [
        pytest.param(["统计"], [Sheet.STATISTICS], id="one"),
        pytest.param(["责任矩阵、任务分工表"], [Sheet.MATRIX, Sheet.DIVISION], id="in the order typed"),
        pytest.param(["matrix,TASKS", "Division of Labour"], [Sheet.MATRIX, Sheet.TASKS, Sheet.DIVISION], id="English"),
        pytest.param([" coverage ，覆盖检查"], [Sheet.COVERAGE], id="twice is once"),
    ],
)
def test_sheets(typed: list[str], sheets: list[Sheet]) -> None:
    assert list(read_sheets(typed)) == sheets


@pytest.mark.parametrize("sheet", list(Sheet))
def test_every_sheet_is_known_by_all_its_names(sheet: Sheet) -> None:
    for name in (sheet.value, *SHEET_WORDS[sheet]):
        assert read_sheets([name.upper()]) == (sheet,)


@pytest.mark.parametrize("column", list(Column))
def test_every_column_is_known_by_all_its_names(column: Column) -> None:
    for name in (column.value, *COLUMN_WORDS[column]):
        assert set(read_columns([name])) == {column, Column.ACTION}


def test_columns_keep_the_tables_order_and_the_action() -> None:
    assert read_columns(["备注、牵头", "no"]) == (Column.NUMBER, Column.ACTION, Column.LEAD, Column.REMARK)


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        pytest.param("任务分公表", "是不是“任务分工表”", "did you mean “任务分工表”", id="a slip"),
        pytest.param("matrx", "是不是“matrix”", "did you mean “matrix”", id="a slip in English"),
        pytest.param("甲乙丙", "可选：任务分工表、责任矩阵", "there are: division, matrix", id="nothing like it"),
        pytest.param("、", "没有“”这张表，可选", "there are", id="none at all"),
    ],
)
def test_an_unknown_sheet_is_told_with_what_there_is(typed: str, zh: str, en: str) -> None:
    with pytest.raises(KepuError) as caught:
        read_sheets([typed])
    assert zh in caught.value.sentence(Lang.ZH)
    assert en in caught.value.sentence(Lang.EN)


def test_an_unknown_column_is_told() -> None:
    with pytest.raises(KepuError) as caught:
        read_columns(["责任单们"])
    assert caught.value.sentence(Lang.ZH) == "没有“责任单们”这一栏，是不是“责任单位”？"


def test_the_division_table_as_chosen() -> None:
    plan = plan_of("方案: 示例\n附件: 附件1\n重点任务: [{名称: 甲, 牵头单位: 市科协}]\n")
    table = chosen_division(plan, build_ledger(plan), Options(columns=read_columns(["配合单位"]), title="题"))
    assert (table.title, table.columns) == ("题", (Column.ACTION, Column.SUPPORT))
    assert [Options(annex=annex).annex_of(plan) for annex in (None, "", "附件2")] == ["附件1", "", "附件2"]
