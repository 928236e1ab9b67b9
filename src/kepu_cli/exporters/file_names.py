"""Names for files that every system takes, Windows above all."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 60  # characters; with the folders above, Windows allows 260 in all
_MOST_BYTES = 200  # other systems allow 255 a name

_FORBIDDEN = frozenset('<>:"/\\|?*')  # by Windows
_UNSEEN = frozenset(("Cc", "Cf", "Cs"))  # controls, direction marks, halves of surrogate pairs
_BLANKS = pattern(r"\s+")
# What Windows takes for a device, whatever suffix follows.
_RESERVED = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$")) | {
    f"{port}{number}" for port in ("com", "lpt") for number in (*"0123456789", "¹", "²", "³")
}


def numbered_file_names(names: Iterable[str], suffix: str) -> tuple[str, ...]:
    """`01 市教育局.xlsx`: each name with its number, from 1 on; as many digits as the last number has, at least two."""
    listed = list(names)
    digits = max(2, len(str(len(listed))))
    return tuple(safe_file_name(f"{at:0{digits}} {name}", suffix) for at, name in enumerate(listed, start=1))


def safe_file_name(stem: str, suffix: str) -> str:
    """The stem as near to what is wanted as a file's name may be, and the suffix."""
    safe = _shortened("".join(map(_safe, _BLANKS.sub(" ", stem))).strip(" ."))
    safe = safe.strip(" .") or "_"
    if safe.split(".")[0].strip().casefold() in _RESERVED:
        safe = f"_{safe}"
    return safe + suffix


def _safe(char: str) -> str:
    return "_" if char in _FORBIDDEN or unicodedata.category(char) in _UNSEEN else char


def _shortened(text: str) -> str:
    return text[:LONGEST].encode()[:_MOST_BYTES].decode("utf-8", "ignore")
