"""Regular expressions that are compiled when a text first needs them: most plans use a handful of date forms."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""The pattern, compiled once; \d, \s and \w are ASCII."""
    return re.compile(pattern, flags | re.ASCII)
