"""A comparison for programs: JSON with the same keys in either language."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.changes import Verb
from kepu_cli.json_text import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kepu_cli.comparing.changes import Carried, Change, Doubt, Heading, Mentioned, Proposal, Shift
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.findings import Lang, Path
    from kepu_cli.loading.places import Places

SCHEMA = 1


def render(comparison: Comparison, old: Places | None, new: Places | None, lang: Lang) -> str:
    """All that a comparison holds; only a doubt's message, and why something is finished, follow the language.

    `old` and `new` are places in the two files, null where there is none, or no line to tell of. The summary counts
    the verbs that occur, in their own order.
    """
    files = _Files(old, new)
    counts = Counter(change.verb for change in comparison.changes)
    document = {
        "schema": SCHEMA,
        "changes": [change_data(change, files.places(change.old, change.new)) for change in comparison.changes],
        "shifts": [_shift(shift, files) for shift in comparison.shifts],
        "carried": [_carried(one, files) for one in comparison.carried],
        "proposals": [_proposal(one, files) for one in comparison.proposals],
        "doubts": [_doubt(one, files, lang) for one in comparison.doubts],
        "summary": {verb.value: counts[verb] for verb in Verb if counts[verb]},
    }
    return json_text(document)


def change_data(change: Change, places: dict[str, object]) -> dict[str, object]:
    """One change. `item` is a path in the new plan, of a removed item in the old one; a reform has its `tasks` counted,
    a move whether it is a merger.
    """
    more: dict[str, object] = {"tasks": change.tasks} if change.verb is Verb.REFORMED else {}
    if change.verb is Verb.MOVED:
        more["merged"] = change.merged
    return {
        "verb": change.verb.value,
        "item": list(change.item),
        "level": change.level.value if change.level else None,
        "number": change.number,
        "name": change.name,
        "action": heading_data(change.action) if change.action else None,
        "department": joined(change.departments),
        "role": change.role.value if change.role else None,
        "field": change.field,
        "before": joined(change.before),
        "after": joined(change.after),
        "basis": change.basis.value if change.basis else None,
        "followers": _items(change.followers),
        "holders": [{"department": name, "role": role.value} for name, role in change.holders],
        "staying": list(change.staying),
        **more,
        **places,
    }


def place_data(path: Path | None, places: Places | None) -> dict[str, object] | None:
    """File, line and column; None where there is no path, or the file has no lines."""
    if path is None or places is None:
        return None
    place = places.find(path)
    return {"file": place.file, "line": place.line, "column": place.column}


def joined(names: Iterable[str]) -> str:
    """Several names in one text, in either language."""
    return "、".join(names)


class _Files(NamedTuple):
    old: Places | None
    new: Places | None

    def places(self, old: Path | None, new: Path | None) -> dict[str, object]:
        return {"old": place_data(old, self.old), "new": place_data(new, self.new)}


def heading_data(action: Heading) -> dict[str, object]:
    return {"item": list(action.path), "number": action.number, "name": action.name, "gone": action.gone}


def _item(item: Mentioned) -> dict[str, object]:
    return {"item": list(item.path), "number": item.number, "name": item.name}


def _items(items: Iterable[Mentioned]) -> list[dict[str, object]]:
    return [_item(item) for item in items]


def _shift(shift: Shift, files: _Files) -> dict[str, object]:
    return {
        "department": shift.department,
        "formerly": joined(shift.formerly),
        "body": shift.is_body,
        "before": shift.before.value if shift.before else None,
        "after": shift.after.value if shift.after else None,
        "before_basis": shift.before_basis.value if shift.before_basis else None,
        "after_basis": shift.after_basis.value if shift.after_basis else None,
        "level": shift.level.value,
        "number": shift.number,
        "name": shift.name,
        "action": heading_data(shift.action),
        "old_item": list(shift.old) if shift.old is not None else None,
        "new_item": list(shift.new) if shift.new is not None else None,
        **files.places(shift.old, shift.new),
    }


def _carried(one: Carried, files: _Files) -> dict[str, object]:
    return {
        "fate": one.fate.value,
        **_item(one.old),
        "level": one.level.value,
        "action": heading_data(one.action),
        "leads": joined(one.leads),
        "because": one.because,
        "into": _items(one.into),
        "old": place_data(one.old.path, files.old),
    }


def _proposal(one: Proposal, files: _Files) -> dict[str, object]:
    return {
        "score": one.score,
        "level": one.level.value,
        "old": {**_item(one.old), "place": place_data(one.old.path, files.old)},
        "new": {**_item(one.new), "place": place_data(one.new.path, files.new)},
        "reference": one.reference,
        "paired": one.is_paired,
    }


def _doubt(one: Doubt, files: _Files, lang: Lang) -> dict[str, object]:
    return {"message": one.words.in_(lang), **files.places(one.old, one.new)}
