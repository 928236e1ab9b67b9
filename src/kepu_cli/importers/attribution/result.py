"""What an attribution says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kepu_cli.findings import Said
    from kepu_cli.model import Role


class Named(NamedTuple):
    """A department or a group word in a role.

    `name` is whole (科协 after 县科技局 is 县科协), `written` as it stood, with the 等 behind it.
    """

    name: str
    role: Role
    is_group: bool = False
    written: str = ""


class Person(NamedTuple):
    """A person with the word that introduced them (分管领导)."""

    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """`names` in the order of the text; `due` as written, without its label; `is_open` where 等 leaves the list open.

    `doubts` are what a person has to look at: a prefix that could be another, a word that is no department.
    `unread` are the words, as written, that are in none of the other fields.
    """

    names: tuple[Named, ...] = ()
    due: str = ""
    persons: tuple[Person, ...] = ()
    is_open: bool = False
    doubts: tuple[Said, ...] = ()
    unread: tuple[str, ...] = ()


class Cut(NamedTuple):
    """A text around its attribution: `before` + `written` + `after` is the whole text."""

    before: str
    written: str
    after: str
    attribution: Attribution
