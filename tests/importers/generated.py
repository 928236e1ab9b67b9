"""Plans of every shape that an export can show, and what of them has to come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from kepu_cli.ledger import build_ledger
from kepu_cli.model import Plan, Role

if TYPE_CHECKING:
    from kepu_cli.findings import Path

NAMES = (
    "县教育局", "县科学技术局", "县妇联", "教育局", "县科技局", "县农业局", "各成员单位", "各镇街", "有关单位",
    "县科协等", "县文爱办", "各区、县级市", "各区", "县级市", "局（甲、\n乙）", "县 科协",
)  # fmt: skip
TEXTS = (
    "办展览", "办好展览", "办展览：每年两次", "1 号工程", "一：二：三", "=1+1", "第一行\n第二行", " 两端 ", "#N/A",
    "_x000D_", "（本项任务总体）", "科普：", "：首", "办展览（续）", "🎉", "尾\n", "0012", "- x",
)  # fmt: skip
IDS = ("", "1", "2", "一", "1.1", "3.10", "K-4", "0012", "5 之 1")
DUES = ("", "2026年12月底前", "持续推进", "2026-06-30")
ROSTER = [
    "县教育局",
    {"name": "县科学技术局", "short": "县科技局", "sector": "政府", "contact": "综合股"},
    {"name": "县农业农村局", "formerly": {"names": "县农业局", "until": "2018", "how": "更名"}},
    {"name": "县妇联", "aliases": ["县妇女联合会"]},
    "县科协",
]
_item: dict[str, Any] = {
    **{role.value: st.lists(st.sampled_from(NAMES), max_size=3) for role in Role},
    "id": st.sampled_from(IDS),
    "due": st.sampled_from(DUES),
    "leader": st.sampled_from(("", "李副县长", "分管副县长")),
    "remark": st.sampled_from(("", "新增", "重点；新增")),
    "unassigned_because": st.sampled_from(("", "由办公室统筹")),
    "covers": st.lists(st.sampled_from(("1", "2", "1.1", "一/1", "办展览", "纲要/青少年/1", "9")), max_size=2),
    "extra": st.just({"经费": "保密"}),
    "targets": st.sampled_from(({"场次": "20"}, {"占比": {"value": "12", "unit": "%", "last": "10.5"}})),
    "formerly": st.lists(st.sampled_from(("四", "五")), max_size=1),
}
_label = st.sampled_from(TEXTS)
_duty = st.fixed_dictionaries({"text": _label}, optional=_item)
_project = st.fixed_dictionaries({"name": _label}, optional=_item | {"text": _label})
_action = st.fixed_dictionaries(
    {"name": st.sampled_from(("", *TEXTS))},
    optional=_item
    | {
        "kind": st.sampled_from(("行动", "工程")),
        "duties": st.lists(_duty, max_size=4),
        "projects": st.lists(_project, max_size=2),
    },
)
_actions = st.lists(_action, min_size=1, max_size=4)
_heads: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"title": st.sampled_from(("示例县2026年方案", "Plan for 2026"))},
    optional={
        "year": st.just("2026"),
        "period": st.just("2021—2025"),
        "region": st.just("示例县"),
        "annex": st.just("附件1"),
        "departments": st.just(ROSTER),
        "groups": st.just({"各镇街": ["甲镇", "县妇联"]}),
    },
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    return Plan.read(draw(_heads) | {"actions": draw(_actions)})


def told_by(plan: Plan) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """The ledger's entries and rows: what an export and import may not change."""
    ledger = build_ledger(plan)
    entries: list[tuple[object, ...]] = [
        (entry.path, entry.department, entry.role, entry.basis) for entry in ledger.entries
    ]
    rows: list[tuple[object, ...]] = [
        (row.path, row.id, row.label, row.item.due, dict(row.item.targets)) for row in ledger.rows
    ]
    return entries, rows


def named_at(plan: Plan, *path: str | int) -> dict[str, tuple[str, ...]]:
    """The names that are an item's own, by role."""
    where: Path = path
    item = next(row.item for row in build_ledger(plan).rows if row.path == where)
    return {role.value: item.names(role) for role in Role if item.names(role)}
