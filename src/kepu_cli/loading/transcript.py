"""Nodes → plain data with English keys: the vocabulary applied, unknown and duplicate keys found on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kepu_cli.findings import Flaw, Lang, Words
from kepu_cli.model import Child, children
from kepu_cli.names import normal
from kepu_cli.spelling import nearest
from kepu_cli.vocabulary import KIND_WORDS, VOCABULARY, english_key, key_in, written_keys
from kepu_cli.yaml_source.nodes import ListNode, MapNode, ScalarNode, place_of

if TYPE_CHECKING:
    from kepu_cli.findings import Fact, Path
    from kepu_cli.yaml_source.nodes import Node

Data = str | list["Data"] | dict[str, "Data"] | None


@dataclass(slots=True)
class Transcript:
    """What was read from one file. `fields` finds the nodes again: id of a map node → English key → (key, value)."""

    file: str
    flaws: list[Flaw] = field(default_factory=list)
    fields: dict[int, dict[str, tuple[ScalarNode, Node]]] = field(default_factory=dict)

    def read(self, node: Node, kind: str | None, path: Path) -> Data:
        """A node as data; `kind` is the vocabulary's kind for its mappings, None for free texts by name."""
        if isinstance(node, ScalarNode):
            # Blanks between quotes are nothing written, like an empty text.
            return node.text if node.text and node.text.strip() else None
        if isinstance(node, ListNode):
            return [self.read(item, kind, (*path, at)) for at, item in enumerate(node.items)]
        return self._read_fields(node, kind, path) if kind else self._read_names(node, None, path)

    def _read_fields(self, node: MapNode, kind: str, path: Path) -> Data:
        fields = self._fields_of(node, kind, path)
        nested = children(kind)
        data: dict[str, Data] = {}
        for name, (_, value) in fields.items():
            how, child = nested.get(name, (None, None))
            here = (*path, name)
            if how is Child.BY_NAME and isinstance(value, MapNode):
                data[name] = self._read_names(value, child, here)
            else:
                data[name] = self.read(value, child, here)
        return {name: value for name, value in data.items() if value is not None}

    def _read_names(self, node: MapNode, kind: str | None, path: Path) -> Data:
        """A mapping whose keys are the clerk's own, such as targets."""
        fields = self.fields.setdefault(id(node), {})
        for key, value in node.entries:
            if self._is_new(fields, key.text or "", key, path):
                fields[key.text or ""] = (key, value)
        return {name: self.read(value, kind, (*path, name)) for name, (_, value) in fields.items()}

    def _fields_of(self, node: MapNode, kind: str, path: Path) -> dict[str, tuple[ScalarNode, Node]]:
        """English key → nodes. A misspelt key is read as the one it resembles: one mistake, one finding."""
        fields = self.fields.setdefault(id(node), {})
        strangers: list[tuple[ScalarNode, Node]] = []
        for key, value in node.entries:
            name = english_key(kind, key.text or "")
            if name is None:
                strangers.append((key, value))
            elif self._is_new(fields, name, key, path):
                fields[name] = (key, value)
        seen: dict[str, ScalarNode] = {}
        for key, value in strangers:
            if first := seen.get(key.text or ""):
                self._tell_duplicate(key, first, path)
                continue
            seen[key.text or ""] = key
            meant = self._tell_unknown(key, kind, path)
            if meant and meant not in fields:
                fields[meant] = (key, value)
        return fields

    def _is_new(self, fields: dict[str, tuple[ScalarNode, Node]], name: str, key: ScalarNode, path: Path) -> bool:
        if name in fields:
            self._tell_duplicate(key, fields[name][0], path)
            return False
        return True

    def _tell_duplicate(self, key: ScalarNode, first: ScalarNode, path: Path) -> None:
        place, also = place_of(key, self.file), place_of(first, self.file)
        facts: dict[str, Fact] = {"key": key.text or "", "first": first.text or "", "line": also.line}
        kind = "same" if key.text == first.text else "synonym"
        self.flaws.append(Flaw("K003", kind, place, facts, also, (*path, key.text or "")))

    def _tell_unknown(self, key: ScalarNode, kind: str, path: Path) -> str | None:
        """Records the unknown key; returns the field it was probably meant to be."""
        typed = key.text or ""
        plain = normal(typed)
        lang = Lang.EN if plain.isascii() else Lang.ZH
        known = written_keys(kind, lang)
        place = place_of(key, self.file)
        path = (*path, typed)
        if english_key(kind, plain):
            case = "misspelt" if typed.casefold() == plain else "invisible"
            self.flaws.append(Flaw("K004", case, place, {"key": typed, "meant": plain}, path=path))
            return english_key(kind, plain)
        if homes := _homes(typed, lang):
            self.flaws.append(Flaw("K004", "misplaced", place, {"key": typed, "homes": homes}, path=path))
            return None
        if meant := _meant(plain, known):
            self.flaws.append(Flaw("K004", "misspelt", place, {"key": typed, "meant": meant}, path=path))
            return english_key(kind, meant)
        keys = tuple(key_in(kind, name, lang) for name in VOCABULARY[kind])
        self.flaws.append(Flaw("K004", "unknown", place, {"key": typed, "keys": keys}, path=path))
        return None


def _meant(typed: str, known: tuple[str, ...]) -> str | None:
    """The key that a slip stands for: one character off, or mostly alike, or a key cut short (责任 for 责任单位)."""
    near = nearest(typed, known, _ALIKE) or (nearest(typed, known) if len(typed) == len("年渡") else None)
    return near or next((key for key in known if len(typed) > 1 and key.startswith(typed)), None)


# 责任人, a person, is no slip for 责任单位, a department.
_ALIKE = 0.6


def _homes(typed: str, lang: Lang) -> Words | None:
    """Where a key that is known, only not here, belongs."""
    kinds = [kind for kind in VOCABULARY if typed in written_keys(kind, lang)]
    if not kinds:
        return None
    return Words("、".join(KIND_WORDS[kind].zh for kind in kinds), ", ".join(KIND_WORDS[kind].en for kind in kinds))
