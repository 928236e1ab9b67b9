"""Golden files: what a test compares with, rewritten when KEPU_GOLDEN=1 (then read the difference)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def assert_golden(file: Path, actual: str) -> None:
    """The text equals the file's, line ends included."""
    if os.environ.get("KEPU_GOLDEN") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(actual, encoding="utf-8", newline="")
    assert file.exists(), f"no golden file {file.name}; KEPU_GOLDEN=1 writes it"
    assert actual == file.read_bytes().decode("utf-8")
