"""The line of YAML that records what an item was in the plan before: 原编号: 7.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.model import Level
from kepu_cli.vocabulary import key_in
from kepu_cli.writing.scalars import scalar

if TYPE_CHECKING:
    from kepu_cli.findings import Lang

_KINDS = {Level.ACTION: "Action", Level.DUTY: "Duty", Level.PROJECT: "Project"}


def history_line(level: Level, known: tuple[str, ...], reference: str, lang: Lang) -> str:
    """With all that the item was before: [6.2, 7.4] beside what is `known` already; "" without a reference."""
    if not reference:
        return ""
    written = [scalar(each, inside=bool(known)) for each in (*known, reference)]
    value = f"[{', '.join(written)}]" if known else written[0]
    return f"{key_in(_KINDS[level], 'formerly', lang)}: {value}"
