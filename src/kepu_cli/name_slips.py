"""Slips of the pen in department names: 教育句 is one for 教育局, 林业局 is none for 农业局."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.common_names import common_names
from kepu_cli.difference import difference
from kepu_cli.spelling import within

if TYPE_CHECKING:
    from collections.abc import Sequence


def nearest_cores(core: str, known: Sequence[str]) -> list[str]:
    """The known names (all without level) that `core`, no body itself, is a slip for; several where equally near.

    Of equally near ones, those that sound or look alike come alone: 材政局 is 财政局, not 民政局.
    """
    for edits in (1, 2):
        if near := [name for name in within(core, known, edits) if _is_slip(core, name)]:
            return [name for name in near if _is_alike(core, name)] or near
    return []


def is_a_body(core: str) -> bool:
    """A name that some body bears: whoever writes it has made no slip, however like another it is."""
    names = common_names()
    return any(core in table for table in (names.representative, names.successors, names.party_organs, names.bodies))


def _is_slip(typed: str, known: str) -> bool:
    """Whether the difference is one that fingers make, not one between two bodies."""
    at, wrong, right = difference(typed, known)
    longer = max(len(typed), len(known))
    if sorted(wrong) == sorted(right):
        return True
    if max(len(wrong), len(right)) > 1:
        # Two edits apart from each other are two slips; side by side another word (经济/工业, 科协 put behind).
        return max(len(wrong), len(right)) > 2 and longer >= _LONG
    if longer < _SHORT:
        return _sounds_alike(wrong, right)
    if not wrong:
        return True
    if not right:
        # 校科协 and 科协办 are bodies of their own.
        return at > 0 and not (at == len(known) and wrong in _INNER)
    if longer == _SHORT and _is_known_for_another(wrong, right):
        return False
    return at < len(typed) - 1 or wrong not in _ENDINGS or {wrong, right} <= _SAME_RANK


def _is_alike(typed: str, known: str) -> bool:
    _, wrong, right = difference(typed, known)
    return _sounds_alike(wrong, right)


def _sounds_alike(wrong: str, right: str) -> bool:
    """Characters that one key, one reading or one look confuses. Only these are slips in a name of two: 妇连."""
    return bool(wrong and right) and any(wrong in group and right in group for group in common_names().alike)


def _is_known_for_another(wrong: str, right: str) -> bool:
    """財政局 is 财政局, and where the roster has none, it is not 民政局 either."""
    return not _sounds_alike(wrong, right) and any(wrong in group[1:] for group in common_names().alike)


_SHORT = 3
_LONG = 7
# What names of bodies end with, and parts of bodies: 科技馆 is no slip for 科技局, nor 教育科 for 教育局.
_INNER = frozenset("办科处室股队站所馆校院组团")
_ENDINGS = _INNER | frozenset("局委厅部会联协社台店厂")
_SAME_RANK = frozenset("局委厅部")
