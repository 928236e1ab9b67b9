"""The plan as frozen values. Field names are the English keys; the Chinese ones stand in the vocabulary.

Every scalar arrives as text; `field_types` says what a field makes of it.
"""

# The annotations are read when the program runs: no `from __future__ import annotations` here.
import re
from collections.abc import Mapping
from enum import StrEnum
from itertools import chain
from typing import Annotated

from kepu_cli.field_types import Count, Flag, How, Kind, Names, Period, Scalar, Sector, SeverityWord, Text, Texts, Year
from kepu_cli.findings import NOTHING, Lang, Words
from kepu_cli.frozen import Frozen, ListMark


class Role(StrEnum):
    """What a department is to an item, the heaviest first."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"


ROLE_WORDS = {
    Role.LEAD: Words("牵头", "lead"),
    Role.RESPONSIBLE: Words("责任", "responsible"),
    Role.SUPPORT: Words("配合", "support"),
}


class Level(StrEnum):
    ACTION = "action"
    DUTY = "duty"
    PROJECT = "project"


class Target(Frozen):
    """A target that can be counted. `value` stays the text that was written: a number, perhaps with its unit."""

    BARE = "value"

    value: Scalar
    unit: Text = ""
    last: Scalar = ""


class FormerName(Frozen):
    """Names that ended with a reform; `until` is their last year."""

    BARE = "names"

    names: Names
    until: Year | None = None
    how: How = "renamed"


class Department(Frozen):
    """A member of the roster. Two departments are the same when their `name` is."""

    BARE = "name"

    name: Text
    sector: Sector | None = None
    short: Text = ""
    aliases: Names = ()
    formerly: Annotated[tuple[FormerName, ...], ListMark.ONE_OR_MANY] = ()
    contact: Text = ""


class Item(Frozen):
    """What an action, a duty and a project have in common."""

    id: Scalar = ""
    lead: Names = ()
    responsible: Names = ()
    support: Names = ()
    leader: Text = ""
    due: Scalar = ""
    targets: Mapping[str, Target] = NOTHING
    results: Mapping[str, Scalar] = NOTHING
    covers: Names = ()
    formerly: Names = ()
    unassigned_because: Text = ""
    remark: Text = ""
    extra: Mapping[str, Scalar] = NOTHING

    @property
    def label(self) -> str:
        """What the item is called: its name, or the text of a duty."""
        raise NotImplementedError

    def names(self, role: Role) -> tuple[str, ...]:
        """The names written for a role, in order."""
        if role is Role.LEAD:
            return self.lead
        return self.responsible if role is Role.RESPONSIBLE else self.support

    @property
    def is_unassigned(self) -> bool:
        """Nothing is written for any role."""
        return not (self.lead or self.responsible or self.support)


class Duty(Item):
    BARE = "text"

    text: Text

    @property
    def label(self) -> str:
        return self.text


class Project(Item):
    BARE = "name"

    name: Text
    text: Text = ""

    @property
    def label(self) -> str:
        return self.name


class Action(Item):
    name: Text = ""
    kind: Kind | None = None
    duties: tuple[Duty, ...] = ()
    projects: tuple[Project, ...] = ()

    @property
    def label(self) -> str:
        return self.name


class Phase(Frozen):
    name: Text
    time: Text = ""
    text: Text = ""


class LeadingGroup(Frozen):
    head: Text = ""
    deputies: Texts = ()
    members: Texts = ()
    office: Text = ""
    office_head: Text = ""


class OutlineDuty(Frozen):
    """A duty that the superior's document lays down; `optional` where a county normally has none of it."""

    id: Scalar
    text: Text
    optional: Flag = False


class OutlineAction(Frozen):
    id: Scalar = ""
    name: Text
    kind: Kind | None = None
    customary_leads: Names = ()
    prefix: Text = ""


class Outline(Frozen):
    title: Text
    short: Text = ""
    number: Text = ""
    period: Period | None = None
    actions: tuple[OutlineAction, ...] = ()
    duties: tuple[OutlineDuty, ...] = ()


class Roster(Frozen):
    """A roster file. The look-up of names is `kepu_cli.roster.Register`."""

    title: Text = ""
    region: Text = ""
    departments: tuple[Department, ...] = ()
    groups: Mapping[str, Names] = NOTHING


class RuleSetting(Frozen):
    BARE = "severity"

    severity: SeverityWord | None = None
    limit: Count | None = None


class Waiver(Frozen):
    rule: Text
    target: Text = ""
    reason: Text = ""
    until: Scalar = ""


class Settings(Frozen):
    """A project's `kepu.toml`: what holds for all its plans. A plan's own rule settings win."""

    strict: Flag = False
    baseline: Text = ""
    rules: Mapping[str, RuleSetting] = NOTHING


class Plan(Frozen):
    """The whole document with its roster and outlines put in. It knows no files, lines or terminals."""

    title: Text
    year: Year | None = None
    period: Period | None = None
    region: Text = ""
    issuer: Text = ""
    number: Text = ""
    date: Scalar = ""
    annex: Text = ""
    action_count: Count | None = None
    leading_group: LeadingGroup = LeadingGroup()
    departments: tuple[Department, ...] = ()
    groups: Mapping[str, Names] = NOTHING
    outline: tuple[Outline, ...] = ()
    phases: tuple[Phase, ...] = ()
    actions: Annotated[tuple[Action, ...], ListMark.AT_LEAST_ONE]
    rules: Mapping[str, RuleSetting] = NOTHING
    waivers: tuple[Waiver, ...] = ()
    extra: Mapping[str, Scalar] = NOTHING

    @property
    def lang(self) -> Lang:
        """The language that the plan is written in; its tables follow it."""
        # The first name tells, as a rule: each row of a table asks.
        names = chain((self.title,), (action.name for action in self.actions))
        return Lang.ZH if any(re.search(r"[\u3400-\u9fff]", name) for name in names) else Lang.EN

    @property
    def first_year(self) -> int | None:
        return self.year or (self.period[0] if self.period else None)

    @property
    def last_year(self) -> int | None:
        return self.year or (self.period[1] if self.period else None)
