"""The plan as frozen values. Field names are the English keys; the Chinese ones stand in the vocabulary.

Every scalar arrives as text; `field_types` says what a field makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kepu_cli.field_types import Count, Flag, How, Kind, Names, Period, Scalar, Sector, SeverityWord, Text, Texts, Year
from kepu_cli.findings import Lang, Words


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


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Target(Frozen):
    """A target that can be counted. `value` stays the text that was written: a number, perhaps with its unit."""

    value: Scalar
    unit: Text = ""
    last: Scalar = ""

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: object) -> object:
        return {"value": data} if isinstance(data, str) else data


class FormerName(Frozen):
    """Names that ended with a reform; `until` is their last year."""

    names: Names
    until: Year | None = None
    how: How = "renamed"


class Department(Frozen):
    """A member of the roster. Two departments are the same when their `name` is."""

    name: Text
    sector: Sector | None = None
    short: Text = ""
    aliases: Names = ()
    formerly: tuple[FormerName, ...] = ()
    contact: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: object) -> object:
        if isinstance(data, str):
            return {"name": data}
        if isinstance(data, dict) and isinstance(data.get("formerly"), dict):
            return {**data, "formerly": [data["formerly"]]}
        return data


class Item(Frozen):
    """What an action, a duty and a project have in common."""

    id: Scalar = ""
    lead: Names = ()
    responsible: Names = ()
    support: Names = ()
    leader: Text = ""
    due: Scalar = ""
    targets: Mapping[str, Target] = Field(default_factory=dict)
    results: Mapping[str, Scalar] = Field(default_factory=dict)
    covers: Names = ()
    formerly: Names = ()
    unassigned_because: Text = ""
    remark: Text = ""
    extra: Mapping[str, Scalar] = Field(default_factory=dict)

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
    text: Text

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: object) -> object:
        return {"text": data} if isinstance(data, str) else data

    @property
    def label(self) -> str:
        return self.text


class Project(Item):
    name: Text
    text: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: object) -> object:
        return {"name": data} if isinstance(data, str) else data

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
    groups: Mapping[str, Names] = Field(default_factory=dict)


class RuleSetting(Frozen):
    severity: SeverityWord | None = None
    limit: Count | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: object) -> object:
        return {"severity": data} if isinstance(data, str) else data


class Waiver(Frozen):
    rule: Text
    target: Text = ""
    reason: Text = ""
    until: Scalar = ""


class Settings(Frozen):
    """A project's `kepu.toml`: what holds for all its plans. A plan's own rule settings win."""

    strict: Flag = False
    baseline: Text = ""
    rules: Mapping[str, RuleSetting] = Field(default_factory=dict)


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
    groups: Mapping[str, Names] = Field(default_factory=dict)
    outline: tuple[Outline, ...] = ()
    phases: tuple[Phase, ...] = ()
    actions: tuple[Action, ...] = Field(min_length=1)
    rules: Mapping[str, RuleSetting] = Field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    extra: Mapping[str, Scalar] = Field(default_factory=dict)

    @property
    def lang(self) -> Lang:
        """The language that the plan is written in; its tables follow it."""
        names = (self.title, *(action.name for action in self.actions))
        return Lang.ZH if re.search(r"[\u3400-\u9fff]", "".join(names)) else Lang.EN

    @property
    def first_year(self) -> int | None:
        return self.year or (self.period[0] if self.period else None)

    @property
    def last_year(self) -> int | None:
        return self.year or (self.period[1] if self.period else None)
