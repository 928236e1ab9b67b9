"""Builds plans from YAML text, and reads off what a test wants to see."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_bytes

if TYPE_CHECKING:
    from kepu_cli.findings import Flaw
    from kepu_cli.ledger import Ledger
    from kepu_cli.loading.load import Loaded
    from kepu_cli.model import Plan

EXAMPLES = Path(__file__).parent.parent / "data/examples"
NOWHERE = Path("no such folder")


def load(text: str, folder: Path = NOWHERE, label: str = "plan.yaml") -> Loaded:
    """A plan from indented YAML text; references are looked up in `folder`."""
    return load_bytes(textwrap.dedent(text).encode(), label, folder)


def plan_of(text: str) -> Plan:
    """A plan that reads without any flaw."""
    loaded = load(text)
    assert loaded.flaws == ()
    assert loaded.plan is not None
    return loaded.plan


def ledger_of(text: str) -> Ledger:
    return build_ledger(plan_of(text))


def pointed_at(loaded: Loaded, *path: str | int) -> tuple[int, int, str]:
    """Line, column and text of the place of a path."""
    place = loaded.places.find(path)
    start = place.column - 1
    return place.line, place.column, loaded.places.line_of(place)[start : start + place.width]


def told(flaw: Flaw) -> str:
    """A flaw in short: code, case and place."""
    return f"{flaw.code} {flaw.kind} {flaw.place.line}:{flaw.place.column}"
