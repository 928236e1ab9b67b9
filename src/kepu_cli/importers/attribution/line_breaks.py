"""Words that layout has torn: names broken in two lines (市人力资源和社会保⏎障局), labels spaced out."""

from __future__ import annotations

from kepu_cli.importers.attribution.bodies import is_body, is_known, is_specific, level_of
from kepu_cli.importers.attribution.folding import Folded
from kepu_cli.importers.attribution.group_words import is_group
from kepu_cli.importers.attribution.role_words import LABEL
from kepu_cli.patterns import pattern


def unbroken(source: Folded) -> Folded:
    """The text without the line breaks inside names and the blanks inside labels; a break between two names stays."""
    dropped = _line_breaks(source.plain) | _blanks(source.plain)
    if not dropped:
        return source
    kept = [at for at in range(len(source.plain)) if at not in dropped]
    return Folded(source.text, "".join(source.plain[at] for at in kept), tuple(source.origin[at] for at in kept))


def _line_breaks(plain: str) -> set[int]:
    if "\n" not in plain:
        return set()
    gaps = (found for found in _BREAK.finditer(plain) if _is_inside(found["left"], found["right"]))
    return {plain.index("\n", found.start()) for found in gaps}


def _blanks(plain: str) -> set[int]:
    """The blanks in 责 任 单 位： and 县 科 协, where without them a label or a body's name stands."""
    found = (each.span() for each in _SPACED.finditer(plain))
    spaced = [(begin, end) for begin, end in found if _is_word("".join(plain[begin:end].split()))]
    return {at for begin, end in spaced for at in range(begin, end) if plain[at] == " "}


def _is_word(text: str) -> bool:
    return bool(LABEL.fullmatch(text)) if text.endswith(":") else len(text) > 2 and is_specific(text)


def _is_inside(left: str, right: str) -> bool:
    """Whether only the two parts together are a name."""
    if is_group(left) or (is_body(left) and is_known(left)):
        return False
    return is_known(left + right) or (
        len(right) < _SHORT and bool(level_of(left)) and is_body(left + right) and not is_body(right)
    )


_SHORT = 4
_SPACED = pattern(r"(?<![一-龥])[一-龥](?: +[一-龥]){1,7}(?![一-龥])(?: *:)?")
_BREAK = pattern(r"(?<![一-龥])(?P<left>[一-龥]{1,20})\n(?P<right>[一-龥]{1,20})(?![一-龥])")
