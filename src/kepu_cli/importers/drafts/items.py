"""What was read of an item → what a plan says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kepu_cli.choices import CHOICES
from kepu_cli.importers.drafts.plain_text import plain
from kepu_cli.model import Role
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.importers.attribution.result import Attribution, Named, Person
    from kepu_cli.importers.drafts.draft import DraftAction, DraftItem


def action_data(action: DraftAction) -> dict[str, Any]:
    """An action with its duties, as the model reads it. Nothing that is empty is in it."""
    data = {"id": action.number, "name": action.text, "kind": _kind(action), **_common(action)}
    return _filled(data) | {"duties": [duty_data(duty) for duty in action.duties]}


def duty_data(duty: DraftItem) -> dict[str, Any]:
    """A duty, which always has a text."""
    return {"text": plain(duty.text) or NO_TEXT} | _filled({"id": duty.number, **_common(duty)})


# What stands for the text of a duty of which only departments were read; a duty needs one.
NO_TEXT = "（原文没有写内容）"

_KIND_AT_END = pattern(r"(行动|工程|保障)(?:计划|措施|机制)?[。；;.]?$")
_LONGEST_NAME = 40  # characters; whatever is longer is a sentence, and its last word tells nothing
_LEADER = "领导"


def _common(item: DraftItem) -> dict[str, Any]:
    leaders, others = _persons(item)
    return {
        **{role.value: _names(item.attributions, role) for role in Role},
        "leader": "、".join(leaders),
        "due": _due(item),
        "remark": item.remark,
        "extra": {**_unknown_kind(item), **item.extra, **others},
    }


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}


def _names(attributions: Iterable[Attribution], role: Role) -> list[str]:
    return [name for each in attributions for name, of in _spelt(each) if of is role]


def _spelt(attribution: Attribution) -> Iterator[tuple[str, Role]]:
    """The names with their roles; 等 goes on behind the name that it followed, so that the plan says it too."""
    last = _before_open_end(attribution.names) if attribution.is_open else None
    for at, named in enumerate(attribution.names):
        open_end = at == last and not named.name.endswith("等")
        yield named.name + "等" * open_end, named.role


def _before_open_end(names: tuple[Named, ...]) -> int | None:
    """The place of the name that 等 followed, as far as anybody can tell: the last body that is no group."""
    bodies = [at for at, named in enumerate(names) if not named.is_group]
    told = [at for at in bodies if names[at].written.endswith("等")]
    return next(reversed(told or bodies), None)


def _due(item: DraftItem) -> str:
    dues = (item.due, *(attribution.due for attribution in item.attributions))
    return "；".join(dict.fromkeys(due.strip() for due in dues if due.strip()))


def _persons(item: DraftItem) -> tuple[list[str], dict[str, str]]:
    """Those who lead; and all others by the word that introduced them."""
    persons: list[Person] = [person for each in item.attributions for person in each.persons]
    leaders = [item.leader, *(person.name for person in persons if _LEADER in person.label)]
    others: dict[str, list[str]] = {}
    for label, name in persons:
        if _LEADER not in label:
            others.setdefault(label, []).append(name)
    return list(dict.fromkeys(filter(None, leaders))), {label: "、".join(names) for label, names in others.items()}


def _kind(action: DraftAction) -> str:
    """The kind that a column tells, else the one that the name ends with; "" where neither does."""
    if _is_kind(action.kind):
        return action.kind
    name = action.text.strip()
    match = _KIND_AT_END.search(name) if len(name) <= _LONGEST_NAME else None
    return match[1] if match else ""


def _unknown_kind(item: DraftItem) -> dict[str, str]:
    return {"类别": item.kind} if item.kind and not _is_kind(item.kind) else {}


def _is_kind(word: str) -> bool:
    return any(word in words for words in CHOICES["kind"].values())
