"""Every row of the collection."""

from __future__ import annotations

from tests.hostile import (
    encodings,
    foreign_books,
    foreign_texts,
    import_limits,
    linked,
    names_and_paths,
    outputs,
    yaml_bombs,
    yaml_meaning,
    yaml_syntax,
)  # fmt: skip

ROWS = (
    *yaml_meaning.ROWS,
    *yaml_syntax.ROWS,
    *yaml_bombs.ROWS,
    *encodings.ROWS,
    *names_and_paths.ROWS,
    *linked.ROWS,
    *outputs.ROWS,
    *import_limits.ROWS,
    *foreign_books.ROWS,
    *foreign_texts.ROWS,
)
