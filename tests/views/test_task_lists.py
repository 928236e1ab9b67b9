"""What each department has to do: one entry an item at which it is named, and groups told once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.ledger import build_ledger
from kepu_cli.model import Plan, Role
from kepu_cli.views.load import department_loads
from kepu_cli.views.task_lists import TaskList, in_its_own_name, task_lists, with_groups_apart
from tests.plans import plan_of

_HEAD = """方案: 示例
地区: 什邡市
成员单位: 市教育局、市科协、市妇联
单位组: {各镇: 甲镇、乙镇}
"""


def _lists(actions: str) -> dict[str, TaskList]:
    plan = plan_of(f"{_HEAD}重点任务:\n{actions}")
    return {each.department: each for each in task_lists(plan, build_ledger(plan))}


def _told(tasks: TaskList) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(task.role.value, task.group, task.measures) for task in tasks.tasks]


@pytest.mark.parametrize(
    ("action", "department", "told"),
    [
        pytest.param("{名称: 甲, 牵头单位: 科协}", "市科协", [("lead", "", ())], id="an action without duties"),
        pytest.param(
            "{名称: 甲, 牵头单位: 市科协, 职责: [子, {编号: 1.2, 内容: 丑}]}",
            "市科协",
            [("lead", "", ("子", "1.2 丑"))],
            id="duties that say nothing stand with their action",
        ),
        pytest.param(
            "{名称: 甲, 牵头单位: 市科协, 职责: [{内容: 子, 牵头单位: 市妇联}]}",
            "市科协",
            [("lead", "", ("（本项任务总体）",))],
            id="an action whose duties others lead",
        ),
        pytest.param(
            "{名称: 甲, 牵头单位: 市科协, 职责: [子, {内容: 丑, 责任单位: 市科协}]}",
            "市科协",
            [("lead", "", ("子", "丑")), ("responsible", "", ("丑",))],
            id="two roles are two entries",
        ),
        pytest.param(
            "{名称: 甲, 责任单位: 市科协, 配合单位: 各成员单位}",
            "市妇联",
            [("support", "各成员单位", ())],
            id="through a group",
        ),
        pytest.param(
            "{名称: 甲, 职责: [子], 项目: [{名称: 寅, 内容: 讲座, 牵头单位: 市科协, 对应: 1}]}",
            "市科协",
            [("lead", "", ("寅：讲座",))],
            id="a duty through its project is the project's",
        ),
        pytest.param("{名称: 甲, 牵头单位: 市科协}", "市教育局", [], id="a member without tasks is listed"),
        pytest.param(
            "{名称: 甲, 牵头单位: 市文爱办、有关单位}", "市文爱办", [("lead", "", ())], id="a body outside the roster"
        ),
        pytest.param("{名称: 甲, 责任单位: 各镇}", "各镇", [("responsible", "各镇", ())], id="a group of such"),
    ],
)
def test_tasks(action: str, department: str, told: list[object]) -> None:
    assert _told(_lists(f"  - {action}")[department]) == told


def test_order_of_departments_and_of_roles() -> None:
    lists = _lists("""
  - {名称: 甲, 配合单位: 市科协、市文爱办, 责任单位: 各成员单位}
  - {名称: 乙, 责任单位: 市科协, 牵头单位: 各学会}
  - {名称: 丙, 牵头单位: 市科协、有关单位}
""")
    assert list(lists) == ["市教育局", "市科协", "市妇联", "市文爱办", "各学会"]
    assert [(task.role, task.action) for task in lists["市科协"].tasks] == [
        (Role.LEAD, "丙"),
        (Role.RESPONSIBLE, "乙"),
        (Role.SUPPORT, "甲"),
    ]
    assert [lists["市科协"].count(role) for role in Role] == [1, 1, 1]
    assert lists["市教育局"].in_groups == 1


def test_leads_and_others_are_named_as_written_and_itself_is_not_among_the_others() -> None:
    lists = _lists("  - {编号: 一, 牵头单位: 科协, 责任单位: 教育局、各镇, 配合单位: 市妇联、有关单位, 完成时限: 6月}")
    (task,) = lists["市教育局"].tasks
    assert (task.number, task.action, task.due) == ("一", "", "6月")
    assert (task.leads, task.others) == (("科协",), ("各镇", "市妇联", "有关单位"))
    assert lists["市科协"].tasks[0].leads == ("科协",)


def test_an_action_without_name_and_number_is_told_by_its_place() -> None:
    assert _lists("  - {名称: 甲}\n  - {牵头单位: 市科协}")["市科协"].tasks[0].action == "第 2 项"


def test_a_due_comes_from_the_action_where_the_item_has_none() -> None:
    lists = _lists("  - {名称: 甲, 完成时限: 6月, 职责: [{内容: 子, 牵头单位: 市科协}]}")
    assert lists["市科协"].tasks[0].due == "6月"


def test_a_town_that_is_named_itself_has_a_whole_list() -> None:
    lists = _lists("  - {名称: 甲, 责任单位: 各镇}\n  - {名称: 乙, 责任单位: 甲镇}")
    assert "乙镇" not in lists
    assert lists["各镇"].bodies == ("甲镇", "乙镇")
    assert [(task.action, task.group) for task in lists["甲镇"].tasks] == [("乙", ""), ("甲", "各镇")]
    assert len(lists["各镇"].tasks) == 1


def test_groups_stand_once_and_apart() -> None:
    plan = plan_of(f"{_HEAD}重点任务: [{{名称: 甲, 责任单位: 各成员单位、各镇, 牵头单位: 市科协}}]")
    apart = with_groups_apart(task_lists(plan, build_ledger(plan)))
    assert [(each.department, len(each.tasks), each.in_groups) for each in apart] == [
        ("市教育局", 0, 1),
        ("市科协", 1, 0),
        ("市妇联", 0, 1),
        ("各成员单位", 1, 0),
        ("各镇", 1, 0),
    ]
    members = apart[3]
    assert members.count(Role.RESPONSIBLE) == 1
    assert members.tasks[0].others == ("各镇",)


def test_a_group_reads_its_list_as_its_own() -> None:
    lists = _lists("  - {名称: 甲, 责任单位: 各镇、市妇联}")
    group = in_its_own_name(lists["各镇"])
    assert (group.count(Role.RESPONSIBLE), group.in_groups) == (1, 0)
    assert group.tasks[0].others == ("市妇联",)
    assert in_its_own_name(lists["市妇联"]) == lists["市妇联"]


_NAMES = st.lists(st.sampled_from(["市教育局", "科协", "各成员单位", "市文爱办", "各学会", "有关单位"]), max_size=3)
_ITEM = st.fixed_dictionaries({"lead": _NAMES, "responsible": _NAMES, "support": _NAMES})
_ACTION = st.tuples(_ITEM, st.lists(_ITEM, max_size=3))


@given(st.lists(_ACTION, min_size=1, max_size=4))
def test_the_counts_are_those_of_the_loads(raw: list[tuple[dict[str, list[str]], list[dict[str, list[str]]]]]) -> None:
    actions = [
        {"name": f"项{a}", **action, "duties": [{"text": f"责{d}", **duty} for d, duty in enumerate(duties)]}
        for a, (action, duties) in enumerate(raw)
    ]
    plan = Plan.read({"title": "示例", "region": "什邡市", "departments": ["市教育局", "市科协"], "actions": actions})
    ledger = build_ledger(plan)
    counted = {each.department: [each.count(role) for role in Role] for each in task_lists(plan, ledger)}
    loads = {load.department: [load.lead, load.responsible, load.support] for load in department_loads(ledger)}
    assert counted == loads
