"""The outlines that ship with kepu, and how a plan names them: builtin:2021."""

from __future__ import annotations

from functools import lru_cache

from kepu_cli.loading.linked_files import BUILTIN, BUILTIN_OUTLINES, builtin_file
from kepu_cli.loading.transcript import Transcript
from kepu_cli.model import Outline
from kepu_cli.yaml_source.source import read_source


@lru_cache
def builtin_outline(reference: str) -> Outline | None:
    """The outline that a plan names so; None for any other."""
    data = builtin_file(reference)
    if data is None:
        return None
    source = read_source(data, reference)
    assert source.root is not None
    return Outline.read(Transcript(source.file).read(source.root, "Outline", ()))


def builtin_reference(outline: Outline) -> str:
    """How a plan names an outline that ships with kepu; empty for any other."""
    references = (BUILTIN + name for name in BUILTIN_OUTLINES)
    return next((each for each in references if builtin_outline(each) == outline), "")
