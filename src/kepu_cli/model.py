"""The plan as frozen values. Field names are the English keys; the Chinese ones stand in the vocabulary.

Every scalar arrives as text; the types below say what a field makes of it. An unfit value raises a
`PydanticCustomError` whose type names the case that rule K005 words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from kepu_cli.findings import Lang
from kepu_cli.names import split_names
from kepu_cli.vocabulary import CHOICES


class Role(StrEnum):
    """What a department is to an item, the heaviest first."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"


class Level(StrEnum):
    ACTION = "action"
    DUTY = "duty"
    PROJECT = "project"


# The validators below take `object`: what YAML held, a text, a list or a mapping.
def _choice(choice: str) -> BeforeValidator:
    accepted = {word: value for value, words in CHOICES[choice].items() for word in words}

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in accepted:
            raise PydanticCustomError("choice", "not one of the choices", {"choice": choice})
        return accepted[value]

    return BeforeValidator(read)


def _words(choice: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": [word for words in CHOICES[choice].values() for word in words]})


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return split_names(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(name for item in value for name in split_names(item))
    raise PydanticCustomError("names", "department names expected")


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise PydanticCustomError("texts", "a text or a list of texts expected")


def _year(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"(?:19|20|21)[0-9]{2}", value.removesuffix("年")):
        return int(value.removesuffix("年"))
    raise PydanticCustomError("year", "four digits expected")


def _period(value: object) -> tuple[int, int]:
    text = "-".join(value) if isinstance(value, list) and all(isinstance(x, str) for x in value) else value
    if isinstance(text, str) and (match := _PERIOD.fullmatch(text.strip())):
        first, last = int(match[1]), int(match[2])
        if first <= last:
            return first, last
    raise PydanticCustomError("period", "two years expected")


def _count(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4}", value):
        return int(value)
    raise PydanticCustomError("count", "a whole number expected")


def _flag(value: object) -> bool:
    for word, spellings in CHOICES["optional"].items():
        if value in spellings:
            return word == "yes"
    raise PydanticCustomError("choice", "yes or no expected", {"choice": "optional"})


_PERIOD = re.compile(r"((?:19|20|21)[0-9]{2})年?\s*(?:[-—–－~～至到]+)\s*((?:19|20|21)[0-9]{2})年?")
_NAMES_SCHEMA = {"type": ["string", "array"], "items": {"type": "string"}}

Text = Annotated[str, Field(min_length=0)]
Names = Annotated[tuple[str, ...], BeforeValidator(_names), WithJsonSchema(_NAMES_SCHEMA)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_texts), WithJsonSchema(_NAMES_SCHEMA)]
Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": ["integer", "string"]})]
Period = Annotated[
    tuple[int, int], BeforeValidator(_period), WithJsonSchema({"type": ["string", "array"], "items": {}})
]
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": ["integer", "string"]})]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": ["是", "否", "yes", "no", True, False]})]
Kind = Annotated[str, _choice("kind"), _words("kind")]
Sector = Annotated[str, _choice("sector"), _words("sector")]
How = Annotated[str, _choice("how"), _words("how")]
SeverityWord = Annotated[str, _choice("severity"), _words("severity")]
Scalar = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]


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
        return Lang.ZH if re.search(r"[\u3400-\u9fff]", self.title) else Lang.EN

    @property
    def first_year(self) -> int | None:
        return self.year or (self.period[0] if self.period else None)

    @property
    def last_year(self) -> int | None:
        return self.year or (self.period[1] if self.period else None)


KINDS: Mapping[str, type[Frozen]] = {
    model.__name__: model
    for model in (
        Plan, Action, Duty, Project, Phase, LeadingGroup, Target, RuleSetting, Waiver,
        Roster, Department, FormerName, Outline, OutlineAction, OutlineDuty,
    )
}  # fmt: skip


class Child(StrEnum):
    """How a field holds values that have keys of their own."""

    ONE = "one"
    MANY = "many"
    BY_NAME = "by-name"


def children(kind: str) -> Mapping[str, tuple[Child, str | None]]:
    """Fields of a kind that hold mappings: how, and of which kind (None: free texts by name)."""
    return _CHILDREN[kind]


def _child(annotation: Any) -> tuple[Child, str | None] | None:
    origin, args = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and annotation.__name__ in KINDS:
        return Child.ONE, annotation.__name__
    if origin is tuple and isinstance(args[0], type) and args[0].__name__ in KINDS:
        return Child.MANY, args[0].__name__
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        value = args[1]
        return Child.BY_NAME, value.__name__ if isinstance(value, type) and value.__name__ in KINDS else None
    return None


_CHILDREN = {
    kind: {name: child for name, field in model.model_fields.items() if (child := _child(field.annotation)) is not None}
    for kind, model in KINDS.items()
}
