"""An option that would change nothing is told, not passed over."""

from __future__ import annotations

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say

ALL_IN_DATA = Words("这种格式里总是全部内容", "this form always holds everything")
_IDLE = Words("{option} 在这里不起作用：{why}", "{option} has no effect here: {why}")


def refuse_idle(option: str, why: Words, *, given: bool = True) -> None:
    """Raises KepuError where the option is `given`."""
    if given:
        raise KepuError(say(_IDLE, option=option, why=why))
