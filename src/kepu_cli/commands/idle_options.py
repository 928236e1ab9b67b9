"""An option with which nobody gets what was asked for is told, not passed over."""

from __future__ import annotations

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say

_IDLE = Words("{option} 在这里不起作用：{why}", "{option} has no effect here: {why}")


def refuse_idle(option: str, why: Words, *, given: bool = True) -> None:
    """Raises KepuError where the option is `given`."""
    if given:
        raise KepuError(say(_IDLE, option=option, why=why))
