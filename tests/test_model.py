"""What fields make of the texts they are given."""

from __future__ import annotations

from typing import Any

import pytest

from kepu_cli.findings import Lang
from kepu_cli.frozen import UnfitError
from kepu_cli.kinds import Child, children
from kepu_cli.model import Action, Department, Duty, FormerName, Plan, Project, Role, Target


def _plan(**fields: Any) -> Plan:
    return Plan.read({"title": "示例", "actions": [{"name": "甲"}], **fields})


def _case(**fields: Any) -> str:
    """The case that an unfit value is told as."""
    with pytest.raises(UnfitError) as caught:
        _plan(**fields)
    [unfit] = caught.value.unfit
    return unfit.kind


@pytest.mark.parametrize(("written", "year"), [("2026", 2026), ("2026年", 2026), ("1999", 1999)])
def test_years(written: str, year: int) -> None:
    assert _plan(year=written).year == year


@pytest.mark.parametrize(
    "written",
    [
        "true",
        "26",
        "20266",
        "2026.0",
        "2_026",
        "02026",
        "２０２６",
        "2026-01",
        "1026",
        "二〇二六",
        "2026年度",
        " 2026",
        ["2026"],
        {},
    ],
)
def test_no_years(written: Any) -> None:
    assert _case(year=written) == "year"


@pytest.mark.parametrize(
    "written",
    [
        "2021—2025",
        "2021-2025",
        "2021年—2025年",
        "2021～2025",
        "2021至2025年",
        "2021 - 2025",
        "2021——2025",
        ["2021", "2025"],
    ],
)
def test_periods(written: Any) -> None:
    plan = _plan(period=written)
    assert plan.period == (2021, 2025)
    assert (plan.first_year, plan.last_year) == (2021, 2025)


@pytest.mark.parametrize(
    "written", ["2021", "2025—2021", "21-25", "2021/2025", "2021—2025—2030", ["2021"], [["2021", "2025"]], {}]
)
def test_no_periods(written: Any) -> None:
    assert _case(period=written) == "period"


def test_a_year_is_its_own_period() -> None:
    plan = _plan(year="2026")
    assert (plan.first_year, plan.last_year) == (2026, 2026)
    assert (_plan().first_year, _plan().last_year) == (None, None)


@pytest.mark.parametrize("written", ["十", "-1", "1.5", "12345", "１０", [], {}])
def test_no_counts(written: Any) -> None:
    assert _case(action_count=written) == "count"


@pytest.mark.parametrize(
    ("written", "names"),
    [
        pytest.param("市教育局、市科协", ("市教育局", "市科协"), id="text"),
        pytest.param(["市教育局", "市科协、团市委"], ("市教育局", "市科协", "团市委"), id="list of texts"),
        pytest.param(["无"], (), id="none"),
        pytest.param([], (), id="empty list"),
    ],
)
def test_names(written: Any, names: tuple[str, ...]) -> None:
    action = Action.read({"lead": written, "responsible": written, "support": written})
    assert [action.names(role) for role in Role] == [names] * 3
    assert action.is_unassigned is not bool(names)


@pytest.mark.parametrize("written", [{"a": "b"}, [["市科协"]], [{"名称": "市科协"}], [None, {"名称": "市科协"}]])
def test_no_names(written: Any) -> None:
    with pytest.raises(UnfitError) as caught:
        Action.read({"lead": written})
    assert [unfit.kind for unfit in caught.value.unfit] == ["names"]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("行动", "action"),
        ("工程", "programme"),
        ("program", "programme"),
        ("保障", "safeguard"),
        ("safeguard", "safeguard"),
    ],
)
def test_kinds(written: str, kind: str) -> None:
    assert Action.read({"kind": written}).kind == kind


def test_short_forms() -> None:
    assert Duty.read("办展览") == Duty(text="办展览")
    assert Project.read("科普日") == Project(name="科普日")
    assert Target.read("20场") == Target(value="20场")
    plan = _plan(
        departments=["市科协", {"name": "市人社局", "formerly": {"names": "市人事局"}}], rules={"K302": "关闭"}
    )
    assert plan.departments[0].name == "市科协"
    assert plan.departments[1].formerly == (FormerName.read({"names": "市人事局"}),)
    assert plan.rules["K302"].severity == "off"


def test_labels() -> None:
    assert [item.label for item in (Action(name="甲"), Duty(text="办展览"), Project(name="科普日", text="讲座"))] == [
        "甲",
        "办展览",
        "科普日",
    ]


@pytest.mark.parametrize(
    ("title", "action", "lang"),
    [
        ("示例方案", "A", Lang.ZH),
        ("Science plan", "Young people", Lang.EN),
        ("Plan 甲", "A", Lang.ZH),
        ("2026", "青少年行动", Lang.ZH),
    ],
)
def test_a_plan_is_in_the_language_of_its_names(title: str, action: str, lang: Lang) -> None:
    assert _plan(title=title, actions=[{"name": action}]).lang is lang


def test_values_are_frozen_and_closed() -> None:
    with pytest.raises(AttributeError):
        _plan().title = "别的"  # type: ignore[misc]
    assert _case(colour="red") == "unknown"


def test_children() -> None:
    found = children("Action")
    assert found["duties"] == (Child.MANY, "Duty")
    assert found["targets"] == (Child.BY_NAME, "Target")
    assert found["extra"] == (Child.BY_NAME, None)
    assert "lead" not in found
    assert children("Plan")["leading_group"] == (Child.ONE, "LeadingGroup")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("县农业局", [("县农业局",)]),
        (["县农业局", "县畜牧局"], [("县农业局",), ("县畜牧局",)]),
        ("县农业局、县畜牧局", [("县农业局", "县畜牧局")]),
        ([{"names": "县农业局", "until": "2018"}, "县畜牧局"], [("县农业局",), ("县畜牧局",)]),
    ],
)
def test_former_names_may_stand_alone(written: object, names: list[tuple[str, ...]]) -> None:
    department = Department.read({"name": "县农业农村局", "formerly": written})
    assert [former.names for former in department.formerly] == names
    assert {former.how for former in department.formerly} == {"renamed"}
