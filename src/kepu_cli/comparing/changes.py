"""What can have changed between two plans, as typed values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Words

if TYPE_CHECKING:
    from kepu_cli.findings import Path
    from kepu_cli.model import Level, Role


class Verb(StrEnum):
    """The kinds of change; an item's changes are told in this order."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"
    MOVED = "moved"
    LEAD_CHANGED = "lead-changed"
    JOINED = "joined"
    LEFT = "left"
    ROLE_CHANGED = "role-changed"
    DUE_CHANGED = "due-changed"
    TARGET_CHANGED = "target-changed"
    MEMBER_ADDED = "member-added"
    MEMBER_REMOVED = "member-removed"
    REFORMED = "reformed"


VERB_WORDS = {
    Verb.ADDED: Words("新增", "added"),
    Verb.REMOVED: Words("取消", "removed"),
    Verb.CHANGED: Words("内容变化", "changed"),
    Verb.RENAMED: Words("更名", "renamed"),
    Verb.MOVED: Words("移动", "moved"),
    Verb.LEAD_CHANGED: Words("牵头调整", "lead changed"),
    Verb.JOINED: Words("增加单位", "joined"),
    Verb.LEFT: Words("退出单位", "left"),
    Verb.ROLE_CHANGED: Words("角色调整", "role changed"),
    Verb.DUE_CHANGED: Words("时限调整", "due changed"),
    Verb.TARGET_CHANGED: Words("目标调整", "target changed"),
    Verb.MEMBER_ADDED: Words("成员增加", "member added"),
    Verb.MEMBER_REMOVED: Words("成员退出", "member removed"),
    Verb.REFORMED: Words("机构改革", "reformed"),
}


class Heading(NamedTuple):
    """The action that a change is told under; `gone`: it stands in the old plan only, and so does its path."""

    path: Path
    number: str
    name: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that somebody has to be told.

    `item` is a path in the new plan, for what was removed in the old one; () and a roster path for the plan and its
    members, where `level` and `action` are None. `before` and `after` are what the plans say: names joined by 、, a due
    text, a target with its name; for a changed role the roles' values; for a move the actions. An added or removed
    item has its leads as `department`. `old` and `new` are the paths of the very words, None where there are none.
    `tasks` counts, for a reform, the items that went over to the successor.
    """

    verb: Verb
    item: Path
    level: Level | None = None
    number: str = ""
    name: str = ""
    action: Heading | None = None
    department: str = ""
    role: Role | None = None
    before: str = ""
    after: str = ""
    old: Path | None = None
    new: Path | None = None
    tasks: int = 0
