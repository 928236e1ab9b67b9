"""Listings for the tests: of texts and numbers, without a plan behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters.column_widths import Span
from kepu_cli.exporters.listing import Cell, ListColumn, ListGroup, Listing
from kepu_cli.findings import Lang

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = (
    ListColumn("序号", Span(6, 8, by_longest=True), centred=True),
    ListColumn("内容", Span(20, 80)),
    ListColumn("单位", Span(16, 50)),
)


def listing(*groups: tuple[str, Sequence[tuple[Cell, ...]]], **more: object) -> Listing:
    """Groups as (heading, rows)."""
    made = tuple(ListGroup(heading, tuple(rows)) for heading, rows in groups)
    return Listing("things", "一张清单", COLUMNS, made, Lang.ZH, **more)  # type: ignore[arg-type]


def rows(count: int, text: str = "落实各项举措") -> list[tuple[Cell, ...]]:
    return [(number, f"{text}{number}", ("市教育局", "市科协")) for number in range(1, count + 1)]
