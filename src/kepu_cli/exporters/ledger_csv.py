"""The ledger as CSV: one row an entry, UTF-8 with a byte-order mark so that Excel and WPS read the Chinese right."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kepu_cli.findings import Lang
from kepu_cli.views.wording import target_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.ledger import Ledger

# The same names in both languages: other programs read them. TARGETS is there where the plan has any.
COLUMNS = ("item", "level", "id", "action", "name", "department", "role", "basis", "due")
TARGETS = "targets"


def render(ledger: Ledger, lang: Lang = Lang.ZH) -> bytes:
    """The file's bytes; lines end with CR LF (RFC 4180)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    targets = _targets(ledger, lang)
    writer.writerow((*COLUMNS, TARGETS) if any(targets) else COLUMNS)
    rows = lines(ledger)
    if any(targets):
        rows = ((*line, told) for line, told in zip(rows, targets, strict=True))
    writer.writerows(map(safe, rows))
    return text.getvalue().encode("utf-8-sig")


def lines(ledger: Ledger) -> Iterator[tuple[str, ...]]:
    """A line an entry, by COLUMNS."""
    rows = {row.path: row for row in ledger.rows}
    for entry in ledger.entries:
        row = rows[entry.path]
        action = rows[row.parent]
        yield (
            "/".join(map(str, row.path)),
            row.level,
            row.id,
            action.label,
            row.label,
            entry.department,
            entry.role,
            entry.basis,
            row.item.due or action.item.due,
        )


def _targets(ledger: Ledger, lang: Lang) -> list[str]:
    """The targets of each entry's item."""
    told = {row.path: "；".join(target_texts(row.item, lang)) for row in ledger.rows}
    return [told[entry.path] for entry in ledger.entries]


def safe(line: tuple[str, ...]) -> tuple[str, ...]:
    """A spreadsheet would run a text that begins like a formula; an apostrophe keeps it a text (CSV injection)."""
    return tuple(f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell for cell in line)
