"""The outlines that ship with kepu, from their name and back."""

from __future__ import annotations

import pytest

from kepu_cli.loading.builtin_outlines import builtin_outline, builtin_reference
from kepu_cli.loading.linked_files import BUILTIN, BUILTIN_OUTLINES
from kepu_cli.model import Outline


@pytest.mark.parametrize("name", BUILTIN_OUTLINES)
def test_an_outline_is_named_as_it_was_found(name: str) -> None:
    outline = builtin_outline(BUILTIN + name)
    assert outline is not None
    assert builtin_reference(outline) == BUILTIN + name


def test_an_outline_that_somebody_changed_is_none_of_them() -> None:
    outline = builtin_outline("builtin:2021")
    assert outline is not None
    assert builtin_reference(Outline.read({**outline.written(), "title": "另一份纲要"})) == ""


@pytest.mark.parametrize("reference", ["2021", "builtin:1999", "o.yaml", ""])
def test_any_other_name_has_no_outline(reference: str) -> None:
    assert builtin_outline(reference) is None
