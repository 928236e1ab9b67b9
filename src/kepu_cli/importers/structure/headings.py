"""Headings that nobody numbered: short lines below which a count begins, or the departments stand."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kepu_cli.importers.structure.line import ends_sentence, is_heading
from kepu_cli.importers.structure.noise import is_noise
from kepu_cli.importers.structure.numbering import usual_rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.importers.structure.line import Line


def with_headings(lines: Sequence[Line]) -> list[Line]:
    """The lines, unnumbered headings with a level.

    Two at least, each right before the first number of the text's highest form; or, in a text without any number,
    before departments, and where there are no labels each line with its departments in brackets.
    """
    highest = min((line.form for line in lines if line.marker), key=usual_rank, default="")
    if any(line.level for line in lines):
        return list(lines)
    found = [
        before.at
        for before, line in pairwise(lines)
        if can_be_heading(before) and (_begins(line, highest) if highest else bool(_LABEL.match(line.text)))
    ]
    if highest and len(found) < 2:
        return list(lines)
    if not highest and not found:
        found = [line.at for line in lines if _BRACKET.search(line.text)]
    chosen = set(found)
    return [line._replace(level=_LEVEL) if line.at in chosen else line for line in lines]


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
_LABEL = re.compile(
    r"\s*[(（【\[]?(?:总?牵头|责任|主办|承办|配合|协办|协同|参加|分管|主管|落实|完成|时间)[^:：。，,、]{0,8}[:：]"
)
_BRACKET = re.compile(
    r"[(（【\[][^()（）]*(?:[局委办部会厅院协联团社行校]|单位|部门|牵头|负责|配合|参与|街道|乡镇)[)）\]】][。；;]?\s*$"
)


def _begins(line: Line, form: str) -> bool:
    return line.marker is not None and line.form == form and line.marker.value == 1
