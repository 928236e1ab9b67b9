"""Telling other programs' YAML from a broken file of ours: by the keys that lines of it begin with."""

from __future__ import annotations

import re
from functools import cache

from kepu_cli.findings import Lang
from kepu_cli.vocabulary import written_keys


def is_foreign(text: str) -> bool:
    """No line begins with a key of a plan, a roster or an outline; an empty file may well be a plan to be."""
    return bool(text.strip()) and not _our_keys().search(text)


# English keys that any program may have.
_COMMON = frozenset(("title", "date", "number", "rules", "groups", "extra", "year", "period", "region", "short"))


@cache
def _our_keys() -> re.Pattern[str]:
    """A full-width colon counts: that is how such files are broken."""
    keys = {key for kind in ("Plan", "Roster", "Outline") for lang in Lang for key in written_keys(kind, lang)}
    return re.compile(rf"^(?:{'|'.join(sorted(keys - _COMMON))})[ \t]*[:：]", re.MULTILINE)
