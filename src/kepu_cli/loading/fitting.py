"""Data → model: what does not fit becomes a flaw, is left out, and the rest is still a plan that rules can look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic_core import ValidationError

from kepu_cli.choices import CHOICES
from kepu_cli.findings import Flaw, Words
from kepu_cli.frozen import Frozen
from kepu_cli.kinds import children
from kepu_cli.loading.other_words import choice_for
from kepu_cli.names import has_wide_brackets
from kepu_cli.spelling import nearest
from kepu_cli.vocabulary import VOCABULARY, key_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from kepu_cli.findings import Fact, Path
    from kepu_cli.loading.places import Places
    from kepu_cli.loading.transcript import Data


_Fitted = TypeVar("_Fitted", bound=Frozen)


def fit(
    content: dict[str, Data], model: type[_Fitted], places: Places
) -> tuple[_Fitted | None, list[Flaw], list[Path]]:
    """The model's value, the flaws, and the paths left out. No plan only where it has no list of actions at all."""
    flaws: list[Flaw] = []
    broken: list[Path] = []
    data: Any = content
    for _ in range(_ROUNDS):
        try:
            return model.read(data), flaws, broken
        except ValidationError as error:
            for details in filter(_is_told, error.errors(include_url=False)):
                path: Path = tuple(details["loc"])
                if _lacks_items_only(details):
                    facts = _facts(details, path, model.__name__)
                    flaws.append(Flaw("K005", "nothing", places.find_empty(path), facts, path=path))
                    _drop_nothing(data, path)
                    continue
                if not any(path[: len(known)] == known for known in broken):
                    flaws.append(_flaw(details, path, model.__name__, places))
                    broken.append(path)
                if path[:1] == ("actions",) and len(path) == 1:
                    return None, flaws, broken
                _leave_out(data, path, missing=details["type"] == "missing")
    return None, flaws, broken


# Each round clears a deeper layer of unfit values; the language is not deeper than this.
_ROUNDS = 8


def _is_told(details: ErrorDetails) -> bool:
    """A list counts as too short, too, when its items are unfit; those have flaws of their own."""
    return not (details["type"] == "too_short" and details["input"])


def _lacks_items_only(details: ErrorDetails) -> bool:
    """A list of texts with empty items among them."""
    items = details["input"]
    is_texts = details["type"] in ("names", "texts") and isinstance(items, list)
    return is_texts and None in items and all(item is None or isinstance(item, str) for item in items)


_EXPECTED = {
    "string_type": "text",
    "tuple_type": "list",
    "dataclass_type": "mapping",
    "dict_type": "mapping",
}


def _flaw(details: ErrorDetails, path: Path, model: str, places: Places) -> Flaw:
    kind = details["type"]
    facts = _facts(details, path, model)
    if kind in ("missing", "too_short"):
        return Flaw("K006", "no-actions" if path == ("actions",) else "missing", places.find(path), facts, path=path)
    if details["input"] is None:
        return Flaw("K005", "nothing", places.find(path), facts, path=path)
    if kind == "choice":
        return _choice_flaw(details, path, places, facts)
    expected = _EXPECTED.get(kind, kind)
    if expected == "list" and isinstance(details["input"], str) and has_wide_brackets(details["input"]):
        expected = "wide-brackets"
    return Flaw("K005", expected, places.find(path), facts, path=path)


def _choice_flaw(details: ErrorDetails, path: Path, places: Places, facts: Mapping[str, Fact]) -> Flaw:
    choice = str(details.get("ctx", {}).get("choice"))
    choices = CHOICES[choice]
    typed = str(details["input"])
    zh, en = ("、".join(words[0] for words in choices.values()), ", ".join(words[1] for words in choices.values()))
    meant = choice_for(choice, typed) or nearest(typed, [word for words in choices.values() for word in words])
    kind = "choice-near" if meant else "choice"
    facts = {**facts, "choices": Words(zh, en), "meant": meant or ""}
    return Flaw("K005", kind, places.find(path), facts, path=path)


def _facts(details: ErrorDetails, path: Path, model: str) -> dict[str, Fact]:
    value = details["input"]
    shown = value if isinstance(value, str) else ""
    return {"key": _key_at(path, model), "value": shown[:40] + ("…" if len(shown) > 40 else "")}


def _key_at(path: Path, model: str) -> Fact:
    """The last key on the path, as the reader's language spells it; a key of the clerk's own stays as typed."""
    kind: str | None = model
    named: Fact = ""
    for step in path:
        if isinstance(step, int):
            continue
        if kind is not None and step in VOCABULARY[kind]:
            named = key_words(kind, step)
            kind = children(kind).get(step, (None, None))[1]
        else:
            named = step
    return named


def _leave_out(data: Any, path: Path, *, missing: bool) -> None:
    """Takes an unfit value out; in a list, and for what is missing, something empty keeps the positions."""
    container, last = _holder(data, path)
    if isinstance(container, list):
        container[last] = {} if container[last] == "" else ""
    elif isinstance(container, dict):
        if missing:
            container[last] = ""
        else:
            container.pop(last, None)


def _drop_nothing(data: Any, path: Path) -> None:
    """The names that are written in a list stay, without its empty items."""
    container, last = _holder(data, path)
    container[last] = [item for item in container[last] if item is not None]


def _holder(data: Any, path: tuple[Any, ...]) -> tuple[Any, Any]:
    """The list or mapping that holds the value, and the step to it; a short form (K302: off) is a value as a whole."""
    container, last = None, path[0]
    below = data
    for step in path:
        if isinstance(below, dict) and isinstance(step, int):
            # One mapping where a list of them may stand.
            continue
        if not isinstance(below, dict | list):
            break
        container, last = below, step
        below = below.get(step) if isinstance(below, dict) else below[step]
    return container, last
