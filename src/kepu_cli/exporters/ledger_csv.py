"""The ledger as CSV: one row an entry, UTF-8 with a byte-order mark so that Excel and WPS read the Chinese right."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.ledger import Ledger

# The same names in both languages: other programs read them.
COLUMNS = ("item", "level", "id", "action", "name", "department", "role", "basis", "due")


def render(ledger: Ledger) -> bytes:
    """The file's bytes; lines end with CR LF (RFC 4180)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(map(safe, lines(ledger)))
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


def safe(line: tuple[str, ...]) -> tuple[str, ...]:
    """A spreadsheet would run a text that begins like a formula; an apostrophe keeps it a text (CSV injection)."""
    return tuple(f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell for cell in line)
