"""What `--fix` would put right in a file whose slips of the hand are no findings with a fix of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.fixing.syntax import MENDED_KINDS
from kepu_cli.fixing.tidy import fix

if TYPE_CHECKING:
    import pathlib
    from datetime import date

    from kepu_cli.findings import Flaw
    from kepu_cli.loading.load import Loaded
    from kepu_cli.model import Settings


def count_mendable(
    loaded: Loaded,
    folder: pathlib.Path,
    *,
    only: frozenset[str] = frozenset(),
    settings: Settings | None = None,
    today: date | None = None,
    in_folder: bool = False,
) -> int:
    """How many changes `fix` would make; 0 where the file has no such slip, and where it is too long to be tried.

    `in_folder`: nobody has named the file, so it is mended only if it comes out as a plan.
    """
    text = loaded.places.texts.get(loaded.file, "")
    if len(text) > _LONGEST or not any(_is_slip(flaw) for flaw in loaded.flaws if flaw.place.file == loaded.file):
        return 0
    fixed = fix(text.encode(), loaded.file, folder, only=only, settings=settings, today=today, patience=_PATIENCE)
    return 0 if in_folder and fixed.loaded.plan is None else fixed.changes


# Characters; who only wants the file checked is not to wait for what is more than a plan.
_LONGEST = 60_000
_PATIENCE = 1_000_000


def _is_slip(flaw: Flaw) -> bool:
    if flaw.code == "K003":
        return flaw.kind == "new-item"
    if flaw.code == "K004":
        return flaw.kind.startswith("invisible")
    return flaw.code == "K002" and flaw.kind in MENDED_KINDS
