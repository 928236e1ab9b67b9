"""What an answer costs for which nothing need be read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.measuring import Command, Family, Ratio, kepu

if TYPE_CHECKING:
    from pathlib import Path


def family(_: Path) -> Family:
    commands = [
        Command("pass", (sys.executable, "-c", "pass")),
        kepu("--version", "--version"),
        kepu("--help", "--help"),
        kepu("bare kepu"),
    ]
    ratios = [Ratio("--version", "pass", "≤ 1.3"), Ratio("--help", "pass", "≤ 6"), Ratio("bare kepu", "pass", "≤ 6")]
    return Family("Starting", commands, ratios)
