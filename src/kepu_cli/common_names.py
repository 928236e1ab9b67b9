"""What everybody in an office knows about the names of departments, ready to be asked."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from kepu_cli.names import normal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class CommonNames:
    """What is common knowledge about department names, without level prefixes; each table is made when it is needed."""

    @cached_property
    def representative(self) -> Mapping[str, str]:
        """Each spelling → the first of its group."""
        from kepu_cli.equivalents import EQUIVALENTS

        groups = map(str.split, EQUIVALENTS)
        return {normal(word): normal(first) for first, *others in groups for word in (first, *others)}

    @cached_property
    def party_organs(self) -> frozenset[str]:
        from kepu_cli.equivalents import PARTY_ORGANS

        return frozenset(map(normal, PARTY_ORGANS))

    @cached_property
    def successors(self) -> Mapping[str, tuple[str, ...]]:
        """An old name → present ones."""
        from kepu_cli.known_bodies import SUCCESSORS

        return {normal(old): tuple(map(normal, new.split())) for old, new in SUCCESSORS.items()}

    @cached_property
    def superiors(self) -> Mapping[str, str]:
        """A central organ → its kind below."""
        from kepu_cli.known_bodies import SUPERIORS

        return {normal(above): normal(below) for above, below in SUPERIORS.items()}

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Names without variants."""
        from kepu_cli.known_bodies import BODIES

        return frozenset(map(normal, BODIES))

    @cached_property
    def alike(self) -> Sequence[str]:
        """Groups of characters that sound or look alike."""
        from kepu_cli.known_bodies import ALIKE

        return ALIKE


@cache
def common_names() -> CommonNames:
    """The built-in tables."""
    return CommonNames()


def equivalence_class(core: str) -> str:
    """One name for all common spellings of a body: 发改委, 发展和改革局 → the same; others stay as they are."""
    return common_names().representative.get(core, core)
