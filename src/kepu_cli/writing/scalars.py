"""Texts as YAML: bare where nothing in them could mean something else, quoted or as a block where it could."""

from __future__ import annotations

import json
import re

from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.page import WIDE_SIGNS


def scalar(text: str, *, inside: bool = False) -> str:
    """A text on one line; `inside` brackets more of it needs quotes. Blank texts are read as nothing written."""
    if _is_bare(text, inside=inside):
        return text
    if _NEEDS_ESCAPE.search(text):
        return json.dumps(text, ensure_ascii=False)
    return f"'{text}'" if '"' in text or "\\" in text else f'"{text}"'


def key(text: str, *, inside: bool = False) -> str:
    """A key with its colon. One that is longer than YAML's short form allows has the sign of the long form."""
    written = json.dumps(text, ensure_ascii=False) if text == "<<" else scalar(text, inside=inside)
    return f"{written}:" if len(written) <= _LONGEST_KEY else f"? {written}\n:"


def block(text: str, indent: str) -> list[str] | None:
    """The lines of a text of several lines as a block, the sign `|` first; None where a block would change it."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    if len(lines) < 2 or not (lines[0].strip() and lines[-1].strip()):
        return None
    if _UNFIT_LINE.search(body) or body[0] in _BLANKS:
        return None
    return ["|" if body != text else "|-", *(indent + line if line else "" for line in lines)]


# What cannot stand within quotes as it is: line ends, tabs, and both kinds of quotes at once.
_NEEDS_ESCAPE = pattern(r"[\n\t]|'(?=.*[\"\\])|[\"\\](?=.*')")
_NOTHING = frozenset(("~", "null", "Null", "NULL"))
_SIGNS_IN_FRONT = pattern(r"[-?:](?:\s|$)|[,\[\]{}#&*!|>'\"%@`]|---|\.\.\.|<<")
_SIGNS_WITHIN = pattern(r":(?:\s|$)|\s#|[\n\t]")
_SIGNS_IN_BRACKETS = pattern(r"[,\[\]{}:?]|^-")
# Blank at the end of a line, or tabs: right in a block, but nobody sees them, and editors take them off.
_UNFIT_LINE = pattern(r"[ \t\u3000\xa0]$|\t", re.MULTILINE)
_BLANKS = " \t\u3000\xa0"
_LONGEST_KEY = 1000


def _is_bare(text: str, *, inside: bool) -> bool:
    if not text or text != text.strip() or text in _NOTHING or text[0] in WIDE_SIGNS:
        return False
    if _SIGNS_IN_FRONT.match(text) or _SIGNS_WITHIN.search(text):
        return False
    return not (inside and _SIGNS_IN_BRACKETS.search(text))
