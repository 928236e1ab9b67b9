"""Rule codes as they are typed on the command line."""

from __future__ import annotations

from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.rules import codes


def wanted_codes(typed: list[str] | None) -> frozenset[str]:
    """The codes, in capitals; KepuError for one that no rule has."""
    return frozenset(known_code(code) for code in typed or ())


def known_code(typed: str) -> str:
    """One code as the catalogue writes it: `k201` → `K201`."""
    from kepu_cli.spelling import nearest

    code = typed.strip().upper()
    if code in codes():
        return code
    near = nearest(code, codes(), 0.6)
    raise KepuError(say(_UNKNOWN_NEAR, code=typed, near=near) if near else say(_UNKNOWN, code=typed))


_UNKNOWN = Words("没有 {code} 这条规则，kepu rules 列出全部", "there is no rule {code}; kepu rules lists them all")
_UNKNOWN_NEAR = Words(
    "没有 {code} 这条规则，是不是 {near}？kepu rules 列出全部",
    "there is no rule {code}; did you mean {near}? kepu rules lists them all",
)
