"""Names that a narrow cell broke in two lines: 市人力资源和社会保⏎障局."""

from __future__ import annotations

import re

from kepu_cli.importers.attribution.bodies import is_body, is_known, level_of
from kepu_cli.importers.attribution.folding import Folded
from kepu_cli.importers.attribution.group_words import is_group


def unbroken(source: Folded) -> Folded:
    """The text without the line breaks inside names; a break between two names stays."""
    if "\n" not in source.plain:
        return source
    gaps = [found.start() for found in _BREAK.finditer(source.plain) if _is_inside(found["left"], found["right"])]
    if not gaps:
        return source
    dropped = {source.plain.index("\n", at) for at in gaps}
    kept = [at for at in range(len(source.plain)) if at not in dropped]
    return Folded(source.text, "".join(source.plain[at] for at in kept), tuple(source.origin[at] for at in kept))


def _is_inside(left: str, right: str) -> bool:
    """Whether only the two parts together are a name."""
    if is_group(left) or (is_body(left) and is_known(left)):
        return False
    return is_known(left + right) or (
        len(right) < _SHORT and bool(level_of(left)) and is_body(left + right) and not is_body(right)
    )


_SHORT = 4
_BREAK = re.compile(r"(?<![一-龥])(?P<left>[一-龥]{1,20})\n(?P<right>[一-龥]{1,20})(?![一-龥])")
