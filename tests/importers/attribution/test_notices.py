"""Who does what in the words of many provinces, offices and years, alone and behind a measure."""

from __future__ import annotations

import pytest

from kepu_cli.importers.attribution.read import cut_attribution, read_attribution
from tests.importers.attribution import notices_of_offices, notices_of_provinces
from tests.importers.attribution.telling import told

_NOTICES = [*notices_of_offices.NOTICES, *notices_of_provinces.NOTICES]


@pytest.mark.parametrize(("text", "meaning"), _NOTICES)
def test_it_is_read(text: str, meaning: str) -> None:
    assert told(read_attribution(text)) == meaning


@pytest.mark.parametrize(("text", "meaning"), [row for row in _NOTICES if row[0][0] in "（(【〔［["])
def test_a_bracket_behind_a_measure_is_cut_off(text: str, meaning: str) -> None:
    cut = cut_attribution(f"建成服务平台。{text}")
    assert cut is not None
    assert (cut.before, cut.written, cut.after) == ("建成服务平台。", text, "")
    assert told(cut.attribution) == meaning
