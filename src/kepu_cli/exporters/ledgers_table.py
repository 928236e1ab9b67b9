"""The ledgers of many plans as one tidy table: a row an entry, its plan, region and year beside it."""

from __future__ import annotations

import csv
import io
from importlib import import_module
from typing import TYPE_CHECKING

from kepu_cli.exporters import ledger_csv

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.ledger import Ledger
    from kepu_cli.model import Plan

# The same names in both languages: other programs read them.
COLUMNS = ("file", "plan", "region", "year", *ledger_csv.COLUMNS, "covers")


def rows(file: str, plan: Plan, ledger: Ledger) -> Iterator[tuple[str, ...]]:
    """The rows of one plan; `year` is its first, `covers` what the item itself takes up, by 、."""
    year = "" if plan.first_year is None else str(plan.first_year)
    covers = {row.path: "、".join(row.item.covers) for row in ledger.rows}
    for entry, line in zip(ledger.entries, ledger_csv.lines(ledger), strict=True):
        yield (file, plan.title, plan.region, year, *line, covers[entry.path])


def csv_text(lines: Iterable[tuple[str, ...]], *, head: bool) -> str:
    """Rows as CSV (RFC 4180), under the columns' names where they are the first."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    if head:
        writer.writerow(COLUMNS)
    writer.writerows(map(ledger_csv.safe, lines))
    return text.getvalue()


def parquet(lines: Iterable[tuple[str, ...]]) -> bytes:
    """Rows as Parquet, all columns texts. Raises ImportError without pyarrow, an extra that few need."""
    # By name, so that the types are checked alike with and without it.
    arrow, files = import_module("pyarrow"), import_module("pyarrow.parquet")
    # Plans without a department have no rows, and the columns are there all the same.
    columns = [*zip(*lines, strict=True)] or [()] * len(COLUMNS)
    texts = [arrow.array(column, arrow.string()) for column in columns]
    sink = arrow.BufferOutputStream()
    files.write_table(arrow.table(texts, [*COLUMNS]), sink, compression="zstd")
    return bytes(sink.getvalue())
