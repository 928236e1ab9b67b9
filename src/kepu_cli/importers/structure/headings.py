"""Headings that nobody numbered: short lines below which a count begins, or the departments stand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kepu_cli.importers.attribution.bodies import is_specific
from kepu_cli.importers.attribution.read import read_attribution
from kepu_cli.importers.structure.line import ends_sentence, is_heading
from kepu_cli.importers.structure.noise import is_noise
from kepu_cli.importers.structure.numbering import usual_rank
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.importers.structure.line import Line


def with_headings(lines: Sequence[Line]) -> list[Line]:
    """The lines, unnumbered headings with a level.

    Two at least, each right before the first number of the text's highest form; or, in a text without any number,
    the nearest above departments, and where there are no labels each line with its departments in brackets.
    """
    highest = min((line.form for line in lines if line.marker), key=usual_rank, default="")
    if any(line.level for line in lines):
        return list(lines)
    found = _before_numbers(lines, highest) if highest else _above_labels(lines)
    if highest and len(found) < 2:
        return list(lines)
    if not highest and not found:
        found = [line.at for line in lines if _BRACKET.search(line.text)]
    chosen = set(found)
    return [line._replace(level=_LEVEL) if line.at in chosen else line for line in lines]


def _before_numbers(lines: Sequence[Line], form: str) -> list[int]:
    return [
        before.at
        for before, line in pairwise(lines)
        if _begins(line, form) and (can_be_heading(before) or is_departments(before.text))
    ]


def _above_labels(lines: Sequence[Line]) -> list[int]:
    """Of the lines between two groups of labels the last that can be a heading."""
    found: list[int] = []
    nearest: int | None = None
    for line in lines:
        if _LABEL.match(line.text):
            found += [] if nearest is None else [nearest]
            nearest = None
        elif can_be_heading(line):
            nearest = line.at
    return found


def is_departments(text: str) -> bool:
    """A line that names departments and says no more: 县科协、县教育局：."""
    plain = text.strip().rstrip(":：")
    if not 1 < len(plain) <= _LONGEST or ":" in plain or "：" in plain:
        return False
    read = read_attribution(plain)
    names = [named for named in read.names if not named.is_group]
    return (
        bool(names) and not (read.unread or read.persons or read.due) and all(is_specific(each.name) for each in names)
    )


def can_be_heading(line: Line) -> bool:
    text = line.text.strip()
    return (
        not line.marker
        and is_heading(text)
        and not ends_sentence(text)
        and not _LABEL.match(text)
        and not is_noise(text)
    )


_LEVEL = 9
_LONGEST = 40
_LABEL = pattern(
    r"\s*[(（【\[]?(?:总?牵头|责任|主办|承办|配合|协办|协同|参加|分管|主管|落实|完成|时间)[^:：。，,、]{0,8}[:：]"
)
_BRACKET = pattern(
    r"[(（【\[][^()（）]*(?:[局委办部会厅院协联团社行校]|单位|部门|牵头|负责|配合|参与|街道|乡镇)[)）\]】][。；;]?\s*$"
)


def _begins(line: Line, form: str) -> bool:
    return line.marker is not None and line.form == form and line.marker.value == 1
