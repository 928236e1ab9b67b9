"""Data → model: what does not fit becomes a flaw, is left out, and the rest is still a plan that rules can look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kepu_cli.choices import CHOICES
from kepu_cli.findings import Flaw, Words
from kepu_cli.frozen import Frozen, Unfit
from kepu_cli.kinds import children
from kepu_cli.loading.other_words import choice_for
from kepu_cli.names import has_wide_brackets
from kepu_cli.spelling import nearest
from kepu_cli.vocabulary import VOCABULARY, key_words
from kepu_cli.yaml_source.nodes import MapNode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.findings import Fact, Path
    from kepu_cli.loading.places import Places
    from kepu_cli.loading.transcript import Data


_Fitted = TypeVar("_Fitted", bound=Frozen)


def fit(
    content: dict[str, Data], model: type[_Fitted], places: Places
) -> tuple[_Fitted | None, list[Flaw], list[Path]]:
    """The model's value, the flaws, and the paths left out. No plan only where it has no list of actions at all."""
    unfit: list[Unfit] = []
    value = model.fit(content, (), unfit)
    flaws = [_flaw(each, model.__name__, places) for each in unfit]
    broken = [each.path for each in unfit if each.kind != "blank-items"]
    return None if ("actions",) in broken else value, flaws, broken


def in_language_of(places: Places, key: Fact) -> Fact:
    """A key as the plan's own keys would have it: in English only where all of its outermost ones are."""
    mount = places.mounts.get(())
    typed = [name.text or "" for name, _ in mount.node.entries] if mount and isinstance(mount.node, MapNode) else []
    if not isinstance(key, Words) or not typed:
        return key
    return key.en if all(map(str.isascii, typed)) else key.zh


def _flaw(unfit: Unfit, model: str, places: Places) -> Flaw:
    code, kind = _told_as(unfit)
    if kind == "choice":
        return _choice_flaw(unfit, places, _facts(unfit, model))
    find = places.find_empty if unfit.kind == "blank-items" else places.find
    facts = _facts(unfit, model)
    if code == "K006":
        # To be written into the file as it stands.
        facts["key"] = in_language_of(places, facts["key"])
    return Flaw(code, kind, find(unfit.path), facts, path=unfit.path)


def _told_as(unfit: Unfit) -> tuple[str, str]:
    """The code of the rule that tells it, and which case of it."""
    if unfit.kind in ("missing", "empty"):
        return "K006", "no-actions" if unfit.path == ("actions",) else "missing"
    if unfit.kind == "blank-items" or unfit.value is None:
        return "K005", "nothing"
    if unfit.kind == "list" and isinstance(unfit.value, str) and has_wide_brackets(unfit.value):
        return "K005", "wide-brackets"
    return "K005", unfit.kind


def _choice_flaw(unfit: Unfit, places: Places, facts: Mapping[str, Fact]) -> Flaw:
    choices = CHOICES[unfit.choice]
    typed = str(unfit.value)
    zh, en = ("、".join(words[0] for words in choices.values()), ", ".join(words[1] for words in choices.values()))
    meant = choice_for(unfit.choice, typed) or nearest(typed, [word for words in choices.values() for word in words])
    kind = "choice-near" if meant else "choice"
    facts = {**facts, "choices": Words(zh, en), "meant": meant or ""}
    return Flaw("K005", kind, places.find(unfit.path), facts, path=unfit.path)


def _facts(unfit: Unfit, model: str) -> dict[str, Fact]:
    shown = unfit.value if isinstance(unfit.value, str) else ""
    return {"key": _key_at(unfit.path, model), "value": shown[:40] + ("…" if len(shown) > 40 else "")}


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
