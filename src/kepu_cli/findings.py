"""What is wrong with a plan: findings, and the words they are told in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.printable import printable, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

# Where something stands in a plan: keys in their English form and list positions from 0,
# e.g. ("actions", 3, "lead", 1). The only language rules and errors use for places.
Path = tuple[str | int, ...]


# The default of mappings: what is typed as a Mapping is never changed.
NOTHING: Mapping[str, Any] = {}


class Lang(StrEnum):
    ZH = "zh"
    EN = "en"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


class Words(NamedTuple):
    """One message in both languages; `{name}` stands for a fact."""

    zh: str
    en: str

    def in_(self, lang: Lang) -> str:
        return self.zh if lang is Lang.ZH else self.en


# Names that a message lists before it leaves off.
MOST_NAMES = 50

# A fact that fills a place in a message. A tuple is a list of names; Words are themselves translated.
Fact = str | int | Words | tuple[str, ...]


class Said(NamedTuple):
    """A message with its facts, still in both languages."""

    words: Words
    facts: Mapping[str, Fact] = NOTHING

    def in_(self, lang: Lang) -> str:
        return self.words.in_(lang).format_map({key: _spell(fact, lang) for key, fact in self.facts.items()})

    def names(self) -> tuple[str, ...]:
        """The texts among the facts: what the message names. Numbers, such as a line, are left out."""
        return tuple(name for fact in self.facts.values() for name in _texts(fact))


def say(words: Words, /, **facts: Fact) -> Said:
    """`say(MESSAGE, name="市科协")`: the message with its facts."""
    return Said(words, facts)


class Place(NamedTuple):
    """A spot in a file: line and column from 1, columns in characters; `width` characters are meant."""

    file: str
    line: int
    column: int
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Flaw(NamedTuple):
    """What reading and loading meet: the code of the rule that tells it, which case of it, where, and the facts.

    The words belong to the rule (its `MESSAGES[kind]`); reading knows none.
    """

    code: str
    kind: str
    place: Place
    facts: Mapping[str, Fact] = NOTHING
    also: Place | None = None
    path: Path = ()


class Fix(NamedTuple):
    """How to put a finding right without asking anybody: the name at `path` becomes `to`; None takes it out."""

    path: Path
    to: str | None


class Issue(NamedTuple):
    """What a rule yields: where (as a path) and what; the runner adds code, severity and place.

    `also` is the second place that matters, such as the first of two equal keys. `fix` only where nobody need decide.
    """

    path: Path
    message: Said
    hint: Said | None = None
    severity: Severity | None = None
    also: Path | None = None
    place: Place | None = None
    also_place: Place | None = None
    fix: Fix | None = None


class Finding(NamedTuple):
    """An issue with its rule's code and name, its severity and its place in a file.

    `item` is what it stands at, by names that survive a renumbering: an action and its duty, a member.
    """

    code: str
    name: str
    severity: Severity
    message: Said
    hint: Said | None
    place: Place
    path: Path
    also: Place | None = None
    fix: Fix | None = None
    item: tuple[str, ...] = ()


def _texts(fact: Fact) -> tuple[str, ...]:
    if isinstance(fact, str):
        return (fact,)
    return fact if isinstance(fact, tuple) and not isinstance(fact, Words) else ()


def _spell(fact: Fact, lang: Lang) -> str | int:
    if isinstance(fact, Words):
        return fact.in_(lang)
    if isinstance(fact, tuple):
        more = ("…",) if len(fact) > MOST_NAMES else ()
        return ("、" if lang is Lang.ZH else ", ").join((*map(_shown, fact[:MOST_NAMES]), *more))
    return _shown(fact) if isinstance(fact, str) else fact


def _shown(text: str) -> str:
    return printable(shortened(text))
