"""What leaves as a workbook comes back as the same plan, whatever the plan."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kepu_cli.api import export
from kepu_cli.errors import KepuError
from kepu_cli.exporters.options import Options, Sheet
from kepu_cli.findings import Lang
from kepu_cli.loading.load import load_bytes, load_file
from kepu_cli.writing.plan import plan_yaml
from tests.importers.edited import edited, read_back, unmerged
from tests.importers.generated import NAMES, TEXTS, plans, told_by
from tests.plans import EXAMPLES, NOWHERE

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from kepu_cli.model import Plan
    from tests.importers.edited import Edit

PLANS = sorted(path for path in EXAMPLES.glob("*/*.yaml") if not load_file(path).is_companion)
EVERY = pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}/{path.stem}")
# The sheets that show nothing but what an import reads.
SHEETS = Options(sheets=(Sheet.DIVISION, Sheet.MATRIX))


def _cells(data: bytes) -> list[list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(data))
    return [list(sheet.iter_rows(values_only=True)) for sheet in book if sheet.sheet_state == "visible"]


def _exported(plan: Plan) -> bytes:
    return export(plan, options=SHEETS)


@EVERY
def test_an_example_comes_back(path: Path) -> None:
    plan = load_file(path).plan
    assert plan is not None
    data = _exported(plan)
    imported = read_back(data)
    assert imported.notes == ()
    assert told_by(imported.plan) == told_by(plan)
    assert _cells(_exported(imported.plan)) == _cells(data)


@EVERY
def test_what_is_written_loads_without_a_flaw(path: Path) -> None:
    plan = load_file(path).plan
    assert plan is not None
    imported = read_back(_exported(plan)).plan
    loaded = load_bytes(plan_yaml(imported, Lang.ZH).encode(), "plan.yaml", NOWHERE)
    assert loaded.flaws == ()
    assert loaded.plan == imported


@settings(max_examples=100)
@given(plans())
def test_a_plan_comes_back(plan: Plan) -> None:
    imported = read_back(_exported(plan))
    assert imported.notes == ()
    assert told_by(imported.plan) == told_by(plan)


@settings(max_examples=40)
@given(plans())
def test_the_second_time_changes_nothing(plan: Plan) -> None:
    data = _exported(plan)
    first = read_back(data).plan
    again = _exported(first)
    assert _cells(again) == _cells(data)
    assert read_back(again).plan == first


EDITS = st.lists(
    st.tuples(st.sampled_from(("type", "clear", "delete", "insert", "swap")), st.integers(2, 9), st.integers(1, 8),
              st.sampled_from((*NAMES, *TEXTS, "县科协,县妇联", "三", 7, "备注", "  "))),
    max_size=5,
)  # fmt: skip


@settings(max_examples=60)
@given(plans(), EDITS)
def test_whatever_somebody_does_to_it_a_plan_comes_out(plan: Plan, edits: list[tuple[str, int, int, object]]) -> None:
    """One that loads as it was read, and that goes out and comes back like any other."""
    try:
        imported = read_back(edited(_exported(plan), *(_edit(*each) for each in edits)))
    except KepuError:
        assert any(row == 2 or kind in ("delete", "insert", "swap") for kind, row, *_ in edits), (
            "the head is still there"
        )
        return
    assert load_bytes(plan_yaml(imported.plan, Lang.ZH).encode(), "plan.yaml", NOWHERE).plan == imported.plan
    again = read_back(_exported(imported.plan))
    assert again.notes == ()
    assert told_by(again.plan) == told_by(imported.plan)


def _edit(kind: str, row: int, column: int, value: object) -> Edit:
    def edit(sheet: Worksheet) -> None:
        unmerged(sheet)
        if kind in ("type", "clear"):
            sheet.cell(row, column).value = None if kind == "clear" else value  # type: ignore[assignment]
        elif kind == "delete":
            sheet.delete_rows(row)
        elif kind == "insert":
            sheet.insert_rows(row)
            sheet.cell(row, column).value = value  # type: ignore[assignment]
        else:
            for at in range(1, sheet.max_column + 1):
                one, other = sheet.cell(row, at), sheet.cell(row + 1, at)
                one.value, other.value = other.value, one.value

    return edit
