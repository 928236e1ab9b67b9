"""Bodies of other levels and places: what 省教育厅, 教育部 and 德阳市教育局 are called without level and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.common_names import common_names
from kepu_cli.patterns import pattern
from kepu_cli.roster import LEVELS, YOUTH_LEAGUE

if TYPE_CHECKING:
    from collections.abc import Iterator


def cores_elsewhere(name: str) -> Iterator[str]:
    """What the body could be called here, without a level, if `name` (normalised) is one of another level or place.

    The core is the same apart from 厅, 局, 部, 委; a name that shows no other level yields nothing.
    """
    if below := common_names().superiors.get(name):
        yield below
    if YOUTH_LEAGUE.fullmatch(name):
        yield "团委"
    if _HIGH.search(name):
        yield from _other_ranks(name)
    for rest in _without_place(name):
        yield rest
        yield from _other_ranks(rest)


def _without_place(name: str) -> Iterator[str]:
    """The name without a central organ's beginning, else without each beginning that may be a place."""
    if central := _CENTRAL.match(name):
        yield name[central.end() :]
    for at, char in enumerate(name[:_LONGEST_PLACE], 1):
        if char in _PLACE_ENDS and at < len(name):
            yield name[at:]


def _other_ranks(name: str) -> Iterator[str]:
    rank = _RANK.search(name)
    if rank and rank.start():
        yield from (name[: rank.start()] + char for char in _RANKS)


_CENTRAL = pattern(r"中共中央|中央|国务院|中华全国|中国|全国|国家")
# 新疆维吾尔自治区伊犁哈萨克自治州…
_LONGEST_PLACE = 18
_PLACE_ENDS = LEVELS | frozenset("镇乡")
# Endings that no body of a city or county has, once the organs of the party are out: 宣传部 is its own.
_HIGH = pattern(r"(?:部|厅|总局|署)$")
_RANK = pattern(r"(?:总局|委员会|[局委部办厅署])$")
_RANKS = "局委部办厅"
