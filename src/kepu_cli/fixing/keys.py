"""Keys with a full-width letter, a space or an invisible character in them are typed anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.fixing.splices import Edit, Splice
from kepu_cli.yaml_source.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.loading.load import Loaded


def key_edits(text: str, loaded: Loaded) -> Iterator[Edit]:
    """An edit for each such key of the file itself; quotes around it stay."""
    found = [flaw for flaw in loaded.flaws if flaw.code == "K004" and flaw.kind.startswith("invisible")]
    page = Page.of(text) if found else None
    for flaw in found:
        if page is None or flaw.place.file != loaded.file:
            continue
        typed, start = str(flaw.facts["key"]), page.offset(flaw.place)
        start = text.find(typed, start, start + flaw.place.width)
        if start >= 0:
            yield Edit(flaw.code, (Splice(start, start + len(typed), str(flaw.facts["meant"])),))
