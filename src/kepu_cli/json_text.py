"""JSON to be read by people as well."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def json_text(document: Mapping[str, object]) -> str:
    """Indented, its Chinese readable, with a line end behind it."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
