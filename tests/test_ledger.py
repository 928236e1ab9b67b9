"""The ledger: who does what, and why it stands there."""

from __future__ import annotations

from collections import deque

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kepu_cli import ledger as ledgers
from kepu_cli.ledger import Basis, Ledger, build_ledger
from kepu_cli.loading.load import load_file
from kepu_cli.model import Level, Plan, Role
from kepu_cli.roster import Sort
from tests.plans import EXAMPLES, ledger_of

_HEAD = """方案: 示例
地区: 什邡市
成员单位: 市教育局、市科协、市妇联、市财政局
单位组: {各镇: 甲镇、乙镇, 教育口: 教育局、科协}
"""
_ACTION, _DUTY, _PROJECT = ("actions", 0), ("actions", 0, "duties", 0), ("actions", 0, "projects", 0)


def told(ledger: Ledger, *path: str | int) -> list[str]:
    return [f"{entry.department} {entry.role} {entry.basis}" for entry in ledger.of(path)]


def _ledger(action: str, duty: str = "", project: str = "") -> Ledger:
    parts = [f"名称: 甲, {action}" if action else "名称: 甲"]
    parts += [f"职责: [{{内容: 子, {duty}}}]" if duty else "职责: [子]"]
    parts += [f"项目: [{{名称: 丑, {project}}}]"] if project else []
    return ledger_of(f"{_HEAD}重点任务: [{{{', '.join(parts)}}}]\n")


@pytest.mark.parametrize(
    ("written", "entries"),
    [
        pytest.param("牵头单位: 科协", ["市科协 lead named"], id="by the roster's name"),
        pytest.param("牵头单位: 市科协、科协", ["市科协 lead named"], id="twice is one entry"),
        pytest.param(
            "牵头单位: 市科协, 责任单位: 市科协",
            ["市科协 lead named", "市科协 responsible named"],
            id="two roles are two",
        ),
        pytest.param("牵头单位: 市文爱办", ["市文爱办 lead named"], id="unknown"),
        pytest.param(
            "配合单位: 市妇联, 责任单位: 市教育局, 牵头单位: 市科协",
            ["市科协 lead named", "市教育局 responsible named", "市妇联 support named"],
            id="roles in order, however written",
        ),
        pytest.param(
            "牵头单位: 市科协, 责任单位: 各成员单位",
            [
                "市科协 lead named",
                "市教育局 responsible group",
                "市妇联 responsible group",
                "市财政局 responsible group",
            ],
            id="the members that are not named",
        ),
        pytest.param(
            "责任单位: 各成员单位、市妇联, 配合单位: 财政局",
            [
                "市教育局 responsible group",
                "市科协 responsible group",
                "市妇联 responsible named",
                "市财政局 support named",
            ],
            id="named later, in another role",
        ),
        pytest.param(
            "责任单位: 各成员单位, 配合单位: 各成员单位",
            [f"{name} responsible group" for name in ("市教育局", "市科协", "市妇联", "市财政局")],
            id="the members only once",
        ),
        pytest.param("配合单位: 各镇", ["甲镇 support group", "乙镇 support group"], id="declared group"),
        pytest.param(
            "责任单位: 甲镇、各镇", ["甲镇 responsible named", "乙镇 responsible group"], id="one of the group is named"
        ),
        pytest.param(
            "配合单位: 教育口",
            ["市教育局 support group", "市科协 support group"],
            id="members of a group by the roster's name",
        ),
        pytest.param("配合单位: 各学会", ["各学会 support group"], id="group of nobody knows whom"),
        pytest.param("配合单位: 有关单位", ["有关单位 support group"], id="vague"),
        pytest.param("配合单位: 市科协等单位", ["市科协 support named"], id="open end"),
    ],
)
def test_what_an_action_writes(written: str, entries: list[str]) -> None:
    assert told(_ledger(written), *_ACTION) == entries


