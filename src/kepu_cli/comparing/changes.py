"""What can have changed between two plans, as typed values."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Words
from kepu_cli.ledger import Basis

if TYPE_CHECKING:
    from kepu_cli.findings import Path, Said
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


class Holding(NamedTuple):
    """A department, or a group word, with its role."""

    department: str
    role: Role


class Mentioned(NamedTuple):
    """An item by the way: its path in the new plan (in the old one where it is gone), its number and name."""

    path: Path
    number: str
    name: str


def texts(text: str) -> tuple[str, ...]:
    """What a change has before or after it, where that is one text or nothing."""
    return (text,) if text else ()


class Change(NamedTuple):
    """One thing that somebody has to be told.

    `item` is a path in the new plan, for what was removed in the old one; () and a roster path for the plan and its
    members, where `level` and `action` are None. `before` and `after` are what the plans say: the names; or one text, a
    due text, a target with its name; for a changed role the roles' values; for a move the actions; () is nothing.
    `old` and `new` are the paths of the very words, or of the item where nothing is written; None where there is not
    even that.

    `field` is the key of a changed text that is not the item's own name or text: leader, remark, phases.
    `basis` is None for what is written at the item itself; else through what it reaches the item: the action's
    departments, a project, or a group word. `followers` are the items where such a change shows, told once for all.
    `departments` are several where a reform made one body of them. An added or removed item has its leads there, who
    else it names as `holders`; `before` of an added one is the old item that it was split off from. A move is `merged`
    where an old item went into one that has another origin.
    A reform's `followers` are the items that went over to a successor. `staying` are, where a group word came or went,
    those of its bodies that have a part in the item both before and after.
    """

    verb: Verb
    item: Path
    level: Level | None = None
    number: str = ""
    name: str = ""
    action: Heading | None = None
    departments: tuple[str, ...] = ()
    role: Role | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    old: Path | None = None
    new: Path | None = None
    merged: bool = False
    field: str = ""
    basis: Basis | None = None
    followers: tuple[Mentioned, ...] = ()
    holders: tuple[Holding, ...] = ()
    staying: tuple[str, ...] = ()

    @property
    def fact(self) -> tuple[object, ...]:
        """What it tells, wherever it shows."""
        return self.verb, self.departments, self.role, self.field, self.before, self.after

    @property
    def tasks(self) -> int:
        """How many items a reform took over to a successor."""
        return len(self.followers) if self.verb is Verb.REFORMED else 0

    @property
    def is_echo(self) -> bool:
        """It only says where a change of the action or a project, told by itself, shows as well: not counted again."""
        return self.basis in (Basis.INHERITED, Basis.PROJECT) and bool(self.followers)


class Shift(NamedTuple):
    """One department at one item, where its role in the ledger is another one than before; None is no part in it.

    `department` is what the new plan calls it, `formerly` its names in the old plan where a reform gave it another.
    `is_body` is False for a word that names nobody (有关单位). `old` and `new` are the paths of the item.
    """

    department: str
    before: Role | None
    after: Role | None
    before_basis: Basis | None
    after_basis: Basis | None
    level: Level
    number: str
    name: str
    action: Heading
    old: Path | None
    new: Path | None
    formerly: tuple[str, ...] = ()
    is_body: bool = True


class Fate(StrEnum):
    """What became of an item of the old plan; what simply vanished comes first."""

    DROPPED = "dropped"
    FINISHED = "finished"
    MERGED = "merged"
    CONTINUED = "continued"


FATE_WORDS = {
    Fate.DROPPED: Words("没有交代", "unaccounted for"),
    Fate.FINISHED: Words("已完成", "finished"),
    Fate.MERGED: Words("并入", "merged"),
    Fate.CONTINUED: Words("继续", "continued"),
}


class Carried(NamedTuple):
    """An old item and what became of it; `into` are the new items that go on with it, first its pair.

    `because` says, for a finished one, what was reached.
    """

    fate: Fate
    old: Mentioned
    level: Level
    action: Heading
    into: tuple[Mentioned, ...] = ()
    leads: tuple[str, ...] = ()
    because: str = ""


class Proposal(NamedTuple):
    """Two items that may be one (疑似同一事项); nothing is done about it.

    `score` goes to 100. `reference` is what 原编号 at the new item has to say, so that the next comparison knows;
    "" where only an id of its own would tell the old item from others. `is_paired` tells that as things are one of them
    is paired with another item, by nothing but its number.
    """

    score: int
    old: Mentioned
    new: Mentioned
    level: Level
    reference: str
    is_paired: bool = False


class Doubt(NamedTuple):
    """What a comparison cannot settle: a body that ended without a successor, a 原编号 that names nothing.

    `old` and `new` are the paths where to look.
    """

    words: Said
    old: Path | None = None
    new: Path | None = None
