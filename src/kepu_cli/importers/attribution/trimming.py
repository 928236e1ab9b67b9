"""The brackets and bullets around an attribution."""

from __future__ import annotations

from kepu_cli.importers.attribution.role_words import LABEL
from kepu_cli.importers.attribution.tokens import bracket_pairs
from kepu_cli.patterns import pattern


def inside(plain: str, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """The stretch without blanks, bullets, a final 。 and the brackets around all of it, one of which may be lost."""
    end = len(plain) if end is None else end
    for _ in range(_DEEPEST):
        start = past_bullets(plain, start, end)
        while end > start and plain[end - 1] in _AFTER:
            end -= 1
        pairs = bracket_pairs(plain, start, end)
        if not _is_wrapped(plain, start, end, pairs):
            break
        start, end = start + (plain[start] == "("), end - (plain[end - 1] == ")")
    return start, end


def past_bullets(plain: str, start: int, end: int) -> int:
    """Behind blanks, dashes and bullets at the beginning; a dash alone is left, for it says that there is nothing."""
    found = _BULLET.match(plain, start, end)
    return found.end() if found and found.end() < end else start


def _is_wrapped(plain: str, start: int, end: int, pairs: list[tuple[int, int]]) -> bool:
    """Whether brackets stand around everything, or there is one at an end whose other is lost."""
    if start == end or LABEL.match(plain, start, end):
        return False
    if pairs and pairs[0] == (start, end):
        return True
    opens = plain[start] == "(" and not any(begin == start for begin, _ in pairs)
    closes = plain[end - 1] == ")" and not any(stop == end for _, stop in pairs)
    return (opens or closes) and (plain[start] == "(") != (plain[end - 1] == ")")


_DEEPEST = 4
_BULLET = pattern(r"(?:[\s—\-·•●■>]|\*+(?=[\s*]))*")
_AFTER = " \n\t。.;,、"
