"""Every dependency has a lowest version and one it must stay below; `make bounds` tries both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement

from supply.bounds import TELLING, constraints, lowest
from supply.declared import ROOT, runtime

if TYPE_CHECKING:
    from collections.abc import Iterable


def _operators(requirement: Requirement) -> list[str]:
    return sorted(each.operator for each in requirement.specifier)


@pytest.mark.parametrize("requirement", runtime(), ids=str)
def test_every_dependency_is_bounded_at_both_ends(requirement: Requirement) -> None:
    assert _operators(requirement) == ["<", ">="]
    assert requirement.marker is None
    assert requirement.specifier.contains(lowest(requirement))


def test_the_lowest_versions_are_the_lower_bounds() -> None:
    assert lowest(Requirement("rich<16,>=13.8")) == "13.8"
    assert "openpyxl==3.1.2" in constraints("lowest")
    assert len(constraints("lowest")) == len(runtime())
    assert constraints("newest") == []


def test_a_bound_that_is_none_is_seen() -> None:
    with pytest.raises(ValueError, match="unpack"):
        lowest(Requirement("rich<16"))


def test_what_is_run_with_both_ends_exists() -> None:
    assert _missing(TELLING) == []


def _missing(paths: Iterable[str]) -> list[str]:
    return [path for path in paths if not (ROOT / path).exists()]
