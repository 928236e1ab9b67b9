"""Names for sheets that every spreadsheet program takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters.workbook.cells import storable
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 31  # UTF-16 units, as Excel counts

_FORBIDDEN = pattern(r"[\[\]:*?/\\\s\x00-\x1f\x7f]+")
# Excel keeps this name for itself.
_TAKEN = frozenset(("history",))


def safe_sheet_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """Each name as near to what is wanted as a sheet's may be; all different, capital letters or not."""
    taken = set(_TAKEN)
    names = []
    for text in wanted:
        name = _free(_safe(text), taken)
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _safe(text: str) -> str:
    return _shortened(_FORBIDDEN.sub(" ", storable(text)).strip(" '"), LONGEST).strip(" '") or "Sheet"


def _free(name: str, taken: set[str]) -> str:
    number = 2
    free = name
    while free.casefold() in taken:
        tail = f" ({number})"
        free = _shortened(name, LONGEST - len(tail)).rstrip() + tail
        number += 1
    return free


def _shortened(text: str, most: int) -> str:
    """At most so many UTF-16 units; a character of two is not torn."""
    return text.encode("utf-16-le")[: most * 2].decode("utf-16-le", "ignore")
