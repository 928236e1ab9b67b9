"""A finding's fix → an edit of the plan's own file: a name becomes another one, or goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.fixing.splices import Edit, Splice
from kepu_cli.fixing.taking_out import taken_out
from kepu_cli.fixing.written import is_flow, style_of, written_names
from kepu_cli.names import split_names, without_open_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.findings import Finding
    from kepu_cli.loading.load import Loaded
    from kepu_cli.loading.places import NameSpot


def name_edits(loaded: Loaded, findings: Iterable[Finding]) -> Iterator[Edit]:
    """The edits that put the findings right, each of its finding's code.

    None for a name that stands in a linked file, or that an escape, a bracket or a quote makes unsafe to touch.
    """
    own = loaded.places.mounts.get(())
    for finding in findings:
        spot = loaded.places.spot(finding.fix.path) if finding.fix else None
        if finding.fix is None or spot is None or own is None or spot.mount is not own:
            continue
        splices = taken_out(spot) if finding.fix.to is None else _replaced(spot, finding.fix.to)
        if splices:
            yield Edit(finding.code, splices)


def _replaced(spot: NameSpot, to: str) -> tuple[Splice, ...]:
    text = spot.mount.source.text
    names = written_names(text, spot.scalar)
    if names is None:
        return ()
    name = names[spot.position]
    # 县科协等: the 等 stays.
    core, _ = without_open_end(text[name.start : name.end])
    if not core or core == to or _says_more(core, to) or not _fits(spot, to):
        return ()
    return (Splice(name.start, name.start + len(core), to),)


def _says_more(name: str, to: str) -> bool:
    """县科协（科普部） is found as 县科协: the office in brackets is the clerk's, and not lost for a spelling."""
    return any(bracket in name for bracket in "（(") and not any(bracket in to for bracket in "（(")


def _fits(spot: NameSpot, to: str) -> bool:
    """The new name can stand where the old one does and be read as one name."""
    if split_names(to) != (to,):
        return False
    style = style_of(spot.mount.source.text, spot.scalar)
    if style in ("'", '"'):
        return not set(to) & set("\"'\\")
    if style:
        return "#" not in to
    in_brackets = is_flow(spot.mount.source.text, spot.field) or is_flow(spot.mount.source.text, spot.holder)
    return to[0] not in _FIRST_SIGNS and not set(to) & set(":#,[]{}" if in_brackets else ":#")


# With which no text begins that stands without quotes.
_FIRST_SIGNS = frozenset("&*!|>'\"%@`-?,[]{}")
