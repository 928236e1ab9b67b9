"""The views of the ledger: division of labour, matrix, load, one department's tasks."""

from __future__ import annotations

import pytest

from kepu_cli.ledger import build_ledger
from kepu_cli.model import Role
from kepu_cli.views.department import department_tasks
from kepu_cli.views.division import Column, DivisionTable, division_table
from kepu_cli.views.load import Load, department_loads
from kepu_cli.views.matrix import Mark, Matrix, responsibility_matrix
from kepu_cli.views.wording import WHOLE_ACTION
from tests.plans import ledger_of, plan_of

_HEAD = """方案: 示例
地区: 什邡市
成员单位: 市教育局、市科协、市妇联
单位组: {各镇: 甲镇、乙镇}
"""


def _action(*fields: str) -> str:
    return f"{_HEAD}重点任务: [{{{', '.join(('名称: 甲', *fields))}}}]\n"


def _division(text: str) -> DivisionTable:
    plan = plan_of(text)
    return division_table(plan, build_ledger(plan))


def _rows(table: DivisionTable) -> list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    return [
        (row.texts[Column.MEASURE], row.names[Column.LEAD], row.names[Column.RESPONSIBLE], row.names[Column.SUPPORT])
        for block in table.blocks
        for row in block.rows
    ]


_WHOLE = WHOLE_ACTION.zh


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        pytest.param(["牵头单位: 科协"], [("", ("科协",), (), ())], id="an action without duties, as written"),
        pytest.param(["牵头单位: 市科协", "职责: [子]"], [("子", ("市科协",), (), ())], id="inherited names are shown"),
        pytest.param(
            ["牵头单位: 市科协", "责任单位: 市妇联", "职责: [{内容: 子, 责任单位: 市教育局}]"],
            [(_WHOLE, ("市科协",), ("市妇联",), ()), ("子", ("市科协",), ("市教育局",), ())],
            id="a row for the whole, or 市妇联 were lost",
        ),
        pytest.param(
            ["牵头单位: 市科协", "责任单位: 市妇联", "职责: [子, {内容: 丑, 牵头单位: 市教育局}]"],
            [("子", ("市科协",), ("市妇联",), ()), ("丑", ("市教育局",), (), ())],
            id="no such row where one duty shows them all",
        ),
        pytest.param(
            ["配合单位: 各镇、有关单位", "职责: [{编号: '1.1', 内容: 子}]"],
            [("1.1 子", (), (), ("各镇", "有关单位"))],
            id="a group stays one word",
        ),
        pytest.param(
            ["项目: [{编号: 2, 名称: 科普日, 内容: 讲座, 牵头单位: 市科协}]"],
            [("2 科普日：讲座", ("市科协",), (), ())],
            id="a project with what it does",
        ),
        pytest.param(
            ["职责: [子]", "项目: [{名称: 丑, 责任单位: 市妇联, 对应: 1}]"],
            [("子", (), ("市妇联",), ()), ("丑", (), ("市妇联",), ())],
            id="a duty shows its project's names",
        ),
    ],
)
def test_division_rows(fields: list[str], rows: list[tuple[object, ...]]) -> None:
    assert _rows(_division(_action(*fields))) == rows


@pytest.mark.parametrize(
    ("fields", "more"),
    [
        pytest.param([], set(), id="none"),
        pytest.param(["职责: [子]"], {Column.MEASURE}, id="measure"),
        pytest.param(["配合单位: 市妇联"], {Column.SUPPORT}, id="support"),
        pytest.param(["完成时限: 年底前"], {Column.DUE}, id="due"),
        pytest.param(["牵头领导: 分管副市长"], {Column.LEADER}, id="leader"),
        pytest.param(["备注: 新增"], {Column.REMARK}, id="remark"),
        pytest.param(["无人负责说明: 待定"], {Column.REMARK}, id="reason"),
    ],
)
def test_division_has_the_columns_that_are_filled(fields: list[str], more: set[Column]) -> None:
    always = {Column.NUMBER, Column.ACTION, Column.LEAD, Column.RESPONSIBLE}
    columns = _division(_action(*fields)).columns
    assert set(columns) == always | more
    assert list(columns) == [column for column in Column if column in columns]


def test_division_passes_due_and_leader_on() -> None:
    table = _division(
        _action(
            "完成时限: 年底前",
            "牵头领导: 李四",
            "职责: [子, {内容: 丑, 完成时限: 6月, 无人负责说明: 待定, 备注: 新增}]",
        )
    )
    first, second = table.blocks[0].rows
    assert (first.texts[Column.DUE], first.texts[Column.LEADER]) == ("年底前", "李四")
    assert (second.texts[Column.DUE], second.texts[Column.REMARK]) == ("6月", "待定；新增")


