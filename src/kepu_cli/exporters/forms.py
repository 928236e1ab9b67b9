"""The forms a plan can leave the house in, by suffix."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.collector import collector_paused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    return _RENDERERS[form](_Asked(plan, ledger, options, report, places))


class _Asked(NamedTuple):
    """What there is to render; not every form uses all of it."""

    plan: Plan
    ledger: Ledger
    options: Options
    report: Report | None
    places: Places | None


# Each form imports its own libraries, and only where it is really written: the workbook's are the dearest of all.


def _xlsx(asked: _Asked) -> bytes:
    from kepu_cli.exporters.workbook import plan_book

    return plan_book.render(*asked)


def _docx(asked: _Asked) -> bytes:
    from kepu_cli.exporters.document import annex

    return annex.render(asked.plan, asked.ledger, asked.options)


def _html(asked: _Asked) -> bytes:
    from kepu_cli.exporters import page_html

    return page_html.render(asked.plan, asked.ledger, asked.options)


def _md(asked: _Asked) -> bytes:
    from kepu_cli.exporters import table_markdown

    return table_markdown.render(asked.plan, asked.ledger, asked.options)


def _json(asked: _Asked) -> bytes:
    from kepu_cli.exporters import ledger_json

    return ledger_json.render(asked.plan, asked.ledger)


def _csv(asked: _Asked) -> bytes:
    from kepu_cli.exporters import ledger_csv

    return ledger_csv.render(asked.ledger)


_RENDERERS: Mapping[Form, Callable[[_Asked], bytes]] = {
    Form.XLSX: _xlsx,
    Form.DOCX: _docx,
    Form.HTML: _html,
    Form.MD: _md,
    Form.JSON: _json,
    Form.CSV: _csv,
}
