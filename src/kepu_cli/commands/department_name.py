"""The department that somebody typed, by whichever of its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.names import normal
from kepu_cli.roster import Sort

if TYPE_CHECKING:
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.findings import Said
    from kepu_cli.ledger import Ledger
    from kepu_cli.roster import Mention


def held_department(typed: str, ledger: Ledger) -> str:
    """What the plan calls the department, or a body that a group word reaches. Raises KepuError where it knows none."""
    mention = _resolved(typed, ledger)
    held = {entry.department for entry in ledger.entries}
    if mention.department in held or mention.department in ledger.register.members:
        return mention.department
    raise KepuError(_unknown(typed, ledger, _THE_PLAN))


def told_department(typed: str, comparison: Comparison) -> str:
    """Under which name the department has its news: a body that joined or left a group has some of its own.

    Raises KepuError where neither plan knows the name, with the nearest ones.
    """
    from kepu_cli.change_views.by_department import department_news

    mentions = (ledger.register.resolve(typed) for ledger in (comparison.new, comparison.old))
    names = {normal(mention.department) for mention in mentions if mention.sort is not Sort.AMBIGUOUS}
    told = (news.department for news in department_news(comparison) if normal(news.department) in names)
    return next(told, None) or known_department(typed, comparison.new, comparison.old)


def known_department(typed: str, new: Ledger, old: Ledger) -> str:
    """What the new plan calls the department; a name of the old plan's where it is gone from the new one.

    A body outside the roster that a group word reaches is told under that word. Raises KepuError where neither plan
    knows the name, with the nearest ones.
    """
    if name := _found(typed, new):
        return name
    if former := _found(typed, old):
        return _found(former, new) or former
    raise KepuError(_unknown(typed, new, _NEITHER_PLAN))


_SEVERAL = Words("“{name}”对得上几个单位：{names}", "“{name}” fits several members: {names}")
_NEAR = Words("{plan}没有“{name}”，是不是“{names}”？", "{plan} “{name}”; did you mean “{names}”?")
_UNKNOWN = Words("{plan}没有“{name}”这个单位", "{plan} department “{name}”")
_THE_PLAN = Words("方案里", "the plan has no")
_NEITHER_PLAN = Words("两份方案里都", "neither plan has a")


def _resolved(typed: str, ledger: Ledger) -> Mention:
    mention = ledger.register.resolve(typed)
    if mention.sort is Sort.AMBIGUOUS:
        raise KepuError(say(_SEVERAL, name=typed, names=mention.candidates))
    return mention


def _found(typed: str, ledger: Ledger) -> str | None:
    from kepu_cli.views.holders import all_holders, holder_of

    mention = _resolved(typed, ledger)
    holders = {normal(name): name for name in all_holders(ledger)}
    if name := holders.get(normal(mention.department)):
        return name
    reached = (entry for entry in ledger.entries if normal(entry.department) == normal(mention.department))
    return next((name for entry in reached if (name := holder_of(entry, ledger))), None)


def _unknown(typed: str, ledger: Ledger, plan: Words) -> Said:
    from kepu_cli.near_names import NearNames

    names = NearNames(ledger.register).suggest(typed).names
    return say(_NEAR, plan=plan, name=typed, names=names) if names else say(_UNKNOWN, plan=plan, name=typed)
