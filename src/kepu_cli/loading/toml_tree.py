"""TOML → the same tree of nodes that YAML gives, so that settings are read and reported as plans are."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.findings import Flaw
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.decoding import decode, place_at
from kepu_cli.yaml_source.nodes import ListNode, MapNode, ScalarNode
from kepu_cli.yaml_source.source import MAX_DEPTH, Source

if TYPE_CHECKING:
    from kepu_cli.yaml_source.nodes import Node


def read_toml(data: bytes, file: str) -> Source:
    """The tree of a settings file; whatever the bytes hold, the answer is a Source. Every scalar is text."""
    text, notes = decode(data, file)
    if text is None:
        return Source(file, "", None, notes)
    # The parser of the standard library knows no other line end.
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        root = _Tree(plain).mapping(tomllib.loads(plain), 0, len(plain))
    except tomllib.TOMLDecodeError as error:
        return Source(file, plain, None, (*notes, _flaw(str(error), plain, file)))
    except RecursionError:
        deep = _DEEP.search(plain)
        flaw = Flaw("K007", "too-deep", place_at(plain, deep.start() if deep else 0, file), {"limit": MAX_DEPTH})
        return Source(file, plain, None, (*notes, flaw))
    return Source(file, plain, root, notes)


# Where nesting without end begins: brackets in brackets, or a name of many parts.
_DEEP = pattern(r"(?:[\[{][^\[\]{}\n]*+){50}|(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){50}")


@dataclass(frozen=True, slots=True)
class _Spot:
    """A mark in the text, all three from 0 and in characters."""

    index: int
    line: int
    column: int


# What the parser says begins with one of these; the rest of its sentence is the place.
_KINDS = {
    "Invalid statement": "toml-name",
    "Invalid value": "toml-value",
    "Cannot overwrite": "toml-twice",
    "Cannot declare": "toml-twice",
}
_WHERE = pattern(r"\(at line (\d+), column (\d+)\)")


def _flaw(message: str, text: str, file: str) -> Flaw:
    kind = next((kind for start, kind in _KINDS.items() if message.startswith(start)), "toml")
    match = _WHERE.search(message)
    index = len(text.rstrip())
    if match:
        lines = text.split("\n")
        index = sum(len(line) + 1 for line in lines[: int(match[1]) - 1]) + int(match[2]) - 1
    return Flaw("K002", kind, place_at(text, min(index, len(text)), file))


class _Tree:
    """The parser gives values without places: each key is looked up where it must be written, behind its table."""

    def __init__(self, text: str) -> None:
        self.text = text

    def mapping(self, content: dict[str, object], start: int, end: int, depth: int = 1) -> MapNode:
        """Raises RecursionError where it is nested deeper than the limit, as the parser does much deeper."""
        entries = []
        for key, value in content.items():
            at, behind = self._key(key, start, end)
            name = ScalarNode(key, self._spot(at), self._spot(at + len(key)), plain=True)
            entries.append((name, self._node(value, behind, end, depth + 1)))
        return MapNode(entries, self._spot(start), self._spot(end))

    def _node(self, value: object, at: int, end: int, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise RecursionError
        if isinstance(value, dict):
            return self.mapping(value, at, end, depth)
        here = self._spot(at)
        if isinstance(value, list):
            return ListNode([self._node(item, at, end, depth + 1) for item in value], here, here)
        text = str(value).lower() if isinstance(value, bool) else str(value)
        written = _VALUE.match(self.text, at)
        return ScalarNode(text or None, here, self._spot(written.end() if written else at), plain=False)

    def _key(self, key: str, start: int, end: int) -> tuple[int, int]:
        """Where a key is written, and where its value begins; the start of its table if it cannot be found."""
        key_sign = rf"(?:^|[\[.{{,])[ \t]*[\"']?({re.escape(key)})[\"']?[ \t]*(?:\][ \t]*|[=.][ \t]*)"
        match = re.compile(key_sign, re.MULTILINE).search(self.text, start, end)
        return (match.start(1), match.end()) if match else (start, start)

    def _spot(self, index: int) -> _Spot:
        line = self.text.count("\n", 0, index)
        return _Spot(index, line, index - (self.text.rfind("\n", 0, index) + 1))


_VALUE = pattern(r"\"[^\"\n]*\"|'[^'\n]*'|[^\s,}\]#]+")