@pytest.mark.parametrize(
    ("action", "duty", "entries"),
    [
        pytest.param("牵头单位: 市科协, 配合单位: 各镇", "", [
            "市科协 lead inherited", "甲镇 support inherited", "乙镇 support inherited"], id="all there is"),
        pytest.param("牵头单位: 市科协, 责任单位: 市妇联", "责任单位: 市教育局", [
            "市教育局 responsible named", "市科协 lead inherited"], id="the lead where none is written"),
        pytest.param("牵头单位: 市科协", "牵头单位: 市教育局", ["市教育局 lead named"], id="own lead"),
        pytest.param("牵头单位: 市科协", "责任单位: 市科协", [
            "市科协 responsible named", "市科协 lead inherited"], id="the lead is responsible here"),
        pytest.param("牵头单位: 市科协", "无人负责说明: 待定", [], id="deliberately nobody"),
        pytest.param("牵头单位: 市科协", "无人负责说明: 待定, 责任单位: 市妇联", [
            "市妇联 responsible named", "市科协 lead inherited"], id="a reason beside a name"),
        pytest.param("", "", [], id="nobody at all"),
    ],
)  # fmt: skip
def test_what_a_duty_inherits(action: str, duty: str, entries: list[str]) -> None:
    assert told(_ledger(action, duty), *_DUTY) == entries


@pytest.mark.parametrize(
    ("duty", "project", "entries"),
    [
        pytest.param("", "责任单位: 市妇联, 对应: 1", [
            "市妇联 responsible project", "市科协 lead inherited"], id="adds"),
        pytest.param("", "牵头单位: 市妇联, 对应: 1", ["市妇联 lead project"], id="brings a lead"),
        pytest.param("", "责任单位: 市妇联、市妇联, 对应: 1、子", [
            "市妇联 responsible project", "市科协 lead inherited"], id="once"),
        pytest.param("责任单位: 市妇联", "责任单位: 市妇联, 对应: 1", [
            "市妇联 responsible named", "市科协 lead inherited"], id="named here is enough"),
        pytest.param("牵头单位: 市妇联", "责任单位: 市妇联, 对应: 1", ["市妇联 lead named"], id="a lighter role"),
        pytest.param("责任单位: 市妇联", "牵头单位: 市妇联, 对应: 1", [
            "市妇联 responsible named", "市妇联 lead project"], id="a heavier one does"),
        pytest.param("", "对应: 1", ["市科协 lead inherited"], id="a project of nobody adds nothing"),
        pytest.param("", "责任单位: 市妇联", ["市科协 lead inherited"], id="covers nothing"),
        pytest.param("无人负责说明: 待定", "责任单位: 市妇联, 对应: 1", [
            "市妇联 responsible project", "市科协 lead inherited"], id="taken up although left open"),
    ],
)  # fmt: skip
def test_what_a_project_passes_on(duty: str, project: str, entries: list[str]) -> None:
    assert told(_ledger("牵头单位: 市科协", duty, project), *_DUTY) == entries


def test_a_project_of_another_action() -> None:
    ledger = ledger_of(f"""{_HEAD}重点任务:
  - {{名称: 甲, 职责: [{{编号: '1.1', 内容: 子}}]}}
  - {{名称: 乙, 牵头单位: 市科协, 项目: [{{名称: 丑, 责任单位: 市妇联, 对应: '1.1'}}]}}
""")
    assert told(ledger, *_DUTY) == ["市妇联 responsible project"]
    assert told(ledger, "actions", 1, "projects", 0) == ["市妇联 responsible named", "市科协 lead inherited"]


def test_rows_and_names() -> None:
    ledger = _ledger("牵头单位: 市科协、有关单位", "责任单位: 教育局", "对应: 1")
    assert [(row.path, row.level, row.parent, row.label) for row in ledger.rows] == [
        (_ACTION, Level.ACTION, _ACTION, "甲"),
        (_DUTY, Level.DUTY, _ACTION, "子"),
        (_PROJECT, Level.PROJECT, _ACTION, "丑"),
    ]
    assert [row.label_path[-1] for row in ledger.rows] == ["name", "text", "name"]
    assert [name.place for name in ledger.written] == [
        (*_ACTION, "lead", 0),
        (*_ACTION, "lead", 1),
        (*_DUTY, "responsible", 0),
    ]
    assert [name.mention.sort for name in ledger.names_at(_ACTION)] == [Sort.DEPARTMENT, Sort.VAGUE]
    assert ledger.names_at(_PROJECT) == ()
    departments = ledger.names_of(Sort.DEPARTMENT)
    assert [name.place for name in departments] == [(*_ACTION, "lead", 0), (*_DUTY, "responsible", 0)]
    assert [name.place for name in ledger.names_of(Sort.VAGUE)] == [(*_ACTION, "lead", 1)]
    assert ledger.names_of(Sort.UNKNOWN) == ()
    assert [entry.path for entry in ledger.entries] == sorted((entry.path for entry in ledger.entries), key=len)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("科普日活动", ("“科普日活动”", "“科普日活动”")),
        ("", ("第 1 项", "item 1")),
        ("长" * 30, (f"“{'长' * 24}…”",) * 2),
    ],
)
def test_what_a_message_calls_an_item(name: str, called: tuple[str, str]) -> None:
    plan = Plan.read({"title": "示例", "actions": [{"name": name}]})
    assert build_ledger(plan).rows[0].called == called


