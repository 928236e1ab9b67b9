"""Turns what reading and loading met into what a rule tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.findings import Flaw, Words


def tell_by(flaw: Flaw, messages: Mapping[str, Words], hints: Mapping[str, Words]) -> Issue:
    """The issue for a flaw: its kind's message, its kind's hint if there is one, and its places."""
    hint = hints.get(flaw.kind)
    return Issue(
        path=flaw.path,
        message=say(messages[flaw.kind], **flaw.facts),
        hint=say(hint, **flaw.facts) if hint else None,
        place=flaw.place,
        also_place=flaw.also,
    )
