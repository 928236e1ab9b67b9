"""The workbook of a plan of sixty rows: the whole command, and in process against another library's bare cells."""

from __future__ import annotations

import io
import json
import subprocess
import time
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.measuring import ROOT, Family, Ratio, kepu, verdict
from benchmarks.peers import peer
from benchmarks.plans import write_wide_plan
from kepu_cli.exporters.forms import Form, render
from kepu_cli.exporters.options import Options
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import load_file

if TYPE_CHECKING:
    from pathlib import Path

ACTIONS, DEPARTMENTS = 60, 40
GOAL = "≤ 3"


def family(folder: Path) -> Family:
    plan = write_wide_plan(folder, ACTIONS, DEPARTMENTS)
    commands = [
        kepu("validate", "validate", plan),
        kepu("export", "export", plan, "-o", folder / "book.xlsx", "--force"),
        kepu("forty sheets", "export", plan, "--per-department", folder / "departments", "--force"),
    ]
    ratios = [Ratio("export", "validate", "≤ 5"), Ratio("forty sheets", "validate")]
    return Family(f"export, {ACTIONS} rows, {DEPARTMENTS} departments", commands, ratios)


def report(folder: Path, rounds: int) -> str:
    """A table: our workbook rendered in process, against a bare writer of the same cells in its own."""
    data = _workbook(write_wide_plan(folder, ACTIONS, DEPARTMENTS))
    cells = folder / "cells.json"
    count = _write_cells(data[0], cells)
    lines = [f"## The workbook in process, {count:,} cells", "", "`render(Form.XLSX, …)` / xlsxwriter", ""]
    python = peer("xlsxwriter")
    if python is None:
        return "\n".join(lines)
    ratios = []
    for round_ in range(rounds + 1):
        ours = _workbook(folder / f"wide-{ACTIONS}.yaml")[1]
        theirs = float(_said(python, str(ROOT / "benchmarks" / "bare_cells.py"), str(cells), str(folder / "bare.xlsx")))
        if round_:
            ratios.append(ours / theirs)
    value = median(ratios)
    lines += ["| median | goal | |", "|---:|---:|---|", f"| {value:.2f} | {GOAL} | {verdict(value, GOAL)} |"]
    return "\n".join(lines) + "\n"


def _workbook(path: Path) -> tuple[bytes, float]:
    """The workbook's bytes and the seconds that rendering took."""
    plan = load_file(path).plan
    assert plan is not None
    ledger = build_ledger(plan)
    start = time.perf_counter()
    data = render(Form.XLSX, plan, ledger, Options())
    return data, time.perf_counter() - start


def _write_cells(data: bytes, path: Path) -> int:
    """What stands in the workbook, and which cells are merged, for the other writer; how many cells there are."""
    from openpyxl import load_workbook

    sheets = []
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        rows = enumerate(sheet.iter_rows(values_only=True))
        cells = [(row, column, value) for row, values in rows for column, value in enumerate(values)]
        merged = [(area.min_row, area.min_col, area.max_row, area.max_col) for area in sheet.merged_cells.ranges]
        sheets.append((sheet.title, cells, merged))
    path.write_text(json.dumps(sheets, default=str), encoding="utf-8")
    return sum(len(cells) for _, cells, _ in sheets)


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
