"""Items of a list that have lost their dash get it back, where it stands in the item before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.fixing.splices import Edit, Splice
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Place
    from kepu_cli.loading.load import Loaded


def dash_edits(text: str, loaded: Loaded) -> Iterator[Edit]:
    """An edit for each such item of the file itself; none where the dash before has a line of its own."""
    found = [flaw for flaw in loaded.flaws if flaw.code == "K003" and flaw.kind == "new-item"]
    page = Page.of(text) if found else None
    margins: dict[Place | None, str] = {}
    for flaw in found:
        if page is None or flaw.also is None or flaw.place.file != loaded.file:
            continue
        # The item before may have lost its own.
        margin = margins.get(flaw.also) or page.before(page.offset(flaw.also))
        start = page.offset(flaw.place)
        blank = page.before(start)
        if _MARGIN.fullmatch(margin) and blank.isspace() and len(blank) == len(margin):
            margins[flaw.place] = margin
            yield Edit(flaw.code, (Splice(start - len(blank), start, margin),))


_MARGIN = pattern(r" *- +")