def _matrix(text: str, *, with_duties: bool = False) -> Matrix:
    plan = plan_of(text)
    return responsibility_matrix(plan, build_ledger(plan), with_duties=with_duties)


def _marks(grid: Matrix) -> list[str]:
    return ["".join(mark or "-" for mark in row.marks) for row in grid.rows]


@pytest.mark.parametrize(
    ("fields", "marks"),
    [
        pytest.param(["牵头单位: 科协", "责任单位: 市教育局", "配合单位: 市妇联"], "○★△", id="roles"),
        pytest.param(["牵头单位: 市科协", "责任单位: 市科协"], "-★-", id="the heaviest role"),
        pytest.param(["责任单位: 各成员单位", "牵头单位: 市科协"], "·★·", id="through a group"),
        pytest.param(["职责: [{内容: 子, 牵头单位: 市科协, 配合单位: 市妇联}]"], "-☆▵", id="a part of it"),
        pytest.param(
            ["责任单位: 市科协", "职责: [{内容: 子, 牵头单位: 市科协}]"], "-○-", id="its own role before a part"
        ),
        pytest.param(
            ["职责: [{内容: 子, 配合单位: 市科协}, {内容: 丑, 牵头单位: 市科协}]"], "-☆-", id="the heaviest part"
        ),
        pytest.param(["配合单位: 有关单位"], "---", id="vague has no column"),
    ],
)
def test_matrix_marks(fields: list[str], marks: str) -> None:
    grid = _matrix(_action(*fields))
    assert grid.departments == ("市教育局", "市科协", "市妇联")
    assert _marks(grid) == [marks]


def test_matrix_columns_outside_the_roster() -> None:
    grid = _matrix(_action("牵头单位: 市文爱办", "责任单位: 各镇、甲镇", "配合单位: 各学会"))
    assert grid.departments == ("市教育局", "市科协", "市妇联", "市文爱办", "各镇", "甲镇", "各学会")
    assert _marks(grid) == ["---★·○▵"]


def test_matrix_with_duties() -> None:
    grid = _matrix(
        _action("牵头单位: 市科协", "职责: [子, {内容: 丑, 牵头单位: 市妇联}]", "项目: [寅]"), with_duties=True
    )
    assert [(row.label, row.is_action) for row in grid.rows] == [
        ("甲", True),
        ("子", False),
        ("丑", False),
        ("寅", False),
    ]
    assert _marks(grid) == ["-★-", "-☆-", "--★", "-☆-"]


def test_a_duty_taken_up_by_a_project_is_dark() -> None:
    grid = _matrix(_action("职责: [子]", "项目: [{名称: 丑, 责任单位: 市妇联, 对应: 1}]"), with_duties=True)
    assert _marks(grid) == ["---", "--○", "--○"]


def test_the_marks_are_six() -> None:
    assert len({mark.value for mark in Mark}) == 6


def test_loads() -> None:
    found = department_loads(
        ledger_of(
            _action(
                "牵头单位: 市科协、科协",
                "责任单位: 各成员单位",
                "配合单位: 市文爱办、有关单位",
                "职责: [子, {内容: 丑, 责任单位: 市妇联}]",
            )
        )
    )
    assert found == (
        Load("市教育局", 0, 0, 0, 1),
        Load("市科协", 1, 0, 0, 0),
        Load("市妇联", 0, 1, 0, 1),
        Load("市文爱办", 0, 0, 1, 0),
    )
    assert [load.named for load in found] == [0, 1, 1, 1]


def test_tasks_of_a_department() -> None:
    ledger = ledger_of(f"""{_HEAD}重点任务:
  - {{编号: 一, 名称: 甲, 责任单位: 市科协、妇联, 牵头单位: 市教育局, 完成时限: 年底前,
     职责: [{{内容: 子, 牵头单位: 科协, 配合单位: 各镇}}]}}
  - {{编号: 二, 名称: 乙, 配合单位: 市科协, 完成时限: 6月}}
""")
    tasks = department_tasks(ledger, "市科协")
    assert [(task.role, task.number, task.label, task.action, task.due) for task in tasks] == [
        (Role.LEAD, "", "子", "甲", "年底前"),
        (Role.RESPONSIBLE, "一", "甲", "甲", "年底前"),
        (Role.SUPPORT, "二", "乙", "乙", "6月"),
    ]
    assert [(task.leads, task.others) for task in tasks] == [((), ("各镇",)), (("市教育局",), ("妇联",)), ((), ())]
    assert department_tasks(ledger, "无此单位") == ()
