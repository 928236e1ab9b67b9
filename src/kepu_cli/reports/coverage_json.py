"""Coverage as JSON for other programs; the form is stable, its version is `SCHEMA`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.coverage import Grade
from kepu_cli.json_text import json_text

if TYPE_CHECKING:
    from kepu_cli.coverage import Coverage, Graded
    from kepu_cli.loading.places import Places

SCHEMA = 1


def render(coverage: Coverage, places: Places) -> str:
    """`{"schema", "gaps": […], "idle": […], "outline": […]}`; gaps are the items that are not fully covered."""
    document = {
        "schema": SCHEMA,
        "gaps": [_gap(graded, places) for graded in coverage.gaps],
        "idle": [member.department for member in coverage.idle],
        "outline": [{"outline": duty.outline, "id": duty.duty.id, "text": duty.duty.text} for duty in coverage.outline],
        "summary": {grade.value: sum(item.grade is grade for item in coverage.graded) for grade in Grade},
    }
    return json_text(document)


def _gap(graded: Graded, places: Places) -> dict[str, object]:
    place = places.find(graded.row.path)
    return {
        "item": list(graded.row.path),
        "name": graded.row.label,
        "grade": graded.grade.value,
        "because": graded.because or None,
        "unsure": list(graded.unsure),
        "file": place.file,
        "line": place.line,
    }
