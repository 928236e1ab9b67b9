"""Targets that a table prints come back as they were, or as somebody has changed them on paper."""

from __future__ import annotations

import pytest

from kepu_cli.api import export
from kepu_cli.exporters.options import Options, Sheet
from kepu_cli.findings import Lang
from kepu_cli.importers.own_tables.goals import read_goals
from kepu_cli.memory import ItemMark, digest
from kepu_cli.views.division import Column
from tests.exporters.test_targets import OWN, PLAN
from tests.importers.edited import imported, read_back, told, typed
from tests.plans import plan_of

_OLD = {
    "参与人次": {"value": "5000", "unit": "人次"},
    "开出率": {"value": "98", "unit": "%", "last": "96"},
    "场次": {"value": "20"},
}
_CELL = f"{OWN}\n场次 20"


def _targets(*edits: tuple[str, str]) -> list[dict[str, object]]:
    plan = imported(*(typed(cell, text) for cell, text in edits), text=PLAN).plan
    items = [item for action in plan.actions for item in (action, *action.duties, *action.projects)]
    return [{name: target.written() for name, target in item.targets.items()} for item in items]


def test_untouched() -> None:
    assert imported(text=PLAN).plan.actions == plan_of(PLAN).actions
    assert told(imported(text=PLAN)) == []


def test_changed_on_the_sheet() -> None:
    """3 is the action's row, 4 and 5 are its duties', 6 its project's; D the column."""
    action, first, second, project = _targets(("D4", "场次 30"), ("D5", "作品 200件"), ("D6", "学校 25"))
    assert action == {name: goal for name, goal in _OLD.items() if name != "场次"}
    assert [first, second, project] == [
        {"场次": {"value": "30"}},
        {"作品": {"value": "200", "unit": "件"}},
        {"学校": {"value": "25"}},
    ]


def test_what_tells_no_number_is_told() -> None:
    result = imported(typed("D4", "场次 30；明显提高"), text=PLAN)
    assert told(result) == ["任务分工表!D4 的“明显提高”看不出目标的名称和数，没有读入；请写成“场次 20”这样，一行一个"]
    assert result.notes[0].in_(Lang.EN) == (
        "“明显提高” at 任务分工表!D4 does not tell a target's name and number and was not read; "
        "please write them like “talks 20”, one a line"
    )


@pytest.mark.parametrize(
    ("cell", "targets"),
    [
        pytest.param(_CELL, _OLD, id="as it was"),
        pytest.param(_CELL.replace("\n", "；"), _OLD, id="in one line"),
        pytest.param("参与人次 6000", {"参与人次": {"value": "6000"}}, id="without its unit"),
        pytest.param("参与人次：6,000人次", {"参与人次": {"value": "6,000", "unit": "人次"}}, id="with a colon"),
        pytest.param(
            "开出率 99%(上年 98%)", {"开出率": {"value": "99", "unit": "%", "last": "98"}}, id="both years changed"
        ),
        pytest.param("场次 20场以上", {"场次": {"value": "20场以上"}}, id="a unit that belongs to the number"),
        pytest.param("场次 若干", {"场次": {"value": "若干"}}, id="a known target without a number"),
        pytest.param("5G 基站 8个", {"5G 基站": {"value": "8", "unit": "个"}}, id="a name with a figure"),
        pytest.param("", {}, id="emptied"),
    ],
)
def test_a_cell(cell: str, targets: dict[str, object]) -> None:
    mark = ItemMark(goals=_OLD, cells={Column.TARGETS: digest(_CELL)})
    assert read_goals(cell, mark) == (targets, ())


def test_the_same_name_twice_is_read_once() -> None:
    assert read_goals("场次 1\n场次 2", ItemMark()) == ({"场次": {"value": "1"}}, ("场次 2",))


def test_an_export_that_printed_none_keeps_those_that_it_remembers() -> None:
    assert read_goals("", ItemMark(goals=_OLD)).targets == _OLD


def test_a_column_that_was_not_to_be_seen_is_not_remembered() -> None:
    columns = tuple(column for column in Column if column is not Column.TARGETS)
    data = export(plan_of(PLAN), options=Options((Sheet.DIVISION,), columns))
    result = read_back(data)
    assert told(result) == ["导出时没有要“目标”一列，这一项读不回来"]
    assert result.lost == {"targets"}
    assert not any(row.targets for action in result.plan.actions for row in (action, *action.duties))
