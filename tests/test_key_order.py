"""Every key has its place, wherever it stood before."""

from __future__ import annotations

import pytest

from kepu_cli.key_order import sorted_positions
from kepu_cli.vocabulary import VOCABULARY


@pytest.mark.parametrize("kind", VOCABULARY)
def test_every_key_has_its_place(kind: str) -> None:
    fields = list(VOCABULARY[kind])
    for written in (fields, fields[::-1]):
        order = sorted_positions(kind, written)
        assert sorted(order) == list(range(len(fields)))
        again = [written[at] for at in order]
        assert sorted_positions(kind, again) == list(range(len(fields)))
