"""Changes for programs: JSON with the same keys in either language."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from kepu_cli.comparing.changes import Verb

if TYPE_CHECKING:
    from kepu_cli.comparing.changes import Change
    from kepu_cli.findings import Path
    from kepu_cli.loading.places import Places

SCHEMA = 1


def render(changes: tuple[Change, ...], old_places: Places, new_places: Places) -> str:
    """`{"schema", "changes", "summary"}`; `old` and `new` are places in the two files, or null.

    `tasks` is there for a reform only: how many items went over to the successor. The summary counts the verbs that
    occur, in their own order.
    """
    counts = Counter(change.verb for change in changes)
    document = {
        "schema": SCHEMA,
        "changes": [_change(change, old_places, new_places) for change in changes],
        "summary": {verb.value: counts[verb] for verb in Verb if counts[verb]},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _change(change: Change, old_places: Places, new_places: Places) -> dict[str, object]:
    tasks = {"tasks": change.tasks} if change.verb is Verb.REFORMED else {}
    return {
        "verb": change.verb.value,
        "item": list(change.item),
        "name": change.name,
        "department": change.department,
        "role": change.role.value if change.role else None,
        "before": change.before,
        "after": change.after,
        **tasks,
        "old": _place(change.old, old_places),
        "new": _place(change.new, new_places),
    }


def _place(path: Path | None, places: Places) -> dict[str, object] | None:
    if path is None:
        return None
    place = places.find(path)
    return {"file": place.file, "line": place.line, "column": place.column}
