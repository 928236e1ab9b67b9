"""The department that somebody typed, by whichever of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.names import normal
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from kepu_cli.findings import Said
    from kepu_cli.ledger import Ledger


def known_department(typed: str, new: Ledger, old: Ledger) -> str:
    """What the new plan calls the department; a name of the old plan's where it is gone from the new one.

    A body outside the roster that a group word reaches is told under that word. Raises KepuError where neither plan
    knows the name, with the nearest ones.
    """
    if name := _found(typed, new):
        return name
    if former := _found(typed, old):
        return _found(former, new) or former
    raise KepuError(_unknown(typed, new))


_SEVERAL = Words("“{name}”对得上几个单位：{names}", "“{name}” fits several members: {names}")
_NEAR = Words("两份方案里都没有“{name}”，是不是“{names}”？", "neither plan has “{name}”; did you mean “{names}”?")
_UNKNOWN = Words("两份方案里都没有“{name}”这个单位", "neither plan has a department “{name}”")


def _found(typed: str, ledger: Ledger) -> str | None:
    from kepu_cli.views.holders import all_holders, holder_of

    mention = ledger.register.resolve(typed)
    if mention.sort is Sort.AMBIGUOUS:
        raise KepuError(say(_SEVERAL, name=typed, names=mention.candidates))
    holders = {normal(name): name for name in all_holders(ledger)}
    if name := holders.get(normal(mention.department)):
        return name
    reached = (entry for entry in ledger.entries if normal(entry.department) == normal(mention.department))
    return next((name for entry in reached if (name := holder_of(entry, ledger))), None)


def _unknown(typed: str, ledger: Ledger) -> Said:
    from kepu_cli.near_names import NearNames

    names = NearNames(ledger.register).suggest(typed).names
    return say(_NEAR, name=typed, names=names) if names else say(_UNKNOWN, name=typed)
