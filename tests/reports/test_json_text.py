"""JSON as we write it is what Python's own writer makes of it, to the byte."""

from __future__ import annotations

import json
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.reports.json_text import json_text


class Word(StrEnum):
    ONE = "一\n"


LEAVES = st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(Word)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12)


@given(st.dictionaries(st.text() | st.sampled_from(Word), VALUES))
def test_it_is_what_the_standard_library_writes(document: dict[str, object]) -> None:
    assert json_text(document) == json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def test_what_json_has_no_word_for_is_refused() -> None:
    with pytest.raises(TypeError):
        json_text({"a": {1}})
