"""The forms a plan can leave the house in, by suffix."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Plan


class Form(StrEnum):
    XLSX = ".xlsx"
    JSON = ".json"
    CSV = ".csv"


def render(form: Form, plan: Plan, ledger: Ledger, *, duties: bool = False) -> bytes:
    """The file's bytes; `duties` gives each duty a row of its own in the matrix."""
    if form is Form.JSON:
        from kepu_cli.exporters import ledger_json

        return ledger_json.render(plan, ledger)
    if form is Form.CSV:
        from kepu_cli.exporters import ledger_csv

        return ledger_csv.render(ledger)
    return _workbook(plan, ledger, duties=duties)


def _workbook(plan: Plan, ledger: Ledger, *, duties: bool) -> bytes:
    # The dearest import of all: only where a workbook is really written.
    from kepu_cli.exporters.workbook.book import BookInfo, workbook
    from kepu_cli.views.division import division_table
    from kepu_cli.views.matrix import responsibility_matrix

    info = BookInfo(plan.title, _year(plan), plan.lang, plan.annex)
    return workbook(info, division_table(plan, ledger), responsibility_matrix(plan, ledger, with_duties=duties))


def _year(plan: Plan) -> str:
    first, last = plan.first_year, plan.last_year
    return str(first or "") if first == last else f"{first}—{last}"
