"""Pairs of plans, and word for word what their comparison tells: the changes, and what became of the old items."""

from __future__ import annotations

import pytest

from kepu_cli.comparing.compare import compare
from tests.comparing import pairs_of_departments, pairs_of_items, pairs_of_plans
from tests.comparing.pair import Pair, seen

TABLES = {
    "texts": pairs_of_items.TEXTS,
    "dues and targets": pairs_of_items.DUES_AND_TARGETS,
    "places": pairs_of_items.PLACES,
    "actions": pairs_of_items.ACTIONS,
    "named": pairs_of_departments.NAMED,
    "groups": pairs_of_departments.GROUPS,
    "passed on": pairs_of_departments.PASSED_ON,
    "reforms": pairs_of_departments.REFORMS,
    "heads": pairs_of_plans.HEADS,
    "members": pairs_of_plans.MEMBERS,
}
ROWS = [pytest.param(row, id=f"{table}: {name}") for table, rows in TABLES.items() for name, row in rows.items()]


@pytest.mark.parametrize("pair", ROWS)
def test_a_pair_of_plans(pair: Pair) -> None:
    assert seen(pair, compare(pair.old, pair.new))[2:] == pair[2:]
