"""A cell with several measures, numbered and a line each, parted into them."""

from __future__ import annotations

from kepu_cli.importers.structure.numbering import read_marker


def numbered_lines(text: str) -> tuple[str, ...]:
    """The measures of a text, each with its number; none where it is not a list from its first line on.

    A line that counts on begins a measure, any other goes on with the one before: 1. 2. 2.1 3. are three.
    """
    pieces: list[str] = []
    form, expected = "", 0
    for line in text.strip().split("\n"):
        marker = read_marker(line)
        if marker is not None and (not pieces or (marker.form, marker.value) == (form, expected)):
            form, expected = marker.form, marker.value + 1
            pieces.append(line.strip())
        elif pieces:
            pieces[-1] += f"\n{line.strip()}"
        else:
            return ()
    return tuple(pieces) if len(pieces) > 1 else ()
