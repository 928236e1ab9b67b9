"""Data → model: what does not fit becomes a flaw, is left out, and the rest is still a plan that rules can look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from kepu_cli.findings import Flaw, Words
from kepu_cli.model import KINDS, Plan, children
from kepu_cli.spelling import nearest
from kepu_cli.vocabulary import CHOICES, VOCABULARY, key_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from kepu_cli.findings import Fact, Path
    from kepu_cli.places import Places
    from kepu_cli.transcript import Data


def fit(content: dict[str, Data], places: Places) -> tuple[Plan | None, list[Flaw], list[Path]]:
    """The plan, the flaws, and the paths left out. No plan only where its title-level list of actions is missing."""
    flaws: list[Flaw] = []
    broken: list[Path] = []
    data: Any = content
    for _ in range(_ROUNDS):
        try:
            return Plan.model_validate(data), flaws, broken
        except ValidationError as error:
            for details in error.errors(include_url=False):
                path: Path = tuple(details["loc"])
                if not any(path[: len(known)] == known for known in broken):
                    flaws.append(_flaw(details, path, places))
                    broken.append(path)
                if path[:1] == ("actions",) and len(path) == 1:
                    return None, flaws, broken
                _leave_out(data, path, missing=details["type"] == "missing")
    return None, flaws, broken


# Each round clears a deeper layer of unfit values; the language is not deeper than this.
_ROUNDS = 8

_EXPECTED = {
    "string_type": "text",
    "tuple_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "mapping_type": "mapping",
}


def _flaw(details: ErrorDetails, path: Path, places: Places) -> Flaw:
    kind = details["type"]
    facts = _facts(details, path)
    if kind in ("missing", "too_short"):
        return Flaw("K006", "no-actions" if path == ("actions",) else "missing", places.find(path), facts, path=path)
    if details["input"] is None:
        return Flaw("K005", "nothing", places.find(path), facts, path=path)
    if kind == "choice":
        return _choice_flaw(details, path, places, facts)
    return Flaw("K005", _EXPECTED.get(kind, kind), places.find(path), facts, path=path)


def _choice_flaw(details: ErrorDetails, path: Path, places: Places, facts: Mapping[str, Fact]) -> Flaw:
    choices = CHOICES[str(details.get("ctx", {}).get("choice"))]
    typed = str(details["input"])
    zh, en = ("、".join(words[0] for words in choices.values()), ", ".join(words[1] for words in choices.values()))
    meant = nearest(typed, [word for words in choices.values() for word in words])
    kind = "choice-near" if meant else "choice"
    facts = {**facts, "choices": Words(zh, en), "meant": meant or ""}
    return Flaw("K005", kind, places.find(path), facts, path=path)


def _facts(details: ErrorDetails, path: Path) -> dict[str, Fact]:
    value = details["input"]
    shown = value if isinstance(value, str) else ""
    return {"key": _key_at(path), "value": shown[:40] + ("…" if len(shown) > 40 else "")}


def _key_at(path: Path) -> Fact:
    """The last key on the path, as the reader's language spells it; a key of the clerk's own stays as typed."""
    kind: str | None = "Plan"
    named: Fact = ""
    for step in path:
        if isinstance(step, int):
            continue
        if kind in KINDS and step in VOCABULARY[kind]:
            named = key_words(kind, step)
            kind = children(kind).get(step, (None, None))[1]
        else:
            named = step
    return named


def _leave_out(data: Any, path: Path, *, missing: bool) -> None:
    """Takes an unfit value out so that positions of its neighbours stay: an empty text in a list or for what is missing."""
    container = data
    for step in path[:-1]:
        if not isinstance(container, dict | list):
            return
        container = container[step] if not isinstance(container, dict) else container.get(step)
    last = path[-1]
    if isinstance(container, list):
        container[last] = {} if container[last] == "" else ""
    elif isinstance(container, dict):
        if missing:
            container[last] = ""
        else:
            container.pop(last, None)
