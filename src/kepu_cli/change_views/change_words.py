"""What the screen and the files call a change: its verb, the changed field, the way by which it reaches an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.comparing.changes import FATE_WORDS, VERB_WORDS, Fate, Verb
from kepu_cli.findings import Words
from kepu_cli.ledger import Basis
from kepu_cli.model import Level
from kepu_cli.vocabulary import VOCABULARY, key_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.comparing.changes import Change

NONE = Words("（无）", "(none)")
SPLIT_OFF = Words("由“{origin}”拆出", "split off from “{origin}”")
# Of a group word that came or went.
STAYING = {
    Verb.JOINED: Words("其中{names}原来就在", "of them {names} were there before"),
    Verb.LEFT: Words("其中{names}仍在", "of them {names} stay"),
}
WAYS = {
    Basis.GROUP: Words("随单位组", "through a group word"),
    Basis.PROJECT: Words("随项目", "through a project"),
    Basis.INHERITED: Words("随任务", "through the action"),
}


def verb_words(change: Change) -> Words:
    """What happened, in a word; an item that went into another one was not moved but merged."""
    return FATE_WORDS[Fate.MERGED] if change.merged else VERB_WORDS[change.verb]


def field_words(change: Change) -> Words:
    """What a changed field is called: 备注; 领导小组组长; a phase and a group with their own names."""
    if change.level is not None:
        return key_words(_KINDS[change.level], change.field)
    if change.field in VOCABULARY["LeadingGroup"]:
        words = key_words("LeadingGroup", change.field)
        return Words(f"领导小组{words.zh}", f"leading_group.{words.en}")
    words = key_words("Plan", change.field)
    return Words(f"{words.zh}“{change.name}”", f"{words.en} “{change.name}”") if change.name else words


def without_common_name(change: Change) -> tuple[str, ...]:
    """What a target is now, without its name where the old one has the same: 人次 3000 → 5000."""
    if not change.before or not change.old or not change.new or change.old[-1] != change.new[-1]:
        return change.after
    return tuple(text.removeprefix(f"{change.new[-1]} ") for text in change.after)


def told_once(changes: Sequence[Change]) -> list[Change]:
    """The changes of an item; of a change that is told at the item itself, not where it shows as well."""
    own = {change.fact for change in changes if not change.followers}
    return [change for change in changes if not change.followers or change.fact not in own]


_KINDS = {Level.ACTION: "Action", Level.DUTY: "Duty", Level.PROJECT: "Project"}
