"""The pictures of the documentation can be made by anybody, and the page shows all of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docs.make_pictures import HERE, PICTURES, make

from tests.exporters.printing import missing

if TYPE_CHECKING:
    from pathlib import Path

MISSING = missing("soffice", "writer", "pdftoppm")
_PNG = b"\x89PNG\r\n\x1a\n"


def test_the_page_shows_every_picture() -> None:
    shown = re.findall(r"!\[[^]]+\]\(pictures/([^)]+)\)", (HERE / "exporting.md").read_text("utf-8"))
    assert shown == [picture.name for picture in PICTURES]
    assert {path.name for path in (HERE / "pictures").iterdir()} == set(shown)


@pytest.mark.paper
@pytest.mark.skipif(bool(MISSING), reason=f"NOT PROVEN, programs missing: {', '.join(MISSING)}")
def test_the_script_makes_them(tmp_path: Path) -> None:
    made = make(tmp_path)
    assert [path.name for path in made] == [picture.name for picture in PICTURES]
    for path in made:
        data = path.read_bytes()
        assert data.startswith(_PNG)
        width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
        assert width > height > 500
