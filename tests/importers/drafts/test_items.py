"""What was read of an item becomes what a plan says: roles apart, persons no departments, kinds by the name."""

from __future__ import annotations

from typing import Any

import pytest

from kepu_cli.importers.attribution.result import Attribution, Named, Person
from kepu_cli.importers.drafts.items import NO_TEXT, action_data, duty_data
from kepu_cli.model import Role
from tests.importers.drafts.readings import action, duty, named


@pytest.mark.parametrize(
    ("attributions", "roles"),
    [
        ([named("县教育局", "县科协、团县委", "县妇联")], (["县教育局"], ["县科协", "团县委"], ["县妇联"])),
        ([named("县教育局"), named("", "县科协")], (["县教育局"], ["县科协"], None)),
        ([named("县农业局", "县农业局、县科协")], (["县农业局"], ["县农业局", "县科协"], None)),
        ([named("", "县科协、县科协")], (None, ["县科协", "县科协"], None)),
        ([named("县科协", "", "各成员单位")], (["县科协"], None, ["各成员单位"])),
        ([named("", "县科协、县妇联", is_open=True)], (None, ["县科协", "县妇联等"], None)),
        ([named("县科协", "县妇联、各镇", is_open=True)], (["县科协"], ["县妇联等", "各镇"], None)),
        ([named("", "各镇", is_open=True)], (None, ["各镇"], None)),
        ([named("", "县科协等", is_open=True)], (None, ["县科协等"], None)),
    ],
    ids=["roles", "two lines", "leads and shares", "twice", "group", "open", "open before group", "only group", "told"],
)
def test_names_by_role(attributions: list[Attribution], roles: tuple[Any, ...]) -> None:
    data = duty_data(duty("办展览", *attributions))
    assert tuple(data.get(role) for role in ("lead", "responsible", "support")) == roles


def test_the_open_end_stays_where_it_was_written() -> None:
    names = (Named("县科协", Role.LEAD, written="县科协等"), Named("县妇联", Role.SUPPORT, written="县妇联"))
    data = duty_data(duty("办展览", Attribution(names, is_open=True)))
    assert (data["lead"], data["support"]) == (["县科协等"], ["县妇联"])


def test_persons_lead_or_are_kept_by_their_label() -> None:
    persons = (Person("分管县领导", "李强"), Person("主要责任人", "王芳"), Person("主要责任人", "赵云"))
    data = duty_data(duty("办展览", named("", "县科协", persons=persons), leader="李强"))
    assert data["leader"] == "李强"
    assert data["extra"] == {"主要责任人": "王芳、赵云"}


@pytest.mark.parametrize(
    ("due", "others", "expected"),
    [
        ("", [], None),
        ("6月底前", [], "6月底前"),
        ("", ["6月底前"], "6月底前"),
        ("6月底前", ["6月底前"], "6月底前"),
        ("6月底前", ["12月底前"], "6月底前；12月底前"),
    ],
)
def test_dues(due: str, others: list[str], expected: str | None) -> None:
    data = duty_data(duty("办展览", *(Attribution(due=other) for other in others), due=due))
    assert data.get("due") == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("未成年人科学素质行动", "行动"),
        ("科普基础设施工程", "工程"),
        ("青少年科学素质提升行动。", "行动"),
        ("强化组织保障", "保障"),
        ("农民科学素质行动计划", "行动"),
        ("经费投入", None),
        ("行动起来，人人有责", None),
        ("政策法规、队伍建设与监测评估", None),
        ("深入贯彻上级精神，结合本地实际，扎实推进各项重点任务落地见效，全面实施全民科学素质提升行动", None),
    ],
)
def test_the_kind_is_what_the_name_ends_with(name: str, kind: str | None) -> None:
    assert action_data(action(name)).get("kind") == kind


def test_a_column_tells_the_kind() -> None:
    assert action_data(action("科普行动", kind="工程"))["kind"] == "工程"
    other = action_data(action("科普行动", kind="农业农村"))
    assert (other["kind"], other["extra"]) == ("行动", {"类别": "农业农村"})


def test_a_duty_without_words_says_so() -> None:
    assert duty_data(duty("  ", named("县科协")))["text"] == NO_TEXT
