"""Every row of the collection."""

from __future__ import annotations

from tests.hostile import encodings, linked, names_and_paths, outputs, yaml_bombs, yaml_meaning, yaml_syntax

ROWS = (
    *yaml_meaning.ROWS,
    *yaml_syntax.ROWS,
    *yaml_bombs.ROWS,
    *encodings.ROWS,
    *names_and_paths.ROWS,
    *linked.ROWS,
    *outputs.ROWS,
)