# Laws

_NAME = st.sampled_from(
    [
        "市科协",
        "科协",
        "市教育局",
        "市妇联",
        "团市委",
        "市文爱办",
        "各成员单位",
        "各镇",
        "各学会",
        "有关单位",
        "市财政局等",
    ]
)
_NAMES = st.lists(_NAME, max_size=4)
_ITEM = st.fixed_dictionaries({}, optional={"lead": _NAMES, "responsible": _NAMES, "support": _NAMES})
_PLANS = st.lists(
    st.tuples(_ITEM, st.lists(_ITEM, max_size=3), st.lists(st.tuples(_ITEM, st.integers(1, 3)), max_size=2)),
    min_size=1,
    max_size=3,
)


def _plan(
    data: list[tuple[dict[str, list[str]], list[dict[str, list[str]]], list[tuple[dict[str, list[str]], int]]]],
) -> Plan:
    actions = [
        {
            "name": "甲",
            **action,
            "duties": [{"text": f"子{at}", **duty} for at, duty in enumerate(duties)],
            "projects": [{"name": "丑", "covers": [str(covers)], **project} for project, covers in projects],
        }
        for action, duties, projects in data
    ]
    members = ["市教育局", "市科协", "市妇联", "市财政局"]
    groups = {"各镇": ["甲镇", "乙镇"]}
    return Plan.read(
        {"title": "示例", "region": "什邡市", "departments": members, "groups": groups, "actions": actions}
    )


@settings(deadline=None)
@given(_PLANS)
def test_every_name_that_is_written_stands_in_the_ledger(data: list[object]) -> None:
    ledger = build_ledger(_plan(data))  # type: ignore[arg-type]
    for name in ledger.written:
        entries = ledger.of(name.path)
        held = {(entry.department, entry.role) for entry in entries}
        if name.mention.bodies:
            assert set(name.mention.bodies) <= {entry.department for entry in entries}
        else:
            assert (name.mention.department, name.role) in held


@settings(deadline=None)
@given(_PLANS)
def test_a_department_has_a_role_once_and_inherits_no_second_lead(data: list[object]) -> None:
    ledger = build_ledger(_plan(data))  # type: ignore[arg-type]
    for row in ledger.rows:
        entries = ledger.of(row.path)
        keys = [(entry.department, entry.role) for entry in entries]
        assert len(set(keys)) == len(keys)
        own_leads = [entry for entry in entries if entry.role is Role.LEAD and entry.basis is not Basis.INHERITED]
        if own_leads:
            assert all(entry.basis is not Basis.INHERITED for entry in entries)
        order = [list(Basis).index(entry.basis) for entry in entries if entry.basis not in (Basis.NAMED, Basis.GROUP)]
        assert order == sorted(order)


@settings(deadline=None)
@given(_PLANS, st.randoms(use_true_random=False))
def test_the_order_of_keys_means_nothing(data: list[object], random: object) -> None:
    plan = _plan(data)  # type: ignore[arg-type]
    shuffled = _shuffled(plan.written(), random)
    assert build_ledger(Plan.read(shuffled)).entries == build_ledger(plan).entries


def _shuffled(value: object, random: object) -> object:
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)  # type: ignore[attr-defined]
        return {key: _shuffled(value[key], random) for key in keys}
    return [_shuffled(item, random) for item in value] if isinstance(value, list) else value


def test_shifang_has_the_documents_entries() -> None:
    plan = load_file(EXAMPLES / "shifang-2007/plan.yaml").plan
    assert plan is not None
    entries = build_ledger(plan).entries
    assert (len(entries), {entry.basis for entry in entries}) == (97, {Basis.NAMED})
    both = {(entry.path, entry.department) for entry in entries if entry.role is Role.LEAD} & {
        (entry.path, entry.department) for entry in entries if entry.role is not Role.LEAD
    }
    assert both == {(("actions", 1), "市农业局")}


def test_a_ledger_is_the_plans_own_whatever_another_thread_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    other = ledger_of(_HEAD + "重点任务: [{名称: 丙}]")

    class Shared(deque[object]):
        def append(self, known: object) -> None:
            super().append(known)
            super().append((None, other))

    monkeypatch.setattr(ledgers, "_RECENT", Shared())
    assert _ledger("牵头单位: 市科协") != other
