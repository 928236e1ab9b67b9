"""JSON to be read by people as well: `json.dumps` with an indent of two, which takes three times as long."""

from __future__ import annotations

from json.encoder import encode_basestring
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def json_text(document: Mapping[str, object]) -> str:
    """Texts, whole numbers, truth values, None, and lists and mappings of them; TypeError for anything else."""
    return _text(document, "\n") + "\n"


_WORDS = {None: "null", True: "true", False: "false"}


def _text(value: object, line: str) -> str:
    """`line` is a line feed with the indent of whatever holds the value."""
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, dict):
        return _mapping(value, line)
    if isinstance(value, list | tuple):
        return _list(value, line)
    raise TypeError(value)


def _mapping(value: Mapping[str, object], line: str) -> str:
    if not value:
        return "{}"
    inner = line + "  "
    items = [f"{encode_basestring(key)}: {_text(each, inner)}" for key, each in value.items()]
    return f"{{{inner}{f',{inner}'.join(items)}{line}}}"


def _list(value: Sequence[object], line: str) -> str:
    if not value:
        return "[]"
    inner = line + "  "
    return f"[{inner}{f',{inner}'.join([_text(each, inner) for each in value])}{line}]"
