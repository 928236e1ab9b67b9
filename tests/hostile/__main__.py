"""Writes the whole collection: a folder for each row, and manifest.txt with what is expected of each."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.hostile.manifest import ROWS
from tests.hostile.running import lay_out


def main() -> None:
    """`python -m tests.hostile FOLDER`; the folder must not exist."""
    target = Path(sys.argv[1])
    target.mkdir(parents=True)
    lines = []
    for number, row in enumerate(ROWS, 1):
        folder = target / f"{number:03}"
        folder.mkdir()
        lay_out(row, folder)
        (folder / "stdin").write_bytes(row.stdin) if row.stdin else None
        lines.append(
            f"{number:03}\t{row.name}\tkepu {' '.join(map(ascii, row.command))}\t{row.code}\t{' '.join(row.told)}\n"
        )
    (target / "manifest.txt").write_text("".join(lines), "utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
