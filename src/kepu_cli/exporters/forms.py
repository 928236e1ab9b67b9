"""The forms a plan can leave the house in, by suffix."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kepu_cli.collector import collector_paused

if TYPE_CHECKING:
    from kepu_cli.checking import Report
    from kepu_cli.exporters.options import Options
    from kepu_cli.ledger import Ledger
    from kepu_cli.loading.places import Places
    from kepu_cli.model import Plan


class Form(StrEnum):
    XLSX = ".xlsx"
    DOCX = ".docx"
    HTML = ".html"
    MD = ".md"
    JSON = ".json"
    CSV = ".csv"


@collector_paused()
def render(
    form: Form,
    plan: Plan,
    ledger: Ledger,
    options: Options,
    *,
    report: Report | None = None,
    places: Places | None = None,
) -> bytes:
    """The file's bytes. The workbook tells the findings of `report`, and by `places` where each gap stands."""
    if form is Form.JSON:
        from kepu_cli.exporters import ledger_json

        return ledger_json.render(plan, ledger)
    if form is Form.CSV:
        from kepu_cli.exporters import ledger_csv

        return ledger_csv.render(ledger, plan.lang)
    if form is Form.MD:
        from kepu_cli.exporters import table_markdown

        return table_markdown.render(plan, ledger, options)
    if form is Form.HTML:
        from kepu_cli.exporters import page_html

        return page_html.render(plan, ledger, options)
    if form is Form.DOCX:
        from kepu_cli.exporters.document import annex

        return annex.render(plan, ledger, options)
    # The dearest import of all: only where a workbook is really written.
    from kepu_cli.exporters.workbook import plan_book

    return plan_book.render(plan, ledger, options, report, places)
