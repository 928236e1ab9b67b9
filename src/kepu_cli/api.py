"""The Python interface: what the commands do, without printing and without exits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kepu_cli.checking import check
from kepu_cli.comparing.compare import compare
from kepu_cli.coverage import measure_coverage
from kepu_cli.errors import KepuError
from kepu_cli.exporters.forms import Form, render
from kepu_cli.exporters.options import Options
from kepu_cli.ledger import build_ledger
from kepu_cli.loading.load import Loaded, load_file

if TYPE_CHECKING:
    from kepu_cli.checking import Report
    from kepu_cli.coverage import Coverage
    from kepu_cli.loading.places import Places
    from kepu_cli.model import Plan

__all__ = ["KepuError", "check", "compare", "export", "gaps", "load_plan"]


def load_plan(path: str | Path) -> Loaded:
    """Reads a plan with its roster and outlines. Raises KepuError where the file cannot be read."""
    return load_file(Path(path))


def gaps(plan: Plan) -> Coverage:
    """The coverage of a plan: `.gaps` worst first, `.idle` members, `.outline` duties not taken up."""
    return measure_coverage(plan, build_ledger(plan))


def export(
    plan: Plan,
    suffix: str = ".xlsx",
    *,
    duties: bool = False,
    options: Options | None = None,
    report: Report | None = None,
    places: Places | None = None,
) -> bytes:
    """The plan's tables in the form of a suffix (".xlsx", ".json", ".csv" and others); ValueError for another one.

    `duties` gives each duty a row in the matrix. With the report of a check the workbook tells the findings too, with
    the places of a loaded plan where each gap stands.
    """
    chosen = options or Options()
    if duties:
        chosen = replace(chosen, duties=True)
    return render(Form(suffix), plan, build_ledger(plan), chosen, report=report, places=places)
