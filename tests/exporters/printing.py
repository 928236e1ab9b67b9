"""Prints workbooks with a real spreadsheet program and reads the pages."""

from __future__ import annotations

import os
import pathlib
import re
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable


def missing(*tools: str) -> list[str]:
    """The programs that this machine lacks. LibreOffice comes in parts; `writer` is the one for documents."""
    absent = [tool for tool in tools if tool != "writer" and shutil.which(tool) is None]
    if "writer" in tools and (office := shutil.which("soffice")) and os.name == "posix":
        program = pathlib.Path(os.path.realpath(office)).parent
        if (program / "libsclo.so").exists() and not (program / "libswlo.so").exists():
            absent.append("writer")
    return absent


MISSING = missing("soffice", "pdftotext", "pdfinfo")
ON_PAPER = [
    pytest.mark.paper,
    pytest.mark.skipif(bool(MISSING), reason=f"NOT PROVEN ON PAPER, programs missing: {', '.join(MISSING)}"),
]


def print_books(names: Iterable[str], folder: pathlib.Path) -> None:
    """`x.xlsx` or `x.docx` → `x.pdf` in the same folder, all in one run."""
    convert(names, folder, "pdf")


def convert(names: Iterable[str], folder: pathlib.Path, form: str) -> None:
    """The named files of a folder, or below it, saved into the folder in another form."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)


def run(*command: str | pathlib.Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=60).stdout


@cache
def pages_of(pdf: pathlib.Path) -> tuple[str, ...]:
    """The pages, without blanks, read column by column as the printer drew them; a file is printed once."""
    return tuple(re.sub(r"\s", "", page) for page in run("pdftotext", "-raw", pdf, "-").split("\f"))[:-1]
