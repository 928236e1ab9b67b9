"""File names as the URIs that machine formats ask for."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import quote_from_bytes


def file_uri(name: str, flavour: type[PurePath] = PurePath) -> str:
    """A relative name as a relative reference, an absolute one as a `file:` URI (RFC 8089), both percent-encoded.

    `flavour` says whose separators and drives count; by default this system's. A `..` stays as it was given.
    """
    path = flavour(name)
    if not path.is_absolute():
        # A colon in the first step of a relative reference would make a scheme of what stands before it.
        return _quoted(path, safe="/")
    if path.drive.startswith("\\\\"):
        return f"file:{_quoted(path, safe='/')}"
    return f"file://{'/' if path.drive else ''}{_quoted(path, safe='/:')}"


def slashed(name: str, flavour: type[PurePath] = PurePath) -> str:
    """The name with forward slashes; a backslash that belongs to the name itself stays."""
    return flavour(name).as_posix()


def is_stream(name: str) -> bool:
    """Whether the name is not a file's but a label in angle brackets, such as that of standard input."""
    return name.startswith("<") and name.endswith(">")


def _quoted(path: PurePath, safe: str) -> str:
    # As bytes, because a name that is no UTF-8 is known by its bytes alone.
    return quote_from_bytes(os.fsencode(path.as_posix()), safe=safe)
