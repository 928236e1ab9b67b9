"""Builds small plans to be compared, and tells the changes between them in short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kepu_cli.comparing.changes import Verb
from kepu_cli.model import Plan
from kepu_cli.reports.changes_json import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.comparing.changes import Change

EDUCATION, SCIENCE, WOMEN, FARMING, REVIVAL = "县教育局", "县科学技术局", "县妇联", "县农业农村局", "县乡村振兴局"
ROSTER = [EDUCATION, {"name": SCIENCE, "short": "县科技局"}, WOMEN, FARMING, REVIVAL]
# 县乡村振兴局 went into 县农业农村局 after 2025.
REFORMED = [*ROSTER[:3], {"name": FARMING, "formerly": {"names": REVIVAL, "until": "2025", "how": "合并"}}]


def plan(actions: list[Any], year: str = "2025", **more: Any) -> Plan:
    data = {"title": f"{year}年方案", "year": year, "departments": ROSTER, "region": "示例县", "actions": actions}
    return Plan.read(data | more)


def one(**fields: Any) -> list[Any]:
    """A plan's actions: one, with one duty of these fields."""
    return [{"id": "一", "name": "甲", "duties": [{"id": "1", "text": "办展览"} | fields]}]


def duties(*given: dict[str, Any] | str) -> list[Any]:
    return [{"id": "一", "name": "甲", "duties": list(given)}]


def told(changes: Iterable[Change]) -> list[str]:
    """The changes in short, in their order."""
    return [short(change) for change in changes]


def short(change: Change) -> str:
    """verb [field] department role before → after (basis) + followers, whatever of it there is."""
    arrow = f"{joined(change.before)} → {joined(change.after)}".strip() if change.before or change.after else ""
    role = change.role.value if change.role and change.verb in (Verb.JOINED, Verb.LEFT) else ""
    field = f"[{change.field}]" if change.field else ""
    basis = f"({change.basis.value})" if change.basis else ""
    shows_at = () if change.verb is Verb.REFORMED else change.followers
    followers = "+ " + ", ".join(each.name for each in shows_at) if shows_at else ""
    staying = f"without {joined(change.staying)}" if change.staying else ""
    parts = (change.verb.value, field, joined(change.departments), role, arrow, basis, staying, followers)
    return " ".join(part for part in parts if part)
