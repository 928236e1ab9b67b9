"""What the benchmarks generate is clean and the same in every form, and their tables say what was measured."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml
from benchmarks.country import Size, write_country
from benchmarks.measuring import Command, Family, Ratio, measure, render, verdict
from benchmarks.other_forms import write_charter, write_contract, write_requirements
from benchmarks.plans import write_plan, write_wide_plan
from benchmarks.province import region_name, write_province
from benchmarks.two_years import write_two_years

from kepu_cli.checking import check
from kepu_cli.findings import Severity
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_file


def test_every_generated_plan_is_clean_at_error_level(tmp_path: Path) -> None:
    country = write_country(tmp_path / "country", Size(provinces=1, cities=1, counties=9, townships=4))
    plans = [
        write_plan(tmp_path, 200),
        write_wide_plan(tmp_path, 60, 40),
        *write_province(tmp_path, 5),
        *write_two_years(tmp_path, 40, 10),
        *(path for path in country.rglob("*.yaml") if "名册" not in path.name),
    ]
    for plan in plans:
        assert [finding for finding in check(load_file(plan)).findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("lines", [200, 2000])
def test_a_plan_is_as_long_as_was_asked_for(lines: int, tmp_path: Path) -> None:
    length = len(write_plan(tmp_path, lines).read_text("utf-8").splitlines())
    assert lines <= length < lines + 40


def test_regions_are_all_different() -> None:
    assert len({region_name(number) for number in range(3000)}) == 3000


def test_the_wide_plan_gives_everybody_something(tmp_path: Path) -> None:
    plan = load_file(write_wide_plan(tmp_path, 60, 40)).plan
    assert plan is not None
    assert len({entry.department for entry in build_ledger(plan).entries}) == 40


def test_the_peers_get_the_same_duties(tmp_path: Path) -> None:
    plan = write_plan(tmp_path, 200)
    loaded = load_file(plan).plan
    assert loaded is not None
    texts = [duty.text for action in loaded.actions for duty in action.duties]
    contract = yaml.safe_load(write_contract(plan).read_text("utf-8"))
    columns = [column for table in contract["schema"] for column in table["properties"]]
    charter = yaml.safe_load(write_charter(plan).read_text("utf-8"))
    items = sorted((write_requirements(plan) / "items").glob("D*.yml"))
    assert [column["description"] for column in columns] == texts
    assert [name.split(" ", 1)[1] for name in charter["actions"]] == texts
    assert [yaml.safe_load(item.read_text("utf-8"))["text"] for item in items] == texts
    assert {name for action in charter["actions"].values() for name in action["consulted"]} <= {*charter["roles"]}


def test_rounds_go_in_turn_and_the_first_does_not_count() -> None:
    ran: list[str] = []

    def run(command: Command) -> float:
        ran.append(command.name)
        return float(len(ran))

    taken = measure([Command("a", ()), Command("b", ())], 2, run)
    assert ran == ["a", "b"] * 3
    assert taken == {"a": [3.0, 5.0], "b": [4.0, 6.0]}


def test_the_table_takes_the_median_of_the_ratios_inside_the_rounds() -> None:
    commands = [Command("a", (sys.executable, "/scratch/x.yaml")), Command("b", ("b",))]
    ratios = [Ratio("a", "b", "≤ 2"), Ratio("b", "a", "≥ 2")]
    family = Family("Title", commands, ratios, memory={"a": "≤ 40"})
    table = render(family, {"a": [1.0, 4.0, 9.0], "b": [1.0, 2.0, 3.0]}, {"a": 41.0, "b": 9.0}, Path("/scratch"))
    assert table.splitlines() == [
        "## Title",
        "",
        "| ratio | median | goal | |",
        "|---|---:|---:|---|",
        "| a / b | 2.00 | ≤ 2 | met |",
        "| b / a | 0.50 | ≥ 2 | not met |",
        "| a, peak MB | 41 | ≤ 40 | not met |",
        "",
        "| name | command | seconds | peak MB |",
        "|---|---|---:|---:|",
        "| a | `python x.yaml` | 4.000 | 41 |",
        "| b | `b` | 2.000 | 9 |",
    ]


def test_without_a_goal_there_is_no_verdict() -> None:
    assert verdict(3.0, "") == ""
