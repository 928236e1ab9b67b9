"""The suffix of the file that a command is to write, which says its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say

if TYPE_CHECKING:
    from pathlib import Path


def known_suffix(output: Path, known: tuple[str, ...]) -> str:
    """In small letters. Raises KepuError for one that is not known."""
    suffix = output.suffix.lower()
    if suffix not in known:
        raise KepuError(say(_UNKNOWN_FORM, suffix=output.suffix or output.name, known=known))
    return suffix


_UNKNOWN_FORM = Words(
    "不知道“{suffix}”是什么格式，请用 {known} 作后缀",
    "no form is known by “{suffix}”; use one of {known}",
)
