"""Points that are counted inside a paragraph: …。一是……。二是……。"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from kepu_cli.importers.structure.numbering import read_marker
from kepu_cli.patterns import pattern


class Point(NamedTuple):
    """A point with its number; `text` begins with the marker, `body` behind it."""

    number: str
    text: str
    body: str


class Points(NamedTuple):
    """What stands before the first point, and the points; `before` + their texts are the whole."""

    before: str
    points: tuple[Point, ...]


def enumerated(text: str) -> Points | None:
    """The points of a paragraph that counts from one to at least two; None where it does not."""
    starts = _starts(text)
    if len(starts) < 2:
        return None
    bounds = [*starts, len(text)]
    return Points(
        text[: starts[0]],
        tuple(_point(text[start:end]) for start, end in pairwise(bounds)),
    )


_CANDIDATE = pattern(r"(?:^|(?<=[。；;：:！!？?，,)）】\s]))(?=[一二三四五六七八九十其第(（0-9①-⒇])")
_LOOSE = frozenset("，,")  # behind a comma a number may belong to the sentence; 一是 never does
_FORMS = frozenset(("一是", "①", "（1）", "1)", "1."))


def _point(text: str) -> Point:
    marker = read_marker(text)
    assert marker is not None
    return Point(marker.number, text, text[marker.length :])


def _starts(text: str) -> list[int]:
    """Where the points of the form begin that counts first."""
    found: dict[str, list[int]] = {}
    for candidate in _CANDIDATE.finditer(text):
        at = candidate.start()
        marker = read_marker(text[at : at + 24])
        if marker is None or marker.form not in _FORMS or text[at].isspace():
            continue
        if marker.form != "一是" and at and text[at - 1] in _LOOSE:
            continue
        starts = found.setdefault(marker.form, [])
        if marker.value == len(starts) + 1:
            starts.append(at)
    counted = [starts for starts in found.values() if len(starts) > 1]
    return min(counted, default=[])
