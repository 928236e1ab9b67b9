"""Makes the pictures of the documentation: real exports of the examples, printed by LibreOffice.

`make pictures`, or `python docs/make_pictures.py [FOLDER]`. Needs soffice and pdftoppm on the path, and Chinese fonts.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli import load_plan
from kepu_cli.api import export
from kepu_cli.exporters.options import Options, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "data" / "examples"
_DOTS_PER_INCH = 72


class Picture(NamedTuple):
    """The first page of one export: its file name, the plan, the sheet (None: the Word document)."""

    name: str
    plan: str
    sheet: Sheet | None


PICTURES = (
    Picture("division.png", "sample-county/2026.yaml", Sheet.DIVISION),
    Picture("matrix.png", "shifang-2007/corrected.yaml", Sheet.MATRIX),
    Picture("tasks.png", "shifang-2007/corrected.yaml", Sheet.TASKS),
    Picture("coverage.png", "wuyi-policy/plan.yaml", Sheet.COVERAGE),
    Picture("statistics.png", "sample-county/2026.yaml", Sheet.STATISTICS),
    Picture("document.png", "sample-county/2026.yaml", None),
)


def make(folder: Path) -> list[Path]:
    """Writes every picture into the folder and tells which."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        _print([_export(picture, Path(work)) for picture in PICTURES], Path(work))
        return [_draw(picture, folder, Path(work)) for picture in PICTURES]


def _export(picture: Picture, work: Path) -> Path:
    loaded = load_plan(EXAMPLES / picture.plan)
    assert loaded.plan is not None
    suffix = ".docx" if picture.sheet is None else ".xlsx"
    options = Options() if picture.sheet is None else Options(sheets=(picture.sheet,))
    source = (work / picture.name).with_suffix(suffix)
    source.write_bytes(export(loaded.plan, suffix, options=options))
    return source


def _print(sources: Sequence[Path], work: Path) -> None:
    """All in one run: the program takes longer to start than to print."""
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(work), *map(str, sources))


def _draw(picture: Picture, folder: Path, work: Path) -> Path:
    target = folder / picture.name
    page = ("-r", str(_DOTS_PER_INCH), "-png", "-singlefile", "-f", "1", "-l", "1")
    _run("pdftoppm", *page, str((work / picture.name).with_suffix(".pdf")), str(target.with_suffix("")))
    return target


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603  our own command lines


if __name__ == "__main__":
    for written in make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "pictures"):
        sys.stdout.write(f"{written}\n")
