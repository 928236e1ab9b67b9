"""`kepu validate` of one plan against the floor and against other checkers, each with the same content."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.measuring import Command, Family, Ratio, floor, kepu
from benchmarks.other_forms import write_charter, write_contract, write_requirements, write_schema
from benchmarks.peers import peer
from benchmarks.plans import write_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# Length of the plan → the most that kepu may take of F0, and how much slower each peer has to be at least.
GOALS = {
    200: ("", {"check-jsonschema": "≥ 1", "datacontract lint": "≥ 1", "doorstop": "≥ 1", "yamllint": "≥ 1"}),
    2000: (
        "≤ 5",
        {"check-jsonschema": "≥ 2", "datacontract lint": "≥ 5", "doorstop": "≥ 3", "yamllint": "≥ 2.5"},
    ),
    20_000: ("", {}),
}
MOST_MEGABYTES = {2000: "≤ 40"}


def families() -> tuple[Callable[[Path], Family], ...]:
    return tuple(partial(_family, lines) for lines in GOALS)


def _family(lines: int, folder: Path) -> Family:
    plan = write_plan(folder, lines)
    most, goals = GOALS[lines]
    others = list(_others(plan))
    ratios = [Ratio("kepu", "F0", most), *(Ratio(other.name, "kepu", goals.get(other.name, "")) for other in others)]
    memory = {"kepu": MOST_MEGABYTES[lines]} if lines in MOST_MEGABYTES else {}
    rounds = 3 if lines > 2000 else 100
    commands = [floor("F0", plan), kepu("kepu", "validate", plan), *others]
    return Family(f"validate, {lines:,} lines", commands, ratios, rounds, memory)


def _others(plan: Path) -> Iterator[Command]:
    if program := peer("yamllint"):
        yield Command("yamllint", (program, "-d", "relaxed", str(plan)))
    if program := peer("check-jsonschema"):
        schema = write_schema(plan.parent)
        yield Command("check-jsonschema", (program, "--schemafile", str(schema), str(plan)))
    if program := peer("datacontract-cli"):
        yield Command("datacontract lint", (program, "lint", str(write_contract(plan))))
    if program := peer("doorstop"):
        yield Command("doorstop", (program,), write_requirements(plan))
    if program := peer("agenraci"):
        yield Command("agenraci", (program, "validate", str(write_charter(plan))))
