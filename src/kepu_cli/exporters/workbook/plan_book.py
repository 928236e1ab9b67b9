"""The workbook of a plan: its tables made from the ledger and put into sheets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kepu_cli.coverage import measure_coverage
from kepu_cli.exporters.options import Sheet
from kepu_cli.exporters.remembering import remember
from kepu_cli.exporters.workbook import coverage_sheet, tasks_sheet
from kepu_cli.exporters.workbook.book import BookInfo, More, workbook
from kepu_cli.views.division import division_table
from kepu_cli.views.matrix import responsibility_matrix
from kepu_cli.views.statistics import statistics
from kepu_cli.views.task_lists import task_lists

if TYPE_CHECKING:
    from kepu_cli.checking import Report
    from kepu_cli.exporters.options import Options
    from kepu_cli.ledger import Ledger
    from kepu_cli.loading.places import Places
    from kepu_cli.model import Plan


def render(plan: Plan, ledger: Ledger, options: Options, report: Report | None, places: Places | None) -> bytes:
    """The file's bytes; the title that was chosen stands over the first sheet, each other has its own."""
    first, title = options.sheets[0], options.title
    division = division_table(plan, ledger, options.columns)
    matrix = responsibility_matrix(plan, ledger, with_duties=options.duties)
    if title and first is Sheet.DIVISION:
        division = replace(division, title=title)
    if title and first is Sheet.MATRIX:
        matrix = replace(matrix, title=title)
    more = None
    if {Sheet.TASKS, Sheet.COVERAGE, Sheet.STATISTICS} & {*options.sheets}:
        more = _more(plan, ledger, report, places)
        if title:
            more = _titled(more, first, title)
    info = BookInfo(plan.title, year_of(plan), plan.lang, options.annex_of(plan))
    memory = remember(plan, ledger, division) if Sheet.DIVISION in options.sheets else None
    return workbook(info, division, matrix, more, options.sheets, memory)


def year_of(plan: Plan) -> str:
    """2026 or 2026—2030, "" for none."""
    first, last = plan.first_year, plan.last_year
    return str(first or "") if first == last else f"{first}—{last}"


def _more(plan: Plan, ledger: Ledger, report: Report | None, places: Places | None) -> More:
    lists = task_lists(plan, ledger)
    coverage = measure_coverage(plan, ledger)
    return More(
        tasks_sheet.tasks_listing(plan, lists),
        coverage_sheet.coverage_listing(plan, year_of(plan), coverage, report, places),
        statistics(plan, lists, coverage),
    )


def _titled(more: More, sheet: Sheet, title: str) -> More:
    if sheet is Sheet.TASKS:
        return replace(more, tasks=replace(more.tasks, title=title))
    if sheet is Sheet.COVERAGE:
        return replace(more, coverage=replace(more.coverage, title=title))
    if sheet is Sheet.STATISTICS:
        return replace(more, statistics=replace(more.statistics, title=title))
    return more
