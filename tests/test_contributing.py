"""The developers' page tells of every part of the program where it lives, and of none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "kepu_cli"
_PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
_SECTION = _PAGE.partition("\n## Where things live\n")[2].partition("\n## ")[0]
_TABLE = "\n".join(line for line in _SECTION.splitlines() if line.startswith("|"))
NAMED = set(re.findall(r"`([\w/]+(?:\.py|/))`", _TABLE))


def test_every_part_has_its_place() -> None:
    modules = {path.name for path in SOURCE.glob("*.py") if not path.name.startswith("__")}
    assert sorted((modules | _folders(SOURCE) | _folders(SOURCE / "importers")) - NAMED) == []


def test_every_place_is_there() -> None:
    assert [name for name in sorted(NAMED) if not ((SOURCE / name).exists() or (ROOT / name).exists())] == []


def _folders(folder: Path) -> set[str]:
    """Those with files in them: what a moved package leaves behind has none but compiled ones, one level below."""
    holding = {path.parent for path in folder.glob("*/*") if path.is_file() and path.parent.name != "__pycache__"}
    return {f"{path.relative_to(SOURCE).as_posix()}/" for path in holding}
